import { decimalText, stepsText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import type { Names } from '../input/product-file.js';
import type { Language } from '../diagnostics/wording.js';

/** Significant digits of an amount in a summary; the report has them all. */
const SUMMARY_DIGITS = 4;

/** A product's name and unit are told whole unless they are absurd. */
export const LONGEST_NAME = 200;

/** An amount short enough for a summary: four significant digits, half to even; whole numbers keep all of theirs. */
export function shortAmount(text: string): string {
  return decimalText(Exact.of(text), SUMMARY_DIGITS);
}

/** A percentage to one decimal. */
export function shortPercent(text: string): string {
  return `${stepsText(Exact.of(text).inSteps(1), 1)} %`;
}

/** A share between 0 and 1 as a percentage to one decimal. */
export function sharePercent(text: string): string {
  return shortPercent(decimalText(Exact.of(text).times(Exact.of('100'))));
}

/** The text of a language, or of the other where that one is missing. */
export function nameIn(names: Names, language: Language): string {
  return names[language] ?? names.zh ?? names.en ?? '';
}

/** Lines that a sector's model made have a name in each language. */
export function itemIn({ item, item_zh }: { readonly item: string; readonly item_zh?: string }, language: Language): string {
  return language === 'zh' ? item_zh ?? item : item;
}
