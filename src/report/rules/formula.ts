import type { Fraction } from './operands.js';
import { big, ONE, ZERO } from './numbers.js';

/**
 * Works out a formula of a model's worksheet over fractions: decimals, symbols, `+ - * / ( )`, `-x` and `roundup(x)`.
 * Undefined for any other text, for a symbol without a value and on division by zero. A reader of its own, so that a
 * fault in the engine's cannot hide here.
 */
export function evaluated(formula: string, value: (symbol: string) => Fraction | undefined): Fraction | undefined {
  const tokens = formula.match(/\d+(?:\.\d+)?|[a-z][a-z0-9_]*|[-+*/()]/g) ?? [];
  if (tokens.join('') !== formula.replaceAll(/\s/g, '')) return undefined;
  let at = 0;

  const sum = (): Fraction | undefined => {
    let left = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at] === '+' ? ONE : ONE.negated();
      at += 1;
      const right = product();
      if (left === undefined || right === undefined) return undefined;
      left = { top: left.top.times(right.bottom).plus(right.top.times(left.bottom).times(sign)), bottom: left.bottom.times(right.bottom) };
    }
    return left;
  };

  const product = (): Fraction | undefined => {
    let left = term();
    while (tokens[at] === '*' || tokens[at] === '/') {
      const divides = tokens[at] === '/';
      at += 1;
      const right = term();
      if (left === undefined || right === undefined || (divides && right.top.isZero())) return undefined;
      left = divides
        ? { top: left.top.times(right.bottom), bottom: left.bottom.times(right.top) }
        : { top: left.top.times(right.top), bottom: left.bottom.times(right.bottom) };
    }
    return left;
  };

  const term = (): Fraction | undefined => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token === '-') {
      const negated = term();
      return negated === undefined ? undefined : { top: negated.top.negated(), bottom: negated.bottom };
    }
    if (token === '(' || (token === 'roundup' && tokens[at] === '(')) {
      if (token !== '(') at += 1;
      const inner = sum();
      if (tokens[at] !== ')' || inner === undefined) return undefined;
      at += 1;
      return token === '(' ? inner : { top: inner.top.div(inner.bottom).ceil(), bottom: ONE };
    }
    if (/^\d/.test(token)) return { top: big(token), bottom: ONE };
    return /^[a-z]/.test(token) ? value(token) : undefined;
  };

  const whole = sum();
  return at === tokens.length && whole !== undefined && !whole.bottom.eq(ZERO) ? whole : undefined;
}
