import { BUNDLED, sourcesOf, type Bundled, type SourceUse } from './bundled-datasets.js';

/** What a licence asks of whoever passes the values on, and how it is met here. */
const TERMS: ReadonlyMap<string, readonly [statement: string, credit: (work: string, publisher: string) => string]> = new Map([
  ['OGL-UK-3.0', [
    'Contains public sector information licensed under the Open Government Licence v3.0. The publishers do not endorse this use of it.',
    (work, publisher) => `${publisher}: ${work}`,
  ]],
  ['etalab-2.0', [
    'Source with the date of its last update, as the Licence Ouverte / Open Licence asks. The publishers do not endorse this use of it. Names and notes are translations made here.',
    (work, publisher) => `Source: ${publisher}, ${work}`,
  ]],
  ['CC-BY-4.0', [
    'Author, title, source and licence of each work, as far as the pages read supply them. Changed: single figures taken out of the works, names and notes written here, in some rows the decimal point moved to another unit (the notes of the row say so). The authors do not endorse this use.',
    (work, publisher) => `${work} (${publisher}), CC BY 4.0`,
  ]],
  ['PRC-public-notice', [
    'Official documents of state organs, which the Copyright Law of the People\'s Republic of China leaves free (article 5). Named as sources. 国家机关具有行政性质的文件，依《中华人民共和国著作权法》第五条不适用该法；注明出处如下。',
    (work, publisher) => `${publisher}: ${work}`,
  ]],
  ['US-public-domain', [
    'Works of the United States Government, in the public domain in the United States (17 U.S.C. § 105). Courtesy of:',
    (work, publisher) => `${publisher}: ${work}`,
  ]],
]);

/** The page factors/ATTRIBUTION.md, whole: every source under its licence. */
export function attributionPage(): string {
  const uses = sourcesOf(BUNDLED.flatMap(({ rows }) => rows));
  const licences = [...new Set(uses.map(({ licence }) => licence))].sort();
  return `${[
    '# Attribution',
    'Credits of the bundled emission factors, as their licences ask for them. Whoever passes the factors or a report with them on has to keep the credits of the sources used; each factor also carries its source, address and licence in its row, and a report carries the rows it uses. Made from the data by `node scripts/update-docs.mjs`.',
    'Values stand as published, but for a decimal point moved from grams or tonnes to kilograms where the notes of a row say so. Names, translations, categories, boundaries and notes are written here.',
    ...licences.flatMap((licence) => section(licence, uses.filter((use) => use.licence === licence))),
    ...BUNDLED.flatMap(tablesSection),
  ].join('\n\n')}\n`;
}

function section(licence: string, uses: readonly SourceUse[]): string[] {
  const terms = TERMS.get(licence);
  const about = BUNDLED.flatMap(({ about: { licenses } }) => licenses).find(({ name }) => name === licence);
  if (terms === undefined || about === undefined) throw new Error(`no terms of ${licence}`);
  const [statement, credit] = terms;
  return [
    `## ${licence}`,
    `${about.title}: <${about.path}>`,
    statement,
    uses.map((use) => `* ${credit(workOf(use), use.publisher)}. <${use.url}> ${whereOf(use)}`).join('\n'),
  ];
}

/** The work as its dataset credits it, where the column `source` leaves out author, title or date. */
function workOf({ title, publisher }: SourceUse): string {
  const { credit } = BUNDLED.flatMap(({ about }) => about.sources).find((each) => each.title === `${title} (${publisher})`) ?? {};
  return credit === undefined ? title : `${credit}; in the rows: "${title}"`;
}

function whereOf({ rows }: SourceUse): string {
  const counts = BUNDLED.map(({ name, rows: all }): [string, number] => [name, rows.filter((row) => all.includes(row)).length]);
  return `(${counts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${String(count)}`).join(', ')})`;
}

function tablesSection({ name, about, tables }: Bundled): string[] {
  if (tables.size === 0) return [];
  const urls = new Set([...tables.values()].flat().map((row) => row['url']));
  return [
    `## Tables of ${name}`,
    `${[...tables.keys()].join(' and ')} hold single figures with the source of each in its row; these tables name no licence.`,
    about.sources.filter(({ path }) => urls.has(path)).map(({ title, path }) => `* ${title}. <${path}>`).join('\n'),
  ];
}
