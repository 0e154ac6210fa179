import { describe, expect, it } from 'vitest';
import { bomColumnNamed } from '../../src/input/bom-headers.js';
import { detectDelimiter } from '../../src/input/delimiter.js';

describe('detectDelimiter', () => {
  it.each([
    ['item,quantity,unit,factor', ','],
    ['item;quantity;unit;factor', ';'],
    ['名称\t数量\t单位\t因子', '\t'],
    ['"item";"quantity";"unit";"factor"', ';'],
    ['item;quantity, in kg, net, dry;unit', ';'],
    ['foo;bar', ';'],
    ['item', ','],
    ['', ','],
  ])('reads %j with %j', (line, delimiter) => {
    expect(detectDelimiter(line, (name) => bomColumnNamed(name) !== undefined)).toBe(delimiter);
  });
});
