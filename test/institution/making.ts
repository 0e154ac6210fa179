import { Findings } from '../../src/diagnostics/findings.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { readInstitutionProfile } from '../../src/input/read-institution-profile.js';
import { makeInstitutionReports, type MadeInstitutionReports } from '../../src/report/make-institution-reports.js';
import { writeDataset } from '../support/dataset.js';

const library = openLibrary([writeDataset('invented', [
  { id: 'grid', unit: 'kWh', kgco2e: '0.5', category: 'electricity-grid-direct', gwp: 'CO2-only', year: '2022' },
  { id: 'cleaner', unit: 'kWh', kgco2e: '0.4', category: 'electricity-grid-direct', gwp: 'CO2-only', year: '2024' },
  { id: 'residual', unit: 'MWh', kgco2e: '600', category: 'electricity-residual', gwp: 'CO2-only' },
  { id: 'old-2012', unit: 'kWh', kgco2e: '0.7', category: 'electricity-grid-direct', gwp: 'CO2-only', year: '2012' },
  { id: 'old-2023', unit: 'kWh', kgco2e: '0.55', category: 'electricity-grid-direct', gwp: 'CO2-only', year: '2023' },
  { id: 'gas', unit: 'm3', kgco2e: '2' }, { id: 'heat', unit: 'GJ', kgco2e: '110' }, { id: 'r32', unit: 'kg', kgco2e: '771' }, { id: 'travel', unit: 'pkm', kgco2e: '0.1' },
])], new Findings());

export interface MadeLedger {
  readonly made: MadeInstitutionReports | undefined;
  readonly codes: readonly string[];
  /** The value of a quantity of the first report's worksheet. */
  value(id: string): string | undefined;
}

export const PROFILE = {
  id: 'office', names: { en: 'Office' }, period: { start: '2024-01-01', end: '2024-12-31' }, baseline: { start: '2023-01-01', end: '2023-12-31' },
  energy: { coefficients: 'gb-t-2589', electricity: 'calorific' },
  factors: { electricity: { 2023: 'grid', 2024: 'cleaner' }, natural_gas: 'gas', heat: 'heat' },
};

/** Reports of rows `site,period,carrier,amount,unit,origin,factor`, over invented factors. */
export function makeFrom(rows: readonly string[], profile: object = PROFILE, header = 'site,period,carrier,amount,unit,origin,factor'): MadeLedger {
  if (library === undefined) throw new Error('the dataset of this test cannot be opened');
  const findings = new Findings();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const read = readInstitutionProfile({ name: 'institution.json', bytes: encode(JSON.stringify(profile)) }, findings);
  const made = read === undefined ? undefined : makeInstitutionReports({
    ledger: { name: 'ledger.csv', bytes: encode([header, ...rows, ''].join('\n')) }, profile: read, library,
  }, findings);
  return {
    made,
    codes: findings.all().map(({ code }) => code),
    value: (id) => made?.reports[0]?.worksheet.find((quantity) => quantity.id === id)?.value,
  };
}
