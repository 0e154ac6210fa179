import { BOM_COLUMNS, type BomColumn } from '../input/bom-line.js';

/** Where the cells of plain lines stand, 0-based; -1 where the bill lacks a column that it may lack. */
export interface PlainColumns {
  /** Cells a line must have. */
  readonly width: number;
  readonly item: number;
  readonly component: number;
  readonly quantity: number;
  readonly unit: number;
  readonly factor: number;
  readonly stage: number;
  readonly data: number;
  /** Cells that must be blank: what they could say is no plain matter. */
  readonly blank: readonly number[];
}

const READ: ReadonlySet<BomColumn> = new Set<BomColumn>(['product', 'component', 'item', 'stage', 'quantity', 'unit', 'factor', 'data', 'note']);

/** The columns of a bill whose lines may be plain; undefined where none can be: without factors, or indented. */
export function plainColumns(columns: ReadonlyMap<BomColumn, number>, width: number): PlainColumns | undefined {
  const at = (column: BomColumn): number => columns.get(column) ?? -1;
  if (at('factor') < 0 || at('level') >= 0) return undefined;
  return {
    width,
    item: at('item'), component: at('component'), quantity: at('quantity'), unit: at('unit'),
    factor: at('factor'), stage: at('stage'), data: at('data'),
    blank: BOM_COLUMNS.filter((column) => !READ.has(column) && at(column) >= 0).map(at),
  };
}
