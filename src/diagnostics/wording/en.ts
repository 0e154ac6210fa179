import type { ProblemArguments } from '../codes.js';
import { printable, quote } from '../quote.js';
import type { Problem } from '../problem.js';
import type { Counts, Words, Wording } from './words.js';
import { listing, passage } from './listing.js';

const SHARD_FAULTS: ReadonlyMap<string, string> = new Map(Object.entries({
  cut: 'is cut off: its last line does not tell of a shard',
  damaged: 'does not hold the records that its last line tells of',
  inputs: 'was made from other bills than the shards before it',
  request: 'was made with other datasets, options or rules than the shards before it',
  twice: 'is a shard that was given before',
  mark: 'was read with a decimal mark that the whole bill does not bear out: state it with --decimal-mark',
}));

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
    'file-old-excel': ({ file }) => ({
      says: `${passage(file)} is an old Excel file (.xls), or a workbook locked with a password`,
      mend: 'open it in a spreadsheet and save it as .xlsx without a password, or as CSV UTF-8',
    }),
    'option-unfit': ({ option, form }) => ({
      says: `${printable(option)} has no meaning for ${FORMS.get(form) ?? printable(form)}`,
      mend: 'leave the option out',
    }),

    // archives and XML
    'archive-unreadable': ({ entry, detail }) => ({
      says: entry === '' ? `the ZIP archive ${archiveFault(detail)}` : `${passage(entry)} in the archive ${archiveFault(detail)}`,
      mend: detail === 'encrypted' ? 'save it without a password' : 'open the file in the program it came from and save it again',
    }),
    'archive-too-large': ({ entry, limit, of }) => ({
      says: of === 'files'
        ? `the archive holds more than ${printable(limit)} files`
        : `${entry === '' ? 'the archive' : `${passage(entry)} in the archive`} unpacks to more than ${printable(limit)}`,
      mend: 'check where the file came from; split it into smaller files',
    }),
    'archive-unsafe': ({ entry, detail }) => ({
      says: `${quote(entry)} in the archive ${archiveDanger(detail)}`,
      why: 'archives are made so to mislead or to overwhelm whoever opens them',
      mend: 'check where the file came from; save it again with the program it came from',
    }),
    'xml-invalid': ({ part, line, column, detail }) => ({
      says: `${passage(part)} is no well-formed XML: ${passage(detail)} (line ${line}, column ${column})`,
      mend: 'save or export the file again with the program it came from',
    }),

    // workbooks
    'workbook-invalid': ({ part, detail }) => ({
      says: workbookFault(part, detail),
      mend: 'open it in a spreadsheet and save it as .xlsx (Excel workbook)',
    }),
    'sheet-not-found': ({ sheet, candidates }) => ({
      says: `no sheet ${quote(sheet)}`,
      mend: suggestion(candidates, 'check the name; chart sheets hold no bill'),
    }),
    'sheet-unclear': ({ candidates }) => ({
      says: `several sheets could be the bill, or none: ${list(candidates)}`,
      why: 'the bill is the only visible sheet whose first row has its columns',
      mend: 'name it: --sheet NAME',
    }),
    'cell-date': ({ column, text }) => ({
      says: `column ${printable(column)} holds a date (stored as ${printable(text)})`,
      why: 'spreadsheets turn entries such as 3-5 or 1.2 into dates',
      mend: 'set the format of the cell to Number or Text and enter the value again',
    }),
    'cell-error': ({ column, text }) => ({
      says: `column ${printable(column)} holds the error ${printable(text)}`,
      mend: 'mend the formula in the spreadsheet, or write the value in its place',
    }),
    'cell-formula-value': ({ column, text }) => ({
      says: `column ${printable(column)} holds a formula; its stored value is ${quote(text)}`,
      why: 'tanji computes no formulas and cannot tell whether that value is still right',
      mend: 'put the value in its place (copy, then paste values), or take the stored values with --allow-formulas',
    }),
    'rows-hidden': ({ sheet, rows, columns }) => ({
      says: `hidden cells of sheet ${quote(sheet)} count like all others: ${[
        ...tally(rows, 'row'), ...(columns.length === 0 ? [] : [`${columns.length === 1 ? 'column' : 'columns'} ${list(columns)}`]),
      ].join(', ')}`,
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
    'factor-unnamed': ({ item, unconfirmed }) => ({
      says: `${quote(item)} has no emission factor`,
      ...(unconfirmed === undefined ? {} : { why: `nobody confirmed its row of the mapping, ${printable(unconfirmed, 200)}` }),
      mend: unconfirmed === undefined
        ? 'name one in column factor (tanji factors search or match finds them), or fill in factor_value, factor_unit and factor_source'
        : 'look at the factor of that row and write yes in its column confirmed',
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
    'products-doubled': ({ product, first }) => ({
      says: `the product ${quote(product)} already has a row: line ${first}`,
      why: 'one row declares one product',
      mend: 'keep one of the two rows, or correct the product of one',
    }),
    'product-cell-differs': ({ column, text, other, place }) => ({
      says: `${cell(column)} says ${quote(text)} here and, of the same product, ${quote(other)} at ${passage(place)}`,
      why: 'a product has one declaration',
      mend: 'write the same in both places, or leave one of them blank',
    }),
    'product-incomplete': ({ product, columns }) => ({
      says: `the bill declares the product ${quote(product)} without ${list(columns)}`,
      why: 'nobody says what one unit of it is and what its bill covers',
      mend: 'fill in these columns in one of its lines, or give what products share with --product',
    }),

    // sectors
    'sector-unknown': ({ sector, candidates }) => ({
      says: `no rule is known for the sector ${quote(sector)}`,
      why: 'its bill is computed, and no category rule is checked',
      mend: `sectors with a rule: ${list(candidates)}`,
    }),
    'parameters-unread': ({ sector, candidates }) => ({
      says: sector === '' ? 'parameters are given, but no sector' : `parameters are given, but no rule is known for the sector ${quote(sector)}`,
      why: 'parameters that nothing reads would change no number',
      mend: `name the sector: ${choice(candidates)}`,
    }),
    'parameter-unknown': ({ parameter, candidates }) => ({
      says: `unknown parameter ${quote(parameter)}`,
      mend: suggestion(candidates, 'remove it'),
    }),
    'parameter-missing': ({ parameter, names }) => ({
      says: `the parameter ${printable(parameter)} is missing: ${printable(names.en)}`,
      why: 'nothing stands in for it',
      mend: 'add it to the parameters of the product file',
    }),
    'parameter-invalid': ({ parameter, text, expected }) => ({
      says: `${text === '' ? '' : `${quote(text)} in `}${printable(parameter)} is not ${expectedParameter(expected)}`,
    }),
    'parameter-conflict': ({ parameter, other }) => ({
      says: `${printable(parameter)} and ${printable(other)} exclude each other`,
      mend: 'keep one of them',
    }),
    'parameter-sum': ({ parameters, sum, expected }) => ({
      says: `${printable(parameters)} add up to ${printable(sum)}, not to ${printable(expected)}`,
    }),
    'preset-unverified': ({ parameter, preset, value }) => ({
      says: `${printable(parameter)} takes ${printable(value)} from the preset ${quote(preset)}, which nobody has checked at its source`,
      why: 'the report marks it as unverified',
      mend: 'give a value of your own where you have one',
    }),
    'unit-not-of-sector': ({ unit, basis, candidates }) => ({
      says: `the unit ${quote(unit)}${basis === '' ? '' : ` of basis ${quote(basis)}`} is not one of the sector's`,
      why: 'a unit symbol may mean several things: the basis tells which',
      mend: `declare one of: ${list(candidates)}`,
    }),
    'boundary-not-of-sector': ({ boundary, candidates }) => ({
      says: `the sector's rule does not admit the boundary ${quote(boundary)}`,
      mend: `declare ${choice(candidates)}`,
    }),
    'formula-division': ({ quantity, formula }) => ({
      says: `${printable(quantity)} = ${printable(formula)} divides by zero`,
      mend: 'look at the parameters it is made of',
    }),
    'duty-unmet': ({ duty, text, detail }) => ({
      says: `the category rule ${quote(duty)} is not met: ${text.en}${detail === '' ? '' : ` (${printable(detail)})`}`,
    }),
    'duty-advised': ({ duty, text, detail }) => ({
      says: `the category rule advises (${printable(duty)}): ${text.en}${detail === '' ? '' : ` (${printable(detail)})`}`,
    }),

    // batches
    'product-unlisted': ({ product, file }) => ({
      says: `product ${quote(product)} has no row in ${passage(file)}`,
      why: 'nobody says what one unit of it is',
      mend: 'add a row for it',
    }),
    'batch-memory': ({ file, limit }) => ({
      says: `the lines of a product do not stand together in ${passage(file)}, and to find them all takes more than ${String(limit)} MB`,
      mend: 'sort the bill by product, or allow more with --memory',
    }),
    'batch-doubled': ({ product, bill }) => ({
      says: `product ${quote(product)} is in ${passage(bill)} and in a bill before it`,
      why: 'one of the two records would be of half a product, or of another edition of it',
      mend: 'give each product one id, or put all its lines into one bill',
    }),
    'batch-failed': ({ failed }) => ({
      says: `${failed === 1 ? 'one product' : `${String(failed)} products`} failed; not all findings are shown here`,
      mend: 'see the error records, which name them: those with another exit than 0',
    }),
    'bill-changed': ({ file }) => ({
      says: `${passage(file)} changed while it was read`,
      why: 'some records would be of its old lines, some of its new ones',
      mend: 'run again when nothing writes to it',
    }),
    'journal-standing': ({ file }) => ({
      says: `an unfinished run left ${passage(file)}.part and ${passage(file)}.journal`,
      mend: 'add --resume to go on with it, or delete both files to begin anew',
    }),
    'journal-other': ({ file, detail }) => ({
      says: detail === 'damaged'
        ? `${passage(file)}.journal cannot be read as the journal of a run`
        : `${passage(file)}.journal is of another run: a bill, another input, a dataset or an option has changed since`,
      mend: `delete ${passage(file)}.part and ${passage(file)}.journal to begin anew`,
    }),
    'shard-unfit': ({ file, detail }) => ({
      says: `${passage(file)} ${SHARD_FAULTS.get(detail) ?? printable(detail)}`,
      mend: 'make this shard again from the same bills, datasets and options as the others',
    }),
    'shard-missing': ({ shards }) => ({
      says: `shards are missing: ${listing(shards, ', ', (left) => ` and ${String(left)} more`)}`,
      mend: 'give the output of every shard',
    }),
    'shard-product': ({ product }) => ({
      says: `product ${quote(product)} is in two shards: its lines do not stand together`,
      why: 'each record is of a part of its lines',
      mend: 'make all shards again with --scattered',
    }),

    // energy ledgers
    'ledger-period': ({ text }) => ({
      says: `${quote(text)} is no period`,
      mend: 'write 2024, 2024-07, 2024-Q3 or 2024-07-01/2024-07-31',
    }),
    'ledger-origin': ({ origin, carrier, candidates }) => ({
      says: `${printable(carrier)} cannot have the origin ${printable(origin)}`,
      mend: `${printable(origin)} goes with ${choice(candidates)}`,
    }),
    'ledger-unit': ({ unit, carrier, expected }) => ({
      says: `the unit ${quote(unit)} is not one of ${printable(carrier)}`,
      mend: `use ${choice(expected)} or another unit of that dimension; one green certificate is 1 MWh`,
    }),
    'ledger-overlap': ({ meter, other, start, end }) => ({
      says: `the meter ${quote(meter)} counts days twice: line ${other} has ${printable(start)} to ${printable(end)}`,
      mend: 'correct the period, or name another meter',
    }),
    'ledger-gap': ({ meter, start, end }) => ({
      says: `nothing from the meter ${quote(meter)} for ${printable(start)} to ${printable(end)}`,
      mend: 'add the row, or a row of 0',
    }),
    'ledger-doubled': ({ other }) => ({
      says: `the same row stands in line ${other}`,
      mend: 'remove one, or name the meters that tell them apart',
    }),
    'ledger-pv': ({ used, exported, generated }) => ({
      says: `PV used (${printable(used)} kWh) and exported (${printable(exported)} kWh) are not the generated ${printable(generated)} kWh`,
      mend: 'correct the meter that is wrong: used + exported = generated, site by site and period by period',
    }),
    'ledger-certificates': ({ certificates, grid, year }) => ({
      says: `green certificates of ${printable(year)} (${printable(certificates)} kWh) pass what was taken from the grid (${printable(grid)} kWh)`,
      why: 'a certificate covers a kilowatt-hour once',
    }),
    'ledger-straddles': ({ start, end }) => ({
      says: `the period ${printable(start)} to ${printable(end)} lies in a year only in part`,
      mend: 'split the row at the turn of the year',
    }),
    'ledger-outside': ({ rows, start, end }) => ({
      says: `rows outside the report year (${printable(start)} to ${printable(end)}) and the baseline: ${rows}; they count for nothing`,
    }),
    'ledger-empty-period': ({ start, end }) => ({
      says: `the ledger has no row between ${printable(start)} and ${printable(end)}`,
      mend: 'check the years of the profile',
    }),
    'ledger-equivalent-rate': () => ({
      says: 'the equivalent value of electricity needs its rate',
      why: 'it changes from year to year, and none is assumed',
      mend: 'add energy.equivalent_rate with value (kgce/kWh) and source',
    }),
    'ledger-coefficient': ({ carrier, unit, set }) => ({
      says: `the set ${quote(set)} has no coal equivalent of ${printable(carrier)} per ${printable(unit)}`,
    }),
    'ledger-coefficients-unknown': ({ set, candidates }) => ({
      says: `no set of coal equivalents ${quote(set)}`,
      mend: `take ${choice(candidates)}`,
    }),
    'ledger-rule-unknown': ({ rule, candidates }) => ({
      says: `no rule for institutions ${quote(rule)}`,
      mend: `take ${choice(candidates)}`,
    }),
    'ledger-factor-missing': ({ carrier, year }) => ({
      says: `no emission factor for ${printable(carrier)} in ${printable(year)}`,
      mend: 'name one in the row or under factors of the profile',
    }),
    'ledger-location-as-market': ({ factor }) => ({
      says: `market-based, uncovered electricity takes the location-based factor ${quote(factor)}`,
      why: 'no residual factor is declared',
    }),
    'ledger-facts-unused': ({ institution }) => ({
      says: `the ledger has no institution ${quote(institution)}, whose facts the profile gives`,
    }),
    'ledger-undeclared': ({ start, end }) => ({
      says: `no profile: the report year is taken as ${printable(start)} to ${printable(end)}`,
      why: 'the last year of the ledger, and the first as baseline where there are two',
      mend: 'give --profile institution.json',
    }),
    'avoided-factor-old': ({ factor, year, period, newest }) => ({
      says: `the factor of avoided emissions ${quote(factor)} is of ${printable(year)}, the period of ${printable(period)}`,
      mend: newest === '' ? 'look for a newer one' : `newer of the same kind: ${printable(newest)}`,
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
    'dataset-changed': ({ name, lockedVersion, version }) => ({
      says: lockedVersion === version
        ? `the dataset ${quote(name)} has another content than the one locked, though both are version ${printable(version)}`
        : `the dataset ${quote(name)} is version ${printable(version)}; version ${printable(lockedVersion)} is locked`,
      why: 'a lock pins the SHA-256 of each dataset, so that a number never changes unseen',
      mend: 'load the dataset that is locked, or look at the change (tanji factors diff) and lock again (tanji factors lock)',
    }),
    'dataset-unlocked': ({ name }) => ({
      says: `the bill uses the dataset ${quote(name)}, which is not locked`,
      mend: 'lock it too (tanji factors lock --factors takes all that shall be locked), or use no factor of it',
    }),
    'replacement-invalid': ({ from, to, fault }) => {
      if (fault === 'kept') {
        return {
          says: `the factor ${quote(from)} is said to be replaced by ${quote(to)}, and is still there`,
          mend: 'remove the factor from factors.csv, or its replacement from datapackage.json',
        };
      }
      if (fault === 'doubled') {
        return { says: `a second replacement is stated for ${quote(from)}`, mend: 'name all successors in one replacement' };
      }
      return {
        says: from === to
          ? `the replacements of ${quote(from)} lead back to it`
          : `the replacement of ${quote(from)} leads to ${quote(to)}, which is no factor of the dataset`,
        mend: 'name factors that stand in factors.csv, or are replaced themselves',
      };
    },
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
    'gases-invalid': ({ entry, fault }) => ({
      says: fault === 'twice' ? `${quote(entry)} names a gas that stands before it in the same cell` : `${quote(entry)} is no gas with an amount`,
      mend: fault === 'twice'
        ? 'write each gas once, with the sum of its amounts'
        : 'write the gas, a blank and kg of it per one unit as a plain decimal, with ; between gases: CO2 1.2; CH4 fossil 0.003',
    }),
    'gases-beside': ({ id, columns }) => ({
      says: `the factor ${quote(id)} is given as gases and also fills in ${list(columns)}`,
      why: 'its kg CO2e follow from the gases and the GWP edition of the report, and cannot be two things',
      mend: 'leave these cells blank, or the cell gases',
    }),
    'gas-unknown': ({ gas, candidates }) => ({
      says: `${quote(gas)} does not name one gas or blend of the GWP table`,
      mend: suggestion(candidates, 'name it by name, formula, CAS number or refrigerant number; tanji factors gwp shows what the table has of a gas'),
    }),
    'gwp-missing': ({ gas, blend, edition, others, editions }) => ({
      says: `no GWP of ${quote(gas)}${blend === '' ? '' : `, a component of ${quote(blend)},`} in the edition ${printable(edition)}`,
      why: 'no value is not zero, and a value of another edition is another measure',
      mend: others.length > 0
        ? `that edition has ${list(others)}: name the one that is meant`
        : editions.length > 0 ? `name another edition: the table has this gas in ${list(editions)}`
        : 'no edition of the table has this gas: give the factor in kg CO2e',
    }),
    'gwp-unnamed': ({ factor, editions }) => ({
      says: `the factor ${quote(factor)} is given as gases, and no GWP edition is named`,
      why: 'its kg CO2e differ from edition to edition',
      mend: `name one with --gwp or as method.gwp in the product file: ${choice(editions)}`,
    }),
    'factor-contents-unsaid': ({ id, category }) => ({
      says: `the boundary of factor ${quote(id)} (${printable(category)}) does not say what it contains of fibre, yarn and fabric`,
      why: 'a bill that adds the fibre to a fabric that holds it counts it twice',
      mend: 'write it in boundary: "fibre, yarn and fabric contained", "fibre only, no yarn or fabric"',
    }),
    'factor-energy-unsaid': ({ id, category }) => ({
      says: `neither boundary nor notes of factor ${quote(id)} (${printable(category)}) say whether the energy of the process is inside`,
      why: 'chemicals alone and the full process look alike, and heat and power are then counted twice or not at all',
      mend: 'write it in boundary: "chemicals only, no process energy", "chemicals, heat and electricity"',
    }),
    'factor-basis-unsaid': ({ id, category }) => ({
      says: `the boundary of factor ${quote(id)} (${printable(category)}) does not say whether it is per nutrient or per product`,
      why: 'a tonne of product holds less than a tonne of nutrient (urea: 46 % N), so one taken for the other is far from right',
      mend: 'write it in boundary: "per nutrient N", "per product"',
    }),
    'factor-direct-unsaid': ({ id, category }) => ({
      says: `the boundary of factor ${quote(id)} does not say that it is direct, as its category ${printable(category)} does`,
      why: 'a bill from cradle on needs the fuel supply too, and a reader cannot see that it is missing',
      mend: 'write in boundary "direct" or "no upstream", or give it a life-cycle category',
    }),
    'factor-combustion-unsaid': ({ id, category }) => ({
      says: `the boundary of factor ${quote(id)} (${printable(category)}) does not say whether the emissions of burning are inside`,
      why: 'for burnt plastic they are nearly all of the footprint, and some sources count the haul alone',
      mend: 'write it in boundary: "haul only", "combustion included"',
    }),
    'factor-gwp-odd': ({ id, gwp, category, unit, others }) => ({
      says: `the factor ${quote(id)} is ${printable(gwp)}, the others of ${quote(category)} per ${printable(unit)} are ${list(others)}`,
      why: 'CO2 alone and CO2e are two quantities, and side by side one is taken for the other',
      mend: 'check gwp; give CO2-only factors a category of their own whose name says direct or co2',
    }),
    'factor-lifecycle-co2': ({ id, category }) => ({
      says: `the factor ${quote(id)} of the life-cycle category ${printable(category)} is CO2-only`,
      why: 'a life-cycle factor counts all greenhouse gases, from the fuel supply on',
      mend: 'correct gwp, or give it the category electricity-grid-direct',
    }),

    // importing datasets
    'import-format-unknown': ({ file, formats }) => ({
      says: `${passage(file)} is in no format that can be imported`,
      why: `these are: ${list(formats)}`,
      mend: 'name the format with --format where it is one of these',
    }),
    'import-empty': ({ file, format }) => ({
      says: `${passage(file)} holds nothing that can be imported as ${printable(format)}`,
      mend: 'check the file, or name another format with --format',
    }),
    'import-row-refused': ({ name, reason }) => ({
      says: `${quote(name)} cannot be imported: ${wordsIn(reason).says} [${reason.code}]`,
      mend: `${wordsIn(reason).mend ?? 'mend it'}; or leave out what cannot be read with --allow-skips`,
    }),
    'import-row-skipped': ({ name, reason }) => ({ says: `${quote(name)} is left out: ${wordsIn(reason).says} [${reason.code}]` }),
    'import-id-twice': ({ id, first }) => ({
      says: `its id ${quote(id)} is already that of ${passage(first)}`,
      mend: 'give one of the two another id or name',
    }),
    'import-not-process': ({ root, namespace }) => ({
      says: `the root ${quote(root)} in namespace ${quote(namespace)} is no process data set`,
      mend: 'import processDataSet files of ILCD (http://lca.jrc.it/ILCD/Process)',
    }),
    'import-unit-missing': () => ({
      says: 'the unit of the reference flow cannot be known',
      mend: 'import it together with its flow data sets, or name the unit with --unit',
    }),
    'import-result-missing': ({ impact }) => ({
      says: `it has no result for ${quote(impact)}`,
      mend: 'name another impact category with --impact',
    }),
    'import-impact-unclear': ({ impact, candidates }) => ({
      says: candidates.length === 0 ? `no impact category ${quote(impact)}` : `${quote(impact)} may be ${choice(candidates)}`,
      mend: 'name one with --impact, in its own words',
    }),
    'import-result-unit': ({ unit }) => ({
      says: `the result is in ${quote(unit)}, not in kg CO2e`,
      mend: 'choose an impact category in kg CO2e with --impact',
    }),
    'import-unit-process': ({ flow }) => ({
      says: flow === '' ? 'it is a unit process without results' : `it is a unit process: ${quote(flow)} belongs to other processes`,
      why: 'its own emissions are only a part of a footprint',
      mend: 'export results or system processes (LCI results) instead',
    }),
    'import-flow-uncountable': ({ flow, detail }) => ({
      says: detail === 'both-ways' ? `${quote(flow)} stands among inputs and outputs`
        : detail === 'regional' ? `${quote(flow)} has several characterisation factors`
        : `the amount of ${quote(flow)} and its characterisation factor are in units between which nothing converts`,
      mend: 'export the result of the process instead',
    }),
    'output-not-empty': ({ folder }) => ({
      says: `the folder ${passage(folder)} is not empty`,
      mend: 'name a new folder with -o',
    }),
    'output-exists': ({ file }) => ({
      says: `${passage(file)} is already there`,
      why: 'what was confirmed in it by hand would be lost',
      mend: 'name another file with -o, or move this one away',
    }),

    // mappings
    'mapping-conflict': ({ item, factor, first, other }) => ({
      says: `the mapping has two factors for ${quote(item)}: ${quote(factor)} here, ${quote(other)} in line ${first}`,
      mend: 'keep one of them, or tell them apart in column unit or stage',
    }),
    'mapping-factor-missing': ({ item }) => ({
      says: `the row of ${quote(item)} is confirmed but names no factor`,
      mend: 'name a factor in it (tanji factors search finds them), or clear its column confirmed',
    }),
    'mapping-unused': ({ items }) => ({
      says: `no line of the bill needs ${items.length === 1 ? 'this confirmed row' : 'these confirmed rows'} of the mapping: ${list(items)}`,
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
      mend: 'count it in its declared unit: one piece, unless its own declaration or sub_products of the product file says otherwise',
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
    'factor-direct-grid': ({ factor, boundary, region, categories }) => ({
      says: `the factor ${quote(factor)} counts the CO2 of power stations alone, the boundary is ${printable(boundary)}`,
      why: 'fuel supply, plants, line losses, CH4 and N2O are missing, so the footprint is too small',
      mend: `use a life-cycle factor of ${printable(region)}: tanji factors search finds them by category, ${choice(categories)}`,
    }),
    'factor-expired': ({ id, validTo, start }) => ({
      says: `the factor ${quote(id)} is valid to ${printable(validTo)}, the period begins on ${printable(start)}`,
      mend: 'look for a newer edition of its source',
    }),
    'factor-old': ({ id, year, age }) => ({
      says: `the factor ${quote(id)} is of ${printable(year)}, ${counted(age, 'year')} before the period`,
      mend: 'look for a newer edition of its source',
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
    'report-quantity': ({ id, stated, computed }) => ({
      says: `the quantity ${quote(id)} of the model is ${passage(stated)}, its formula gives ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-derived': ({ index, quantity, stated, expected }) => ({
      says: `contribution ${index} is ${passage(stated)}, the quantity ${quote(quantity)} it is derived from is ${orNone(expected)}`,
      mend: RECOMPUTE,
    }),
    'report-unverified': ({ id, status }) => ({
      says: `${quote(id)} is a ${passage(status)} that nobody has checked at its source`,
      why: 'such a value is used only where it was asked for by name, as a preset',
      mend: RECOMPUTE,
    }),
    'report-gases': ({ factor, member, stated, computed }) => ({
      says: `${passage(member)} of the factor ${quote(factor)} is ${orNone(stated)}, its gases give ${orNone(computed)}`,
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
    'report-dataset-other': ({ name, reported, given }) => ({
      says: reported === given
        ? `the report was made with another content of the dataset ${quote(name)} ${printable(given)}`
        : `the report was made with the dataset ${quote(name)} ${printable(reported)}, not with ${printable(given)}`,
      why: 'a change can only be told from the edition that the report was made with',
      mend: 'name that edition as the old one, or make the report again',
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
    'step.reference_flow': 'reference flow',
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
    'institution.period': 'period',
    'institution.energy': 'energy',
    'institution.calorific': 'electricity at its calorific value',
    'institution.equivalent': 'electricity at its equivalent value',
    'institution.by_electricity': 'renewable share by electricity',
    'institution.by_energy': 'renewable share by energy',
    'institution.scope_1': 'scope 1',
    'institution.scope_2': 'scope 2',
    'institution.scope_3': 'scope 3, items given',
    'institution.location_based': 'location-based',
    'institution.market_based': 'market-based',
    'institution.change': 'change from the baseline',
    'institution.effects': 'activity + factor + boundary',
    'institution.persons': 'per person',
    'institution.area': 'per m2',
    'institution.beds': 'per bed',
    'institution.students': 'per student',
    'institution.avoided': 'avoided by PV, beside the inventory',
    'institution.co2_only_average': 'average, CO2 only',
    'institution.life_cycle': 'life cycle',
    'institution.other': 'other kind',
    'institution.offsets': 'credits retired, apart',
    'institution.claim': 'claim',
    'institution.none': 'none',
    'institution.reduced': 'reduced',
    'institution.offset': 'offset',
    'institution.baseline': 'baseline',
    'institution.points': 'percentage points',
    'institution.together': 'together',
    'institution.weighted': 'renewable share by electricity, weighted average',
    'institution.plain': 'renewable share by electricity, plain average',
    'init.next': 'compute it with',
    'heading.rule': 'category rule',
    'heading.reference': 'quantities are per',
    'heading.by_module': 'by module',
    'heading.model_defaults': 'defaults of the rule',
    'heading.unverified': 'not verified by anybody',
    'batch.product': 'product',
    'batch.products': 'products',
    'batch.failed': 'failed',
    'batch.remaining': 'remaining',
    'batch.folder_shard': '--shard writes one file: name a file with -o',
    'quantity.given': 'given',
    'quantity.default': 'default',
    'quantity.preset': 'preset',
    'quantity.unverified': 'preset, not verified',
    'quantity.constant': 'constant',
    'quantity.derived': 'derived',
    'quantity.above': 'see above',
    'quantity.ledger': 'sum of ledger rows',
    'quantity.factor': 'emission factor',
    'heading.line': 'line',
    'heading.id': 'id',
    'heading.name': 'name',
    'heading.value': 'value',
    'heading.category': 'category',
    'heading.region': 'region',
    'heading.year': 'year',
    'heading.gwp': 'GWP set',
    'heading.gases': 'gases',
    'heading.formula': 'formula',
    'heading.cas': 'CAS number',
    'heading.edition': 'edition',
    'heading.composition': 'composition',
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
    'coverage.life_cycle': 'life cycle',
    'coverage.direct': 'direct emissions only',
    'coverage.part': 'part of a life cycle only',
    'trait.recycled': 'recycled',
    'trait.reused': 're-used',
    'trait.waste': 'waste or its treatment',
    'trait.credit': 'avoided emissions',
    'trait.supply': 'fuel supply alone',
    'trait.biogenic': 'biogenic CO2 alone',
    'trait.losses': 'losses',
    'trait.part': 'a part of the product',
    'trait.residual': 'residual mix',
    'trait.refrigerated': 'refrigerated',
    'trait.biological': 'of biological origin',
    'trait.process': 'process emission alone',
    'trait.low_gwp': 'gas of low GWP',
    'match.none': 'no candidate',
    'match.unasked': 'not asked for:',
    'match.all_named': 'every line names its factor',
    'match.region_form': ' (a region is a code of ISO 3166 such as CN or CN-ZJ, EU or GLO)',
    'match.written': 'rows to review (write yes in column confirmed where the factor is right):',
    'adds_up': 'this report adds up',
    'kg_co2e_per': 'kg CO2e per',

    'diff.create': 'new',
    'diff.delete': 'gone',
    'diff.update': 'changed',
    'diff.replace': 'replaced',
    'diff.split': 'split',
    'diff.none': 'no differences',
    'diff.column': 'column',
    'diff.old': 'old',
    'diff.new': 'new',
    'diff.change': 'change',
    'diff.successor': 'replaced by',
    'diff.effect': 'effect on the footprint',
    'diff.lines': 'lines',
    'diff.total': 'total',
    'diff.not_computable': 'not computable, kept as it was',
    'not_computable.delete': 'gone, and nothing is said to replace it',
    'not_computable.split': 'split: choose a successor for each line',
    'not_computable.unit': 'its successor or its new value is per a unit of another dimension',
    'not_computable.gases': 'given as gases, which the report does not weigh',
    'not_computable.stage': 'it moves into or out of module D, unless the line names a stage itself',
    factorsImported: ({ factors, skipped }) =>
      `${counted(factors, 'factor')} imported${skipped === 0 ? '' : `, ${String(skipped)} left out`}`,
    problemsFound: (counts: Counts) => [
      ...tally(counts.errors, 'error'),
      ...tally(counts.warnings, 'warning'),
      ...tally(counts.notes, 'note'),
    ].join(', ') || 'no problems found',
  },
};

/** What is wrong with an archive, or with a file in one. */
function archiveFault(detail: ProblemArguments['archive-unreadable']['detail']): string {
  switch (detail) {
    case 'no-directory': return 'has no directory of its files: it is damaged or cut off';
    case 'cut-off': return 'is damaged or cut off';
    case 'encrypted': return 'is locked with a password';
    case 'method': return 'is packed in a way that is not read';
    default: return 'is damaged';
  }
}

function archiveDanger(detail: ProblemArguments['archive-unsafe']['detail']): string {
  switch (detail) {
    case 'outside': return 'has a name that leads out of its folder';
    case 'twice': return 'stands there twice';
    default: return 'unpacks to more than 250 times its size';
  }
}

function workbookFault(part: string, detail: ProblemArguments['workbook-invalid']['detail']): string {
  switch (detail) {
    case 'no-workbook': return 'the file is a ZIP archive, but no Excel workbook';
    case 'binary': return 'the file is a binary workbook (.xlsb)';
    case 'no-part': return `the workbook lacks its part ${passage(part)}`;
    case 'no-sheet': return 'the workbook has no visible sheet with anything in it';
    case 'cell-place': return `the cells in ${passage(part)} do not stand in order`;
    default: return `a cell in ${passage(part)} refers to a text that is not there`;
  }
}

/** What an option may have no meaning for. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['csv', 'a bill in CSV'], ['xlsx', 'a workbook'], ['table', 'a table in CSV'], ['ilcd', 'ILCD data sets'],
  ['openlca', 'an openLCA package'],
]);

const RECOMPUTE = 'compute the report again from its inputs';

/** How a mass over a distance is written where a line is moved: `kg*km`. */
const OVER_ONE_KILOMETRE = '*km';

/** What the operating system's codes mean. */
const CAUSES: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'], ['ENOTDIR', 'a part of its path is not a folder'],
  ['EISDIR', 'it is a folder'], ['EACCES', 'access is denied'], ['EPERM', 'access is denied'],
  ['EROFS', 'the disk is read-only'], ['ENOSPC', 'the disk is full'], ['EBUSY', 'it is in use'],
  ['EFBIG', 'files may not become as large as that'], ['EEXIST', 'a file stands there'],
  ['ESPIPE', 'it is a pipe or a device'],
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

/** The words of a problem inside another. */
function wordsIn(reason: Problem): Words {
  const word = en.problems[reason.code] as (args: Problem['args']) => Words;
  return word(reason.args);
}

/** A kind of parameter, or the unit to write with an amount. */
function expectedParameter(expected: string): string {
  switch (expected) {
    case 'number': return 'a plain number';
    case 'ratio': return 'a share such as 0.05 or 5 %';
    case 'choice':
    case 'text':
    case 'factor': return `a ${expected}`;
    case 'group': return 'an object { }';
    case 'list': return 'a list of objects [{ }]';
    default: return `an amount with its unit, such as 1 ${printable(expected)}`;
  }
}
