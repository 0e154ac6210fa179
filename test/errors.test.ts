import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codes, type Code } from '../src/diagnostics/codes.js';
import { caseNames, LANGUAGES, runCase, type ErrorCaseRun } from './support/error-case.mjs';

/** Codes that no small file can provoke, each with the place where it is tried instead. */
const ELSEWHERE: ReadonlyMap<Code, string> = new Map<Code, string>([
  ['output-unwritable', 'its reason differs between systems: test/cli/output.test.ts'],
  ['file-too-large', 'it takes more than 512 MB: test/input/read-source.test.ts'],
  ['defect', 'no input may provoke it'],
  ['batch-memory', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['batch-doubled', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['batch-failed', 'it takes several runs or a large bill: test/cli/batch-failures.test.ts'],
  ['bill-changed', 'the bill has to change while it is read: test/cli/batch-bills.test.ts'],
  ['journal-standing', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['journal-other', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['shard-unfit', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['shard-missing', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['shard-product', 'it takes several runs or a large bill: test/cli/batch.test.ts'],
  ['dataset-altered', 'it takes an altered installation: test/factors/bundled-index.test.ts'],
]);

/** Files that a case may hold: a run that leaves others behind has written something. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

const names = caseNames();
const runs = new Map<string, ErrorCaseRun>();

beforeAll(async () => {
  const waiting = names.flatMap((name) => LANGUAGES.map((language) => ({ name, language })));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      runs.set(`${next.name} ${next.language}`, await runCase(next.name, next.language));
    }
  };
  await Promise.all([worker(), worker()]);
  // Some five hundred runs of the program, beside whatever else the machine tests.
}, 300_000);

function runOf(name: string, language: 'en' | 'zh'): ErrorCaseRun {
  const run = runs.get(`${name} ${language}`);
  if (run === undefined) throw new RangeError(`not run: ${name}`);
  return run;
}

describe.each(names)('%s', (name) => {
  it.each(LANGUAGES)('says in %s what it said', (language) => {
    const { folder, exit, expectedExit, shows, said, result } = runOf(name, language);
    expect(said, shows).toBe(readFileSync(join(folder, `expected.${language}.txt`), 'utf8'));
    expect(exit).toBe(expectedExit);
    if (exit !== 0) expect(result).toBe('');
    expect(said).not.toMatch(/^\s+at .*\(|node:internal|\/(?:home|tmp|root|work)\/|[A-Z]:\\/mu);
  });

  it('writes no file', () => {
    const { folder } = runOf(name, 'en');
    const allowed = /^(?:bom\.(?:csv|xlsx)|product\.json|products\.csv|report\.json|ledger\.csv|institution\.json|mapping\.csv|tanji\.lock|case\.json|expected\.(?:en|zh)\.txt|set(?:[/\\](?:factors\.csv|datapackage\.json))?)$/u;
    expect(filesOf(folder).filter((file) => !allowed.test(file))).toEqual([]);
  });
});

it('has a case for every code that input can provoke', () => {
  const told = new Set<string>();
  for (const run of runs.values()) {
    for (const [, code = ''] of run.said.matchAll(/\[([a-z0-9-]+)\]/gu)) told.add(code);
  }
  const without = (Object.keys(codes) as Code[]).filter((code) => !told.has(code));
  expect(without.sort()).toEqual([...ELSEWHERE.keys()].sort());
});

it('says the same codes at the same places in both languages', () => {
  const places = (said: string): string[] => [...said.matchAll(/^\S+?(\[[a-z0-9-]+\](?: [\w.\-/]+(?::\d+)*)?)[:：]/gmu)].map(([, place = '']) => place);
  for (const name of names) {
    const english = places(runOf(name, 'en').said);
    expect(english.length, name).toBeGreaterThan(0);
    expect(places(runOf(name, 'zh').said), name).toEqual(english);
  }
});
