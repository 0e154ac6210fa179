import { Findings } from '../../src/diagnostics/findings.js';
import { openLibrary } from '../../src/factors/open-library.js';
import type { GwpEdition } from '../../src/input/product-file.js';
import { readProductFile } from '../../src/input/read-product-file.js';
import { makeReport } from '../../src/report/make-report.js';
import type { FootprintReport } from '../../src/report/report.js';
import type { Sector } from '../../src/sectors/model.js';
import { sectorWork } from '../../src/sectors/sector-work.js';
import { writeDataset, type FactorRow } from './dataset.js';

export interface Made {
  readonly report: FootprintReport | undefined;
  /** `code line:column`, in the order of the places; the note that nothing was declared left out. */
  readonly findings: readonly string[];
  readonly exit: 0 | 1 | 2;
}

export interface Making {
  readonly product?: object;
  /** The sector of the product, where it has one. */
  readonly sector?: Sector;
  readonly root?: string;
  readonly gwp?: GwpEdition;
}

/** A maker of reports over one dataset of invented factors. */
export function makerWith(factors: readonly FactorRow[]): (bom: string | readonly string[], making?: Making) => Made {
  const library = openLibrary([writeDataset('invented', factors)], new Findings());
  if (library === undefined) throw new Error('the dataset of this test cannot be opened');
  return (bom, { product, sector, root, gwp } = {}) => {
    const findings = new Findings();
    const text = typeof bom === 'string' ? bom : bom.join('\n');
    const source = { name: 'product.json', bytes: new TextEncoder().encode(JSON.stringify(product)) };
    const declared = product === undefined ? undefined : readProductFile(source, findings);
    const report = makeReport({
      bom: { name: 'bom.csv', bytes: new TextEncoder().encode(text) },
      library,
      ...(declared === undefined ? {} : { product: declared }),
      ...(sector === undefined ? {} : { sector: sectorWork(sector) }),
      ...(root === undefined ? {} : { root }),
      ...(gwp === undefined ? {} : { gwp }),
    }, findings)?.report;
    const told = findings.all()
      .filter(({ code }) => code !== 'product-undeclared')
      .map(({ code, spot }) => (spot === undefined ? code : `${code} ${spot.line}:${spot.column}`));
    return { report, findings: told, exit: findings.exit };
  };
}

/** The least a product file says. */
export function productFile(members: object = {}): object {
  return {
    id: 'P', names: { en: 'Product' },
    unit: { kind: 'declared', amount: '1', unit: 'piece' },
    boundary: { type: 'cradle-to-gate' },
    ...members,
  };
}
