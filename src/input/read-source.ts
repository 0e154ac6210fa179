import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Findings } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';
import { sourceOf, type Source } from './source.js';

/** Below the longest string a JavaScript engine holds (V8: 2^29 - 24 characters). */
export const MOST_BYTES = 512_000_000;
const MOST_BYTES_TEXT = '512 MB';

/**
 * Reads a whole input: a file, or `stdin` for `-`. Adds file-not-found, file-unreadable, file-too-large or file-empty
 * to `findings` and gives undefined where there is nothing to read.
 */
export async function readSource(
  path: string,
  findings: Findings,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Source | undefined> {
  const name = path === '-' ? 'stdin' : basename(path);
  const spot = { input: name, line: 0, column: 0 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Reading in pieces also serves pipes and devices, which have no size to ask for beforehand.
    for await (const chunk of path === '-' ? stdin : bytesOf(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) {
        findings.add(problem('file-too-large', { file: path, limit: MOST_BYTES_TEXT }, spot));
        return undefined;
      }
    }
  } catch (error) {
    findings.add(readingProblem(path, name, error));
    return undefined;
  }
  if (size === 0) {
    findings.add(problem('file-empty', { file: path }, spot));
    return undefined;
  }
  return sourceOf(name, chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size));
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 20 });
}

export function readingProblem(path: string, name: string, error: unknown): Problem {
  const spot = { input: name, line: 0, column: 0 };
  const reason = systemReason(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return problem('file-not-found', { file: path }, spot);
  return problem('file-unreadable', { file: path, reason }, spot);
}
