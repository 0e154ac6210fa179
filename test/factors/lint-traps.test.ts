import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { lintDataset } from '../../src/factors/lint/lint.js';
import { sampleDataset, type SampleRow } from './sample-dataset.js';

/** The codes with the ids they name. */
function lint(...rows: SampleRow[]): string[] {
  const findings = new Findings();
  const named = rows.map((row, index) => ({ id: `row-${String(index)}`, kgco2e: String(index + 1), ...row }));
  lintDataset(sampleDataset('sample', named), findings);
  return findings.all().map(({ code, args }) => ('id' in args ? `${code} ${args.id}` : code));
}

/** Which boundaries of a row leave the question open. */
function unanswered(cells: SampleRow, boundaries: readonly string[]): string[] {
  return boundaries.filter((boundary) => lint({ ...cells, boundary }).length > 0);
}

describe('fibre against yarn against fabric', () => {
  const open = ['', 'cradle to gate', 'cradle to fabric gate', 'spinning; only the mill', '纺纱'];
  const said = [
    'cradle to fibre gate; fibre only, no yarn or fabric', 'Fibre, yarn and FABRIC contained', 'knitting, yarn not included',
    'one stage of a garment; transport only', '含纤维、纱线和面料', '仅纤维',
  ];

  test.each(['fibre', 'fibre-crop', 'yarn', 'fabric', 'garment', 'garment-part', 'Fabric'])('is asked of %s', (category) => {
    expect(unanswered({ category }, [...open, ...said])).toEqual(open);
    expect(lint({ category })).toEqual(['factor-contents-unsaid row-0']);
  });

  test.each(['fibreboard', 'metal', ''])('is not asked of %j', (category) => {
    expect(lint({ category })).toEqual([]);
  });
});

test('wet processing says whether its energy is inside, in boundary or notes', () => {
  const category = 'wet-processing';
  expect(unanswered({ category }, ['', 'chemicals only', 'dyes and auxiliaries', 'the powerful dye', '仅化学品'])).toHaveLength(5);
  expect(unanswered({ category }, ['chemicals only, no process energy', 'chemicals, heat and electricity', '仅化学品，不含工艺能耗', '含化学品、热和电'])).toEqual([]);
  expect(lint({ category, boundary: 'chemicals', notes: 'Steam of the mill is inside.' })).toEqual([]);
  expect(lint({ category: 'dyeing-cotton' })).toEqual(['factor-energy-unsaid row-0']);
});

test('fertiliser says whether it is per nutrient or per product', () => {
  const open = ['', 'cradle to gate', 'per tonne', 'super product'];
  expect(unanswered({ category: 'fertiliser' }, [...open, 'per nutrient N', 'cradle to gate; per product', '按养分 N', '按产品'])).toEqual(open);
  expect(lint({ category: 'fertilizer-organic' })).toEqual(['factor-basis-unsaid row-0']);
});

test('waste that is burnt says whether the burning is inside', () => {
  const category = 'waste';
  const open = ['', 'treatment, no credit', 'haul and incineration plant'];
  const said = ['haul only: collection', 'treatment with combustion', 'combustion included', 'fossil CO2 of the stack inside', '仅清运', '含燃烧排放', 'avoided burden'];
  const burnt: SampleRow[] = [
    { name: 'PET, incinerated' }, { name: 'Board to energy recovery' }, { name_zh: '塑料，焚烧' }, { id: 'pet-combustion-us' },
  ];
  for (const cells of burnt) expect(unanswered({ category, ...cells }, [...open, ...said])).toEqual(open);
  expect(unanswered({ category, name: 'PET to landfill', name_zh: '填埋' }, open)).toEqual([]);
  expect(lint({ category: 'wastewater-gas', name: 'combusted' })).toEqual([]);
});

describe('grid electricity', () => {
  const unit = 'kWh';

  test.each(['electricity-grid-direct', 'electricity-residual', 'electricity-fossil'])('of %s is CO2-only or says that it is direct', (category) => {
    expect(lint({ category, unit, gwp: 'CO2-only' })).toEqual([]);
    const open = ['', 'generation', 'indirect emissions of the grid'];
    expect(unanswered({ category, unit }, [...open, 'direct CO2e', 'generation; no losses, no upstream', '直接排放', '不含上游'])).toEqual(open);
  });

  test.each(['electricity-footprint', 'electricity-intensity-lifecycle'])('of %s is not CO2-only', (category) => {
    expect(lint({ category, unit, gwp: 'CO2-only' })).toEqual(['factor-lifecycle-co2 row-0']);
    expect(lint({ category, unit, gwp: 'unknown' })).toEqual([]);
  });
});

describe('CO2 beside CO2e', () => {
  const fuel = (gwp: string, cells: SampleRow = {}): SampleRow => ({ category: 'fuel', unit: 'L', gwp, ...cells });

  test('is told of the fewer, and of CO2 where they are even', () => {
    expect(lint(fuel('AR5'), fuel('CO2-only'), fuel('AR6'))).toEqual(['factor-gwp-odd row-1']);
    expect(lint(fuel('CO2-only'), fuel('CO2-only'), fuel('AR6'))).toEqual(['factor-gwp-odd row-2']);
    expect(lint(fuel('unknown'), fuel('CO2-only'))).toEqual(['factor-gwp-odd row-1']);
  });

  test('is fine in another unit or category, or where the category tells it', () => {
    expect(lint(fuel('AR5'), fuel('CO2-only', { unit: 'kg' }), fuel('CO2-only', { category: 'coal' }))).toEqual([]);
    expect(lint(fuel('CO2-only'), fuel('CO2-only'))).toEqual([]);
    for (const category of ['fuel-direct', 'fuel-co2', 'CO2 of fuel']) expect(lint(fuel('AR5', { category }), fuel('CO2-only', { category }))).toEqual([]);
    expect(lint(fuel('AR5', { category: '' }), fuel('CO2-only', { category: '' }))).toEqual([]);
  });
});
