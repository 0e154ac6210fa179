import { countsBy, sourcesOf, type Bundled } from './bundled-datasets.js';
import { markdownTable } from './generated-blocks.js';

/** The page docs/datasets/NAME.md, whole. */
export function datasetPage({ name, about, rows, tables }: Bundled): string {
  const chinese = about.title_zh.replace(/^.*：/, '');
  const files = [...tables].map(([file, members]) => ` [${file}](../../factors/${name}/${file}) has ${String(members.length)} rows.`);
  return `${[
    `# ${name} ${chinese}`,
    'Made from the data by `node scripts/update-docs.mjs`.',
    about.description,
    `${String(rows.length)} factors, version ${about.version}: [factors.csv](../../factors/${name}/factors.csv), [datapackage.json](../../factors/${name}/datapackage.json).${files.join('')} Load it alone with \`--factors ${name}\`; what the columns mean: [datasets](../datasets.md#format).`,
    '## 中文',
    `${about.description_zh}共${String(rows.length)}个因子，版本${about.version}。许可：${countsBy(rows, 'licence').map(([word, count]) => `${word}（${String(count)}）`).join('、')}。依据：${evidenceInChinese(rows)}。`,
    '已知局限：',
    list(about.limits_zh),
    '## Known limits',
    list(about.limits),
    '## Contents',
    countTable(rows, 'category'),
    countTable(rows, 'boundary'),
    `Regions: ${inline(countsBy(rows, 'region'))}.`,
    `Years: ${inline(countsBy(rows, 'year').sort(([a], [b]) => (a < b ? -1 : 1)))}.`,
    `GWP sets: ${inline(countsBy(rows, 'gwp'))}.`,
    `Units: ${inline(countsBy(rows, 'unit'))}.`,
    `Evidence: ${inline(countsBy(rows, 'evidence'))}. Licences: ${inline(countsBy(rows, 'licence'))}. Rows that tell fossil and biogenic parts apart: ${String(rows.filter((row) => row['fossil'] !== '').length)}.`,
    '## Sources',
    markdownTable(['source', 'publisher', 'address', 'licence', 'factors'],
      sourcesOf(rows).map((use) => [use.title, use.publisher, `<${use.url}>`, `\`${use.licence}\``, String(use.rows.length)])),
    ...otherSources({ name, about, rows, tables }),
    'Credits as the licences ask for them: [ATTRIBUTION.md](../../factors/ATTRIBUTION.md).',
    '## Changes',
    list(about.changelog.map((change) => `${change.version} (${change.date}): ${change.changes}`)),
  ].join('\n\n')}\n`;
}

/** Sources of tables beside factors.csv. */
function otherSources({ tables }: Bundled): string[] {
  return [...tables].map(([file, rows]) => `Sources of ${file}:\n\n${markdownTable(['source', 'address', 'rows'],
    countsBy(rows, 'source').map(([source, count]) => [source, `<${rows.find((row) => row['source'] === source)?.['url'] ?? ''}>`, String(count)]))}`);
}

function countTable(rows: Bundled['rows'], column: string): string {
  return markdownTable([column, 'factors'], countsBy(rows, column).map(([word, count]) => [word, String(count)]));
}

function evidenceInChinese(rows: Bundled['rows']): string {
  const words = new Map([['primary', '读自原出版物'], ['secondary', '读自注明的转载']]);
  return countsBy(rows, 'evidence').map(([word, count]) => `${words.get(word) ?? word}（${String(count)}）`).join('、');
}

function inline(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([word, count]) => `${word} (${String(count)})`).join(', ');
}

function list(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join('\n');
}
