import { conversion } from '../quantity/convert.js';
import type { Exact } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Unit } from '../quantity/unit.js';
import { GWP_SETS, type Factor, type FactorLibrary } from '../factors/factor.js';
import { misfits } from '../footprint/factor-fitness.js';
import type { Declaration } from '../footprint/footprint.js';
import { STAGES } from '../input/vocabulary.js';
import { canonicalText } from '../report/canonical.js';
import { MOST, PLACES } from './scaled-sums.js';
import { WordTable } from './word-table.js';

/** The parts of a factor with a split, in the order of `ORIGINS`; aircraft is a part of fossil. */
export const ORIGINS = ['fossil', 'biogenicEmissions', 'biogenicRemovals', 'dluc', 'aircraft'] as const;

const MOST_FACTORS = 100_000;
const MOST_UNITS = 1000;
/** Trailing zeros count in a scale: so many places that a report would show them all whatever the amount. */
const MOST_PLACES = 12;

/** A factor as the plain lane uses it. */
export interface PlainFactor {
  /** `dataset:id` as JSON. */
  readonly keyJson: Uint8Array;
  /** Index in STAGES; -1 where the dataset leaves it open. */
  readonly stage: number;
  readonly gwp: number;
  readonly year: string;
  /** What its first use in a product finds: the record's members before and after the place. */
  readonly findings: readonly { readonly code: string; readonly args: string }[];
}

/** An integer × 10^-scale. */
interface Scaled {
  readonly mantissa: number;
  readonly scale: number;
}

/** kg CO2e in one of a line's unit. */
export interface PlainPair extends Scaled {
  readonly factor: PlainFactor;
  /** By index in ORIGINS, those that are not 0; undefined where the factor states no split. */
  readonly origins: readonly (Scaled & { readonly origin: number })[] | undefined;
}

/** Factors, units and what they make together, by number; undefined for what the decimal path has to look at. */
export class PlainFactors {
  readonly factorWords: WordTable;
  readonly unitWords: WordTable;
  readonly #factors: (Factor | undefined)[] = [];
  readonly #plain: (PlainFactor | undefined)[] = [];
  readonly #units: (Unit | undefined)[] = [];
  readonly #pairs = new Map<number, PlainPair | undefined>();

  constructor(library: FactorLibrary, declaration: Declaration, locked: ReadonlySet<string>) {
    this.factorWords = new WordTable((reference, id) => {
      const answer = library.find(reference, declaration.gwp);
      // A gsd asks for logarithms, and a dataset at odds with its lock is an error.
      const usable = answer.kind === 'found' && answer.factor.gsd === undefined && !locked.has(answer.factor.dataset);
      this.#factors[id] = usable ? answer.factor : undefined;
      this.#plain[id] = usable ? plainFactor(answer.factor, declaration) : undefined;
    }, MOST_FACTORS);
    this.unitWords = new WordTable((text, id) => {
      const answer = parseUnit(text);
      this.#units[id] = answer.kind === 'found' ? answer.unit : undefined;
    }, MOST_UNITS);
  }

  pair(factor: number, unit: number): PlainPair | undefined {
    const key = factor * MOST_UNITS + unit;
    const known = this.#pairs.get(key);
    if (known !== undefined || this.#pairs.has(key)) return known;
    const made = this.#make(this.#factors[factor], this.#plain[factor], this.#units[unit]);
    this.#pairs.set(key, made);
    return made;
  }

  #make(factor: Factor | undefined, plain: PlainFactor | undefined, unit: Unit | undefined): PlainPair | undefined {
    if (factor === undefined || plain === undefined || unit === undefined) return undefined;
    const ratio = conversion(unit, factor.unit);
    if (ratio === undefined) return undefined;
    const whole = scaled(factor.value.times(ratio));
    if (whole === undefined) return undefined;
    if (factor.origins === undefined) return { factor: plain, ...whole, origins: undefined };
    const origins: (Scaled & { origin: number })[] = [];
    for (const [origin, name] of ORIGINS.entries()) {
      const part = scaled(factor.origins[name].times(ratio));
      if (part === undefined) return undefined;
      if (part.mantissa !== 0) origins.push({ origin, ...part });
    }
    return { factor: plain, ...whole, origins };
  }
}

function plainFactor(factor: Factor, declaration: Declaration): PlainFactor {
  const key = `${factor.dataset}:${factor.id}`;
  return {
    keyJson: Buffer.from(canonicalText(key), 'utf8'),
    stage: factor.stage === undefined ? -1 : STAGES.indexOf(factor.stage),
    gwp: GWP_SETS.indexOf(factor.gwp),
    year: factor.row.year,
    findings: [...misfits(key, factor, declaration, () => undefined)].map(({ code, args }) => ({ code, args: canonicalText(args) })),
  };
}

function scaled(amount: Exact): Scaled | undefined {
  if (amount.denominator !== 1n || amount.scale > PLACES + MOST_PLACES) return undefined;
  let { numerator, scale } = amount;
  while (scale > 0 && numerator % 10n === 0n) {
    numerator /= 10n;
    scale -= 1;
  }
  const mantissa = Number(numerator);
  return Math.abs(mantissa) <= MOST && scale <= PLACES ? { mantissa, scale } : undefined;
}
