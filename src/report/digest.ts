import { createHash } from 'node:crypto';
import { byName, canonicalPieces, canonicalText } from './canonical.js';

/** A report as it is written: canonical JSON (RFC 8785) and one LF. */
export interface WrittenReport {
  /** UTF-8, in pieces to be written one after another: a large report is never held in one text. */
  readonly pieces: readonly Uint8Array[];
  /** SHA-256 (hex) of the canonical text's bytes without the `digest` member and without the LF. */
  readonly digest: string;
}

/** Seals a report: works out its digest and sets it among the other members. */
export function writeReport(report: object): WrittenReport {
  const members = canonicalMembers(report);
  const digest = digestOf(members);
  return { pieces: filePieces(members, digest), digest };
}

/** The bytes a report should have with the digest it states, and the digest it should state. */
export function rewriteReport(report: { readonly digest: string }): WrittenReport {
  const members = canonicalMembers(report);
  return { pieces: filePieces(members, report.digest), digest: digestOf(members) };
}

/** The whole of a written report. */
export function reportText({ pieces }: Pick<WrittenReport, 'pieces'>): string {
  return Buffer.concat(pieces).toString('utf8');
}

/** A top-level member and its canonical bytes: each is serialised once, for the digest and for the file. */
type Member = readonly [name: string, pieces: readonly Uint8Array[]];

function canonicalMembers(report: object): Member[] {
  return Object.entries(report)
    .filter(([name]) => name !== 'digest')
    .map(([name, value]): Member => [name, Array.from(canonicalPieces(value), bytesOf)]);
}

function digestOf(members: readonly Member[]): string {
  const hash = createHash('sha256');
  for (const piece of inOrder(members)) hash.update(piece);
  return hash.digest('hex');
}

function filePieces(members: readonly Member[], digest: string): Uint8Array[] {
  return [...inOrder([...members, ['digest', [bytesOf(canonicalText(digest))]]]), bytesOf('\n')];
}

function* inOrder(members: readonly Member[]): Generator<Uint8Array> {
  let before = '{';
  for (const [name, value] of [...members].sort(byName)) {
    yield bytesOf(`${before}${canonicalText(name)}:`);
    yield* value;
    before = ',';
  }
  yield bytesOf('}');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
