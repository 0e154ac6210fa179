import type { Findings } from '../diagnostics/findings.js';
import type { Footprint } from '../footprint/footprint.js';
import type { Bom } from '../input/bom-line.js';
import type { ProductInput } from '../input/read-product-file.js';
import { applySector, type ModelledBill } from './apply-sector.js';
import { checkDuties } from './duties.js';
import type { Sector } from './model.js';

/** What a sector does in the making of a report; loaded only for a product that names one. */
export interface SectorWork {
  /** Before the calculation: `root` is the product of the bill that is declared. */
  apply(product: ProductInput, bom: Bom, root: string, findings: Findings): ModelledBill | undefined;
  /** After it. */
  check(footprint: Footprint, product: ProductInput, findings: Findings): void;
}

export function sectorWork(sector: Sector): SectorWork {
  return {
    apply: (product, bom, root, findings) => applySector(sector, product, bom, root, findings),
    check: (footprint, product, findings) => checkDuties(sector.rule, footprint, product, findings),
  };
}
