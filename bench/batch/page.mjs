import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { LINES_A_PRODUCT } from './data.mjs';
import { CORES, TANJI } from './contestants.mjs';
import { memoryTable, ratioTable, speedTable } from './tables.mjs';

const SYSTEMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
const versions = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies;

/** The text of docs/benchmarks.md: every number in it comes from one run. */
export function benchmarksPage({ sizes, memory }) {
  return `# Benchmarks of \`tanji batch\`

This page is written by \`node bench/batch/run.mjs --page\`; all its numbers come from one run.

## What is measured

The job: read a bill of materials of many products (CSV, ${LINES_A_PRODUCT} lines a product, about 74 bytes a line), find each line's factor among 1,000, convert its unit, multiply, and write for each product the total, the sums of five stages and the three largest lines, one JSON record a line. 3 % of the items are quoted, 1 % of the quantities negative, quantities have 2 to 6 decimals.

* **tanji** does it in exact decimals and writes its full record: origins, data quality, findings and places in the bill too.
* **DuckDB** (\`@duckdb/node-api\` ${versions['@duckdb/node-api']}) does it in SQL with DECIMAL types wide enough to be exact on these bills, on all threads.
* **polars** (\`nodejs-polars\` ${versions['nodejs-polars']}) does it in floats on its streaming engine, on all threads.
* **csv-parse** (${versions['csv-parse']}) only parses the bill and drops the records: what a program built on it cannot beat.

DuckDB and polars are each in the fastest form found for them. Both join, so that a line without a match (kg of a factor per kWh, say) would be left out without a word, and neither keeps the order of the bill. Whole processes are timed, start-up included, files in the disk cache, ${new Intl.ListFormat('en').format(sizes.map(({ rounds }) => String(rounds)))} rounds of the sizes below, in their order, each contestant once a round; times are medians. Peak memory is resident memory of all threads, the highest of the rounds; of polars it includes the pages of the bill that it maps.

Machine: ${CORES} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${SYSTEMS[process.platform] ?? process.platform} on ${process.arch}, Node.js ${process.versions.node}.

Every output of every round is compared with a reference that shares no code with any of them: "exact" is the same digits in every total, stage sum and largest line (of tanji also the order, the places and the same bytes whatever \`--jobs\`), "within" the greatest relative difference.

## Time

${sizes.map(speedTable).join('\n\n')}

Wall time of tanji over that of the others, median of the ratios round by round; below 1 tanji is faster. Goals are judged with ${TANJI.at(-1).name.replace('tanji ', '`')}\`.

${ratioTable(sizes)}

## Memory

Peak memory in MB, one run each; of DuckDB and polars from the rounds above.

${memoryTable(memory, sizes)}

## Repeat it

\`\`\`sh
npm ci
npm run build
npm ci --prefix bench/batch
node bench/batch/run.mjs
\`\`\`

It draws the bills (the same bytes everywhere) into a temporary folder and removes them; \`--data FOLDER\` keeps them. \`--lines\`, \`--rounds\` and \`--memory-lines\` make it shorter: 100 million lines need 7.5 GB on disk, and as much again for the records. The exit code is 1 where a result is wrong.
`;
}
