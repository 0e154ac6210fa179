import { equal, fraction, standsFor } from './fractions.mjs';

/**
 * What is wrong with an answer, in words; nothing where the case passes.
 * @param {any} expected of case.json
 * @param {{ total?: string, by_stage?: Record<string, string>, by_component?: Record<string, string>,
 *   by_origin?: Record<string, string>, by_module?: Record<string, string>, quantities?: Record<string, string>, lines?: Record<string, string>, error?: string, line?: number }} answer
 * @returns {string[]}
 */
export function differences(expected, answer) {
  if (expected.error !== undefined) return refusalDifferences(expected, answer);
  if (answer.error !== undefined || (answer.total === undefined && expected.total !== undefined)) return [`refused (${answer.error ?? 'no reason'}) where ${expected.total ?? 'an answer'} is expected`];
  const found = [];
  if (expected.total !== undefined) compare('total', expected.total, answer.total, 'whole', found);
  for (const member of ['by_stage', 'by_component', 'by_origin']) {
    if (expected[member] === undefined) continue;
    const given = answer[member] ?? {};
    for (const [key, value] of Object.entries(expected[member])) compare(`${member} ${key}`, value, given[key] ?? '0', 'part', found);
    for (const [key, value] of Object.entries(given)) {
      const listed = Object.hasOwn(expected[member], key) || key === 'aircraft' || key === 'beyond_boundary';
      if (!listed && !equal(fraction(value), fraction('0'))) found.push(`${member} ${key}: ${value} where nothing is expected`);
    }
  }
  for (const [member, role] of [['by_module', 'part'], ['quantities', 'whole']]) {
    for (const [key, value] of Object.entries(expected[member] ?? {})) {
      const given = answer[member]?.[key];
      if (given === undefined) found.push(`${member} ${key}: nothing, expected ${value}`);
      else compare(`${member} ${key}`, value, given, role, found);
    }
  }
  for (const { line, kgco2e } of expected.lines ?? []) {
    compare(`line ${line}`, kgco2e, answer.lines?.[line] ?? '0', 'part', found);
  }
  return found;
}

function refusalDifferences(expected, answer) {
  if (answer.error === undefined) return [`gave ${answer.total} where ${expected.error} is expected`];
  const found = [];
  if (answer.error !== expected.error) found.push(`refused as ${answer.error}, expected ${expected.error}`);
  if (expected.line !== undefined && answer.line !== expected.line) found.push(`at line ${answer.line}, expected ${expected.line}`);
  return found;
}

function compare(what, expected, given, role, found) {
  const exact = fraction(expected);
  if (equal(exact, fraction(given))) return;
  if (expected.includes('/') && standsFor(given, exact, role)) return;
  found.push(`${what}: ${given}, expected ${expected}`);
}
