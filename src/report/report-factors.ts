import { decimalText } from '../quantity/decimal-text.js';
import { FACTOR_COLUMNS, type Factor, type GasTerm } from '../factors/factor.js';
import type { UsedFactor } from '../footprint/footprint.js';
import type { ReportFactor, ReportGas } from './report.js';

/** Each factor used, whole, sorted by dataset and id. */
export function reportFactors(used: readonly UsedFactor[]): ReportFactor[] {
  return [...used].sort((a, b) => (a.key < b.key ? -1 : 1)).map(reportFactor);
}

function reportFactor({ key, value, unit, gwp, origin }: UsedFactor): ReportFactor {
  const own = { unit: unit.symbol, kgco2e: decimalText(value) };
  if (origin.kind === 'supplier') {
    return { dataset: 'supplier', id: key.slice('supplier:'.length), ...own, gwp, source: origin.supplier.source };
  }
  return datasetFactor(origin.factor);
}

/** A catalogue reports the same factors thousands of times. */
const reported = new WeakMap<Factor, ReportFactor>();

/** A dataset's factor, whole, with its source and licence. */
export function datasetFactor(factor: Factor): ReportFactor {
  let report = reported.get(factor);
  if (report === undefined) {
    report = reportOf(factor);
    reported.set(factor, report);
  }
  return report;
}

function reportOf(factor: Factor): ReportFactor {
  const own = { unit: factor.unit.symbol, kgco2e: decimalText(factor.value) };
  const filled = FACTOR_COLUMNS.flatMap((column) => (factor.row[column] === '' ? [] : [[column, factor.row[column]] as const]));
  return { ...Object.fromEntries(filled), id: factor.id, dataset: factor.dataset, ...own, ...splitTexts(factor), ...gasMembers(factor) };
}

function splitTexts({ origins, row }: Factor): Partial<ReportFactor> {
  if (origins === undefined) return {};
  return {
    ...(row.fossil === '' ? {} : { fossil: decimalText(origins.fossil) }),
    ...(row.biogenic === '' ? {} : { biogenic: decimalText(origins.biogenicEmissions) }),
    ...(row.biogenic_removal === '' ? {} : { biogenic_removal: decimalText(origins.biogenicRemovals) }),
    ...(row.dluc === '' ? {} : { dluc: decimalText(origins.dluc) }),
    ...(row.aircraft === '' ? {} : { aircraft: decimalText(origins.aircraft) }),
  };
}

function gasMembers({ weighed, gwp }: Factor): Partial<ReportFactor> {
  return weighed === undefined ? {} : { gwp, gases: weighed.terms.map(reportGas) };
}

function reportGas({ gas, blend, amount, gwp100, source }: GasTerm): ReportGas {
  return { gas, ...(blend === undefined ? {} : { blend }), amount: decimalText(amount), gwp100: decimalText(gwp100), source };
}
