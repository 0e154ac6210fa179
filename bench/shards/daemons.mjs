import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const READY_SECONDS = 30;
const STOP_SECONDS = 10;

/** Daemons without systemd: children in the foreground, each with a log in the folder. */
export class Daemons {
  /** The last one begun is the first to be stopped. */
  #running = [];

  /** @param {string} folder @param {NodeJS.ProcessEnv} env @param {AbortSignal} signal */
  constructor(folder, env, signal) {
    this.folder = folder;
    this.env = env;
    this.signal = signal;
  }

  /** Starts a daemon and waits until `ready` says yes. Throws with its log where it ends or does not get there. */
  async start(name, [program, ...words], ready) {
    const log = join(this.folder, `${name}.log`);
    const output = openSync(log, 'w');
    // A process group of its own, so that Ctrl-C leaves it running until its jobs are cancelled.
    const child = spawn(program, words, { env: this.env, detached: true, stdio: ['ignore', output, output] });
    closeSync(output);
    await once(child, 'spawn');
    this.#running.unshift(child);
    for (const end = Date.now() + READY_SECONDS * 1000; !(await ready());) {
      this.signal.throwIfAborted();
      if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} does not start\n${readFileSync(log, 'utf8')}`);
      await wait(100);
    }
  }

  async stop() {
    for (const child of this.#running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const killing = setTimeout(() => { child.kill('SIGKILL'); }, STOP_SECONDS * 1000);
      await ended;
      clearTimeout(killing);
    }
  }
}
