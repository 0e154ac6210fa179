import { describe, expect, it } from 'vitest';
import { printable, quote } from '../../src/diagnostics/quote.js';

describe('printable', () => {
  it('leaves plain text as it is', () => {
    expect(printable('棉纱 40 s, 1/2″ ±5 % é')).toBe('棉纱 40 s, 1/2″ ±5 % é');
  });

  it('shows what would not show', () => {
    expect(printable('a\u001b[0m\tb\u200bc\u202ed\u061ce\u2028f\ufeff')).toBe('a·[0m·b·c·d·e·f·');
  });

  it('cuts at 60 and never leaves half a character', () => {
    expect(printable('x'.repeat(60))).toBe('x'.repeat(60));
    expect(printable('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(printable(`${'x'.repeat(58)}\u{1f600}${'x'.repeat(9)}`)).toBe(`${'x'.repeat(58)}·…`);
  });

  it('quotes', () => {
    expect(quote('k\u0000g')).toBe('"k·g"');
  });
});
