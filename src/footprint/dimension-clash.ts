import type { ProblemArguments } from '../diagnostics/codes.js';
import { dimensionText } from '../quantity/convert.js';
import type { Unit } from '../quantity/unit.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import type { UsedFactor } from './footprint.js';

/** Names both cells: the unit of the line, and the unit of the factor at its own place. */
export function dimensionClash(unit: Unit, factor: UsedFactor, line: BomLine, bom: Bom): ProblemArguments['unit-dimension'] {
  return {
    unit: unit.symbol,
    dimension: dimensionText(unit.dimension),
    other: factor.unit.symbol,
    otherDimension: dimensionText(factor.unit.dimension),
    otherPlace: placeOf(factor, line, bom),
  };
}

function placeOf({ origin }: UsedFactor, line: BomLine, bom: Bom): string {
  if (origin.kind === 'supplier') return `${bom.input.name}:${line.line}:${bom.column('factor_unit')}`;
  return `${origin.factor.dataset}/factors.csv:${origin.factor.line}`;
}
