import { Exact } from '../quantity/exact.js';

/** A formula as read: evaluated over exact values, and with the symbols it uses. */
export interface ReadFormula {
  readonly symbols: ReadonlySet<string>;
  /** Throws a RangeError on division by zero. */
  evaluate(value: (symbol: string) => Exact): Exact;
}

type Node = (value: (symbol: string) => Exact) => Exact;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|([-+*/()]))/y;
const kept = new Map<string, ReadFormula>();

/**
 * Reads a formula: decimals, symbols (`[a-z][a-z0-9_]*`), `+ - * / ( )` with the usual precedence, `-x`, and
 * `roundup(x)`, the least integer that is not below x. Formulas are written in rule files and models, not by users: a RangeError on any other text.
 */
export function readFormula(text: string): ReadFormula {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const reader = new FormulaReader(text);
  const node = reader.whole();
  const formula = { symbols: reader.symbols, evaluate: node };
  kept.set(text, formula);
  return formula;
}

const ROUND_UP = 'roundup';

function roundedUp(value: Exact): Exact {
  const { steps, rest } = value.floorInSteps(0);
  return Exact.scaled(rest === 0n ? steps : steps + 1n, 0);
}

class FormulaReader {
  readonly symbols = new Set<string>();
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(private readonly text: string) {
    TOKEN.lastIndex = 0;
    const body = text.trimEnd();
    while (TOKEN.lastIndex < body.length) {
      const found = TOKEN.exec(body);
      if (found === null) throw new RangeError(`no formula: ${text}`);
      this.#tokens.push(found[0].trim());
    }
  }

  whole(): Node {
    const node = this.#sum();
    if (this.#at < this.#tokens.length) throw new RangeError(`no formula: ${this.text}`);
    return node;
  }

  #sum(): Node {
    let left = this.#product();
    for (let operator = this.#take('+', '-'); operator !== undefined; operator = this.#take('+', '-')) {
      const [before, right, adds] = [left, this.#product(), operator === '+'];
      left = (value) => (adds ? before(value).plus(right(value)) : before(value).minus(right(value)));
    }
    return left;
  }

  #product(): Node {
    let left = this.#term();
    for (let operator = this.#take('*', '/'); operator !== undefined; operator = this.#take('*', '/')) {
      const [before, right, multiplies] = [left, this.#term(), operator === '*'];
      left = (value) => (multiplies ? before(value).times(right(value)) : before(value).dividedBy(right(value)));
    }
    return left;
  }

  #term(): Node {
    if (this.#take('-') !== undefined) {
      const term = this.#term();
      return (value) => term(value).negated();
    }
    if (this.#take('(') !== undefined) return this.#bracketed();
    if (this.#take(ROUND_UP) !== undefined) {
      if (this.#take('(') === undefined) throw new RangeError(`no formula: ${this.text}`);
      const inner = this.#bracketed();
      return (value) => roundedUp(inner(value));
    }
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (/^\d/.test(token)) {
      const constant = Exact.of(token);
      return () => constant;
    }
    if (!/^[a-z]/.test(token)) throw new RangeError(`no formula: ${this.text}`);
    this.symbols.add(token);
    return (value) => value(token);
  }

  #bracketed(): Node {
    const inner = this.#sum();
    if (this.#take(')') === undefined) throw new RangeError(`no formula: ${this.text}`);
    return inner;
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }
}
