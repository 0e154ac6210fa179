import { createHash } from 'node:crypto';
import { byName, canonicalPieces, canonicalText } from './canonical.js';
import type { FootprintReport } from './report.js';

/** A report as it is written: canonical JSON (RFC 8785) and one LF. */
export interface WrittenReport {
  readonly text: string;
  /** SHA-256 (hex) of the UTF-8 bytes of the canonical text without the `digest` member and without the LF. */
  readonly digest: string;
}

/** Seals a report: works out its digest and sets it among the other members. */
export function writeReport(report: Omit<FootprintReport, 'digest'>): WrittenReport {
  const members = canonicalMembers(report);
  const digest = digestOf(members);
  return { text: fileText(members, digest), digest };
}

/** The bytes a report should have with the digest it states, and the digest it should state. */
export function rewriteReport(report: FootprintReport): WrittenReport {
  const members = canonicalMembers(report);
  return { text: fileText(members, report.digest), digest: digestOf(members) };
}

/** A top-level member and its canonical text, in pieces: each is serialised once, for the digest and for the file. */
type Member = readonly [name: string, pieces: readonly string[]];

function canonicalMembers(report: object): Member[] {
  return Object.entries(report)
    .filter(([name]) => name !== 'digest')
    .map(([name, value]): Member => [name, [...canonicalPieces(value)]]);
}

function digestOf(members: readonly Member[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces(members)) hash.update(piece);
  return hash.digest('hex');
}

function fileText(members: readonly Member[], digest: string): string {
  return [...pieces([...members, ['digest', [canonicalText(digest)]]]), '\n'].join('');
}

function* pieces(members: readonly Member[]): Generator<string> {
  let before = '{';
  for (const [name, value] of [...members].sort(byName)) {
    yield `${before}${canonicalText(name)}:`;
    yield* value;
    before = ',';
  }
  yield '}';
}
