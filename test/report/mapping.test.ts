import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { explainReport } from '../../src/report/explain-report.js';
import { makeReport } from '../../src/report/make-report.js';
import type { FootprintReport } from '../../src/report/report.js';
import { validateReport } from '../../src/report/validate-report.js';
import { writeDataset } from '../support/dataset.js';

const library = openLibrary([writeDataset('invented', [
  { id: 'steel', kgco2e: '2' },
  { id: 'zinc', kgco2e: '3' },
  { id: 'truck', kgco2e: '0.1', unit: 'tkm', stage: 'distribution' },
])], new Findings());

function made(bom: string, mapping: string): { report: FootprintReport | undefined; problems: Problem[] } {
  if (library === undefined) throw new Error('no library');
  const findings = new Findings();
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const report = makeReport({
    bom: { name: 'bom.csv', bytes: bytes(bom) }, mapping: { name: 'mapping.csv', bytes: bytes(mapping) }, library,
  }, findings);
  if (report !== undefined) {
    const checks = new Findings();
    validateReport({ name: 'report.json', bytes: Buffer.concat(report.pieces) }, checks);
    expect(checks.all()).toEqual([]);
  }
  return { report: report?.report, problems: findings.all().filter(({ code }) => code !== 'product-undeclared') };
}

const told = (problems: readonly Problem[]): string[] => problems.map(({ code, spot }) => `${code} ${spot?.input ?? ''}:${spot?.line ?? 0}:${spot?.column ?? 0}`);

describe('calc with a mapping', () => {
  it('takes confirmed factors for lines that name none, and tells where from', () => {
    const { report, problems } = made(
      'item,quantity,unit\nbody,5,kg\ncoat,1,kg\n',
      'item,unit,factor,confirmed\ncoat,kg,invented:zinc,yes\nbody,g,steel,x\nbody,kg,steel,√\n',
    );
    // 5 × 2 + 1 × 3; the row for grams is for no line
    expect(report?.result.total).toBe('13');
    expect(report?.inventory.contributions.map(({ item, factor, mapped }) => [item, factor, mapped])).toEqual([
      ['body', 'invented:steel', { input: 'mapping.csv', line: 4, column: 3 }],
      ['coat', 'invented:zinc', { input: 'mapping.csv', line: 2, column: 3 }],
    ]);
    expect(report?.inputs.map(({ name, role, rows }) => [name, role, rows])).toEqual([['bom.csv', 'bom', 2], ['mapping.csv', 'mapping', 3]]);
    expect(told(problems)).toEqual(['mapping-unused mapping.csv:3:1']);
    const stage = report === undefined ? undefined : explainReport(report).result.children[0];
    expect(stage?.children[0]?.children.at(-1)).toMatchObject({ kind: 'factor', place: { input: 'mapping.csv', line: 4, column: 3 } });
  });

  it('leaves alone what the bill says itself, and rows with rows below them', () => {
    const { report, problems } = made(
      'level,item,stage,quantity,unit,factor,factor_value,factor_unit,factor_source\n'
      + '1,set,,2,piece,,,,\n2,body,,5,kg,zinc,,,\n2,coat,use,1,kg,,7,kg,works\n2,lid,,1,kg,,,,\n',
      'item,factor,confirmed\nset,steel,yes\nbody,steel,yes\ncoat,steel,yes\nlid,steel,yes\n',
    );
    // per set 5 × 3 + 1 × 7 + 1 × 2 = 24
    expect(report?.result.total).toBe('48');
    expect(report?.inventory.contributions.filter(({ mapped }) => mapped !== undefined).map(({ item }) => item)).toEqual(['lid']);
    expect(problems.map(({ args }) => args)).toEqual([{ items: ['set', 'body', 'coat'] }]);
  });

  it('marks the material as mapped, never its transport, which the bill names', () => {
    const { report } = made(
      'item,quantity,unit,distance_km,transport\nbody,1000,kg,10,truck\n',
      'item,factor,confirmed\nbody,steel,yes\n',
    );
    expect(report?.inventory.contributions.map(({ factor, mapped }) => [factor, mapped !== undefined]))
      .toEqual([['invented:steel', true], ['invented:truck', false]]);
  });

  it('ignores rows that nobody confirmed, and says so where a factor is missing', () => {
    const { report, problems } = made('item,quantity,unit\nbody,1,kg\nlid,1,kg\n', 'item,factor,confirmed\nbody,steel,\n');
    expect(report).toBeUndefined();
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['factor-unnamed', { item: 'body', unconfirmed: 'mapping.csv:2' }],
      ['factor-unnamed', { item: 'lid' }],
    ]);
  });

  it('points at the mapping where its factor does not fit', () => {
    const { problems } = made('item,quantity,unit,stage\nbody,1,kg,\n', 'item,factor,confirmed\nbody,stele,yes\n');
    expect(told(problems)).toEqual(['factor-not-found mapping.csv:2:2']);
  });
});
