import { describe, expect, it } from 'vitest';
import { codePointWidth, textWidth } from '../../src/diagnostics/text-width.js';

function eachCodePoint(visit: (character: string, codePoint: number) => void): void {
  for (let codePoint = 0x20; codePoint <= 0x10ffff; codePoint += 1) {
    if (codePoint < 0xd800 || codePoint > 0xdfff) visit(String.fromCodePoint(codePoint), codePoint);
  }
}

describe('textWidth', () => {
  // East_Asian_Width and General_Category as EastAsianWidth.txt and UnicodeData.txt list them
  it.each([
    ['', 0], ['kg CO2e', 7], ['碳足迹', 6], ['（）：，', 8], ['１２', 4], ['ｱ', 1], ['가', 2], ['あ', 2],
    ['e\u0301', 1], ['\u200d', 0], ['\u1112\u1161\u11ab', 2], ['\u{20000}', 2], ['\u{1f600}', 2], ['é·…→', 4],
    ['\u10ff\u1100', 3], ['\u115f', 2], ['\u3040', 1], ['\uff60\uff61', 3], ['\u{3fffd}', 2], ['\u{3fffe}', 1],
  ])('of %j is %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('is two for every Han character', () => {
    const wrong: string[] = [];
    eachCodePoint((character, codePoint) => {
      if (/\p{Script=Han}/u.test(character) && !/\p{Mn}/u.test(character) && codePointWidth(codePoint) !== 2) wrong.push(codePoint.toString(16));
    });
    expect(wrong).toEqual([]);
  });

  it('is one for every Latin, Greek and Cyrillic letter but the full-width ones', () => {
    const wrong: string[] = [];
    eachCodePoint((character, codePoint) => {
      const western = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(character) && /\p{L}/u.test(character);
      const fullWidth = codePoint >= 0xff21 && codePoint <= 0xff5a;
      if (western && codePointWidth(codePoint) !== (fullWidth ? 2 : 1)) wrong.push(codePoint.toString(16));
    });
    expect(wrong).toEqual([]);
  });
});
