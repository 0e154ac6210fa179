import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { openCsv } from '../../src/factors/csv-dataset.js';
import type { FactorChange, Verb } from '../../src/factors/diff/change.js';
import { diffDatasets } from '../../src/factors/diff/diff-datasets.js';
import { readEdition, type Edition } from '../../src/factors/diff/edition.js';
import { FACTOR_COLUMNS, type FactorColumn } from '../../src/factors/factor.js';
import { Successors } from '../../src/factors/replacements.js';
import { FaultWatch } from '../../src/input/fault-watch.js';
import { Fraction } from '../support/fraction.js';
import { csvText, sampleRow, type SampleRow } from './sample-dataset.js';

type Stated = Readonly<Record<string, readonly string[]>>;

function edition(rows: readonly SampleRow[], stated: Stated = {}): Edition {
  const findings = new Findings();
  const spot = { input: 'datapackage.json', line: 1, column: 1 };
  const replacements = () => Object.entries(stated).map(([from, to]) => ({ from, to, spot }));
  const facts = { name: 'sample', version: '1', title: 'sample', sha256: '' };
  const dataset = openCsv(csvText(rows), { input: 'factors.csv', facts, replacements }, new FaultWatch(findings));
  const read = dataset === undefined ? undefined : readEdition(dataset);
  if (read === undefined || 'problems' in read) throw new Error(JSON.stringify([findings.all(), read]));
  return read;
}

function diff(old: readonly SampleRow[], next: readonly SampleRow[], stated: Stated = {}): readonly FactorChange[] {
  return diffDatasets(edition(old), edition(next, stated)).changes;
}

describe('the five verbs', () => {
  test('create and delete carry the row, blank cells left out', () => {
    const [created, deleted] = diff([{ id: 'old' }], [{ id: 'new', kgco2e: '3' }]);
    expect(created).toMatchObject({ verb: 'create', id: 'new', row: { id: 'new', kgco2e: '3' } });
    expect(deleted).toMatchObject({ verb: 'delete', id: 'old', row: { id: 'old', kgco2e: '2' } });
    expect(Object.values(created?.verb === 'create' ? created.row : {})).not.toContain('');
  });

  test('update lists the cells that differ, and what the value came to', () => {
    // (2.5 − 2) ÷ 2
    expect(diff([{ id: 'a' }], [{ id: 'a', kgco2e: '2.5', notes: 'revised' }])).toEqual([{
      verb: 'update', id: 'a',
      columns: [{ column: 'kgco2e', old: '2', new: '2.5' }, { column: 'notes', old: '', new: 'revised' }],
      value: { old: '2', old_unit: 'kg', new: '2.5', new_unit: 'kg', difference: '0.5', percent: '25' },
    }]);
    expect(diff([{ id: 'a' }], [{ id: 'a', notes: 'x' }])).toEqual([{ verb: 'update', id: 'a', columns: [{ column: 'notes', old: '', new: 'x' }] }]);
  });

  test('replace and split follow what the publisher states, and nothing else', () => {
    const old = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const next = [{ id: 'a2', kgco2e: '1' }, { id: 'b1' }, { id: 'b2' }];
    const verbs = diff(old, next, { a: ['a2'], b: ['b1', 'b2'], other: ['a2'] }).map((change) => [change.verb, change.id]);
    expect(verbs).toEqual([['create', 'a2'], ['create', 'b1'], ['create', 'b2'], ['delete', 'c'], ['replace', 'a'], ['split', 'b']]);
    expect(diff(old, next, { a: ['a2'] }).find(({ verb }) => verb === 'replace')).toEqual({
      verb: 'replace', id: 'a', to: 'a2', columns: [{ column: 'kgco2e', old: '2', new: '1' }],
      value: { old: '2', old_unit: 'kg', new: '1', new_unit: 'kg', difference: '-1', percent: '-50' },
    });
  });

  test('a replacement that was replaced itself is followed to what is there', () => {
    expect(diff([{ id: 'a' }], [{ id: 'c' }, { id: 'd' }], { a: ['b'], b: ['c'] })).toMatchObject([{ id: 'c' }, { id: 'd' }, { verb: 'replace', id: 'a', to: 'c' }]);
    expect(diff([{ id: 'a' }], [{ id: 'c' }, { id: 'd' }], { a: ['b', 'c'], b: ['c', 'd'] })[2]).toEqual({ verb: 'split', id: 'a', to: ['c', 'd'] });
  });

  test('ids named like properties are ids', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    expect(diff([{ id: 'a' }], [{ id: 'a' }, ...names.map((id) => ({ id }))]).map(({ id }) => id)).toEqual([...names].sort());
    expect(diff([{ id: 'a' }, { id: 'constructor' }], [{ id: 'a' }])).toMatchObject([{ verb: 'delete', id: 'constructor' }]);
  });
});

describe('what a value came to', () => {
  const value = (old: SampleRow, next: SampleRow) => {
    const [change] = diff([{ id: 'a', ...old }], [{ id: 'a', ...next }]);
    return change?.verb === 'update' ? change.value : undefined;
  };

  test('is told on the old unit, exactly', () => {
    // 0.1 kg CO2e/MJ × 3.6 MJ/kWh = 0.36; 0.36 − 0.5 = −0.14; −0.14 ÷ 0.5 = −28 %
    expect(value({ unit: 'kWh', kgco2e: '0.5' }, { unit: 'MJ', kgco2e: '0.1' })).toMatchObject({ difference: '-0.14', percent: '-28' });
    // 2000 kg CO2e/t is 2 kg CO2e/kg
    expect(value({}, { unit: 't', kgco2e: '2000' })).toMatchObject({ difference: '0', percent: '0' });
    // 1 kg CO2e/kWh is 1 ÷ 3.6 = 0.2777… kg CO2e/MJ, half to even at the 50th digit
    expect(value({ unit: 'MJ', kgco2e: '0.2' }, { unit: 'kWh', kgco2e: '1' })?.difference).toBe(`0.0${'7'.repeat(49)}8`);
    // 60 digits are kept
    const long = `1.${'0'.repeat(58)}1`;
    expect(value({ kgco2e: '1' }, { kgco2e: long })).toMatchObject({ new: long, difference: `0.${'0'.repeat(58)}1`, percent: '0' });
  });

  test('has a percentage of the size of the old value, half to even, where that is not 0', () => {
    expect(value({ kgco2e: '0' }, { kgco2e: '1' })).toEqual({ old: '0', old_unit: 'kg', new: '1', new_unit: 'kg', difference: '1' });
    // −1 → −2 is a larger removal: a fall
    expect(value({ kgco2e: '-1' }, { kgco2e: '-2' })).toMatchObject({ difference: '-1', percent: '-100' });
    // 0.00005 % and 0.00015 % lie in the middle between steps of 0.0001 %
    expect(value({ kgco2e: '1' }, { kgco2e: '1.0000005' })?.percent).toBe('0');
    expect(value({ kgco2e: '1' }, { kgco2e: '1.0000015' })?.percent).toBe('0.0002');
  });

  test('is no difference where the units do not fit', () => {
    expect(value({}, { unit: 'kWh', kgco2e: '2' })).toEqual({ old: '2', old_unit: 'kg', new: '2', new_unit: 'kWh' });
  });

  test('is not told of gases, which no edition weighs here; their cell is', () => {
    const columns = [...FACTOR_COLUMNS, 'gases'];
    const rows = (gases: string) => `${columns.join(',')}\n${columns.map((column) => {
      if (column === 'gases') return gases;
      return column === 'kgco2e' || column === 'gwp' ? '' : sampleRow({ id: 'a' })[column as FactorColumn];
    }).join(',')}\n`;
    const read = (gases: string): Edition => {
      const origin = { input: 'factors.csv', facts: { name: 'sample', version: '1', title: 'sample', sha256: '' }, replacements: () => [] };
      const dataset = openCsv(rows(gases), origin, new FaultWatch(new Findings()));
      const done = dataset === undefined ? undefined : readEdition(dataset);
      if (done === undefined || 'problems' in done) throw new Error(JSON.stringify(done));
      return done;
    };
    expect(diffDatasets(read('CO2 1'), read('CO2 2')).changes).toEqual([{ verb: 'update', id: 'a', columns: [{ column: 'gases', old: 'CO2 1', new: 'CO2 2' }] }]);
  });
});

describe('stated replacements', () => {
  const faults = (ids: readonly string[], stated: readonly (readonly [string, readonly string[]])[]) => {
    const spot = { input: 'datapackage.json', line: 1, column: 1 };
    const { dataset } = edition(ids.map((id) => ({ id })));
    const successors = new Successors({ ...dataset, has: (id) => ids.includes(id), replacements: () => stated.map(([from, to]) => ({ from, to, spot })) });
    return [...successors.problems()].map(({ args }) => args);
  };

  test('hold where they lead to factors', () => {
    expect(faults(['c', 'd'], [['a', ['b']], ['b', ['c', 'd']]])).toEqual([]);
  });

  test('are told where they do not', () => {
    expect(faults(['a', 'b'], [['a', ['b']]])).toEqual([{ from: 'a', to: 'b', fault: 'kept' }]);
    expect(faults(['b', 'c'], [['a', ['b']], ['a', ['c']]])).toEqual([{ from: 'a', to: 'c', fault: 'doubled' }]);
    expect(faults(['b'], [['a', ['b', 'x', 'y']]])).toEqual([{ from: 'a', to: 'x', fault: 'missing' }, { from: 'a', to: 'y', fault: 'missing' }]);
    expect(faults(['b'], [['__proto__', ['constructor']]])).toEqual([{ from: '__proto__', to: 'constructor', fault: 'missing' }]);
  });

  test('in a circle lead nowhere, however long it is', () => {
    expect(faults(['z'], [['a', ['a']]])).toEqual([{ from: 'a', to: 'a', fault: 'missing' }]);
    const ring = Array.from({ length: 300 }, (_, at) => [`r${String(at)}`, [`r${String((at + 1) % 300)}`]] as const);
    expect(faults(['z'], ring)).toHaveLength(300);
  });
});

const ids = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 });
const rowsOf = ids.chain((chosen) => fc.tuple(...chosen.map((id) => fc.record({
  id: fc.constant(id),
  kgco2e: fc.constantFrom('0', '1', '1.0', '-2.5', '0.3', '3e2'),
  unit: fc.constantFrom('kg', 't', 'kWh', 'MJ'),
  notes: fc.constantFrom('', 'x', 'a "quoted", note'),
}))));

/** Written anew from the rows of the old edition and the changes alone. */
function applied(old: readonly SampleRow[], changes: readonly FactorChange[]): Map<string, Partial<Record<string, string>>> {
  const table = new Map<string, Partial<Record<string, string>>>(old.map((row) => [row.id ?? '', { ...sampleRow(row) }]));
  for (const change of changes) {
    if (change.verb === 'create') table.set(change.id, { ...change.row });
    else if (change.verb === 'update') {
      for (const { column, old: before, new: after } of change.columns) {
        expect(table.get(change.id)?.[column] ?? '').toBe(before);
        table.set(change.id, { ...table.get(change.id), [column]: after });
      }
    } else table.delete(change.id);
  }
  return table;
}

function withoutBlanks(rows: Iterable<Partial<Record<string, string>>>): unknown {
  return [...rows].map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')))
    .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
}

describe('any two editions', () => {
  test('an edition does not differ from itself, in whatever order its rows stand', () => {
    fc.assert(fc.property(rowsOf, (rows) => {
      expect(diff(rows, [...rows].reverse())).toEqual([]);
    }));
  });

  test('the changes make the new edition out of the old one', () => {
    fc.assert(fc.property(rowsOf, rowsOf, fc.boolean(), (old, next, states) => {
      const gone = old.map(({ id }) => id).filter((id) => !next.some((row) => row.id === id));
      const stated = states ? Object.fromEntries(gone.map((id, at) => [id, next.slice(0, at % 3).map((row) => row.id)]).filter(([, to]) => to?.length !== 0)) as Stated : {};
      const changes = diff(old, next, stated);
      expect(withoutBlanks(applied(old, changes).values())).toEqual(withoutBlanks(next.map(sampleRow)));
    }));
  });

  test('backwards, what was created is deleted, and differences on one unit change their sign', () => {
    fc.assert(fc.property(rowsOf, rowsOf, (old, next) => {
      const [there, back] = [diff(old, next), diff(next, old)];
      const named = (changes: readonly FactorChange[], verb: Verb): string[] => changes.filter((change) => change.verb === verb).map(({ id }) => id);
      expect(named(back, 'delete')).toEqual(named(there, 'create'));
      expect(named(back, 'update')).toEqual(named(there, 'update'));
      for (const change of there) {
        if (change.verb !== 'update' || change.value?.old_unit !== change.value?.new_unit) continue;
        const reverse = back.find((other) => other.verb === 'update' && other.id === change.id);
        const difference = (one: FactorChange | undefined): string | undefined => (one?.verb === 'update' ? one.value?.difference : undefined);
        const [forth = '0', hence = '0'] = [difference(change), difference(reverse)];
        expect(Fraction.parse(forth).plus(Fraction.parse(hence)).equals(Fraction.of(0n))).toBe(true);
      }
    }));
  });
});

test('a row that cannot be read is told, of either edition', () => {
  const dataset = openCsv(csvText([{ id: 'a', kgco2e: 'x' }, { id: 'b', unit: 'nonsense' }]), {
    input: 'factors.csv', facts: { name: 's', version: '1', title: 's', sha256: '' }, replacements: () => [],
  }, new FaultWatch(new Findings()));
  const read = dataset === undefined ? undefined : readEdition(dataset);
  expect(read !== undefined && 'problems' in read ? read.problems.map(({ code }) => code) : []).toEqual(['number-invalid', 'unit-unknown']);
});

