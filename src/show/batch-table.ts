import { printable } from '../diagnostics/quote.js';
import { textWidth } from '../diagnostics/text-width.js';
import { wordingOf, type Language } from '../diagnostics/wording.js';
import type { BatchRecord } from '../batch/batch-record.js';
import type { FootprintReport } from '../report/report.js';
import { shortAmount } from './figures.js';

const PRODUCT_WIDTH = 28;
const AMOUNT_WIDTH = 14;
const UNIT_WIDTH = 14;

export interface BatchTable {
  readonly header: string;
  /** Of whole lines. */
  readonly rows: (ndjson: Uint8Array) => string;
}

/** Records as a table of fixed columns, which needs no look ahead. */
export function batchTable(language: Language): BatchTable {
  const { phrases } = wordingOf(language);
  return {
    header: `${row(phrases['batch.product'], 'kg CO2e', phrases['heading.unit'], phrases['heading.largest'])}\n`,
    rows: (ndjson) => Buffer.from(ndjson).toString('utf8').split('\n').filter((line) => line !== '')
      .map((line) => `${recordRow(JSON.parse(line) as BatchRecord | FootprintReport, phrases['batch.failed'])}\n`).join(''),
  };
}

function recordRow(record: BatchRecord | FootprintReport, failed: string): string {
  if ('result' in record) return row(record.product.id, shortAmount(record.result.total), `${record.unit.amount} ${record.unit.unit}`, '');
  if (record.exit !== 0) return row(record.product, failed, '', record.findings[0]?.code ?? '');
  return row(record.product, shortAmount(record.total), `${record.unit.amount} ${record.unit.unit}`, record.largest[0]?.item ?? '');
}

function row(product: string, amount: string, unit: string, last: string): string {
  const fitted = printable(product, PRODUCT_WIDTH);
  return `${padded(fitted, PRODUCT_WIDTH)}  ${' '.repeat(Math.max(0, AMOUNT_WIDTH - textWidth(amount)))}${amount}  ${padded(printable(unit), UNIT_WIDTH)}  ${printable(last)}`.trimEnd();
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
