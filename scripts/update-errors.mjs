// Writes what each case of test/errors says now into its expected.*.txt; exit codes stay as they stand in case.json.
// Usage: node scripts/update-errors.mjs [part of a case's name]     Build first: npm run build
// Read what it wrote before you keep it: a wrong text recorded here is a wrong text for good.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseNames, LANGUAGES, runCase } from '../test/support/error-case.mjs';

const [filter = ''] = process.argv.slice(2);
for (const name of caseNames().filter((each) => each.includes(filter))) {
  for (const language of LANGUAGES) {
    const { folder, expectedExit, exit, said } = await runCase(name, language);
    if (exit === expectedExit) {
      writeFileSync(join(folder, `expected.${language}.txt`), said);
    } else {
      console.log(`${name}: not written, exit ${exit}, case.json says ${expectedExit}`);
      process.exitCode = 1;
    }
  }
}
