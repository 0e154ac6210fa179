import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { writeDataset } from '../support/dataset.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
}

/** Starts the built program; its locale, colours and time zone are those of `env` alone. */
export function start(args: readonly string[], { cwd, env = {} }: RunOptions = {}): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:LC_|LANG|TZ$|NO_COLOR$|FORCE_COLOR$)/u.test(name));
  return spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...Object.fromEntries(inherited), ...env } });
}

export async function tanji(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(args, options);
  const stdout = gathered(child.stdout);
  const stderr = gathered(child.stderr);
  child.stdin?.end(options.stdin);
  const exit = await ended(child);
  return { exit, stdout: await stdout, stderr: await stderr };
}

/** The exit code; null where a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => { resolve(code); });
  });
}

async function gathered(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream ?? []) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const folders: string[] = [];

// Reports of long bills take megabytes each.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, gone when the tests of the file are done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanji-cli-'));
  folders.push(folder);
  return folder;
}

/** A new folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Invented factors: steel 2 kgCO2e/kg, power 0.5 kgCO2e/kWh. */
export function inventedFactors(): string {
  return writeDataset('invented', [
    { id: 'steel', kgco2e: '2' },
    { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' },
  ]);
}

/** A bill of so many lines, each 1 kg of steel. */
export function longBill(lines: number): string {
  return `item,quantity,unit,factor\n${Array.from({ length: lines }, (_, index) => `part ${String(index)},1,kg,steel\n`).join('')}`;
}
