// The labelled names of labels.csv, and how often a matcher finds their factors.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export const LABELS = new URL('labels.csv', import.meta.url);

/** Each name with its unit, region, language, the factors that are right, and the set it is from. */
export function readLabels() {
  const rows = parse(readFileSync(LABELS, 'utf8'), { columns: true });
  return rows.map((row) => ({ ...row, right: row.right.split('|'), half: halfOf(row.name) }));
}

/** Synonyms and weights were tuned on the tuning halves of both sets; the other halves were only measured. */
export function halfOf(name) {
  return createHash('sha256').update(name).digest()[3] % 2 === 0 ? 'tuning' : 'held out';
}

/**
 * Percent of the labels whose first, and one of whose first three answers, is right.
 * @param {readonly { right: readonly string[], found: readonly string[] }[]} answers
 */
export function ratesOf(answers) {
  const share = (depth) => (
    100 * answers.filter(({ right, found }) => found.slice(0, depth).some((id) => right.includes(id))).length / answers.length
  );
  return { names: answers.length, first: share(1), three: share(3) };
}
