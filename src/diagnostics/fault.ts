import type { Problem } from './problem.js';

/** Thrown where nothing sensible can follow; carries the problem, never a bare sentence. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
