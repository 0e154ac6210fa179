import { conversion } from '../quantity/convert.js';
import type { Exact } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Unit } from '../quantity/unit.js';
import { GWP_SETS, type Factor, type FactorLibrary } from '../factors/factor.js';
import { misfits } from '../footprint/factor-fitness.js';
import type { Declaration } from '../footprint/footprint.js';
import { STAGES } from '../input/vocabulary.js';
import { canonicalText } from '../report/canonical.js';
import { placed, type PlainKernel } from './plain-kernel.js';

/** The parts of a factor with a split, numbered as in kernel/slots.ts. */
const ORIGINS = ['fossil', 'biogenicEmissions', 'biogenicRemovals', 'dluc', 'aircraft'] as const;

/** Sums of the kernel are in steps of 10^-18, its integers at most 2^52. */
const PLACES = 18;
const MOST = 2 ** 52;
/** Trailing zeros count in a scale: so many places that a report would show them all whatever the amount. */
const MOST_PLACES = 12;
const YEAR = /^(?:\d{4})?$/u;

/** An integer × 10^-scale. */
interface Scaled {
  readonly mantissa: number;
  readonly scale: number;
}

/** Factors, units and what they make together, told to a kernel as their words come up. */
export class PlainFactors {
  readonly #factors: Factor[] = [];
  readonly #units: Unit[] = [];
  readonly #ratios: Map<Unit, Exact | undefined>[] = [];

  constructor(
    private readonly library: FactorLibrary,
    private readonly declaration: Declaration,
    /** Datasets at odds with the lock: an error of each product that uses them. */
    private readonly locked: ReadonlySet<string>,
    /** Before the line's number in a finding's place. */
    private readonly place: { readonly input: string; readonly column: number },
  ) {}

  /** A factor's cell, as it was written. */
  noteFactor(kernel: PlainKernel, id: number, reference: string): void {
    const answer = this.library.find(reference, this.declaration.gwp);
    if (answer.kind !== 'found') return;
    const { factor } = answer;
    // A gsd asks for logarithms.
    if (factor.gsd !== undefined || this.locked.has(factor.dataset) || !YEAR.test(factor.row.year)) return;
    const key = `${factor.dataset}:${factor.id}`;
    const keyJson = utf8(canonicalText(key));
    const findings = [...misfits(key, factor, this.declaration, () => undefined)].map(({ code, args }) => utf8(
      `{"args":${canonicalText(args)},"code":"${code}","column":${String(this.place.column)},"input":${canonicalText(this.place.input)},"line":`,
    ));
    const list = Uint32Array.from(findings.flatMap((finding) => [placed(kernel, finding), finding.length]));
    kernel.setFactor(
      id, placed(kernel, keyJson), keyJson.length,
      factor.stage === undefined ? -1 : STAGES.indexOf(factor.stage),
      GWP_SETS.indexOf(factor.gwp),
      Number(factor.row.year),
      findings.length === 0 ? 0 : placed(kernel, new Uint8Array(list.buffer)), findings.length,
    );
    this.#factors[id] = factor;
  }

  noteUnit(id: number, text: string): void {
    const answer = parseUnit(text);
    if (answer.kind === 'found') this.#units[id] = answer.unit;
  }

  /** Factors are many, the units they are given in few. */
  #ratio(id: number, unit: Unit, to: Unit): Exact | undefined {
    const known = this.#ratios[id] ??= new Map<Unit, Exact | undefined>();
    if (!known.has(to)) known.set(to, conversion(unit, to));
    return known.get(to);
  }

  /** Tells the kernel of a factor in a unit; false for what the decimal path has to look at. */
  pair(kernel: PlainKernel, factorId: number, unitId: number): boolean {
    const factor = this.#factors[factorId];
    const unit = this.#units[unitId];
    if (factor === undefined || unit === undefined) return false;
    const ratio = this.#ratio(unitId, unit, factor.unit);
    if (ratio === undefined) return false;
    const whole = scaled(factor.value.times(ratio));
    if (whole === undefined) return false;
    const parts: (Scaled & { origin: number })[] = [];
    const { origins } = factor;
    if (origins !== undefined) {
      for (const [origin, name] of ORIGINS.entries()) {
        const part = scaled(origins[name].times(ratio));
        if (part === undefined) return false;
        if (part.mantissa !== 0) parts.push({ origin, ...part });
      }
    }
    kernel.setPair(factorId, unitId, whole.mantissa, whole.scale, parts.length);
    for (const [index, { origin, mantissa, scale }] of parts.entries()) kernel.setPart(factorId, unitId, index, origin, mantissa, scale);
    return true;
  }
}

function scaled(amount: Exact): Scaled | undefined {
  if (amount.denominator !== 1n || amount.scale > PLACES + MOST_PLACES) return undefined;
  let { numerator, scale } = amount;
  // Most fit in a number, which is many times faster at it.
  while (scale > 0 && !Number.isSafeInteger(Number(numerator)) && numerator % 10n === 0n) {
    numerator /= 10n;
    scale -= 1;
  }
  let mantissa = Number(numerator);
  if (!Number.isSafeInteger(mantissa)) return undefined;
  while (scale > 0 && mantissa % 10 === 0) {
    mantissa /= 10;
    scale -= 1;
  }
  return Math.abs(mantissa) <= MOST && scale <= PLACES ? { mantissa, scale } : undefined;
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
