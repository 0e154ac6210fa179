import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fraction } from './fractions.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** tanji's codes in the tool-neutral kinds of README.md. */
const KINDS = new Map(Object.entries({
  'factor-ambiguous': 'ambiguous-factor',
  'bom-cycle': 'cycle',
  'expectation-failed': 'expectation-not-met',
  'loss-basis-missing': 'loss-without-basis',
  'factor-not-found': 'missing-factor',
  'factor-unnamed': 'missing-factor',
  'supplier-factor-incomplete': 'missing-factor-source',
  'gwp-missing': 'missing-gwp',
  'cell-missing': 'missing-quantity',
  'ledger-pv': 'balance-does-not-close',
  'ledger-certificates': 'counted-twice',
  'ledger-overlap': 'counted-twice',
  'ledger-factor-missing': 'missing-factor',
  'duty-unmet': 'category-rule',
  'parameter-conflict': 'contradictory-parameters',
  'parameter-missing': 'missing-parameter',
  'parameter-sum': 'shares-do-not-add-up',
  'unit-not-of-sector': 'unit-not-of-sector',
  'stage-missing': 'missing-stage',
  'assembly-with-factor': 'parent-with-factor',
  'number-unclear': 'unclear-decimal-mark',
  'product-not-found': 'unknown-product',
  'unit-unknown': 'unknown-unit',
  'gwp-unnamed': 'unnamed-gwp-edition',
  'number-outside': 'value-out-of-range',
  'unit-dimension': 'wrong-dimension',
  'sub-product-unit': 'wrong-dimension',
}));

/** Runs one case through the built command line. @param {string} folder @param {any} asked case.json */
export function tanji(folder, asked) {
  return asked.ledger === undefined ? footprint(folder, asked) : institution(folder, asked);
}

function institution(folder, asked) {
  const words = ['institution', join(folder, asked.ledger), '--profile', join(folder, asked.profile), '--lang', 'en', '--quiet'];
  words.push('--factors', ...asked.factors.map((dataset) => join(folder, dataset)));
  const run = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  if (run.status !== 0) return refusal(run.stderr);
  return { quantities: Object.fromEntries(JSON.parse(run.stdout).worksheet.map(({ id, value }) => [id, value])) };
}

function footprint(folder, asked) {
  const words = ['calc', join(folder, asked.bom), '--lang', 'en', '--quiet'];
  if (asked.product !== undefined) words.push('--product', join(folder, asked.product));
  if (asked.root !== undefined) words.push('--root', asked.root);
  words.push('--factors', ...asked.factors.map((dataset) => join(folder, dataset)));
  const run = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  if (run.status !== 0) return refusal(run.stderr);
  const report = JSON.parse(run.stdout);
  const lines = {};
  for (const { place, kgco2e, derived } of report.inventory.contributions) {
    if (derived === undefined) lines[place.line] = sum(lines[place.line] ?? '0', kgco2e);
  }
  return {
    total: report.result.total,
    by_stage: {
      ...Object.fromEntries(report.result.by_stage.map(({ stage, value }) => [stage, value])),
      ...(report.result.beyond_boundary === undefined ? {} : { beyond_boundary: report.result.beyond_boundary }),
    },
    by_component: Object.fromEntries(report.result.by_component.map(({ component, value }) => [component, value])),
    by_module: Object.fromEntries((report.result.by_module ?? []).map(({ module, value }) => [module, value])),
    quantities: Object.fromEntries((report.model?.quantities ?? []).map(({ id, value }) => [id, value])),
    by_origin: report.result.by_origin,
    lines,
  };
}

function refusal(stderr) {
  const [, code, line] = /error\[([a-z0-9-]+)\](?: [^\s:]+(?::(\d+))?)?/.exec(stderr) ?? [];
  return { error: KINDS.get(code) ?? code ?? stderr.slice(0, 200), ...(line === undefined ? {} : { line: Number(line) }) };
}

/** Adds two plain decimals. */
function sum(a, b) {
  const places = Math.max(...[a, b].map((text) => (text.split('.')[1] ?? '').length));
  const steps = [a, b].map((text) => fraction(text)).reduce((total, { top, bottom }) => total + (top * 10n ** BigInt(places)) / bottom, 0n);
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return steps < 0n ? `-${text}` : text;
}
