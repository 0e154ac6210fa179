import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/factors/import/ilcd/module-stage.js';
import { zipOf } from '../../support/zip-writer.js';
import { fixture, fixtureText, importBytes, importPath } from './importing.js';

const PROCESS = 'ilcd/processes/0b5a1c2e-1111-4222-8333-944455566677.xml';
const PARTS = [
  PROCESS, 'ilcd/flows/f0000000-0000-4000-8000-000000000001.xml',
  'ilcd/flowproperties/e0000000-0000-4000-8000-000000000001_01.00.000.xml', 'ilcd/unitgroups/d0000000-0000-4000-8000-000000000001.xml',
];
const ID = 'concrete-c30-37-ready-mix-0b5a1c2e';

/** The fixture's process alone, changed, its unit given. */
function changed(from: string | RegExp, to: string, request: { unit?: string; impact?: string; allowSkips?: boolean } = { unit: 'm3' }) {
  const text = fixtureText(PROCESS);
  expect(text).toMatch(from);
  return importBytes('epd.xml', text.replace(from, to), request);
}

describe('importing ILCD data sets', () => {
  test('gives one factor a module, per one unit of the reference flow', async () => {
    const { rows, ids, exit, told } = await importPath(fixture('ilcd'), { licence: 'bought' });
    expect([exit, told]).toEqual([0, []]);
    expect(ids).toEqual([`${ID}-a1-a3`, `${ID}-a4-lorry-50-km`, `${ID}-c2`, `${ID}-d`]);
    // Stated for 2 m3: 431 ÷ 2; fossil 432 ÷ 2, biogenic −1.5 ÷ 2, luluc 0.5 ÷ 2 add up to it.
    expect(rows.get(`${ID}-a1-a3`)).toMatchObject({
      name: 'Concrete C30/37, "ready mix", A1-A3', name_zh: 'C30/37 商品混凝土，A1-A3', category: 'Concrete', stage: 'raw_materials',
      unit: 'm3', kgco2e: '215.5', fossil: '216', biogenic: '', biogenic_removal: '-0.75', dluc: '0.25', gwp: 'AR5', region: 'CN',
      year: '2022', valid_to: '2027-12-31', publisher: 'Invented EPD programme', url: 'https://example.org/epd/0b5a1c2e',
      licence: 'bought', evidence: 'primary', notes: 'Stated per 2 m3.',
    });
    // 6.02 ÷ 2, but 6.01 + 0.01 + 0.01 = 6.03.
    expect(rows.get(`${ID}-a4-lorry-50-km`)).toMatchObject({
      stage: 'distribution', kgco2e: '3.01', fossil: '',
      notes: 'Stated per 2 m3. Stated parts do not add up: fossil 3.005, biogenic 0.005, luluc 0.005.',
    });
    expect(rows.get(`${ID}-d`)).toMatchObject({ stage: 'beyond_boundary', kgco2e: '-6.25', fossil: '-6.2', biogenic_removal: '-0.05', dluc: '0' });
  });

  test('reads the same from an archive as from a folder', async () => {
    const archive = zipOf(PARTS.map((name) => ({ name: name.replace('ilcd/', 'ILCD/'), content: fixtureText(name) })));
    const [zipped, folder] = [importBytes('epd.zip', archive), await importPath(fixture('ilcd'))];
    expect(zipped.files?.get('factors.csv')).toBe(folder.files?.get('factors.csv')?.replaceAll('processes/', 'ILCD/processes/'));
  });

  test('reads what soda4LCA serves, every digit of its numbers', async () => {
    const { rows, exit } = await importPath(fixture('soda4lca/insulation.json'));
    expect(exit).toBe(0);
    // 1 × 0.04 m3: 1.2345678901234567890 × 25 and 0.0065 × 25.
    expect(rows.get('mineral-wool-c1d2e3f4-a1-a3')).toMatchObject({
      unit: 'm3', kgco2e: '30.864197253086419725', gwp: 'AR6', stage: 'raw_materials', year: '2023', valid_to: '2028-12-31',
      publisher: 'Invented Wool GmbH', url: 'urn:uuid:c1d2e3f4-5555-4666-8777-888899990000', category: 'Mineral wool', region: 'DE',
    });
    expect(rows.get('mineral-wool-c1d2e3f4-c4')).toMatchObject({ kgco2e: '0.1625', stage: 'end_of_life' });
  });

  test('needs --unit where the flow is not at hand', async () => {
    expect((await importPath(fixture(PROCESS))).told).toEqual(['import-row-refused: import-unit-missing']);
    expect((await importPath(fixture(PROCESS), { unit: 'm³' })).rows.get(`${ID}-c2`)).toMatchObject({ unit: 'm3', kgco2e: '1.75' });
    expect((await importPath(fixture(PROCESS), { unit: 'kiol' })).told).toEqual(Array(4).fill('import-row-refused: unit-unknown'));
  });

  test('prefers a unit that the data set tells to --unit', async () => {
    expect((await importPath(fixture('ilcd'), { unit: 'kg' })).rows.get(`${ID}-c2`)?.unit).toBe('m3');
  });

  test('rounds a quotient that does not end to 50 digits', () => {
    // 3.5 ÷ 3 = 1.1666…, 50 digits, the last one rounded up.
    expect(changed(/2\.0<\/resultingAmount>/u, '3</resultingAmount>').rows.get(`${ID}-c2`)?.kgco2e).toBe(`1.1${'6'.repeat(47)}7`);
  });

  test('takes the whole result of a data set without modules', () => {
    const text = fixtureText(PROCESS)
      .replace(/<common:other>\s*<epd:amount epd:module="A1-A3">4[\s\S]*?<\/common:other>/u, '<meanAmount>8.5</meanAmount>');
    const { rows, exit } = importBytes('epd.xml', text, { unit: 'kg' });
    expect([exit, [...rows.values()].map(({ id, kgco2e, stage }) => [id, kgco2e, stage])]).toEqual([0, [[ID, '4.25', '']]]);
  });

  test('takes modules without the namespace of the extension, as its schema has them', () => {
    expect(changed(/epd:module="C2">3\.5/u, 'module="C2">3.5').rows.get(`${ID}-c2`)?.kgco2e).toBe('1.75');
  });

  test.each([
    ['an amount that is missing', /4\.31E2/u, '', 'cell-missing'],
    ['a decimal comma', /4\.31E2/u, '431,0', 'number-invalid'],
    ['thousands', /4\.31E2/u, '1,431', 'number-invalid'],
    ['a word', /4\.31E2/u, 'MND', 'number-invalid'],
    ['INF', /4\.31E2/u, 'INF', 'number-invalid'],
    ['an exponent without end', /4\.31E2/u, '4e99999', 'number-out-of-range'],
    ['a reference flow of nothing', /2\.0<\/resultingAmount>/u, '0</resultingAmount>', 'number-outside'],
    ['a negative reference flow', /2\.0<\/resultingAmount>/u, '-1</resultingAmount>', 'number-outside'],
    ['no reference flow', /<referenceToReferenceFlow>7/u, '<referenceToReferenceFlow>8', 'cell-missing'],
    ['another unit of the result', /kg CO2 eqv\./u, 'kg SO2 eqv.', 'import-result-unit'],
    ['tonnes', /kg CO2 eqv\./u, 't CO2 eqv.', 'import-result-unit'],
    ['no known indicator', /refObjectId="6a37f984[\s\S]*?GWP-total\)/u, 'refObjectId="0">\n<common:shortDescription>POCP', 'import-result-missing'],
    ['the namespace of another format', /http:\/\/lca\.jrc\.it\/ILCD\/Process/u, 'http://lca.jrc.it/ILCD/Flow', 'import-not-process'],
    ['a document type and entities', /<!-- made by hand/u, '<!DOCTYPE x [<!ENTITY a "aaaa">]><!-- made by hand', 'xml-invalid'],
    ['an element left open', /<\/LCIAResults>/u, '', 'xml-invalid'],
  ])('refuses %s', (_, from, to, code) => {
    const { told, exit, files } = changed(from, to);
    expect([told[0], exit, files]).toEqual([`import-row-refused: ${code}`, 1, undefined]);
  });

  test('keeps the other modules where one is left out', () => {
    const { ids, exit, told } = changed(/4\.31E2/u, 'MND', { unit: 'm3', allowSkips: true });
    expect([exit, told]).toEqual([0, ['import-row-skipped: number-invalid']]);
    expect(ids).toEqual([`${ID}-a4-lorry-50-km`, `${ID}-c2`, `${ID}-d`]);
  });

  test('takes another result by its name, and asks where several may be meant', () => {
    const { told } = changed('kg CO2 eqv.', 'kg CO2 eqv.', { unit: 'm3', impact: 'global warming potential' });
    expect(told).toEqual(['import-row-refused: import-impact-unclear']);
    const { rows } = changed('kg CO2 eqv.', 'kg CO2 eqv.', { unit: 'm3', impact: 'GWP-fossil' });
    expect(rows.get(`${ID}-c2`)).toMatchObject({ kgco2e: '1.7', gwp: 'unknown' });
  });

  test('refuses archives that lead out, burst or are cut off', () => {
    const content = fixtureText(PROCESS);
    expect(importBytes('a.zip', zipOf([{ name: '../processes/a.xml', content }]), { format: 'ilcd' }).told).toEqual(['archive-unsafe']);
    expect(importBytes('a.zip', zipOf([{ name: 'processes/a.xml', content: ' '.repeat(4_100_000) }])).told).toEqual(['archive-unsafe']);
    expect(importBytes('a.zip', zipOf([{ name: 'processes/a.xml', content }]).slice(0, 400)).told).toEqual(['archive-unreadable']);
  });

  test('names two data sets of one id', () => {
    const content = fixtureText(PROCESS);
    const archive = zipOf([{ name: 'processes/a.xml', content }, { name: 'processes/b.xml', content }]);
    expect(importBytes('a.zip', archive, { unit: 'm3' }).told).toEqual(Array(4).fill('import-row-refused: import-id-twice'));
  });
});

describe('the stage of a module', () => {
  test.each([
    ['A1', 'raw_materials'], ['A3', 'raw_materials'], ['A1-A3', 'raw_materials'], ['A4', 'distribution'], ['A5', 'installation'],
    ['B1', 'use'], ['B4', 'maintenance'], ['B6', 'use'], ['B2-B5', 'maintenance'], ['B1-B7', ''], ['C1', 'end_of_life'],
    ['C3-C4', 'end_of_life'], ['C1-4', 'end_of_life'], ['D', 'beyond_boundary'], ['A1-A5', ''], ['A1-C4', ''], ['X', ''], ['', ''],
  ])('of %s is %s', (module, stage) => {
    expect(stageOf(module)).toBe(stage);
  });
});
