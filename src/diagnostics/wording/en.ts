import { printable, quote } from '../quote.js';
import type { Counts, Wording } from './words.js';
import { listing, passage } from './listing.js';

export const en: Wording = {
  severities: { error: 'error', warning: 'warning', note: 'note' },

  problems: {
    // the call
    'usage': ({ detail }) => ({ says: passage(detail), mend: 'tanji --help lists the commands and their options' }),
    'output-unwritable': ({ file, reason }) => ({
      says: `cannot write ${passage(file)}: ${cause(reason)}`,
      mend: 'check that its folder exists, that there is room, and that no other program has the file open',
    }),
    'output-is-input': ({ file }) => ({
      says: `the output ${passage(file)} is one of the inputs`,
      mend: 'name another file with -o',
    }),
    'findings-limit': ({ limit, more }) => ({
      says: `only the first ${limit} findings are shown; ${more} more ${more === 1 ? 'was' : 'were'} found`,
      mend: 'mend these and run again',
    }),
    'defect': ({ detail }) => ({
      says: `tanji itself failed: ${passage(detail)}`,
      why: 'this is a defect of tanji, whatever the input holds',
      mend: 'report it, with the input where it may be shared',
    }),

    // bytes and text
    'file-not-found': ({ file }) => ({
      says: `no file ${passage(file)}`,
      mend: 'check the spelling and the folder; a name with blanks needs quotation marks',
    }),
    'file-unreadable': ({ file, reason }) => ({
      says: `cannot read ${passage(file)}: ${cause(reason)}`,
      mend: 'check that it is a file, that you may read it, and that no other program has it open',
    }),
    'file-too-large': ({ file, limit }) => ({
      says: `${passage(file)} is larger than ${printable(limit)}`,
      mend: 'split it into smaller files',
    }),
    'file-empty': ({ file }) => ({
      says: `${passage(file)} is empty`,
      mend: 'check the export it came from',
    }),
    'encoding-unreadable': ({ encoding }) => ({
      says: `the file cannot be read as text in ${printable(encoding)}`,
      mend: 'check that it is a text file and save it as UTF-8; for a bill in another encoding name that with --encoding',
    }),
    'encoding-unknown': ({ encoding, candidates }) => ({
      says: `unknown encoding ${quote(encoding)}`,
      mend: suggestion(candidates, 'save the file as UTF-8'),
    }),

    // tables
    'table-header-only': ({ file }) => ({
      says: `${passage(file)} has a header and no rows`,
      mend: 'add at least one row below the header',
    }),
    'table-quote': ({ detail }) => detail === 'unclosed'
      ? {
        says: 'a quotation mark opens a cell and nothing closes it',
        mend: 'close it after the cell; inside a quoted cell a quotation mark is written twice: "2"" pipe"',
      }
      : {
        says: 'a quotation mark stands where none may',
        mend: 'put the whole cell in quotation marks and write those inside it twice: "2"" pipe"',
      },
    'row-ragged': ({ expected, found }) => ({
      says: `the row has ${counted(found, 'cell')}, the header ${expected}`,
      mend: found > expected
        ? 'put cells that hold the delimiter in quotation marks'
        : 'add the cells that are missing, blank ones too',
    }),
    'cell-too-long': ({ column, length, limit }) => ({
      says: `the cell in column ${printable(column)} has ${length} characters, more than ${limit}`,
      why: 'so long a cell is usually the work of a quotation mark that nothing closes',
      mend: 'check the quotation marks here and in the rows above, or shorten the cell',
    }),
    'cell-formula': ({ column, text }) => ({
      says: `column ${printable(column)} holds a formula: ${quote(text)}`,
      why: 'tanji computes no formulas, and a spreadsheet that opens the result would run it',
      mend: 'put the value in its place (in a spreadsheet: copy, then paste values)',
    }),
    'cell-missing': ({ column }) => ({
      says: `column ${printable(column)} is blank here`,
      mend: 'fill it in; a blank cell is never read as zero',
    }),
    'column-missing': ({ column, found }) => ({
      says: `no column ${printable(column)}; found: ${list(found)}`,
      mend: found.length === 1
        ? 'only one column was found: put commas, semicolons or tabs between the cells'
        : `add the column, or give the one that holds it the header ${printable(column)}`,
    }),
    'column-duplicate': ({ column, first }) => ({
      says: `column ${printable(column)} stands here again; it is already column ${first}`,
      why: 'English and Chinese headers of one meaning count as one column',
      mend: 'rename or remove one of the two',
    }),
    'column-ignored': ({ columns }) => ({
      says: `${columns.length === 1 ? 'column' : 'columns'} not used: ${list(columns)}`,
    }),
    'column-conflict': ({ column, other }) => ({
      says: `columns ${printable(column)} and ${printable(other)} cannot be used together`,
      mend: 'keep the one that this bill is built on and remove the other',
    }),

    // numbers in cells
    'number-invalid': ({ column, text }) => ({
      says: `${quote(text)} in ${cell(column)} is not a number`,
      mend: plainNumber(column, text),
    }),
    'number-unclear': ({ column, text, readings }) => ({
      says: `${quote(text)} in ${cell(column)} can be read as ${choice(readings)}`,
      why: 'nothing in the file tells which mark is the decimal mark',
      mend: 'say which it is: --decimal-mark . or --decimal-mark ,',
    }),
    'number-out-of-range': ({ column, text }) => ({
      says: `${quote(text)} in ${cell(column)} is too large, too small or too long to compute with`,
      mend: 'check the exponent and the number of digits',
    }),
    'number-outside': ({ column, text, range }) => ({
      says: `${quote(text)} in ${cell(column)} is out of range (allowed: ${printable(range)})`,
      mend: numberInRange(column, text),
    }),

    // words in cells
    'word-unknown': ({ column, text, candidates }) => ({
      says: `unknown word ${quote(text)} in column ${printable(column)}`,
      mend: suggestion(candidates, 'use one of the words of this column, in English or Chinese'),
    }),
    'level-skipped': ({ level, previous }) => previous < 1
      ? { says: `the first row of the product has level ${level}`, mend: 'begin at level 1' }
      : {
        says: `level ${level} follows level ${previous}`,
        why: 'a row belongs to the nearest row one level above it',
        mend: `use level ${previous + 1} or less, or add the row that is missing between them`,
      },
    'loss-basis-missing': ({ loss, ofInput, ofOutput }) => ({
      says: `a loss of ${printable(loss)} of what: of_input needs ${printable(ofInput)}, of_output ${printable(ofOutput)}`,
      why: 'of_input divides the quantity by (1 − loss), of_output multiplies it by (1 + loss)',
      mend: 'write of_input or of_output in column loss_basis',
    }),
    'loss-missing': ({ basis }) => ({
      says: `the loss basis ${printable(basis)} stands without a loss`,
      mend: 'fill in column loss (0 where nothing is lost), or clear loss_basis',
    }),
    'factor-doubled': ({ factor }) => ({
      says: `the line has the factor ${quote(factor)} and a supplier's own factor too`,
      mend: 'keep one: clear factor, or clear factor_value, factor_unit and factor_source',
    }),
    'factor-unnamed': ({ item }) => ({
      says: `${quote(item)} has no emission factor`,
      mend: 'name one in column factor (tanji factors search finds them), or fill in factor_value, factor_unit and factor_source',
    }),
    'supplier-factor-incomplete': ({ missing }) => ({
      says: `the supplier's own factor lacks ${printable(missing)}`,
      why: 'it needs factor_value, factor_unit and factor_source together',
      mend: `fill in ${printable(missing)}`,
    }),
    'transport-incomplete': ({ missing }) => ({
      says: `the line has a ${missing === 'transport' ? 'distance' : 'mode of transport'} and no ${printable(missing)}`,
      why: 'distance_km and transport are used together',
      mend: `fill in ${printable(missing)}, or clear both cells`,
    }),

    // the product file
    'json-invalid': ({ detail }) => ({
      says: `not valid JSON: found ${passage(detail)}`,
      mend: 'check commas, quotation marks and brackets around this place',
    }),
    'schema-violation': ({ pointer, rule, detail }) => ({
      says: `${pointer === '' ? 'the document' : passage(pointer)} ${breach(rule, detail)}`,
      mend: 'compare it with the published schema in schemas/',
    }),
    'gtin-check-digit': ({ gtin, expected }) => ({
      says: `GTIN ${quote(gtin)} should end in ${printable(expected)}`,
      why: 'the last digit of a GTIN is computed from the others',
      mend: 'compare all digits with the barcode',
    }),
    'date-invalid': ({ column, text }) => ({
      says: `${quote(text)} in ${cell(column)} is not a day`,
      mend: 'write year, month and day: 2025-12-31',
    }),
    'dates-reversed': ({ start, end }) => ({
      says: `the start ${printable(start)} is later than the end ${printable(end)}`,
      mend: 'swap or correct the dates',
    }),
    'certificate-missing': ({ status, field }) => ({
      says: `the label status ${printable(status)} needs ${printable(field)}`,
      why: 'a label says who stands behind it, or that its maker alone does',
      mend: `fill in ${printable(field)}, or set the status to self-declared`,
    }),
    'boundary-stages': ({ boundary, stages }) => ({
      says: `stages are declared for the boundary ${printable(boundary)}, which has its own: ${list(stages)}`,
      mend: 'leave stages out, exclude some with their reasons under excluded, or declare the type custom',
    }),
    'product-undeclared': ({ product }) => ({
      says: `no product file declares ${quote(product)}`,
      why: 'the report marks everything nobody declared as a default',
      mend: 'give its product file with --product',
    }),

    // units
    'unit-unknown': ({ unit, candidates }) => ({
      says: `unknown unit ${quote(unit)}`,
      mend: suggestion(candidates, 'use a unit such as kg, kWh, MJ, m3, tkm or piece'),
    }),
    'unit-ambiguous': ({ unit, candidates }) => ({
      says: `the unit ${quote(unit)} has several meanings`,
      mend: `write the one that is meant: ${choice(candidates)}`,
    }),
    'unit-dimension': ({ unit, dimension, other, otherDimension, otherPlace }) => ({
      says: `the unit ${quote(unit)} (${printable(dimension)}) does not fit ${quote(other)} (${printable(otherDimension)}) at ${passage(otherPlace)}`,
      mend: unit.endsWith(OVER_ONE_KILOMETRE)
        ? 'name a factor per mass and distance, such as tkm, in column transport'
        : `use a unit of ${printable(otherDimension)} here, or a factor per unit of ${printable(dimension)}`,
    }),

    // datasets and factors
    'dataset-not-found': ({ name, candidates }) => ({
      says: `no dataset ${quote(name)}`,
      mend: suggestion(candidates, 'tanji factors list shows the bundled ones; for your own, name the folder that holds its datapackage.json'),
    }),
    'dataset-invalid': ({ name, detail }) => ({
      says: `the dataset ${quote(name)} cannot be used: ${cause(detail)}`,
      mend: 'a dataset is a folder that holds datapackage.json and factors.csv',
    }),
    'dataset-altered': ({ name }) => ({
      says: `the files of the bundled dataset ${printable(name)} are not those that tanji was built with`,
      mend: 'install tanji again; datasets of your own go into a folder that --factors names',
    }),
    'dataset-doubled': ({ name }) => ({
      says: `the dataset ${quote(name)} is loaded twice`,
      mend: 'name it once in --factors, or give one of the two another name in its datapackage.json',
    }),
    'factor-not-found': ({ factor, candidates }) => ({
      says: `no emission factor ${quote(factor)}`,
      mend: suggestion(candidates, 'tanji factors search finds factors by name; load further datasets with --factors'),
    }),
    'factor-ambiguous': ({ factor, candidates }) => ({
      says: `several datasets have a factor ${quote(factor)}`,
      mend: `name the dataset too: ${choice(candidates)}`,
    }),
    'factor-duplicate': ({ id, first }) => ({
      says: `the factor id ${quote(id)} is already used in line ${first}`,
      mend: 'give one of the two another id, or remove it',
    }),
    'factor-split': ({ id, sum, total }) => ({
      says: `the parts of factor ${quote(id)} add up to ${printable(sum)}, its kgco2e is ${printable(total)}`,
      why: 'fossil, biogenic, biogenic_removal and dluc make up the whole; aircraft is a part of fossil',
      mend: 'correct the cell that is wrong, or leave all of the split blank where the source gives none',
    }),
    'factor-aircraft': ({ id, aircraft, fossil }) => ({
      says: `the aircraft part ${printable(aircraft)} of factor ${quote(id)} exceeds its fossil part ${printable(fossil)}`,
      why: 'aircraft emissions are a part of the fossil ones',
      mend: 'add the aircraft part to fossil, or correct it',
    }),
    'factor-field-missing': ({ id, column }) => ({
      says: `the factor ${quote(id)} has no ${printable(column)}`,
      why: 'without it nobody can trace or judge the value',
      mend: `fill in column ${printable(column)}`,
    }),
    'factor-licence-closed': ({ id, licence, allowed }) => ({
      says: `the licence ${quote(licence)} of factor ${quote(id)} is not known to allow redistribution`,
      why: `these are: ${list(allowed)}`,
      mend: 'keep it in a dataset of your own and load that with --factors',
    }),
    'factor-region-unknown': ({ id, region }) => ({
      says: `the region ${quote(region)} of factor ${quote(id)} is no ISO 3166 code`,
      mend: 'write a code such as CN or CN-ZJ, or GLO for the whole world',
    }),
    'factor-column-dead': ({ column, value }) => ({
      says: `column ${printable(column)} holds ${quote(value)} in every row`,
      why: 'a column that never changes is usually the trace of a failed import',
      mend: 'check the import; leave the column blank where the source says nothing',
    }),
    'factor-magnitude': ({ id, value, category, median }) => ({
      says: `the factor ${quote(id)} is ${printable(value)}; the median of ${quote(category)} is ${printable(median)}`,
      mend: 'check its unit (g or kg, MJ or kWh) and its decimal mark against the source',
    }),
    'factor-stale': ({ id, year, age }) => ({
      says: `the factor ${quote(id)} is of ${printable(year)}, ${counted(age, 'year')} old`,
      mend: 'look for a newer edition of its source',
    }),
    'factor-id-form': ({ id }) => ({
      says: `${quote(id)} does not have the form of a factor id`,
      why: 'bills name factors as id or dataset:id',
      mend: 'use lower-case letters, digits and hyphens, without blanks and colons',
    }),

    // the product graph
    'root-unclear': ({ candidates }) => candidates.length === 0
      ? { says: 'every product of the file is a part of another', mend: 'name the one that is meant with --root' }
      : {
        says: `the file holds several products: ${list(candidates)}`,
        mend: 'name the one that is meant with --root, or as the id of the product file',
      },
    'product-not-found': ({ product, candidates, held }) => ({
      says: `the file holds no product ${quote(product)}; it holds ${list(held)}`,
      mend: suggestion(candidates, 'a bom: cell, --root and the id of the product file name products as column product writes them'),
    }),
    'bom-cycle': ({ path }) => ({
      says: `the product contains itself: ${cycle(path)}`,
      mend: 'remove one of these references',
    }),
    'sub-product-unit': ({ product, unit }) => ({
      says: `the unit ${quote(unit)} does not fit the declared unit of the sub-product ${quote(product)}`,
      mend: 'count it in its declared unit (one piece, unless sub_products of the product file says otherwise)',
    }),
    'assembly-with-factor': ({ item }) => ({
      says: `${quote(item)} has rows below it and a factor of its own`,
      why: 'its emissions would be counted twice',
      mend: 'clear the factor, or remove the rows below',
    }),
    'stage-missing': ({ item, candidates }) => ({
      says: `${quote(item)} has no life-cycle stage, and its factor names none`,
      mend: candidates.length === 0 ? 'fill in column stage' : `fill in column stage: ${choice(candidates)}`,
    }),
    'stage-outside-boundary': ({ stage, boundary }) => ({
      says: `the stage ${printable(stage)} lies outside the boundary ${printable(boundary)}`,
      mend: 'remove the line, or declare a wider boundary in the product file',
    }),
    'transport-needs-mass': ({ unit }) => ({
      says: `a distance needs a mass, and the quantity is in ${quote(unit)}`,
      mend: 'give the quantity in kg or t, or the transport as a line of its own in tkm',
    }),
    'expectation-failed': ({ expected, computed }) => ({
      says: `computed ${printable(computed)} kg CO2e, expected ${printable(expected)}`,
      mend: 'check the quantity, unit and factor of the line, or correct expect_kgco2e',
    }),
    'gwp-mixed': ({ sets }) => ({
      says: `the factors rest on different GWP sets: ${list(sets)}`,
      why: 'the same gas weighs differently in each, so the sum mixes two measures',
      mend: 'use factors of one set where they exist',
    }),

    // the report
    'report-unknown': ({ schema }) => ({
      says: schema === '' ? 'this JSON is no report: it names no schema' : `unknown report schema ${quote(schema)}`,
      mend: 'give a report that tanji calc wrote; a newer report needs a newer tanji',
    }),
    'report-not-canonical': () => ({
      says: 'the report is not in canonical form (RFC 8785)',
      why: 'it was edited or reformatted after it was written, so its bytes cannot be compared',
      mend: 'use the file as tanji calc wrote it, or compute it again',
    }),
    'report-digest': ({ stated, computed }) => ({
      says: `the report states the digest ${passage(stated)}, its content has ${passage(computed)}`,
      why: 'something was changed after the report was written',
      mend: 'compute the report again from its inputs',
    }),
    'report-sum': ({ whole, stated, parts, computed }) => ({
      says: `${passage(whole)} is ${orNone(stated)}, but ${passage(parts)} add up to ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-percent': ({ part, stated, computed }) => ({
      says: `${passage(part)} states the percentage ${orNone(stated)}, its share of the total is ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-contribution': ({ index, stated, computed }) => ({
      says: `inventory.contributions[${index}] states ${orNone(stated)}, its quantity, steps and factor give ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-step': ({ step, stated, basis }) => ({
      says: `${passage(step)} is ${passage(stated)}, which does not follow from ${passage(basis)}`,
      mend: RECOMPUTE,
    }),
    'report-listed-twice': ({ name }) => ({
      says: `the report lists ${printable(name)} twice`,
      why: 'a contribution could mean either',
      mend: 'make the report again with tanji calc',
    }),
    'report-factor-unlisted': ({ index, factor }) => ({
      says: `inventory.contributions[${index}] uses the factor ${quote(factor)}, which the report does not list`,
      mend: RECOMPUTE,
    }),
    'report-dataset-unlisted': ({ factor, dataset }) => ({
      says: `the factor ${quote(factor)} is of the dataset ${quote(dataset)}, which the report does not list`,
      mend: RECOMPUTE,
    }),
    'report-stage-unlisted': ({ stage }) => ({
      says: `a contribution is in the stage ${quote(stage)}, which the boundary does not include`,
      mend: RECOMPUTE,
    }),
    'report-display': ({ stated, computed }) => ({
      says: `the label shows ${orNone(stated)}, the total rounded by its rule gives ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-share': ({ share, stated, computed }) => ({
      says: `${passage(share)} is ${orNone(stated)}, the contributions give ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'line-unexplained': ({ line }) => ({
      says: `nothing in the report comes from line ${line}`,
      mend: 'name a line of the bill that has a factor, a sub-product or rows below it',
    }),
    'report-unit': ({ unit, detail }) => ({
      says: `the unit ${quote(unit)} of the report is unknown or does not fit: ${passage(detail)}`,
      mend: RECOMPUTE,
    }),
  },

  phrases: {
    'stage.raw_materials': 'raw materials',
    'stage.manufacturing': 'manufacturing',
    'stage.distribution': 'distribution',
    'stage.installation': 'installation',
    'stage.use': 'use',
    'stage.maintenance': 'maintenance',
    'stage.end_of_life': 'end of life',
    'stage.beyond_boundary': 'beyond the boundary (module D)',

    'origin.fossil': 'fossil',
    'origin.biogenic_emissions': 'biogenic emissions',
    'origin.biogenic_removals': 'biogenic removals',
    'origin.dluc': 'direct land use change',
    'origin.unspecified': 'not split by origin',
    'origin.aircraft': 'aircraft',

    'data.primary': 'primary data',
    'data.secondary': 'secondary data',
    'data.proxy': 'proxy data',
    'data.unstated': 'not stated',

    'loss.of_input': 'share of what goes in',
    'loss.of_output': 'share of what comes out',

    'boundary.gate-to-gate': 'gate to gate',
    'boundary.cradle-to-gate': 'cradle to gate',
    'boundary.cradle-to-grave': 'cradle to grave',
    'boundary.custom': 'as listed',

    'status.self-declared': 'self-declared',
    'status.verified': 'verified',
    'status.certified': 'certified',

    'unit.declared': 'declared unit',
    'unit.functional': 'functional unit',
    'evidence.primary': 'read in the publication',
    'evidence.secondary': 'read in a named copy',

    'step.assembly': 'amount of the assembly',
    'step.loss': 'loss',
    'step.share': 'allocated share',
    'step.distance': 'distance',
    'step.conversion': 'unit conversion',
    'step.declared_unit': 'per declared unit',

    'heading.footprint': 'product carbon footprint',
    'heading.by_stage': 'by stage',
    'heading.largest': 'largest contributions',
    'heading.positive': 'emissions',
    'heading.negative': 'removals and credits',
    'heading.inputs': 'inputs',
    'heading.defaults': 'defaults filled in',
    'heading.quality': 'data quality',
    'heading.uncertainty': 'uncertainty',

    'heading.system_boundary': 'system boundary',
    'heading.status': 'status',
    'heading.validity': 'validity',

    'heading.stage': 'stage',
    'heading.quantity': 'quantity',
    'heading.unit': 'unit',
    'heading.factor': 'factor',
    'heading.loss': 'loss',
    'heading.share': 'share',
    'heading.step': 'step',
    'heading.place': 'place',
    'heading.line': 'line',
    'heading.id': 'id',
    'heading.name': 'name',
    'heading.value': 'value',
    'heading.category': 'category',
    'heading.region': 'region',
    'heading.year': 'year',
    'heading.gwp': 'GWP set',
    'heading.boundary': 'boundary',
    'heading.source': 'source',
    'heading.publisher': 'publisher',
    'heading.url': 'address',
    'heading.locator': 'where in the source',
    'heading.licence': 'licence',
    'heading.evidence': 'evidence',
    'heading.notes': 'notes',
    'heading.dataset': 'dataset',
    'heading.version': 'version',
    'heading.sha256': 'SHA-256',
    'heading.rows': 'rows',
    'heading.encoding': 'encoding',
    'heading.delimiter': 'delimiter',
    'heading.decimal_mark': 'decimal mark',

    'colon': ': ',
    'why': 'why',
    'mend': 'mend',
    'no_problems': 'no problems found',
    'no_factors': 'no factor has all of these words',
    'adds_up': 'this report adds up',
    'kg_co2e_per': 'kg CO2e per',
    problemsFound: (counts: Counts) => [
      ...tally(counts.errors, 'error'),
      ...tally(counts.warnings, 'warning'),
      ...tally(counts.notes, 'note'),
    ].join(', ') || 'no problems found',
  },
};

const RECOMPUTE = 'compute the report again from its inputs';

/** How a mass over a distance is written where a line is moved: `kg*km`. */
const OVER_ONE_KILOMETRE = '*km';

/** What the operating system's codes mean. */
const CAUSES: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'], ['ENOTDIR', 'a part of its path is not a folder'],
  ['EISDIR', 'it is a folder'], ['EACCES', 'access is denied'], ['EPERM', 'access is denied'],
  ['EROFS', 'the disk is read-only'], ['ENOSPC', 'the disk is full'], ['EBUSY', 'it is in use'],
]);

/** `EACCES`, or `factors.csv: EACCES`, with what it means. */
function cause(reason: string): string {
  const meaning = CAUSES.get(/[A-Z]+$/.exec(reason)?.[0] ?? '');
  return meaning === undefined ? passage(reason) : `${passage(reason)} (${meaning})`;
}

/** A column of a table, or a member of a JSON file. */
function cell(column: string): string {
  return column.startsWith('/') ? printable(column) : `column ${printable(column)}`;
}

const MAY_BE_PERCENT: ReadonlySet<string> = new Set(['loss', 'share', 'uncertainty']);

function plainNumber(column: string, text: string): string {
  if (column === 'level') return 'write a whole number: 1, 2, 3, or with a dot for each level: .1, ..2';
  if (column === 'year') return 'write a year of four digits: 2024';
  if (/[%％]/u.test(text) && MAY_BE_PERCENT.has(column)) return 'write a share as a decimal or with one percent sign: 0.05 or 5%';
  if (/[%％]/u.test(text)) return 'percentages are read in loss, share and uncertainty only; write a plain decimal such as 12.5';
  return 'write a plain decimal such as 12.5; a unit goes into its own column';
}

function numberInRange(column: string, text: string): string {
  if (column === 'level') return 'begin at level 1';
  if (column === 'uncertainty') return 'a geometric standard deviation is 1 or more; a deviation to both sides is written ±10%';
  if (column !== 'loss' && column !== 'share') return 'check the sign, the decimal mark and the unit';
  return /[%％]/u.test(text) ? 'check the percentage: 100 % is the whole line' : 'write a share as a decimal or with a percent sign: 0.05 or 5%';
}

/** How a member breaks a rule of its JSON Schema. */
function breach(rule: string, detail: string): string {
  switch (rule) {
    case 'required': return `lacks the member ${passage(detail)}`;
    case 'additionalProperties': case 'unevaluatedProperties': return 'is not a member of this format';
    case 'type': return `must be of the type ${passage(detail)}${detail === 'string' ? ', in quotation marks' : ''}`;
    case 'enum': case 'const': return `must be one of: ${passage(detail)}`;
    case 'pattern': return `does not have the form ${passage(detail)}`;
    case 'unique': return `stands there twice: ${passage(detail)}`;
    case 'contains': return 'does not hold what it must, or holds it more than once';
    case 'not': return 'has a value that is not allowed';
    default: return `breaks the rule ${printable(rule)}${detail === '' ? '' : ` (${passage(detail)})`}`;
  }
}

/** What a report states or a rule computes; '' where there is nothing to state. */
function orNone(amount: string): string {
  return amount === '' ? 'none' : printable(amount);
}

function list(names: readonly string[]): string {
  return listing(names, ', ', (left) => ` and ${left} more`);
}

function choice(names: readonly string[]): string {
  if (names.length < 2 || names.length > 12) return list(names);
  return `${list(names.slice(0, -1))} or ${list(names.slice(-1))}`;
}

function cycle(path: readonly string[]): string {
  return listing(path, ' → ', (left) => ` → … (${left} more)`);
}

function suggestion(candidates: readonly string[], otherwise: string): string {
  if (candidates.length === 0) return otherwise;
  return candidates.length > 3 ? `use one of ${list(candidates)}` : `did you mean ${choice(candidates)}?`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function tally(count: number, thing: string): string[] {
  return count === 0 ? [] : [counted(count, thing)];
}
