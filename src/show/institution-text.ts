import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type PhraseKey, type Phrases } from '../diagnostics/wording.js';
import type { MadeInstitutionReports } from '../report/make-institution-reports.js';
import type { InstitutionReport, ShareFigures } from '../report/institution-report.js';
import { alignedLines } from './columns.js';
import { LONGEST_NAME, nameIn, sharePercent, shortAmount } from './figures.js';
import type { Palette } from './palette.js';

/** The metrics of one institution, or a table of several, for people: rounded for reading, nothing worked out anew. */
export function institutionText({ reports, set }: MadeInstitutionReports, language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  const [only] = reports;
  if (only !== undefined && set === undefined) return `${oneText(only, language, phrases, palette).join('\n')}\n`;
  return `${manyText(reports, set, language, phrases, palette).join('\n')}\n`;
}

function oneText(report: InstitutionReport, language: Language, phrases: Phrases, palette: Palette): string[] {
  const { institution, period, metrics, method } = report;
  const { energy, renewable_share, emissions, change, avoided, claim, offsets } = metrics;
  const line = (key: PhraseKey, text: string): string => `${phrases[key]}${phrases.colon}${text}`;
  const kg = (amount: string): string => `${shortAmount(amount)} kg CO2e`;
  return [
    palette.strong(printable(nameIn(institution.names, language), LONGEST_NAME)),
    line('institution.period', `${period.start} – ${period.end}`),
    line('institution.energy', `${shortAmount(energy.tce)} tce (${method.coefficients.id}, ${phrases[`institution.${energy.electricity}`]}), ${shortAmount(energy.electricity_kwh)} kWh`),
    line('institution.by_electricity', shareText(renewable_share.by_electricity, phrases)),
    line('institution.by_energy', shareText(renewable_share.by_energy, phrases)),
    line('institution.scope_1', kg(emissions.scope_1)),
    line('institution.scope_2', `${kg(emissions.scope_2.location_based)} (${phrases['institution.location_based']}), ${kg(emissions.scope_2.market_based)} (${phrases['institution.market_based']})`),
    ...(emissions.scope_3 === '0' ? [] : [line('institution.scope_3', kg(emissions.scope_3))]),
    ...(change === undefined ? [] : [line('institution.change', `${kg(change.total)} = ${shortAmount(change.activity)} + ${shortAmount(change.factor)} + ${shortAmount(change.boundary)} (${phrases['institution.effects']})`)]),
    ...metrics.intensities.map(({ per, kwh, kgce, kgco2e }) => line(`institution.${per}`, `${shortAmount(kwh)} kWh, ${shortAmount(kgce)} kgce, ${kg(kgco2e)}`)),
    ...(avoided === undefined ? [] : [line('institution.avoided', `${shortAmount(avoided.tonnes)} t CO2e (${shortAmount(avoided.kwh)} kWh × ${printable(avoided.factor)}, ${avoided.year}, ${phrases[`institution.${avoided.kind}`]})${
      avoided.newest === undefined ? '' : `; ${printable(avoided.newest.factor)}${phrases.colon}${shortAmount(avoided.newest.tonnes)} t CO2e`}`)]),
    ...(offsets.kgco2e === '0' ? [] : [line('institution.offsets', kg(offsets.kgco2e))]),
    line('institution.claim', `${phrases[`institution.${claim.level}`]} (${printable(language === 'zh' ? claim.text.zh : claim.text.en, 200)})`),
  ];
}

function shareText({ share, numerator, denominator, unit, baseline_share, change_percentage_points }: ShareFigures, phrases: Phrases): string {
  if (share === undefined) return '–';
  const change = change_percentage_points === undefined || baseline_share === undefined ? ''
    : `; ${phrases['institution.baseline']} ${sharePercent(baseline_share)}, ${change_percentage_points.startsWith('-') ? '' : '+'}${shortAmount(change_percentage_points)} ${phrases['institution.points']}`;
  return `${sharePercent(share)} (${shortAmount(numerator)} ÷ ${shortAmount(denominator)} ${unit})${change}`;
}

/** The highest renewable share first. */
function manyText(reports: readonly InstitutionReport[], set: MadeInstitutionReports['set'], language: Language, phrases: Phrases, palette: Palette): string[] {
  const sorted = [...reports].sort((a, b) => shareOf(b) - shareOf(a) || (a.institution.id < b.institution.id ? -1 : 1));
  const rows = sorted.map(({ institution, metrics }) => [
    printable(nameIn(institution.names, language), LONGEST_NAME), shortAmount(metrics.energy.tce), shortAmount(metrics.energy.electricity_kwh),
    metrics.renewable_share.by_electricity.share === undefined ? '–' : sharePercent(metrics.renewable_share.by_electricity.share),
    shortAmount(metrics.emissions.total.location_based), phrases[`institution.${metrics.claim.level}`],
  ]);
  const head = ['', 'tce', 'kWh', phrases['institution.by_electricity'], 'kg CO2e', phrases['institution.claim']];
  const table = alignedLines([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'left'], (text, row) => (row === 0 ? palette.dim(text) : text));
  if (set === undefined) return table;
  const { aggregate } = set;
  const { weighted = '', plain = '', baseline_weighted, baseline_plain } = aggregate.renewable_share.by_electricity;
  const average = (one: string, other: string | undefined): string => `${other === undefined ? '' : `${sharePercent(other)} → `}${sharePercent(one)}`;
  return [
    ...table, '',
    `${phrases['institution.together']}${phrases.colon}${String(aggregate.institutions)}, ${shortAmount(aggregate.tce)} tce, ${shortAmount(aggregate.electricity_kwh)} kWh, ${shortAmount(aggregate.emissions.location_based)} kg CO2e`,
    ...(weighted === '' ? [] : [`${phrases['institution.weighted']}${phrases.colon}${average(weighted, baseline_weighted)}`]),
    ...(plain === '' ? [] : [`${phrases['institution.plain']}${phrases.colon}${average(plain, baseline_plain)}`]),
    ...(aggregate.avoided === undefined ? [] : [`${phrases['institution.avoided']}${phrases.colon}${shortAmount(aggregate.avoided.kgco2e)} kg CO2e (${shortAmount(aggregate.avoided.kwh)} kWh)`]),
  ];
}

/** To sort by, nothing more. */
function shareOf({ metrics }: InstitutionReport): number {
  return Number(metrics.renewable_share.by_electricity.share ?? '-1');
}
