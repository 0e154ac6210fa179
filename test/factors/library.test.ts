import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINDINGS_LIMIT } from '../../src/diagnostics/findings.js';
import { Library } from '../../src/factors/library.js';
import { sampleDataset, type SampleRow } from './sample-dataset.js';

function library(datasets: Readonly<Record<string, readonly SampleRow[]>>): Library {
  return new Library(Object.entries(datasets).map(([name, rows]) => sampleDataset(name, rows)));
}

/** What find answers, as text: the value, or the kind and the candidates. */
function asked(from: Library, reference: string): string {
  const answer = from.find(reference);
  if (answer.kind === 'found') return answer.factor.row.kgco2e;
  return answer.kind === 'unsound' || answer.kind === 'unweighed' ? answer.kind : [answer.kind, ...answer.candidates].join(' ');
}

describe('a factor', () => {
  const both = library({ base: [{ id: 'steel', kgco2e: '2' }, { id: 'glass', kgco2e: '3' }], second: [{ id: 'steel', kgco2e: '1.9' }] });

  test('is found by its id where one dataset has it', () => {
    expect(asked(both, 'glass')).toBe('3');
  });

  test('that two datasets have needs the name of one', () => {
    expect(asked(both, 'steel')).toBe('ambiguous base:steel second:steel');
    expect(asked(both, 'base:steel')).toBe('2');
    expect(asked(both, 'second:steel')).toBe('1.9');
  });

  test('whose row cannot be read says why, with its place', () => {
    const answer = library({ base: [{ id: 'steel', kgco2e: 'two' }] }).find('steel');
    expect(answer).toMatchObject({
      kind: 'unsound',
      problems: [{ code: 'number-invalid', spot: { input: 'base/factors.csv', line: 2, column: 7 } }],
    });
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', '', ':', 'base:', ':steel', 'toString:valueOf'])(
    'called %j is missing unless a dataset has it',
    (reference) => {
      expect(both.find(reference).kind).toBe('missing');
    },
  );

  test('may be called __proto__', () => {
    expect(asked(library({ base: [{ id: '__proto__', kgco2e: '7' }] }), '__proto__')).toBe('7');
  });
});

describe('a missing factor', () => {
  const many = library({
    base: [{ id: 'cotton-fibre', name: 'Cotton fibre', name_zh: '棉纤维' }, { id: 'steel' }, { id: 'plain-glass', name_zh: '玻璃' }],
    second: [{ id: 'steel' }, { id: 'float-glass', name_zh: '玻璃' }],
  });

  test('suggests the factor of that name first', () => {
    expect(asked(many, '棉纤维')).toBe('missing cotton-fibre');
    expect(asked(many, 'COTTON FIBRE')).toMatch(/^missing cotton-fibre/);
    expect(asked(many, '玻璃')).toBe('missing plain-glass float-glass');
  });

  test('suggests ids spelt alike, with the dataset where two have them', () => {
    expect(asked(many, 'coton-fibre')).toBe('missing cotton-fibre');
    expect(asked(many, 'steal')).toBe('missing base:steel second:steel');
  });

  test('of a named dataset suggests other datasets that have it', () => {
    expect(asked(many, 'second:cotton-fibre')).toMatch(/^missing base:cotton-fibre/);
    expect(asked(many, 'bsae:plain-glass')).toMatch(/^missing base:plain-glass/);
  });
});

test('after as many missing factors as a run tells of, nothing is suggested any more', () => {
  const one = library({ base: [{ id: 'steel' }] });
  for (let index = 0; index < FINDINGS_LIMIT; index += 1) expect(asked(one, `steel${String(index)}`)).toBe('missing steel');
  expect(asked(one, 'steal')).toBe('missing');
  expect(asked(one, 'steel')).toBe('2');
});

test('find agrees with looking through every row', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'ab', '__proto__', 'constructor');
  const rows = fc.uniqueArray(fc.record({ id, kgco2e: fc.nat(99).map(String) }), { selector: (row) => row.id, minLength: 1 });
  const name = fc.constantFrom('x', 'y', 'z', 'a');
  const datasets = fc.uniqueArray(fc.record({ name, rows }), { selector: (one) => one.name });
  const reference = fc.tuple(fc.option(name), id).map(([dataset, one]) => (dataset === null ? one : `${dataset}:${one}`));
  fc.assert(fc.property(datasets, fc.array(reference), (made, references) => {
    const tested = new Library(made.map((one) => sampleDataset(one.name, one.rows)));
    for (const wanted of references) {
      const matches = made.flatMap((one) => one.rows
        .filter((row) => row.id === wanted || `${one.name}:${row.id}` === wanted)
        .map((row) => ({ value: row.kgco2e, key: `${one.name}:${row.id}` })));
      const [only] = matches;
      if (only === undefined) expect(tested.find(wanted).kind).toBe('missing');
      else if (matches.length === 1) expect(asked(tested, wanted)).toBe(only.value);
      else expect(asked(tested, wanted)).toBe(['ambiguous', ...matches.map(({ key }) => key)].join(' '));
    }
  }));
});
