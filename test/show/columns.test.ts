import { expect, test } from 'vitest';
import { alignedLines } from '../../src/show/columns.js';

test('columns line up across Chinese and English cells', () => {
  // A Chinese character fills two columns of the terminal.
  expect(alignedLines([['编号', '数值', '名'], ['steel-rod', '2.5', '钢'], ['钢棒', '12', 'x']], ['left', 'right', 'left'])).toEqual([
    '编号       数值  名',
    'steel-rod   2.5  钢',
    '钢棒         12  x',
  ]);
});

test('no blanks trail', () => {
  expect(alignedLines([['a', ''], ['bbb', 'c']], ['left', 'left'])).toEqual(['a', 'bbb  c']);
});
