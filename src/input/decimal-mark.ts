import type { Delimiter } from './delimiter.js';
import { isFault, readNumber, type DecimalMark } from './number.js';

// The usual forms, so that few cells need both readings.
const WHOLE = /^-?\d+ ?%?$/;
const THREE_AFTER_POINT = /^-?[1-9]\d{0,2}\.\d{3}$/;
const POINT_ONLY = /^-?(?:0?\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d+)$/;

/** How many cells can be read with one mark only, and whether some have three digits after the one or the other. */
export interface MarkEvidence {
  readonly points: number;
  readonly commas: number;
  readonly threeAfterPoint: boolean;
  readonly threeAfterComma: boolean;
}

/**
 * Settles the decimal mark of a file from its cells: those that can be read in one way only (`1.5`, `1.234,5`) decide,
 * the greater number of them where they differ. `1.234` alone is read with a point, unless a semicolon as delimiter
 * speaks for the decimal comma or a cell such as `1,234` says the opposite.
 */
export class DecimalMarkFinder {
  #points = 0;
  #commas = 0;
  #threeAfterPoint = false;
  #threeAfterComma = false;

  /** What the cells said so far. */
  get evidence(): MarkEvidence {
    return { points: this.#points, commas: this.#commas, threeAfterPoint: this.#threeAfterPoint, threeAfterComma: this.#threeAfterComma };
  }

  /** Takes over what other cells of the file said. */
  add({ points, commas, threeAfterPoint, threeAfterComma }: MarkEvidence): void {
    this.#points += points;
    this.#commas += commas;
    this.#threeAfterPoint ||= threeAfterPoint;
    this.#threeAfterComma ||= threeAfterComma;
  }

  note(cell: string): void {
    if (cell === '' || WHOLE.test(cell)) return;
    if (POINT_ONLY.test(cell)) {
      this.#points += 1;
      return;
    }
    if (THREE_AFTER_POINT.test(cell)) {
      this.#threeAfterPoint = true;
      return;
    }
    const byPoint = readNumber(cell, '.', true);
    const byComma = readNumber(cell, ',', true);
    if (isFault(byPoint)) {
      if (!isFault(byComma)) this.#commas += 1;
    } else if (isFault(byComma)) {
      this.#points += 1;
    } else if (!byPoint.value.equals(byComma.value)) {
      if (byPoint.text.includes('.')) this.#threeAfterPoint = true;
      else this.#threeAfterComma = true;
    }
  }

  settled(delimiter: Delimiter): DecimalMark | undefined {
    if (this.#points > 0 || this.#commas > 0) return this.#points >= this.#commas ? '.' : ',';
    return this.#threeAfterPoint && !this.#threeAfterComma && delimiter !== ';' ? '.' : undefined;
  }
}
