import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIdentity } from '../../src/batch/batch-identity.js';
import type { BatchRequest } from '../../src/batch/batch-job.js';
import { BatchRun } from '../../src/batch/batch-run.js';
import { JournaledOutput } from '../../src/batch/journal.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { writeDataset } from '../support/dataset.js';

const set = writeDataset('plain', [{ id: 'steel', kgco2e: '2' }, { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' }]);
const folder = mkdtempSync(join(tmpdir(), 'tanji-journal-'));
const out = join(folder, 'out');
const part = `${out}.part`;
const journal = `${out}.journal`;
const HEADER = 'product,item,quantity,unit,factor';

afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Products of so many lines each, every 29th of them with a bad one; a comment makes the lines long. */
function bill(name: string, { products, lines, end = '' }: { products: number; lines: number; end?: string }): string {
  const rows = [`${HEADER},comment`];
  for (let product = 0; product < products; product += 1) {
    for (let line = 0; line < lines; line += 1) {
      const quantity = product % 29 === 3 && line === 1 ? 'x' : String(line + 1);
      rows.push(`${name}-${String(product)},part ${String(line)},${quantity},${line % 2 === 0 ? 'kg,steel' : 'kWh,power'},${'-'.repeat(900)}`);
    }
  }
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `${rows.join('\n')}\n${end}`);
  return path;
}

/** What a run left: how far it came of the whole, and how much of the files the system had put on the disk. */
interface Loss {
  readonly done: number;
  /** Of its size. */
  readonly part: number;
  readonly journal: number;
  /** Of what is missing: as zeros, for which there is room on the disk and nothing was written. */
  readonly zeros: number;
}

const loss: fc.Arbitrary<Loss> = fc.record({
  done: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  part: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  journal: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  zeros: fc.constantFrom(0, 0.5, 1),
});

async function opened(request: BatchRequest): Promise<BatchRun> {
  const run = await BatchRun.open(request, new Findings());
  if (run === undefined) throw new RangeError('the bills cannot be read');
  return run;
}

/** Goes on with what stands there, for so many events. How many there were, where it came to the end. */
async function goneOn(request: BatchRequest, events: number): Promise<number | undefined> {
  const run = await opened(request);
  const output = new JournaledOutput(out, await runIdentity(run, false), true);
  const from = output.from === undefined ? {} : { from: output.from, done: output.done };
  let taken = 0;
  for await (const event of run.events(from)) {
    if (taken === events) {
      await output.close();
      return undefined;
    }
    output.take(event);
    taken += 1;
  }
  await output.finish();
  return taken;
}

function cut({ part: ofPart, journal: ofJournal, zeros }: Loss): void {
  for (const [path, share] of [[part, ofPart], [journal, ofJournal]] as const) {
    const { size } = statSync(path);
    const kept = Math.floor(size * share);
    truncateSync(path, kept);
    truncateSync(path, kept + Math.floor((size - kept) * zeros));
  }
}

describe.each([
  ['in ranges, the second bill looked through after all, the third small', false],
  ['looked through first', true],
])('a run %s', (_, scattered) => {
  let request: BatchRequest = { bills: [] };
  let whole = '';
  let events = 0;
  let cuts = 0;

  beforeAll(async () => {
    const bills = [
      bill('a', { products: 640, lines: 8 }),
      // Its first product comes again at its end: what the ranges gave is void.
      bill('b', { products: 400, lines: 8, end: 'b-0,late part,1,kg,steel,\n' }),
      bill('c', { products: 50, lines: 2 }),
    ];
    request = { bills, factors: [set], scattered, jobs: 1 };
    events = await goneOn(request, Infinity) ?? 0;
    whole = readFileSync(out, 'utf8');
    // 1 + 3 + 5 + 7 kg × 2 and 2 + 4 + 6 + 8 kWh × 0.5: 32 + 10.
    expect(whole.slice(0, 2000)).toContain('"product":"a-0"');
    expect(JSON.parse(whole.slice(0, whole.indexOf('\n')))).toMatchObject({ product: 'a-0', total: '42' });
    expect(whole.match(/\n/gu)).toHaveLength(1090);
    rmSync(out);
  });

  it('goes on, wherever it was cut off and whatever the disk lost, to the same bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(loss, { minLength: 1, maxLength: 2 }), async (losses) => {
      for (const each of losses) {
        if (await goneOn(request, Math.floor(each.done * events)) !== undefined) break;
        cut(each);
        cuts += 1;
      }
      await goneOn(request, Infinity);
      expect(readFileSync(out, 'utf8') === whole).toBe(true);
      rmSync(out);
    }), { numRuns: 85 });
    // Each draw cuts the first time; a second time where what was left takes so many events.
    expect(cuts).toBeGreaterThanOrEqual(85);
  }, 240_000);
});
