import type { Findings } from '../diagnostics/findings.js';
import type { Spot } from '../diagnostics/place.js';
import validate from '../generated/product.js';
import type { InputFacts } from './bom-line.js';
import { FaultWatch } from './fault-watch.js';
import type { ProductFile } from './product-file.js';
import { checkProduct } from './product-rules.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import { readValidJson } from './valid-json.js';

/** A product file as read, with the means to point at its members. */
export interface ProductInput {
  readonly product: ProductFile;
  readonly input: InputFacts;
  /** Where the member at a JSON Pointer stands, or the nearest member around it. */
  spot(pointer: string): Spot;
}

/** Reads product.json. Adds all its faults to `findings`; undefined where one of them is an error. */
export function readProductFile(source: Source, findings: Findings): ProductInput | undefined {
  const watch = new FaultWatch(findings);
  const document = readValidJson(source, validate, watch);
  if (document === undefined) return undefined;
  // The schema is the type in another notation; test/input/product-schema.test.ts holds them together.
  const product = document.value as ProductFile;
  checkProduct(product, document, watch);
  if (watch.failed) return undefined;
  return {
    product,
    input: {
      name: source.name,
      role: 'product',
      sha256: sha256(source.bytes),
      rows: document.lines,
      encoding: document.encoding,
    },
    spot: document.spot,
  };
}
