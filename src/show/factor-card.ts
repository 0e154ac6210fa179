import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type PhraseKey } from '../diagnostics/wording.js';
import type { DatasetFacts, Factor, FactorColumn, GasFactor } from '../factors/factor.js';
import { OPEN_LICENCES } from '../factors/open-licences.js';
import { decimalText } from '../quantity/decimal-text.js';
import { alignedLines } from './columns.js';

/** Longer than any cell of a factor that somebody wrote for people. */
const LONGEST = 5000;

const SPLIT: readonly (readonly [FactorColumn, PhraseKey])[] = [
  ['fossil', 'origin.fossil'],
  ['biogenic', 'origin.biogenic_emissions'],
  ['biogenic_removal', 'origin.biogenic_removals'],
  ['dluc', 'origin.dluc'],
  ['aircraft', 'origin.aircraft'],
];

/**
 * All that is known of one factor, as one needs it to cite the factor or to judge whether it fits; of one given as
 * gases, its value in each edition that has them all.
 */
export function factorCardText(
  factor: Factor | { readonly gases: GasFactor; readonly byEdition: readonly Factor[] },
  facts: DatasetFacts,
  language: Language,
): string {
  return 'byEdition' in factor
    ? cardText(factor.gases, [
      ['heading.gases', factor.gases.gases.map(({ gas, amount }) => `${gas} ${decimalText(amount)} kg`).join('; ')],
      ...factor.byEdition.map(({ value, weighed, row }) =>
        ['heading.value', `${decimalText(value)} kg CO2e/${row.unit} (${weighed?.edition ?? ''})`] as const),
    ], facts, language)
    : cardText(factor, [['heading.value', `${factor.row.kgco2e} kg CO2e/${factor.row.unit}`]], facts, language);
}

function cardText(
  factor: Factor | GasFactor,
  values: readonly (readonly [PhraseKey, string])[],
  facts: DatasetFacts,
  language: Language,
): string {
  const { phrases } = wordingOf(language);
  const { row } = factor;
  const validity = row.valid_from === '' && row.valid_to === '' ? '' : `${row.valid_from} – ${row.valid_to}`;
  const entries: (readonly [PhraseKey, string])[] = [
    ['heading.id', `${factor.dataset}:${factor.id}`],
    ['heading.name', [row.name, row.name_zh].filter((name) => name !== '').join(' / ')],
    ...values,
    ...SPLIT.map(([column, phrase]) => [phrase, row[column]] as const),
    ['heading.uncertainty', row.gsd === '' ? '' : `GSD ${row.gsd}`],
    ['heading.gwp', row.gwp],
    ['heading.category', row.category],
    ['heading.stage', factor.stage === undefined ? '' : phrases[`stage.${factor.stage}`]],
    ['heading.boundary', row.boundary],
    ['heading.region', row.region],
    ['heading.year', row.year],
    ['heading.validity', validity],
    ['heading.source', row.source],
    ['heading.publisher', row.publisher],
    ['heading.url', row.url],
    ['heading.locator', row.locator],
    ['heading.evidence', evidenceText(row.evidence, language)],
    ['heading.licence', licenceText(row.licence)],
    ['heading.notes', row.notes],
    ['heading.dataset', `${facts.title} (${facts.name})`],
    ['heading.version', facts.version],
    ['heading.sha256', facts.sha256],
    ['heading.line', `factors.csv:${String(factor.line)}`],
  ];
  const rows = entries.filter(([, text]) => text !== '').map(([phrase, text]) => [phrases[phrase], printable(text, LONGEST)]);
  return `${alignedLines(rows, ['left', 'left']).join('\n')}\n`;
}

function evidenceText(evidence: string, language: Language): string {
  const { phrases } = wordingOf(language);
  return evidence === 'primary' || evidence === 'secondary' ? phrases[`evidence.${evidence}`] : evidence;
}

function licenceText(licence: string): string {
  const known = OPEN_LICENCES.find(({ id }) => id === licence);
  return known === undefined ? licence : `${licence}: ${known.title}, ${known.source}`;
}
