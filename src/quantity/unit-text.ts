// Multiplication as people type it. A full stop is one too (`kW.h`); a trailing one ends an abbreviation (`pcs.`).
const PRODUCT_SIGN = /[·⋅∙•・×✕.]/gu;
const DASH = /[‐‑‒–—−]/gu;

/**
 * A unit as it stands in a cell, made plain: full-width forms, `㎡` and superscripts as ordinary characters,
 * every product sign as `*`, powers as `m2` and `s^2`, no blanks around signs, single blanks inside names.
 */
export function plainUnitText(text: string): string {
  return text
    .replace(/²/gu, '^2')
    .replace(/³/gu, '^3')
    .normalize('NFKC')
    .trim()
    .replace(/\.$/u, '')
    .replace(/\*\*/gu, '^')
    .replace(PRODUCT_SIGN, '*')
    .replace(DASH, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([*/^()]) ?/gu, '$1')
    .replace(/m\^([23])(?![\d^])/gu, 'm$1');
}
