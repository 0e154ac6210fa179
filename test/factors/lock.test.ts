import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { lockOf, lockProblems, LOCK_SCHEMA, type LockInput } from '../../src/factors/lock.js';
import { readLock } from '../../src/factors/read-lock.js';
import { canonicalText } from '../../src/report/canonical.js';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];

function reading(content: unknown): { lock: LockInput | undefined; told: string[] } {
  const findings = new Findings();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const lock = readLock({ name: 'tanji.lock', bytes: new TextEncoder().encode(text) }, findings);
  return { lock, told: findings.all().map(({ code, spot }) => `${code} ${String(spot?.line)}:${String(spot?.column)}`) };
}

function locked(...datasets: { name: string; version: string; sha256: string }[]): LockInput {
  const { lock } = reading({ schema: LOCK_SCHEMA, datasets });
  if (lock === undefined) throw new Error('this lock should be read');
  return lock;
}

describe('a lock', () => {
  test('holds name, version and digest of each dataset and nothing else, sorted by name', () => {
    const facts = { title: 'x', factors: 3, version: '1', sha256: A };
    expect(canonicalText(lockOf([{ ...facts, name: 'b' }, { ...facts, name: 'a' }, { ...facts, name: 'B' }, { ...facts, name: 'a-b' }]))).toBe(
      `{"datasets":[${['B', 'a', 'a-b', 'b'].map((name) => `{"name":"${name}","sha256":"${A}","version":"1"}`).join(',')}],"schema":"tanji/lock/1"}`,
    );
  });

  test('lets pass what it pins, whatever else it pins', () => {
    const lock = locked({ name: 'a', version: '1', sha256: A }, { name: 'b', version: '1', sha256: B });
    expect(lockProblems(lock, [{ name: 'a', version: '1', sha256: A }])).toEqual([]);
    expect(lockProblems(lock, [])).toEqual([]);
  });

  test('refuses another content, even of the same version, and points at its entry', () => {
    const lock = locked({ name: 'a', version: '1', sha256: A }, { name: 'b', version: '1', sha256: B });
    expect(lockProblems(lock, [{ name: 'b', version: '1', sha256: A }])).toMatchObject([
      { code: 'dataset-changed', args: { name: 'b', lockedVersion: '1', version: '1' }, spot: { input: 'tanji.lock', line: 1 } },
    ]);
  });

  test('refuses what it does not name, all of it in one run', () => {
    const lock = locked({ name: 'a', version: '1', sha256: A });
    const used = ['__proto__', 'constructor', 'b'].map((name) => ({ name, version: '1', sha256: A }));
    expect(lockProblems(lock, used).map(({ code, args }) => [code, args])).toEqual(used.map(({ name }) => ['dataset-unlocked', { name }]));
  });
});

describe('reading a lock', () => {
  test.each([
    ['', 'json-invalid 1:1'],
    ['{"schema":"tanji/lock/1",', 'json-invalid 1:26'],
    ['[]', 'schema-violation 1:1'],
    [`{"schema":"tanji/lock/2","datasets":[]}`, 'schema-violation 1:2'],
    [`{"schema":"tanji/lock/1"}`, 'schema-violation 1:1'],
    [`{"schema":"tanji/lock/1","datasets":[],"extra":1}`, 'schema-violation 1:40'],
    [`{"schema":"tanji/lock/1",\n"datasets":[{"name":"a","version":"1","sha256":"${A.slice(1)}"}]}`, 'schema-violation 2:39'],
    [`{"schema":"tanji/lock/1",\n"datasets":[{"name":"a","version":1,"sha256":"${A}"}]}`, 'schema-violation 2:25'],
    [`{"schema":"tanji/lock/1",\n"datasets":[{"name":"__proto__","version":"1","sha256":"${A}"}]}`, 'schema-violation 2:14'],
  ])('tells where %j is wrong', (text, told) => {
    expect(reading(text)).toEqual({ lock: undefined, told: [told] });
  });

  test('refuses a dataset named twice', () => {
    const text = `{"schema":"tanji/lock/1","datasets":[\n${[A, B].map((sha256) => `{"name":"a","version":"1","sha256":"${sha256}"}`).join(',\n')}]}`;
    expect(reading(text)).toEqual({ lock: undefined, told: ['schema-violation 3:2'] });
  });

  test('reads a lock with a byte order mark, indented by an editor', () => {
    const text = `\ufeff${JSON.stringify(lockOf([{ name: 'a', version: '1', sha256: A }]), undefined, 2)}\r\n`;
    expect(reading(text).lock?.pinned.get('a')?.sha256).toBe(A);
  });

  test('its schema names the schema that locks name', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/lock.schema.json', import.meta.url), 'utf8')) as { properties: { schema: { const: string } } };
    expect(schema.properties.schema.const).toBe(LOCK_SCHEMA);
  });
});
