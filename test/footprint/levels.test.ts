import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../support/fraction.js';
import { makerWith } from '../support/making.js';

const make = makerWith([{ id: 'steel', kgco2e: '1.7' }, { id: 'power', unit: 'kWh', kgco2e: '0.53', stage: 'manufacturing' }]);

interface Tree {
  readonly quantity: string;
  readonly loss: string;
  readonly basis: string;
  readonly factor: 'steel' | 'power';
  readonly children: readonly Tree[];
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    quantity: fc.integer({ min: 1, max: 999 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
    loss: fc.constantFrom('', '0.1', '0.07', '0.3'),
    basis: fc.constantFrom('of_input', 'of_output'),
    factor: fc.constantFrom('steel', 'power'),
    children: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}));

describe('a bill with levels', () => {
  it('is its tree, computed by plain recursion over fractions', () => {
    fc.assert(fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.boolean(), (trees, dots) => {
      const rows = trees.flatMap((each) => rowsOf(each, 1, dots));
      const { report, findings } = make(['level,item,quantity,unit,factor,loss,loss_basis', ...rows]);
      expect(findings).toEqual([]);
      const expected = trees.reduce((sum, each) => sum.plus(kgco2eOf(each)), Fraction.of(0n));
      const printed = Fraction.parse(report?.result.total ?? 'nothing');
      const difference = printed.minus(expected).absolute();
      // Fifty digits of the total: a relative difference below 10^-49.
      expect(difference.lessThan(expected.absolute().times(Fraction.of(1n, 10n ** 49n)).plus(Fraction.of(1n, 10n ** 60n)))).toBe(true);
    }));
  });

  it('names the component of a line by the rows above it', () => {
    const { report } = make([
      'level,item,quantity,unit,factor',
      '1,pack,1,piece,', '2,module,2,piece,', '3,steel,1,kg,steel', '2,case,3,kg,steel', '1,label,1,kg,steel',
    ]);
    // steel 2 × 1 × 1.7 = 3.4, case 3 × 1.7 = 5.1, label 1.7
    expect(report?.result.by_component.map(({ component, value }) => [component, value])).toEqual([
      ['', '1.7'], ['pack', '5.1'], ['pack/module', '3.4'],
    ]);
  });

  it('groups lines deeper than fifty levels under the fiftieth', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `${index + 1},n${index + 1},1,piece,`);
    const { report } = make(['level,item,quantity,unit,factor', ...rows, '61,steel,1,kg,steel']);
    const [only] = report?.result.by_component ?? [];
    expect(only?.component.split('/')).toHaveLength(50);
    expect(only?.component.endsWith('/n50')).toBe(true);
  });
});

function rowsOf(node: Tree, level: number, dots: boolean): string[] {
  const depth = dots ? `${'.'.repeat(level - 1)}${level}` : String(level);
  const unit = node.children.length > 0 ? 'piece' : node.factor === 'steel' ? 'kg' : 'MJ';
  const factor = node.children.length > 0 ? '' : node.factor;
  const loss = node.loss === '' ? ',' : `${node.loss},${node.basis}`;
  return [`${depth},x,${node.quantity},${unit},${factor},${loss}`, ...node.children.flatMap((child) => rowsOf(child, level + 1, dots))];
}

function kgco2eOf({ quantity, loss, basis, factor, children }: Tree): Fraction {
  const one = Fraction.of(1n);
  const rate = Fraction.parse(loss === '' ? '0' : loss);
  const amount = basis === 'of_input' ? Fraction.parse(quantity).over(one.minus(rate)) : Fraction.parse(quantity).times(one.plus(rate));
  if (children.length > 0) return amount.times(children.reduce((sum, child) => sum.plus(kgco2eOf(child)), Fraction.of(0n)));
  // 1 MJ = 5/18 kWh
  return factor === 'steel' ? amount.times(Fraction.of(17n, 10n)) : amount.times(Fraction.of(5n, 18n)).times(Fraction.of(53n, 100n));
}
