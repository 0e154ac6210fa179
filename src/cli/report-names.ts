import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu;
/** What Windows takes in no name, what steers a terminal, and the marks of this encoding. */
const UNFIT = /[\u0000-\u001f\u007f<>:"/\\|?*%~]/gu;
/** Most file systems take 255 bytes or UTF-16 units; a name aside takes some, and so does a hash. */
const LONGEST = 200;

/**
 * A file name for each product, the same on all systems: its id and `.json`. What no file system or not every one takes
 * is written as %XX; an id that is too long, or differs from one before it by case or by form of its letters alone, ends
 * with ~ and the first 12 hex digits of its SHA-256.
 */
export class ReportNames {
  readonly #taken = new Set<string>();

  nameOf(product: string): string {
    const plain = encoded(product);
    const short = cut(plain);
    const isNew = short === plain && !this.#taken.has(folded(plain));
    const stem = isNew ? plain : `${short}~${createHash('sha256').update(product, 'utf8').digest('hex').slice(0, 12)}`;
    this.#taken.add(folded(stem));
    return `${stem}.json`;
  }
}

function encoded(product: string): string {
  const fit = product.replace(UNFIT, percent);
  return DEVICE.test(fit) || fit.startsWith('.') ? `${percent(fit.slice(0, 1))}${fit.slice(1)}` : fit;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function cut(stem: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of stem) {
    bytes += Buffer.byteLength(character, 'utf8');
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}

/** What file systems that know no case, or one form of each letter, take for one. */
function folded(stem: string): string {
  return stem.normalize('NFKC').toUpperCase().toLowerCase();
}
