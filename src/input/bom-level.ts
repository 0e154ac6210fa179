import { quoted, type BomCells } from './bom-cells.js';
import { plainCharacters } from './plain-characters.js';

const LEVEL = /^\.*(\d{1,6})$/;

/** Reads the level column (`2`, `..2`) and watches that no product skips a level. */
export class BomLevels {
  /** The level of each product's latest row; undefined where that could not be read. */
  readonly #latest = new Map<string, number | undefined>();

  read(cells: BomCells, product: string): number | undefined {
    const text = cells.compulsory('level');
    const previous = this.#latest.has(product) ? this.#latest.get(product) : 0;
    const level = levelIn(text);
    this.#latest.set(product, level);
    if (level === undefined) {
      if (text !== '') cells.fail('level', 'number-invalid', { column: 'level', text: quoted(text) });
      return undefined;
    }
    if (level < 1) {
      cells.fail('level', 'number-outside', { column: 'level', text, range: '≥ 1' });
      return undefined;
    }
    if (previous !== undefined && level > previous + 1) cells.fail('level', 'level-skipped', { level, previous });
    return level;
  }
}

function levelIn(text: string): number | undefined {
  const digits = LEVEL.exec(text)?.[1] ?? LEVEL.exec(plainCharacters(text))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
