import { describe, expect, it } from 'vitest';
import { service } from '../../src/sectors/service.js';
import type { Sector } from '../../src/sectors/model.js';
import type { Parameter, SectorRule } from '../../src/sectors/rule.js';
import { makerWith, productFile, type Made } from '../support/making.js';

const names = { en: 'thing', zh: '量' };
const cited = { source: 'project', evidence: 'primary' } as const;
const make = makerWith([{ id: 'steel', unit: 'kg', kgco2e: '2' }]);

/** A report by a rule of these parameters alone, whose one line is `mass` kg of steel. */
function read(parameters: readonly Parameter[], given: object): Made {
  const rule: SectorRule = {
    ...service.rule, units: [{ basis: 'piece', kind: 'declared', unit: 'piece', names, flow: { formula: 'amount', inputs: {} } }],
    boundaries: ['cradle-to-gate'], duties: [], quantities: [], lines: [], parameters,
  };
  const sector: Sector = { rule };
  return make('item,stage,quantity,unit,factor\nsteel,raw_materials,1,kg,steel\n', { sector, product: productFile({ sector: 'service', parameters: given }) });
}

const valueOf = (made: Made, id: string): readonly (string | undefined)[] => {
  const found = made.report?.model?.quantities.find((quantity) => quantity.id === id);
  return [found?.value, found?.unit, found?.status, found?.given];
};
const codesOf = ({ findings }: Made): string[] => findings.map((found) => found.split(' ')[0] ?? '').filter((code) => code !== 'product-undeclared');

describe('an amount', () => {
  const mass: Parameter = { id: 'mass', kind: 'amount', unit: 'kg', names };

  it.each([
    ['150 g', '0.15'], ['0.15 t', '150'], ['1.5kg', '1.5'], ['１５０ｇ', '0.15'], ['2 斤', '1'], ['1e-3 t', '1'], ['0 kg', '0'],
  ])('%s is %s kg', (text, value) => {
    expect(valueOf(read([mass], { mass: text }), 'mass').slice(0, 3)).toEqual([value, 'kg', 'given']);
  });

  it('tells what was written where that is another text', () => {
    expect(valueOf(read([mass], { mass: '150 g' }), 'mass')[3]).toBe('150 g');
    expect(valueOf(read([mass], { mass: '1.5 kg' }), 'mass')[3]).toBeUndefined();
  });

  it.each([
    ['150', 'parameter-invalid'], ['kg', 'parameter-invalid'], ['', 'parameter-invalid'], ['NaN kg', 'parameter-invalid'],
    ['1,234.5.6 kg', 'parameter-invalid'], ['-1 kg', 'number-outside'], ['1e999999 kg', 'number-out-of-range'],
    ['5 m', 'unit-dimension'], ['5 wisps', 'unit-unknown'], ['5 %', 'unit-unknown'], ['=1+1 kg', 'parameter-invalid'],
  ])('%j is refused: %s', (text, code) => {
    const made = read([mass], { mass: text });
    expect(codesOf(made)).toContain(code);
    expect(made.report).toBeUndefined();
  });
});

describe('a ratio', () => {
  const share: Parameter = { id: 'share', kind: 'ratio', names };

  it.each([['5 %', '0.05'], ['0.05', '0.05'], ['５％', '0.05'], ['100%', '1'], ['0', '0']])('%s is %s', (text, value) => {
    expect(valueOf(read([share], { share: text }), 'share')[0]).toBe(value);
  });

  it.each([['101 %', 'number-outside'], ['-0.1', 'number-outside'], ['5 kg', 'parameter-invalid'], ['half', 'parameter-invalid']])('%s is refused: %s', (text, code) => {
    expect(codesOf(read([share], { share: text }))).toContain(code);
  });

  it('has the range that its rule states', () => {
    expect(codesOf(read([{ ...share, below: '1' }], { share: '1' }))).toContain('number-outside');
    expect(valueOf(read([{ ...share, min: '0', max: '2' }], { share: '150 %' }), 'share')[0]).toBe('1.5');
  });
});

describe('a number', () => {
  it('may have to be whole', () => {
    const stops: Parameter = { id: 'stops', kind: 'number', whole: true, min: '2', names };
    expect(valueOf(read([stops], { stops: '10' }), 'stops')[0]).toBe('10');
    for (const text of ['2.5', '1']) expect(codesOf(read([stops], { stops: text }))).toContain('number-outside');
  });
});

describe('a default and a preset', () => {
  const life: Parameter = {
    id: 'life', kind: 'amount', unit: 'a', names, default: { value: '10 a', ...cited },
    presets: [{ id: 'long', value: '25 a', names, ...cited }, { id: 'rumour', value: '30 a', names, source: 'project', evidence: 'recalled' }],
  };

  it('is marked as what it is, with its source', () => {
    expect(valueOf(read([life], {}), 'life').slice(0, 3)).toEqual(['10', 'a', 'default']);
    expect(valueOf(read([life], { life: 'preset:long' }), 'life').slice(0, 3)).toEqual(['25', 'a', 'preset']);
    expect(valueOf(read([life], { life: '12 a' }), 'life').slice(0, 3)).toEqual(['12', 'a', 'given']);
    const source = read([life], {}).report?.model?.quantities.find(({ id }) => id === 'life')?.source;
    expect(source).toEqual({ title: service.rule.sources[0]?.title, evidence: 'primary' });
  });

  it('nobody has read is told of, and marked', () => {
    const made = read([life], { life: 'preset:rumour' });
    expect(codesOf(made)).toEqual(['preset-unverified']);
    expect(made.report?.model?.quantities.find(({ id }) => id === 'life')?.source?.evidence).toBe('recalled');
  });

  it('of another name is refused', () => {
    expect(codesOf(read([life], { life: 'preset:short' }))).toContain('word-unknown');
  });
});

describe('choices, texts, groups and lists', () => {
  const route: Parameter = { id: 'route', kind: 'choice', names, options: [{ id: 'ring', names }, { id: 'open', names }] };
  const deep: Parameter[] = [
    { id: 'name', kind: 'text', names }, route,
    { id: 'steps', kind: 'list', names, parameters: [{ id: 'loss', kind: 'ratio', names, required: true }] },
    { id: 'use', kind: 'group', names, parameters: [{ id: 'days', kind: 'number', names }] },
  ];

  it('are read', () => {
    const made = read(deep, { name: 'x', route: 'ring', steps: [{ loss: '5 %' }, { loss: '10 %', $comment: 'ours' }], use: { days: '3' } });
    expect(codesOf(made)).toEqual([]);
    expect(valueOf(made, 'steps.2.loss')[0]).toBe('0.1');
    expect(valueOf(made, 'use.days')[0]).toBe('3');
    expect(made.report?.model?.choices.map(({ id, value }) => `${id} ${value}`)).toEqual(['route ring']);
  });

  it.each([
    [{ route: 'filament' }, 'word-unknown'], [{ steps: { loss: '5 %' } }, 'parameter-invalid'], [{ steps: ['5 %'] }, 'parameter-invalid'],
    [{ use: [{ days: '3' }] }, 'parameter-invalid'], [{ use: '3' }, 'parameter-invalid'], [{ name: ['x'] }, 'parameter-invalid'],
    [{ steps: [{ loss: '5 %' }, {}] }, 'parameter-missing'], [{ rout: 'ring' }, 'parameter-unknown'], [{ use: { toString: '3' } }, 'parameter-unknown'],
    [{ constructor: '1' }, 'parameter-unknown'], [JSON.parse('{"__proto__":"1"}') as object, 'parameter-unknown'],
  ])('%j is refused: %s', (given, code) => {
    expect(codesOf(read(deep, given))).toContain(code);
  });
});

describe('factors', () => {
  const factor: Parameter = { id: 'factor', kind: 'factor', per: 'kg', names };

  it.each([
    [{ kgco2e: '1', unit: 'kg', source: 's' }, undefined], [{ kgco2e: '-1', unit: 'kg', source: 's' }, undefined],
    [{ kgco2e: '1', unit: 'kg' }, 'supplier-factor-incomplete'], [{ kgco2e: 'x', unit: 'kg', source: 's' }, 'number-invalid'],
    [{ kgco2e: '1', unit: 'wisp', source: 's' }, 'unit-unknown'],
  ])('%j gives %s', (given, code) => {
    const codes = codesOf(read([factor], { factor: given }));
    if (code === undefined) expect(codes).toEqual([]);
    else expect(codes).toHaveLength(1);
  });
});
