import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/diagnostics/fault.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { bundledDatasets, ownPackage } from '../../src/factors/bundled-datasets.js';
import { bundledIndex, describes, LazyDataset } from '../../src/factors/bundled-index.js';
import { loadDataset } from '../../src/factors/load-dataset.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { FaultWatch } from '../../src/input/fault-watch.js';

const root = ownPackage() ?? '';
const watch = new FaultWatch(new Findings());

describe('the index of the bundled datasets', () => {
  it('knows what opening each of them tells', () => {
    const index = bundledIndex(root);
    expect([...index.keys()]).toEqual([...bundledDatasets().keys()]);
    for (const [name, folder] of bundledDatasets()) {
      const dataset = loadDataset(folder, watch);
      expect(index.get(name)).toMatchObject({ facts: dataset?.facts, ids: dataset?.ids });
    }
  });

  it('gives the same factors as the datasets themselves', () => {
    const library = openLibrary(undefined, new Findings());
    for (const [name, folder] of bundledDatasets()) {
      const dataset = loadDataset(folder, watch);
      for (const id of dataset?.ids ?? []) {
        expect(library?.find(`${name}:${id}`)).toEqual({ kind: 'found', factor: (dataset?.factor(id) as { factor: unknown }).factor });
      }
    }
  });

  it('is not used for files of another size, and refuses files of the same size and other content', () => {
    const entry = [...bundledIndex(root).values()][0];
    const bundled = bundledDatasets().get(entry?.facts.name ?? '') ?? '';
    const copy = join(mkdtempSync(join(tmpdir(), 'tanji-test-')), basename(bundled));
    cpSync(bundled, copy, { recursive: true });
    if (entry === undefined) throw new Error('nothing is bundled');
    expect(describes(entry, copy)).toBe(true);

    const table = join(copy, 'factors.csv');
    writeFileSync(table, readFileSync(table, 'utf8').replace(/\d/u, (digit) => (digit === '9' ? '8' : '9')));
    expect(describes(entry, copy)).toBe(true);
    const altered = new LazyDataset(entry, copy, () => loadDataset(copy, watch));
    expect(altered.has(entry.ids[0] ?? '')).toBe(true);
    expect(() => altered.factor(entry.ids[0] ?? '')).toThrow(Fault);
    expect(() => altered.rows()).toThrow(Fault);

    appendFileSync(table, '\n');
    expect(describes(entry, copy)).toBe(false);
  });

  it('is empty where there is none', () => {
    expect(bundledIndex(mkdtempSync(join(tmpdir(), 'tanji-test-'))).size).toBe(0);
  });
});
