import { printable } from '../diagnostics/quote.js';
import { placeText } from '../diagnostics/place-text.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import type { QuantityNode } from '../report/explanation.js';
import type { Branch } from './explanation-text.js';
import type { Palette } from './palette.js';

/** A source may be a whole citation. */
const LONGEST_SOURCE = 200;

/** Trees of model quantities, each with its formula, what its symbols stand for and where they come from; told once. */
export class DerivationLines {
  readonly #told = new Set<string>();
  readonly #phrases: Phrases;

  constructor(readonly language: Language, private readonly palette: Palette) {
    this.#phrases = wordingOf(language).phrases;
  }

  branch(node: QuantityNode): Branch {
    const { id, symbol, names, value, unit, formula, children } = node;
    const phrases = this.#phrases;
    const name = printable(this.language === 'zh' ? names.zh : names.en);
    const amount = unit === '' ? value : `${value} ${printable(unit)}`;
    const again = formula !== undefined && this.#told.has(id);
    this.#told.add(id);
    const from = again ? phrases['quantity.above'] : this.#origin(node);
    return {
      title: `${symbol === undefined ? '' : `${symbol} · `}${name}${phrases.colon}${amount} ${this.palette.dim(`[${from}]`)}`,
      formula: formula === undefined || again ? [] : [`= ${printable(formula, LONGEST_SOURCE)}`],
      branches: again ? [] : children.map((child) => this.branch(child)),
    };
  }

  #origin({ status, source, place, given }: QuantityNode): string {
    const phrases = this.#phrases;
    const word = status === 'preset' && source?.evidence === 'recalled' ? phrases['quantity.unverified'] : phrases[`quantity.${status}`];
    return [
      word,
      ...(given === undefined ? [] : [printable(given)]),
      ...(source === undefined ? [] : [printable([source.title, source.locator ?? ''].filter((part) => part !== '').join(', '), LONGEST_SOURCE)]),
      ...(place === undefined ? [] : [placeText(place)]),
    ].join(', ');
  }
}
