import fc from 'fast-check';

/** A line of a drawn bill, its cells in the order of `HEADER`. */
export const HEADER = ['product', 'component', 'item', 'stage', 'quantity', 'unit', 'factor', 'data', 'loss', 'loss_basis', 'expect_kgco2e', 'note'] as const;

const common = <T>(weight: number, value: fc.Arbitrary<T>): fc.WeightedArbitrary<T> => ({ weight, arbitrary: value });

const digits = (most: number): fc.Arbitrary<string> => fc.bigInt({ min: 0n, max: 10n ** BigInt(most) - 1n }).map(String);

const quantity = fc.oneof(
  common(40, fc.tuple(digits(7), fc.integer({ min: 1, max: 6 })).map(([whole, places]) => `${whole}.${'123456789'.slice(0, places)}`)),
  common(10, digits(5)),
  // Equal contributions, by one unit or by another.
  common(8, fc.constantFrom('1', '2', '1000', '2000', '0.001', '0.002', '1.000', '0.5')),
  common(4, fc.tuple(digits(7), digits(3)).map(([whole, rest]) => `-${whole}.${rest}`)),
  common(4, fc.tuple(digits(20), digits(12)).map(([whole, rest]) => `${whole}.${rest}`)),
  common(6, fc.constantFrom('0', '-0', '0.000', '-0.00', '1e3', '1.5E-7', '.5', '5.', '01.5', '+2', ' 7', '１２．５', '1,234', '1.234', '1.234.567,8', '1e999999', 'NaN', '12%', '', '=cmd()', '9007199254740993', '0.1234567890123456789')),
);
const text = (words: readonly string[]): fc.Arbitrary<string> => fc.oneof(
  common(30, fc.constantFrom(...words)),
  common(1, fc.constantFrom('', ' padded ', 'with "inch"', 'comma, inside', '=cmd()', '-minus', '+plus', '\u3000blank', 'end\u00a0', '“引号”', 'ＰＥＴ', '＝式', '__proto__', 'tab\there', 'emoji 😀', 'back\\slash', 'a//b', 'a / b', '甲\u3000/乙', 'a/\u00a0b', '钢/\u3000铁', '/lead', '钢/铁', '甲／乙', 'ctrl\u0001', 'x'.repeat(300))),
);

export const line = (product: string): fc.Arbitrary<string[]> => fc.tuple(
  fc.oneof(common(60, fc.constant(product)), common(1, fc.constant(` ${product} `)), common(1, fc.constant(''))),
  text(['body', 'base/part 2', 'cover/hinge/pin', '']),
  text(['screw', 'steel sheet', '棉纱', 'glue no 7']),
  fc.oneof(common(30, fc.constantFrom('raw_materials', 'manufacturing', '使用', '', 'A3', 'end of life')), common(1, fc.constantFrom('D', 'module_d', 'nowhere', ' use '))),
  quantity,
  fc.oneof(common(30, fc.constantFrom('kg', 'g', 't')), common(3, fc.constantFrom('kWh', 'MJ', 'piece', 'lb', '千克')), common(1, fc.constantFrom('', 'stone!', 'T'))),
  fc.oneof(common(40, fc.constantFrom('steel', 'cotton', 'power', 'split', 'tiny', 'credit')), common(2, fc.constantFrom('plain:steel', 'staged', 'old', 'direct', 'a-factor-of-a-long-name', 'a-factor-of-a-longer-name', 'plain:a-factor-of-a-long-name')), common(1, fc.constantFrom('', 'missing', 'plain:none', 'Steel', 'certain'))),
  fc.oneof(common(30, fc.constantFrom('', 'primary', '二级')), common(1, fc.constantFrom('proxy', 'rumour'))),
  fc.oneof(common(60, fc.constant('')), common(1, fc.constantFrom('5%', '0.1', '0', '2'))),
  fc.oneof(common(60, fc.constant('')), common(1, fc.constantFrom('of_input', 'of_output'))),
  fc.oneof(common(90, fc.constant('')), common(1, fc.constantFrom('0', '12.5'))),
  text(['', 'a note']),
);

/** Cells as CSV; `quoteAll` where a cell would do without. */
export function csvLine(cells: readonly string[], quoteAll: boolean, delimiter = ','): string {
  return cells.map((cell) => (quoteAll || /["\r\n]/u.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

/** Products of drawn lines that stand together. */
export const bill = fc.record({
  products: fc.uniqueArray(fc.constantFrom('P1', 'lamp', '产品-3', 'A"quote', 'x y', 'P1 ', 'Q7'), { minLength: 1, maxLength: 4, selector: (id) => id.trim() })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.array(line(id), { minLength: 1, maxLength: 6 })))),
  quoted: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  newline: fc.constantFrom('\n', '\r\n'),
  blanks: fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 2 }),
  lastBreak: fc.boolean(),
}).map(({ products, quoted, newline, blanks, lastBreak }) => {
  const lines = products.flat();
  const rows = lines.flatMap((cells, index) => [
    csvLine(cells, quoted[index % quoted.length] === true && index % 3 === 0),
    ...(blanks.includes(index) ? [index % 2 === 0 ? '' : ',,,'] : []),
  ]);
  return { text: [HEADER.join(','), ...rows].join(newline) + (lastBreak ? newline : ''), lines: lines.length };
});
