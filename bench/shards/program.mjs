import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** @typedef {{ cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} Place */
/** @typedef {{ status: number | null, stdout: string, stderr: string, seconds: number }} Ended */

/**
 * Runs a program to its end. Throws where it cannot be started or `signal` stops it, and then only when it is gone.
 * @param {string[]} words @param {Place} place @returns {Promise<Ended>}
 */
export async function run([program, ...words], { cwd, env, signal }) {
  signal.throwIfAborted();
  const begun = performance.now();
  // A process group of its own: what a shell began is stopped with it.
  const child = spawn(program, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => { process.kill(-child.pid, 'SIGTERM'); };
  signal.addEventListener('abort', stop);
  try {
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => { texts[name] += text; });
    const status = await new Promise((resolve, reject) => { child.on('error', reject).on('close', resolve); });
    signal.throwIfAborted();
    return { status, ...texts, seconds: (performance.now() - begun) / 1000 };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
