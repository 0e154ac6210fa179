import { printable } from '../diagnostics/quote.js';
import { placeText } from '../diagnostics/place-text.js';
import { sheetPlace } from '../diagnostics/sheet-place.js';
import { wordingOf, type Language, type PhraseKey, type Phrases } from '../diagnostics/wording.js';
import { largestOf } from '../report/largest.js';
import type { FootprintReport, ReportInput } from '../report/report.js';
import { bars } from './bar.js';
import { alignedLines } from './columns.js';
import { itemIn, LONGEST_NAME, nameIn, sharePercent, shortAmount, shortPercent } from './figures.js';
import type { Palette } from './palette.js';

/** How many of the largest contributions a summary names. */
const LARGEST = 5;

/** A report in short, for people: amounts rounded for reading, nothing worked out anew. */
export function summaryText(report: FootprintReport, language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  const sections = [
    headLines(report, language, phrases, palette),
    stageLines(report, phrases, palette),
    ...(report.result.by_module === undefined ? [] : [moduleLines(report.result.by_module, phrases, palette)]),
    largestLines(report, language, phrases, palette),
    qualityLines(report, phrases),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines(report: FootprintReport, language: Language, phrases: Phrases, palette: Palette): string[] {
  const { product, unit, label, boundary } = report;
  const text = unit.text === undefined ? '' : ` (${printable(nameIn(unit.text, language), LONGEST_NAME)})`;
  const { certificate } = label;
  const proof = certificate === undefined ? '' : ` (${printable(certificate.number)}, ${printable(certificate.certifier)})`;
  const footprint = `${label.display.value} ${printable(nameIn(label.unit_text, language), LONGEST_NAME)}`;
  return [
    palette.strong([nameIn(product.names, language), product.model ?? ''].map((name) => printable(name, LONGEST_NAME)).join(' ').trimEnd()),
    pair(phrases, 'heading.footprint', palette.strong(footprint)),
    pair(phrases, `unit.${unit.kind}`, `${unit.amount} ${printable(unit.unit)}${text}`),
    pair(phrases, 'heading.system_boundary', phrases[`boundary.${boundary.type}`]),
    ...(report.model === undefined ? [] : [
      pair(phrases, 'heading.rule', `${report.model.sector} ${report.model.rule.version}`),
      pair(phrases, 'heading.reference', printable(nameIn(report.model.reference, language), LONGEST_NAME)),
    ]),
    pair(phrases, 'heading.status', phrases[`status.${label.status}`] + proof),
  ];
}

function stageLines({ result }: FootprintReport, phrases: Phrases, palette: Palette): string[] {
  const drawn = bars(result.by_stage.map(({ value }) => value));
  const rows = result.by_stage.map(({ stage, value, percent }, index) => [
    phrases[`stage.${stage}`], shortAmount(value), percent === undefined ? '' : shortPercent(percent), drawn[index] ?? '',
  ]);
  const lines = alignedLines(
    [[phrases['heading.by_stage'], 'kg CO2e', '', ''], ...rows],
    ['left', 'right', 'right', 'left'],
    (text, row, column) => {
      if (row === 0) return palette.dim(text);
      if (column !== 3) return text;
      return result.by_stage[row - 1]?.value.startsWith('-') === true ? palette.negative(text) : palette.bar(text);
    },
  );
  const { by_sign, beyond_boundary } = result;
  if (by_sign.negative !== '0') {
    lines.push(pair(phrases, 'heading.positive', shortAmount(by_sign.positive)));
    lines.push(pair(phrases, 'heading.negative', shortAmount(by_sign.negative)));
  }
  if (beyond_boundary !== undefined) lines.push(pair(phrases, 'stage.beyond_boundary', shortAmount(beyond_boundary)));
  return lines;
}

function moduleLines(modules: NonNullable<FootprintReport['result']['by_module']>, phrases: Phrases, palette: Palette): string[] {
  const rows = modules.map(({ module, value }) => [module, shortAmount(value)]);
  return alignedLines([[phrases['heading.by_module'], 'kg CO2e'], ...rows], ['left', 'right'], (text, row) => (row === 0 ? palette.dim(text) : text));
}

/** What the rule filled in, and what the user asked for that nobody has read at its source. */
function modelLines(model: FootprintReport['model'], phrases: Phrases): string[] {
  const told = [...model?.quantities ?? [], ...model?.choices ?? []];
  const defaults = told.filter(({ status }) => status === 'default');
  const unverified = told.filter(({ status, source }) => status === 'preset' && source?.evidence === 'recalled');
  const list = (each: typeof told): string => each.map(({ id, value }) => `${printable(id)} = ${printable(value)}`).join(', ');
  return [
    ...(defaults.length === 0 ? [] : [pair(phrases, 'heading.model_defaults', list(defaults))]),
    ...(unverified.length === 0 ? [] : [pair(phrases, 'heading.unverified', list(unverified))]),
  ];
}

function largestLines({ inventory }: FootprintReport, language: Language, phrases: Phrases, palette: Palette): string[] {
  const rows = largestOf(inventory.contributions, LARGEST).map(({ kgco2e, factor, place, ...named }) => [
    printable(itemIn(named, language)), shortAmount(kgco2e), printable(factor), placeText(place),
  ]);
  return alignedLines(
    [[phrases['heading.largest'], 'kg CO2e', phrases['heading.factor'], phrases['heading.place']], ...rows],
    ['left', 'right', 'left', 'left'],
    (text, row, column) => (row === 0 ? palette.dim(text) : column === 3 ? palette.place(text) : text),
  );
}

function qualityLines({ quality, method, inputs, model }: FootprintReport, phrases: Phrases): string[] {
  const { by_data, uncertainty } = quality;
  const shares = by_data.map(({ data, share }) => `${phrases[`data.${data}`]} ${sharePercent(share)}`);
  return [
    ...(shares.length === 0 ? [] : [pair(phrases, 'heading.quality', shares.join(', '))]),
    ...(uncertainty === undefined ? [] : [
      pair(phrases, 'heading.uncertainty', `GSD ${uncertainty.gsd}, ${shortAmount(uncertainty.low)} – ${shortAmount(uncertainty.high)} kg CO2e`),
    ]),
    ...method.defaults.map(({ member, value }) => pair(phrases, 'heading.defaults', `${printable(member)} = ${printable(value)}`)),
    ...modelLines(model, phrases),
    ...inputs.map((input) => pair(phrases, 'heading.inputs', readingText(input, phrases))),
  ];
}

/** How an input was read, so that a wrong guess is seen at once. */
function readingText({ name, rows, encoding, delimiter, decimal_mark, sheet }: ReportInput, phrases: Phrases): string {
  const quoted = (mark: string): string => (mark === '\t' ? 'tab' : `"${printable(mark)}"`);
  return [
    `${printable(name)}${sheet === undefined ? '' : `:${sheetPlace(sheet, { line: 0, column: 0 })}`}`,
    `${phrases['heading.rows']} ${rows}`,
    `${phrases['heading.encoding']} ${printable(encoding)}`,
    ...(delimiter === undefined ? [] : [`${phrases['heading.delimiter']} ${quoted(delimiter)}`]),
    ...(decimal_mark === undefined ? [] : [`${phrases['heading.decimal_mark']} ${quoted(decimal_mark)}`]),
  ].join(', ');
}

function pair(phrases: Phrases, key: PhraseKey, text: string): string {
  return `${phrases[key]}${phrases.colon}${text}`;
}
