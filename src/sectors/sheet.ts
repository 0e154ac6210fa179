import { Exact } from '../quantity/exact.js';
import type { DataType, Stage } from '../input/vocabulary.js';
import type { FactorReference } from './factor-reference.js';
import { readFormula } from './formula.js';
import type { Bilingual, Citation, Formula } from './rule.js';

/**
 * How a quantity came to be: given by the user, a default or constant of the rule, a preset the user chose by name, the
 * sum of rows of a ledger, the value of an emission factor, or derived.
 */
export type QuantityStatus = 'given' | 'default' | 'preset' | 'constant' | 'ledger' | 'factor' | 'derived';

/** One amount of a model, with all that tells where it comes from. */
export interface SheetQuantity {
  /** As parameters are addressed: `steps.2.loss`. */
  readonly id: string;
  readonly names: Bilingual;
  /** In which `value` counts; '' for a plain ratio. */
  readonly unit: string;
  readonly value: Exact;
  readonly status: QuantityStatus;
  /** As written, where that is not the value in `unit`: `150 g`, `5 %`. */
  readonly given?: string;
  /** Of a derived one. */
  readonly formula?: Formula;
  /** Of a default, a preset or a constant. */
  readonly citation?: Citation;
  /** JSON Pointer into the product file, of what was given or chosen there. */
  readonly pointer?: string;
  /** Of a sum of rows: how many they are. */
  readonly rows?: number;
}

/** A line that a model adds to the bill. Its quantity is per one reference product, in the quantity's unit. */
export interface ModelLine {
  readonly component: string;
  readonly item: Bilingual;
  readonly stage: Stage;
  /** EN 15804 module. */
  readonly module?: string;
  /** Id of a quantity of the sheet. */
  readonly quantity: string;
  readonly factor: FactorReference;
  readonly data?: DataType;
}

/** What a derived quantity is, beside its id. `inputs` maps the formula's symbols to ids of the sheet. */
export interface Derivation extends Formula {
  readonly names: Bilingual;
  readonly unit: string;
}

/**
 * The worksheet of a model: every amount it uses or makes, in order, and the lines it adds to the bill. What a
 * formula says is what is computed: there is no other arithmetic.
 */
export class Sheet {
  readonly #quantities = new Map<string, SheetQuantity>();
  readonly #lines: ModelLine[] = [];

  /** `divided`: told where a formula divides by zero. */
  constructor(private readonly divided: (id: string, formula: string) => void) {}

  get quantities(): readonly SheetQuantity[] {
    return [...this.#quantities.values()];
  }

  get lines(): readonly ModelLine[] {
    return this.#lines;
  }

  has(id: string): boolean {
    return this.#quantities.has(id);
  }

  /** Throws a RangeError where the sheet has no such quantity: a defect of the model. */
  get(id: string): SheetQuantity {
    const found = this.#quantities.get(id);
    if (found === undefined) throw new RangeError(`no quantity ${id}`);
    return found;
  }

  value(id: string): Exact {
    return this.get(id).value;
  }

  /** Adds a quantity that no formula makes. Returns its id. */
  enter(quantity: SheetQuantity): string {
    if (this.#quantities.has(quantity.id)) throw new RangeError(`quantity ${quantity.id} twice`);
    this.#quantities.set(quantity.id, quantity);
    return quantity.id;
  }

  /** Computes a quantity by its formula. Returns its id. */
  derive(id: string, { names, unit, formula, inputs }: Derivation): string {
    const read = readFormula(formula);
    for (const symbol of read.symbols) this.get(inputs[symbol] ?? `${symbol} of ${formula}`);
    for (const symbol of Object.keys(inputs)) if (!read.symbols.has(symbol)) throw new RangeError(`${symbol} is not in ${formula}`);
    return this.enter({ id, names, unit, value: this.#evaluated(id, read, formula, inputs), status: 'derived', formula: { formula, inputs } });
  }

  line(line: ModelLine): void {
    this.get(line.quantity);
    this.#lines.push(line);
  }

  /** Where in the product file a quantity has its roots: the first given one it rests on, the quantity itself before all. */
  rootPointer(id: string): string | undefined {
    const { pointer, formula } = this.get(id);
    if (pointer !== undefined || formula === undefined) return pointer;
    for (const input of Object.values(formula.inputs)) {
      const found = this.rootPointer(input);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #evaluated(id: string, read: ReturnType<typeof readFormula>, formula: string, inputs: Formula['inputs']): Exact {
    try {
      return read.evaluate((symbol) => this.value(inputs[symbol] ?? '')).reduced();
    } catch (error) {
      if (!(error instanceof RangeError) || error.message !== 'division by zero') throw error;
      this.divided(id, formula);
      return Exact.ONE;
    }
  }
}
