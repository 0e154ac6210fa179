import type { InstitutionReport } from '../report/institution-report.js';

/** One row an institution, for spreadsheets; every amount with all its digits. */
const COLUMNS: readonly (readonly [name: string, of: (report: InstitutionReport) => string | undefined])[] = [
  ['institution', ({ institution }) => institution.id],
  ['name', ({ institution }) => institution.names.zh ?? institution.names.en],
  ['period_start', ({ period }) => period.start],
  ['period_end', ({ period }) => period.end],
  ['electricity_kwh', ({ metrics }) => metrics.energy.electricity_kwh],
  ['energy_gj', ({ metrics }) => metrics.energy.gj],
  ['energy_tce', ({ metrics }) => metrics.energy.tce],
  ['coefficients', ({ metrics }) => `${metrics.energy.coefficients} ${metrics.energy.electricity}`],
  ['renewable_kwh', ({ metrics }) => metrics.renewable_share.by_electricity.numerator],
  ['renewable_share_by_electricity', ({ metrics }) => metrics.renewable_share.by_electricity.share],
  ['renewable_share_by_electricity_baseline', ({ metrics }) => metrics.renewable_share.by_electricity.baseline_share],
  ['renewable_share_by_energy', ({ metrics }) => metrics.renewable_share.by_energy.share],
  ['renewable_share_by_energy_baseline', ({ metrics }) => metrics.renewable_share.by_energy.baseline_share],
  ['scope_1_kgco2e', ({ metrics }) => metrics.emissions.scope_1],
  ['scope_2_location_based_kgco2e', ({ metrics }) => metrics.emissions.scope_2.location_based],
  ['scope_2_market_based_kgco2e', ({ metrics }) => metrics.emissions.scope_2.market_based],
  ['scope_3_given_kgco2e', ({ metrics }) => metrics.emissions.scope_3],
  ['change_kgco2e', ({ metrics }) => metrics.change?.total],
  ['avoided_kgco2e', ({ metrics }) => metrics.avoided?.kgco2e],
  ['avoided_factor', ({ metrics }) => metrics.avoided?.factor],
  ['offsets_kgco2e', ({ metrics }) => metrics.offsets.kgco2e],
  ['claim', ({ metrics }) => metrics.claim.level],
  ['digest', ({ digest }) => digest],
];

/** A table for spreadsheets: UTF-8 with its mark, CRLF; no cell that a spreadsheet would take for a formula. */
export function institutionCsv(reports: readonly InstitutionReport[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...reports.map((report) => COLUMNS.map(([, of]) => cell(of(report) ?? '')))];
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/u;
// CWE-1236, with the full-width signs that Chinese input methods give.
const DANGEROUS = /^[=+\-@\t\r＝＋－＠]/u;

function cell(text: string): string {
  const safe = DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
