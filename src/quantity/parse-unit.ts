import { nearest } from '../diagnostics/candidates.js';
import { compoundUnit, isLength, unitPower } from './compound-unit.js';
import { SYMBOL_OF_NAME, unitNamed, type UnitAnswer } from './unit-table.js';
import { plainUnitText } from './unit-text.js';
import type { Unit } from './unit.js';

export type { UnitAnswer } from './unit-table.js';

/** Longer texts are no units. */
export const MOST_CHARACTERS = 64;
const MOST_FACTORS = 6;
const MOST_KEPT = 2000;

const kept = new Map<string, UnitAnswer>();

/**
 * Reads a unit: a name of the table, a power (`m2`, `m^2`), a product (`kg*km`, `t·km`) or a quotient with one `/`
 * (`kWh/a`, `kWh/(m2*a)`). Several divisors need brackets. The symbol of a found unit reads as the same unit again.
 */
export function parseUnit(text: string): UnitAnswer {
  if (text.length > MOST_CHARACTERS) return NOTHING;
  let answer = kept.get(text);
  if (answer === undefined) {
    answer = read(plainUnitText(text));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, answer);
  }
  return answer;
}

type Unfound = Exclude<UnitAnswer, { kind: 'found' }>;

const NOTHING: Unfound = { kind: 'unknown', candidates: [] };

function read(text: string): UnitAnswer {
  if (text === '' || text.length > MOST_CHARACTERS) return NOTHING;
  const whole = single(text);
  if (whole !== undefined) return whole;
  const quotient = quotientOf(text);
  if (quotient === undefined) return near(text);
  const { top, bottom } = quotient;
  if (top.length + bottom.length > MOST_FACTORS) return NOTHING;

  const multiplied: Unit[] = [];
  const divided: Unit[] = [];
  const faults: Fault[] = [];
  for (const [side, units] of [[top, multiplied], [bottom, divided]] as const) {
    for (const [index, factor] of side.entries()) {
      const answer = single(factor);
      if (answer?.kind === 'found') units.push(answer.unit);
      else faults.push({ factor, answer, mend: (symbol) => textOf(quotient, side, side.with(index, symbol)) });
    }
  }
  const [fault, ...others] = faults;
  if (fault !== undefined) return others.length > 0 || top.length + bottom.length === 1 ? near(text) : mended(fault);

  const unit = compoundUnit(multiplied, divided);
  if (quotient.form === 'plain') return { kind: 'found', unit };
  if (quotient.form === 'two strokes') return { kind: 'unknown', candidates: [unit.symbol] };
  const apart = compoundUnit([...multiplied, ...divided.slice(1)], divided.slice(0, 1));
  return { kind: 'ambiguous', candidates: [unit.symbol, apart.symbol] };
}

/** A name, or a power of one. */
function single(text: string): UnitAnswer | undefined {
  const named = unitNamed(text);
  if (named !== undefined) return named;
  const power = /^([^*/^()]+?)(\^?)([23])$/u.exec(text);
  if (power === null) return undefined;
  const base = unitNamed(power[1] ?? '');
  if (base?.kind !== 'found' || (power[2] === '' && !isLength(base.unit))) return undefined;
  return { kind: 'found', unit: unitPower(base.unit, power[3] === '2' ? 2 : 3) };
}

interface Quotient {
  readonly top: readonly string[];
  readonly bottom: readonly string[];
  /** `open`: several divisors without brackets, as in `kWh/m2*a`. */
  readonly form: 'plain' | 'open' | 'two strokes';
}

function quotientOf(text: string): Quotient | undefined {
  const [first = '', ...divisors] = text.split('/');
  if (divisors.length > 2 || (divisors.length === 2 && text.includes('('))) return undefined;
  const top = factorsOf(first);
  const bottom = divisors.flatMap((divisor) => factorsOf(divisor.replace(/^\((.*)\)$/u, '$1')));
  if ([...top, ...bottom].some((factor) => /[()]/u.test(factor))) return undefined;
  const open = bottom.length > 1 && divisors[0]?.startsWith('(') !== true;
  return { top, bottom, form: divisors.length > 1 ? 'two strokes' : open ? 'open' : 'plain' };
}

/** Blanks multiply too (`kg km`), unless they belong to a name (`short ton`). */
function factorsOf(side: string): string[] {
  return side.split('*').flatMap((factor) => (single(factor) === undefined ? factor.split(' ') : [factor]));
}

interface Fault {
  readonly factor: string;
  /** What the table says of it: nothing, or that it has several meanings. */
  readonly answer: Unfound | undefined;
  /** The whole text with a symbol in the place of the fault. */
  readonly mend: (symbol: string) => string;
}

function mended({ factor, answer, mend }: Fault): UnitAnswer {
  const { kind, candidates } = answer ?? near(factor);
  const wholes = candidates.flatMap((symbol) => {
    const whole = read(mend(symbol));
    return whole.kind === 'found' ? [whole.unit.symbol] : [];
  });
  return { kind, candidates: wholes };
}

function textOf(quotient: Quotient, side: readonly string[], replaced: readonly string[]): string {
  const top = (side === quotient.top ? replaced : quotient.top).join('*');
  const bottom = (side === quotient.bottom ? replaced : quotient.bottom).join('*');
  return bottom === '' ? top : `${top}/(${bottom})`;
}

const LOWER_NAMES = [...SYMBOL_OF_NAME.keys()].map((name) => ({ name, lower: name.toLowerCase() }));

/** A cheap sieve before distances are measured: names of about the length, and those that hold the text. */
function comparable(wanted: string, lower: string): boolean {
  if (Math.abs(lower.length - wanted.length) > Math.max(1, wanted.length / 2)) return wanted.length > 2 && lower.includes(wanted);
  for (const character of lower) if (wanted.includes(character)) return true;
  return false;
}

/** The units with the names nearest to a text; names that share no character with it are no near misses. */
function near(text: string): Unfound {
  const wanted = text.toLowerCase();
  const names = LOWER_NAMES.filter(({ lower }) => comparable(wanted, lower)).map(({ name }) => name);
  const symbols = nearest(text, names).map((name) => SYMBOL_OF_NAME.get(name) ?? name);
  return { kind: 'unknown', candidates: [...new Set(symbols)] };
}
