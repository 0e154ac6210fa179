import { exitOf, type Code } from '../diagnostics/codes.js';
import type { Problem } from '../diagnostics/problem.js';
import type { Outcome } from './outcome.js';

/** What keeps a report from being looked at; whatever else is wrong with it is a finding. */
const UNREADABLE: ReadonlySet<Code> = new Set<Code>([
  'file-not-found', 'file-unreadable', 'file-too-large', 'file-empty', 'encoding-unreadable', 'json-invalid',
]);

/** 2 where a report could not be read, 1 where it does not hold, 0 where it does. */
export function reportExit(problems: readonly Problem[]): Outcome['exit'] {
  if (problems.some(({ code }) => UNREADABLE.has(code))) return 2;
  return problems.some(({ code }) => exitOf(code) > 0) ? 1 : 0;
}
