import type { Problem } from './problem.js';

/** Thrown where nothing sensible can follow; carries the problem, never a bare sentence. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Told by its name: the bundles of the commands have a class each. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault' && 'problem' in error;
}
