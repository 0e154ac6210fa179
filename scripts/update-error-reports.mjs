// Makes the reports of test/errors/report-*: one sound report, and in each case one thing changed and, where the digest
// is not what the case is about, sealed again. Run it when the form of reports changes, then update-errors.mjs.
// Build first: npm run build
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, 'test', 'errors');
const made = calculated('_report', '../_product/product.json');
const modelled = calculated('_model', 'product.json');

function calculated(folder, product) {
  return execFileSync(
    process.execPath,
    [join(root, 'dist', 'main.js'), 'calc', 'bom.csv', '--factors', '../_factors', '--product', product],
    { cwd: join(corpus, folder), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
}

/** RFC 8785, for what reports hold: strings, whole numbers, lists and objects. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function sealed({ digest: _, ...content }) {
  const digest = createHash('sha256').update(canonical(content)).digest('hex');
  return `${canonical({ ...content, digest })}\n`;
}

function changed(change, from = made) {
  const report = JSON.parse(from);
  change(report);
  return report;
}

const quantityOf = ({ model }, id) => model.quantities.find((quantity) => quantity.id === id);

const reports = {
  'report-model-quantity': sealed(changed((report) => { quantityOf(report, 'replacements.1.sets').value = '2'; }, modelled)),
  'report-model-input': sealed(changed((report) => { quantityOf(report, 'replacements.1.sets').inputs.life = 'no_such_quantity'; }, modelled)),
  'report-model-formula': sealed(changed((report) => { quantityOf(report, 'replacements.1.replaced').formula = 'sets ^ mass'; }, modelled)),
  'report-model-line': sealed(changed(({ inventory }) => { inventory.contributions.find(({ derived }) => derived).unit = 'g'; }, modelled)),
  'report-model-flow': sealed(changed((report) => {
    quantityOf(report, 'unit.amount').value = '3';
    quantityOf(report, 'reference_flow').value = '3';
  }, modelled)),
  'report-model-module': sealed(changed(({ result }) => { result.by_module[0].value = '3'; }, modelled)),
  'report-model-recalled': sealed(changed((report) => { quantityOf(report, 'use.operating_days').status = 'default'; }, modelled)),
  'cli-line-zero': made,
  'cli-line-beyond': made,
  'diff-report-of-another-edition': made,
  'report-cut-off': made.slice(0, 500),
  'report-member-unknown': sealed(changed((report) => { report.result.offset = '-1'; })),
  'report-amount-as-number': sealed(changed((report) => { report.result.total = 4.6; })),
  'report-edited': made.replace('"value":"4.1"', '"value":"4.0"'),
  'report-digest-alone': made.replace(/"digest":"[0-9a-f]{8}/, '"digest":"00000000'),
  'report-reformatted': `${JSON.stringify(JSON.parse(made), undefined, 2)}\n`,
  'report-stage-sum': sealed(changed(({ result }) => { result.by_stage[0].value = '4'; })),
  'report-total': sealed(changed(({ result }) => { result.total = '4.5'; })),
  'report-percent': sealed(changed(({ result }) => { result.by_stage[0].percent = '89.1305'; })),
  'report-contribution': sealed(changed(({ inventory }) => { inventory.contributions[0].quantity = '3'; })),
  'report-gases': sealed(changed(({ factors, method }) => {
    method.gwp_edition = 'AR5';
    factors[0].gases = [{ amount: '0.03', gas: 'Methane, fossil', gwp100: '30', source: 'IPCC AR5 WG1 chapter 8, table 8.A.1' }];
  })),
  'report-step': sealed(changed(({ inventory }) => { inventory.contributions[1].steps[1].multiply = '0.01'; })),
  'report-factor-unlisted': sealed(changed((report) => { report.factors.shift(); })),
  'report-factor-twice': sealed(changed(({ factors }) => { factors.push(factors[0]); })),
  'report-dataset-unlisted': sealed(changed((report) => { report.datasets = []; })),
  'report-stage-unlisted': sealed(changed(({ boundary }) => { boundary.stages = ['raw_materials']; })),
  'report-display': sealed(changed(({ label }) => { label.display.value = '4.5'; })),
  'report-data-share': sealed(changed(({ quality }) => { quality.primary_data_share = '1'; })),
  'report-unit': sealed(changed(({ unit }) => { unit.unit = 'pice'; })),
  'report-certified-by-nobody': sealed(changed(({ label }) => { label.status = 'certified'; })),
  'report-gtin': sealed(changed(({ product }) => { product.gtin = '4006381333932'; })),
};

for (const [name, text] of Object.entries(reports)) {
  mkdirSync(join(corpus, name), { recursive: true });
  writeFileSync(join(corpus, name, 'report.json'), text);
}
