import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { catalogue, HEADER } from './catalogue.js';
import { emptyFolder, ended, folderWith, inventedFactors, start, tanji } from './run-tanji.js';

const factors = inventedFactors();
const call = ['batch', 'bom.csv', '--factors', factors, '--quiet', '--jobs', '1'];

/** 20,000 lines of a hundred bytes fill a range. */
function badBill(products: number): string {
  return `${HEADER}\n${Array.from({ length: products }, (_, product) => `p${String(product)},sheet ${'-'.repeat(80)},x,kg,steel\n`).join('')}`;
}

/** Codes of the findings that were told, and how often each. */
function told(stderr: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, code = ''] of stderr.matchAll(/^error\[([a-z-]+)\]/gmu)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('bad lines', () => {
  it('in their hundred thousands give a record each, a hundred findings and a word on the rest, in memory that does not grow with them', async () => {
    const cwd = emptyFolder();
    // What Node says of itself when it ends: in bytes × 1024 on all systems.
    writeFileSync(join(cwd, 'peak.cjs'), "process.on('exit', () => { require('node:fs').writeFileSync('peak', String(process.resourceUsage().maxRSS)); });\n");
    const peaks: number[] = [];
    for (const products of [20_000, 200_000]) {
      writeFileSync(join(cwd, 'bom.csv'), badBill(products));
      const run = await tanji([...call, '-o', 'out'], { cwd, env: { NODE_OPTIONS: '--require ./peak.cjs', LC_ALL: 'C' } });
      expect(run.exit).toBe(1);
      expect(told(run.stderr)).toEqual({ 'number-invalid': 100, 'batch-failed': 1 });
      expect(run.stderr).toContain(`${String(products)} products failed; not all findings are shown here`);
      const records = readFileSync(join(cwd, 'out'), 'utf8').trimEnd().split('\n');
      expect(records).toHaveLength(products);
      expect(JSON.parse(records.at(-1) ?? '')).toEqual({
        product: `p${String(products - 1)}`, exit: 2,
        findings: [{ code: 'number-invalid', severity: 'error', input: 'bom.csv', line: products + 1, column: 3, args: { column: 'quantity', text: 'x' } }],
      });
      peaks.push(Number(readFileSync(join(cwd, 'peak'), 'utf8')));
    }
    const [few = 0, many = 0] = peaks;
    expect(few).toBeGreaterThan(0);
    // Ten times the lines; 16 bytes a product tell that none comes twice.
    expect(many / few).toBeLessThan(1.6);
  }, 60_000);

  it('are all told where they are few, each once, also in a bill that is read a second time', async () => {
    const bad = 'bad,sheet,x,kg,steel\n';
    const cwd = folderWith({ 'bom.csv': `${HEADER}\n${bad}${catalogue(700).slice(HEADER.length + 1)}product-0,sheet,1,kg,steel\n` });
    const { exit, stderr } = await tanji([...call, '-o', 'out'], { cwd });
    expect([exit, told(stderr)]).toEqual([1, { 'number-invalid': 1 }]);
    expect(readFileSync(join(cwd, 'out'), 'utf8').match(/\n/gu)).toHaveLength(701);
  });

  it('of a run that was cut off are told of when it has gone on', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\nbad,sheet,x,kg,steel\n${catalogue(3000).slice(HEADER.length + 1)}` });
    const scattered = [...call, '--scattered', '-o', 'out'];
    const child = start(scattered, { cwd });
    const exit = ended(child);
    while (child.exitCode === null && !(existsSync(join(cwd, 'out.part')) && statSync(join(cwd, 'out.part')).size > 300_000)) await pause(1);
    child.kill('SIGKILL');
    await exit;
    const run = await tanji([...scattered, '--resume'], { cwd });
    expect([run.exit, told(run.stderr)]).toEqual([1, { 'batch-failed': 1 }]);
  });
});
