import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FootprintReport } from '../../src/report/report.js';
import type { Citation, Parameter, Range, SectorRule } from '../../src/sectors/rule.js';
import { markdownTable } from './generated-blocks.js';

/** The example whose report shows the formulas of each sector. */
export const SECTOR_EXAMPLES = {
  textile: 'knitted-t-shirt', battery: 'lfp-energy-delivered', elevator: 'passenger-elevator', tea: 'green-tea', service: 'homestay-guest-night',
} as const;
export type DocumentedSector = keyof typeof SECTOR_EXAMPLES;

/** What rules/SECTOR.json and the sector's example say, as tables, by the names of the generated parts. */
export function sectorParts(root: string, sector: DocumentedSector): readonly (readonly [name: string, content: string])[] {
  const rule = JSON.parse(readFileSync(join(root, 'rules', `${sector}.json`), 'utf8')) as SectorRule;
  const report = JSON.parse(readFileSync(join(root, 'examples', SECTOR_EXAMPLES[sector], 'report.json'), 'utf8')) as FootprintReport;
  return [
    ['units', unitsTable(rule)],
    ['parameters', parametersTable(rule)],
    ['formulas', formulasTable(report)],
    ...((rule.tables ?? []).length + (rule.constants ?? []).length === 0 ? [] : [['tables', tablesTable(rule)] as const]),
    ['duties', dutiesTable(rule)],
    ['sources', sourcesTable(rule)],
  ];
}

function unitsTable({ units }: SectorRule): string {
  return markdownTable(['basis', 'kind', 'unit', 'what 含义', 'reference products'], units.map(({ basis, kind, unit, names, flow }) => [
    `\`${basis}\``, kind, `\`${unit}\``, `${names.en} ${names.zh}`,
    `\`${flow.formula}\`${Object.keys(flow.inputs).length === 0 ? '' : `; ${Object.entries(flow.inputs).map(([symbol, id]) => `${symbol}: \`${id}\``).join(', ')}`}`,
  ]));
}

function parametersTable({ parameters }: SectorRule): string {
  const rows: string[][] = [];
  const add = (all: readonly Parameter[], path: string): void => {
    for (const parameter of all) {
      const own = `${path}${parameter.id}`;
      rows.push([`\`${own}${parameter.kind === 'list' ? '[]' : ''}\`${parameter.required === true ? ' *' : ''}`, `${parameter.names.en} ${parameter.names.zh}`, kindText(parameter), filledText(parameter)]);
      if (parameter.kind === 'group' || parameter.kind === 'list') add(parameter.parameters, `${own}${parameter.kind === 'list' ? '[]' : ''}.`);
    }
  };
  add(parameters, '');
  return `${markdownTable(['parameter', 'what 含义', 'kind', 'default and presets'], rows)}\n\n\\* compulsory where its group is given.`;
}

function kindText(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'amount': return `amount, ${parameter.unit}${rangeText(parameter)}`;
    case 'ratio': return `share${rangeText(parameter)}`;
    case 'number': return `${parameter.whole === true ? 'whole ' : ''}number${parameter.unit === undefined ? '' : `, ${parameter.unit}`}${rangeText(parameter)}`;
    case 'choice': return `one of ${parameter.options.map(({ id }) => `\`${id}\``).join(', ')}`;
    case 'factor': return `factor, per ${parameter.per}`;
    default: return parameter.kind;
  }
}

function rangeText({ min, max, above, below }: Range): string {
  const limits = [min === undefined ? '' : `≥ ${min}`, above === undefined ? '' : `> ${above}`, max === undefined ? '' : `≤ ${max}`, below === undefined ? '' : `< ${below}`];
  const told = limits.filter((limit) => limit !== '');
  return told.length === 0 ? '' : `, ${told.join(', ')}`;
}

function filledText(parameter: Parameter): string {
  if (parameter.kind === 'text' || parameter.kind === 'group' || parameter.kind === 'list') return '';
  const { default: filled, presets = [] } = parameter;
  return [
    ...(filled === undefined ? [] : [`default ${filled.value} (${citationText(filled)})`]),
    ...presets.map((preset) => `\`preset:${preset.id}\` ${preset.value} (${citationText(preset)})`),
  ].join('; ');
}

function citationText({ source, locator, evidence }: Citation): string {
  return [source, locator, evidence === 'recalled' ? 'recalled, not verified' : undefined].filter((part) => part !== undefined).join(', ');
}

function formulasTable({ model }: FootprintReport): string {
  const derived = (model?.quantities ?? []).filter(({ status }) => status === 'derived');
  return markdownTable(['quantity', 'what 含义', 'formula', 'unit'], derived.map(({ id, names, formula = '', unit }) => [
    `\`${id}\``, `${names.en} ${names.zh}`, `\`${formula}\``, unit,
  ]));
}

function tablesTable({ tables = [], constants = [] }: SectorRule): string {
  return markdownTable(['table or constant', 'what 含义', 'values', 'source'], [
    ...tables.map((table) => [
      `\`${table.id}\``, `${table.names.en} ${table.names.zh}`,
      `${Object.entries(table.rows).map(([key, value]) => `${key}: ${value}`).join('; ')}${table.unit === '' ? '' : ` ${table.unit}`}`, citationText(table),
    ]),
    ...constants.map((constant) => [`\`${constant.id}\``, `${constant.names.en} ${constant.names.zh}`, `${constant.value} ${constant.unit}`.trimEnd(), citationText(constant)]),
  ]);
}

function dutiesTable({ duties, exclusions, cut_off }: SectorRule): string {
  return markdownTable(['duty', 'what 含义', 'checked', 'source'], [
    ...duties.map((duty) => [
      `\`${duty.id}\``, `${duty.text.en} ${duty.text.zh}`,
      duty.kind === 'stated' ? 'stated only' : duty.level === 'must' ? 'yes: no report without it' : 'yes: a warning', citationText(duty),
    ]),
    ...exclusions.map((left) => ['left out', `${left.text.en} ${left.text.zh}`, 'stated only', citationText(left)]),
    ...(cut_off === undefined ? [] : [['cut-off', `${cut_off.text.en} ${cut_off.text.zh}`, 'stated only', citationText(cut_off)]]),
  ]);
}

function sourcesTable({ sources }: SectorRule): string {
  return markdownTable(['source', 'title', 'what was read'], sources.map(({ id, title, publisher, url, read }) => [
    `\`${id}\``, `${url === undefined ? title : `[${title}](${url})`}${publisher === undefined ? '' : `, ${publisher}`}`, read,
  ]));
}
