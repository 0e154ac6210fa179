import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { differences } from '../conformance/compare.mjs';

const home = fileURLToPath(new URL('../conformance/', import.meta.url));
const names = readdirSync(join(home, 'cases')).sort();
const caseOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(home, 'cases', name, 'case.json'), 'utf8')) as Record<string, unknown>;

describe('the conformance cases', () => {
  it('all pass', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(home, 'run.mjs')], { encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('ok'))).toEqual([`${names.length} of ${names.length} cases pass`]);
    expect(status).toBe(0);
  });

  it('are at least the 25 that were asked for, each of the published form', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(join(home, 'case.schema.json'), 'utf8')) as object);
    for (const name of names) expect({ name, valid: validate(caseOf(name)), errors: validate.errors }).toEqual({ name, valid: true, errors: null });
    expect(names.length).toBeGreaterThanOrEqual(25);
  });

  it('give the same answer where one says so of another', () => {
    const twins = names.filter((name) => caseOf(name)['same_as'] !== undefined);
    expect(twins.length).toBeGreaterThan(0);
    for (const name of twins) expect(caseOf(String(caseOf(name)['same_as']))['expected']).toMatchObject({ total: (caseOf(name)['expected'] as { total: string }).total });
  });

  it('are all in the table of the README', () => {
    const readme = readFileSync(join(home, 'README.md'), 'utf8');
    for (const name of names) expect(readme).toContain(name.replace(/^\d+-/u, ''));
  });
});

describe('the comparison', () => {
  it.each([
    ['the very decimal', { total: '12.5' }, { total: '12.50' }, true],
    ['one digit off', { total: '12.5' }, { total: '12.499999999999999' }, false],
    ['an endless fraction, rounded', { total: '1/3' }, { total: '0.333333333333333' }, true],
    ['an endless fraction, rounded to too few digits', { total: '1/3' }, { total: '0.3333' }, false],
    ['an endless total, rounded the wrong way', { total: '2/3' }, { total: '0.666666666666666' }, false],
    ['an endless part, one step off so that parts add up', { total: '1', by_stage: { use: '2/3' } }, { total: '1', by_stage: { use: '0.666666666666666' } }, true],
    ['a part that nothing expects', { total: '1', by_stage: {} }, { total: '1', by_stage: { use: '1' } }, false],
    ['a part left out', { total: '1', lines: [{ line: 2, kgco2e: '1' }] }, { total: '1' }, false],
    ['an answer where a refusal is due', { error: 'cycle' }, { total: '1' }, false],
    ['a refusal for another reason', { error: 'cycle' }, { error: 'unknown-unit' }, false],
    ['a refusal at another line', { error: 'cycle', line: 3 }, { error: 'cycle', line: 4 }, false],
    ['the refusal', { error: 'cycle', line: 3 }, { error: 'cycle', line: 3 }, true],
    ['a refusal where an answer is due', { total: '1' }, { error: 'cycle' }, false],
  ])('%s', (_, expected, answer, passes) => {
    expect(differences(expected, answer).length === 0).toBe(passes);
  });
});
