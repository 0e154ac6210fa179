import { BUNDLED, countsBy } from './bundled-datasets.js';
import { markdownTable } from './generated-blocks.js';

const ALL = BUNDLED.flatMap(({ rows }) => rows);

/** One line a dataset; `pages` and `files` lead from the page to docs/datasets/ and factors/. */
export function datasetsPart(pages: string): string {
  const versions = [...new Set(BUNDLED.map(({ about }) => about.version))];
  const lines = BUNDLED.map(({ name, about, rows }) => [
    `[\`${name}\`](${pages}${name}.md) ${about.title_zh.replace(/^.*：/, '')}`, String(rows.length), about.description,
  ]);
  return `${String(BUNDLED.length)} datasets, ${String(ALL.length)} factors, version ${versions.join(', ')}.\n\n${
    markdownTable(['dataset', 'factors', 'what is in it'], lines)}`;
}

/** How many factors each dataset has under each licence, then of each evidence and GWP set. */
export function countsPart(): string {
  return ['licence', 'evidence', 'gwp'].map((column) => {
    const words = countsBy(ALL, column).map(([word]) => word);
    const line = (title: string, rows: typeof ALL): string[] =>
      [title, ...words.map((word) => String(rows.filter((row) => row[column] === word).length))];
    return markdownTable(['', ...words.map((word) => `\`${word}\``)],
      [...BUNDLED.map(({ name, rows }) => line(name, [...rows])), line('all', ALL)]);
  }).join('\n\n');
}

/** Ids that went from one dataset to another, by edition. */
export function movedPart(): string {
  return markdownTable(['since', 'from', 'to', 'factors', 'ids'], BUNDLED.flatMap(({ name, about }) =>
    about.changelog.flatMap(({ version, moved = {} }) => Object.entries(moved).map(([to, ids]) =>
      [version, `\`${name}\``, `\`${to}\``, String(ids.length), ids.map((id) => `\`${id}\``).join(' ')]))));
}
