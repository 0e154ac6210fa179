// Runs every case and tells what differs: node conformance/run.mjs [adapter.mjs]
// An adapter exports one function `(folder, case) => answer`; tanji.mjs is one, and shows the form.
import { readdirSync, readFileSync } from 'node:fs';

import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { differences } from './compare.mjs';

const cases = fileURLToPath(new URL('cases/', import.meta.url));
const adapter = process.argv[2] === undefined ? new URL('tanji.mjs', import.meta.url) : pathToFileURL(resolve(process.argv[2]));
const [calculate] = Object.values(await import(adapter.href));

let failed = 0;
const names = readdirSync(cases).sort();
for (const name of names) {
  const folder = join(cases, name);
  const asked = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const found = differences(asked.expected, calculate(folder, asked));
  if (found.length > 0) failed += 1;
  console.log(found.length === 0 ? `ok    ${name}` : [`FAIL  ${name}`, ...found.map((line) => `      ${line}`)].join('\n'));
}
console.log(`${names.length - failed} of ${names.length} cases pass`);
process.exitCode = failed === 0 ? 0 : 1;
