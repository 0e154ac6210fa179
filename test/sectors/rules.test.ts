import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/quantity/parse-unit.js';
import { readFormula } from '../../src/sectors/formula.js';
import { SECTORS } from '../../src/sectors/open-sector.js';
import type { Citation, Formula, Parameter, SectorRule } from '../../src/sectors/rule.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(join(ROOT, 'rules')).filter((name) => name.endsWith('.json'));
const ruleOf = (file: string): SectorRule => JSON.parse(readFileSync(join(ROOT, 'rules', file), 'utf8')) as SectorRule;
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schemas', 'sector-rule.schema.json'), 'utf8')) as object,
);

/** Every parameter, those of groups and lists with their path. */
function* flat(parameters: readonly Parameter[], path = ''): Generator<{ readonly path: string; readonly parameter: Parameter }> {
  for (const parameter of parameters) {
    const own = path === '' ? parameter.id : `${path}.${parameter.id}`;
    yield { path: own, parameter };
    if (parameter.kind === 'group' || parameter.kind === 'list') yield* flat(parameter.parameters, own);
  }
}

/** What is wrong with a rule that its schema cannot state. */
function faults(rule: SectorRule): string[] {
  const found: string[] = [];
  const sources = new Set(rule.sources.map(({ id }) => id));
  const all = [...flat(rule.parameters)];
  const cited: (readonly [string, Citation])[] = [
    ...rule.exclusions.map((each) => ['exclusion', each] as const),
    ...(rule.cut_off === undefined ? [] : [['cut-off', rule.cut_off] as const]),
    ...rule.duties.map((each) => [`duty ${each.id}`, each] as const),
    ...(rule.tables ?? []).map((each) => [`table ${each.id}`, each] as const),
    ...(rule.constants ?? []).map((each) => [`constant ${each.id}`, each] as const),
    ...all.flatMap(({ path, parameter }) => [
      ...('default' in parameter && parameter.default !== undefined ? [[`default ${path}`, parameter.default] as const] : []),
      ...('presets' in parameter ? (parameter.presets ?? []).map((each) => [`preset ${path}`, each] as const) : []),
    ]),
  ];
  for (const [what, { source, evidence }] of cited) {
    if (!sources.has(source)) found.push(`${what}: no source ${source}`);
    if (evidence === 'recalled' && (what.startsWith('default') || what.startsWith('constant'))) found.push(`${what}: recalled`);
  }
  const doubled = (what: string, ids: readonly string[]): void => {
    for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) found.push(`${what} ${id} twice`);
  };
  doubled('source', [...rule.sources.map(({ id }) => id)]);
  doubled('unit', rule.units.map(({ basis }) => basis));
  doubled('parameter', all.map(({ path }) => path));
  doubled('table', (rule.tables ?? []).map(({ id }) => id));
  for (const { unit, basis } of rule.units) if (parseUnit(unit).kind !== 'found') found.push(`unit ${basis}: ${unit}`);
  const formulas: (readonly [string, Formula])[] = [
    ...rule.units.map(({ basis, flow }) => [`flow ${basis}`, flow] as const),
    ...(rule.quantities ?? []).map((each) => [`quantity ${each.id}`, each] as const),
  ];
  for (const [what, { formula, inputs }] of formulas) {
    try {
      const { symbols } = readFormula(formula);
      for (const symbol of symbols) if (symbol !== 'amount' && !Object.hasOwn(inputs, symbol)) found.push(`${what}: ${symbol} unknown`);
      for (const symbol of Object.keys(inputs)) if (!symbols.has(symbol)) found.push(`${what}: ${symbol} not used`);
    } catch {
      found.push(`${what}: no formula`);
    }
  }
  const known = new Set([...all.map(({ path }) => path), ...(rule.constants ?? []).map(({ id }) => id)]);
  for (const { id, inputs } of rule.quantities ?? []) {
    for (const input of Object.values(inputs)) if (!known.has(input)) found.push(`quantity ${id}: no input ${input}`);
    known.add(id);
  }
  for (const { quantity, factor } of rule.lines ?? []) {
    for (const id of [quantity].flat()) if (!known.has(id)) found.push(`line of ${id}`);
    if (!all.some(({ path, parameter }) => path === factor && parameter.kind === 'factor')) found.push(`line by ${factor}`);
  }
  return found;
}

it('has a rule file for every sector and no other', () => {
  expect(files.sort()).toEqual(SECTORS.map((sector) => `${sector}.json`).sort());
});

describe.each(files)('%s', (file) => {
  it('has the published form', () => {
    validate(ruleOf(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is sound', () => {
    expect(faults(ruleOf(file))).toEqual([]);
    expect(ruleOf(file).id).toBe(file.replace('.json', ''));
  });
});

describe('a rule at fault', () => {
  const service = ruleOf('service.json');
  const [unit] = service.units;
  const refused = (change: object): void => { expect(validate({ ...service, ...change })).toBe(false); };

  it.each([
    ['a member unknown', { colour: 'red' }],
    ['no source', { sources: [] }],
    ['a name in one language', { names: { en: 'Service' } }],
    ['a version without a number', { version: '2026' }],
    ['a boundary of its own', { boundaries: ['cradle-to-cradle'] }],
    ['a unit without a flow', { units: [{ basis: 'a', kind: 'declared', unit: 'kg', names: service.names }] }],
    ['an amount without a unit', { parameters: [{ id: 'mass', kind: 'amount', names: service.names }] }],
    ['a choice without options', { parameters: [{ id: 'route', kind: 'choice', names: service.names }] }],
    ['a range of words', { parameters: [{ id: 'mass', kind: 'amount', unit: 'kg', min: 'zero', names: service.names }] }],
    ['a text with a default', { parameters: [{ id: 'name', kind: 'text', names: service.names, default: { value: 'x', source: 'project', evidence: 'primary' } }] }],
    ['a constant as a number', { constants: [{ id: 'k', names: service.names, unit: '', value: 2, source: 'project', evidence: 'primary' }] }],
    ['evidence of another kind', { exclusions: [{ text: service.names, source: 'project', evidence: 'hearsay' }] }],
    ['a duty about stages without stages', { duties: [{ id: 'd', kind: 'stages-covered', level: 'must', text: service.names, source: 'project', evidence: 'primary' }] }],
    ['a formula with a function', { quantities: [{ id: 'q', unit: '', names: service.names, formula: 'sqrt(X)', inputs: {} }] }],
  ])('%s is refused by the schema', (_, change) => { refused(change); });

  it.each([
    ['a source that is not listed', { exclusions: [{ text: service.names, source: 'nowhere', evidence: 'primary' }] }, 'exclusion: no source nowhere'],
    ['a recalled constant', { constants: [{ id: 'k', names: service.names, unit: '', value: '2', source: 'project', evidence: 'recalled' }] }, 'constant k: recalled'],
    ['a unit of no dimension known', { units: [{ ...unit, unit: 'wisp' }] }, 'unit guest-night: wisp'],
    ['a formula over nothing', { quantities: [{ id: 'q', unit: '', names: service.names, formula: 'a * b', inputs: { a: 'guest_nights', b: 'nothing' } }], lines: [] }, 'quantity q: no input nothing'],
    ['an input not used', { quantities: [{ id: 'q', unit: '', names: service.names, formula: 'a', inputs: { a: 'guest_nights', b: 'waste' } }], lines: [] }, 'quantity q: b not used'],
  ])('%s is found', (_, change, expected) => {
    expect(faults({ ...service, ...change } as SectorRule)).toContain(expected);
  });
});
