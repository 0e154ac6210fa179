import { createHash } from 'node:crypto';
import { byName, canonicalText } from './canonical.js';
import type { FootprintReport } from './report.js';

/** A report as it is written: canonical JSON (RFC 8785) and one LF. */
export interface WrittenReport {
  readonly text: string;
  /** SHA-256 (hex) of the UTF-8 bytes of the canonical text without the `digest` member and without the LF. */
  readonly digest: string;
}

/** Seals a report: works out its digest and sets it among the other members. */
export function writeReport(report: Omit<FootprintReport, 'digest'>): WrittenReport {
  return seal(canonicalMembers(report));
}

/** What a report's digest and bytes should be, whatever digest it states. */
export function rewriteReport(report: FootprintReport): WrittenReport & { readonly asStated: string } {
  const members = canonicalMembers(report);
  const stated: Member = ['digest', canonicalText(report.digest)];
  return { ...seal(members), asStated: fileText([...members, stated]) };
}

type Member = readonly [name: string, text: string];

function canonicalMembers(report: object): Member[] {
  return Object.entries(report)
    .filter(([name]) => name !== 'digest')
    .map(([name, value]): Member => [name, canonicalText(value)]);
}

function seal(members: readonly Member[]): WrittenReport {
  const hash = createHash('sha256');
  for (const piece of pieces(members)) hash.update(piece);
  const digest = hash.digest('hex');
  return { text: fileText([...members, ['digest', `"${digest}"`]]), digest };
}

function fileText(members: readonly Member[]): string {
  return [...pieces(members), '\n'].join('');
}

function* pieces(members: readonly Member[]): Generator<string> {
  let before = '{';
  for (const [name, text] of [...members].sort(byName)) {
    yield `${before}${canonicalText(name)}:`;
    yield text;
    before = ',';
  }
  yield '}';
}
