import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Factor, FactorAnswer, FactorLibrary } from '../factors/factor.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import { GWP_EDITIONS, type GwpEdition } from '../input/product-file.js';
import type { UsedFactor } from './footprint.js';

/** Finds the factor of each line, once a reference, and keeps what was used in the order of first use. */
export class FactorChoice {
  readonly #answers = new Map<string, FactorAnswer>();
  /** By key: a bill may name one factor with its dataset and without. */
  readonly #used = new Map<string, UsedFactor>();

  constructor(
    private readonly bom: Bom,
    private readonly library: FactorLibrary,
    private readonly findings: Findings,
    /** By which factors given as gases are weighed. */
    private readonly edition: GwpEdition | undefined,
  ) {}

  /** The factor that the line's `factor` or `transport` cell names. */
  named(line: BomLine, reference: string, column: 'factor' | 'transport'): UsedFactor | undefined {
    const known = this.#answers.get(reference);
    const answer = known ?? this.library.find(reference, this.edition);
    if (known === undefined) this.#answers.set(reference, answer);
    switch (answer.kind) {
      case 'found':
        return this.#keep(answer.factor);
      case 'unsound':
        if (known === undefined) for (const found of answer.problems) this.findings.add(found);
        return undefined;
      case 'unweighed':
        if (known === undefined) {
          this.findings.add(problem('gwp-unnamed', { factor: reference, editions: GWP_EDITIONS }, this.bom.spot(line, column)));
        }
        return undefined;
      default: {
        const code = answer.kind === 'ambiguous' ? 'factor-ambiguous' : 'factor-not-found';
        this.findings.add(problem(code, { factor: reference, candidates: answer.candidates }, this.bom.spot(line, column)));
        return undefined;
      }
    }
  }

  /** A supplier's own factor: kg CO2e per one factor_unit. */
  supplied(line: BomLine): UsedFactor | undefined {
    const { supplier } = line;
    if (supplier === undefined) return undefined;
    const used: UsedFactor = {
      key: `supplier:${line.modelled?.factor ?? line.line}`,
      value: supplier.value.value,
      unit: supplier.unit,
      gwp: 'unknown',
      origin: { kind: 'supplier', supplier },
    };
    this.#used.set(used.key, used);
    return used;
  }

  get used(): UsedFactor[] {
    return [...this.#used.values()];
  }

  #keep(factor: Factor): UsedFactor {
    const key = `${factor.dataset}:${factor.id}`;
    const known = this.#used.get(key);
    if (known !== undefined) return known;
    const used: UsedFactor = {
      key,
      value: factor.value,
      unit: factor.unit,
      gwp: factor.gwp,
      ...(factor.stage === undefined ? {} : { stage: factor.stage }),
      ...(factor.origins === undefined ? {} : { origins: factor.origins }),
      ...(factor.gsd === undefined ? {} : { gsd: factor.gsd }),
      origin: { kind: 'dataset', factor },
    };
    this.#used.set(key, used);
    return used;
  }
}
