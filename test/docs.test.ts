import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decimal } from 'decimal.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { codes } from '../src/diagnostics/codes.js';
import { bomColumnNamed } from '../src/input/bom-headers.js';
import { BOM_COLUMNS } from '../src/input/bom-line.js';
import { DATA_TYPES, LOSS_BASES, STAGES } from '../src/input/vocabulary.js';
import { DATA_WORDS, LOSS_BASIS_WORDS, STAGE_WORDS } from '../src/input/words.js';
import type { FootprintReport } from '../src/report/report.js';
import { palette } from '../src/show/palette.js';
import { summaryText } from '../src/show/summary.js';
import { attributionPage } from './docs/attribution-page.js';
import { BUNDLED } from './docs/bundled-datasets.js';
import { datasetPage } from './docs/dataset-page.js';
import { errorsPart } from './docs/errors-part.js';
import { countsPart, datasetsPart, movedPart } from './docs/factors-parts.js';
import { fencesOf, matches, runsOf, wordsIn, type Fence, type Run } from './docs/fences.js';
import { withGenerated } from './docs/generated-blocks.js';
import { licencesPart } from './docs/licences-part.js';
import { productPart } from './docs/product-part.js';
import { productsPart } from './docs/products-part.js';
import { SECTOR_EXAMPLES, sectorParts, type DocumentedSector } from './docs/sector-parts.js';
import { unitsPart } from './docs/units-part.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'main.js');
/** scripts/update-docs.mjs sets it: what is out of date is written again instead of failing. */
const UPDATE = process.env['UPDATE_DOCS'] === '1';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
const write = (path: string, text: string): void => writeFileSync(join(ROOT, path), text);

/** Every page of the project, by its path from the root with `/`. */
const PAGES = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => !['node_modules', 'dist', 'coverage'].includes(entry.name) && !entry.name.startsWith('.'))
  .flatMap((entry) => (entry.isDirectory()
    ? readdirSync(join(ROOT, entry.name), { recursive: true, encoding: 'utf8' }).map((path) => join(entry.name, path))
    : [entry.name]))
  .filter((path) => path.endsWith('.md'))
  .map((path) => path.split(sep).join('/'))
  .sort();
const CHECKED = PAGES.filter((page) => page === 'README.md' || (page.startsWith('docs/') && !page.startsWith('docs/decisions/')));

beforeAll(() => {
  expect(existsSync(MAIN), 'dist/main.js is missing: npm run build').toBe(true);
});

describe('generated parts are fresh (node scripts/update-docs.mjs)', () => {
  it.each([
    ['docs/units.md', 'units', unitsPart],
    ['docs/errors.md', 'errors', errorsPart],
    ['docs/product-file.md', 'members', () => productPart(ROOT)],
    ['docs/products-table.md', 'columns', productsPart],
    ['docs/datasets.md', 'licences', licencesPart],
    ['docs/datasets.md', 'datasets', () => datasetsPart('datasets/')],
    ['factors/README.md', 'datasets', () => datasetsPart('../docs/datasets/')],
    ['factors/README.md', 'counts', countsPart],
    ['factors/README.md', 'moved', movedPart],
    ...(Object.keys(SECTOR_EXAMPLES) as DocumentedSector[]).flatMap((sector) => (
      sectorParts(ROOT, sector).map(([name, content]) => [`docs/sectors/${sector}.md`, name, () => content] as const)
    )),
  ] as const)('%s: %s', (page, name, part) => {
    const fresh = withGenerated(read(page), name, part());
    if (UPDATE) write(page, fresh);
    else expect(read(page)).toBe(fresh);
  });

  it.each([
    ['factors/ATTRIBUTION.md', attributionPage],
    ...BUNDLED.map((bundled) => [`docs/datasets/${bundled.name}.md`, () => datasetPage(bundled)] as const),
  ] as const)('%s', (page, made) => {
    if (UPDATE) write(page, made());
    else expect(read(page)).toBe(made());
  });

  it('docs/datasets has the bundled datasets and no others', () => {
    expect(readdirSync(join(ROOT, 'docs', 'datasets')).sort()).toEqual(BUNDLED.map(({ name }) => `${name}.md`));
  });

  it('docs/errors.md has every code', () => {
    const titles = [...read('docs/errors.md').matchAll(/^## (\S+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(Object.keys(codes));
  });
});

it('README.md begins with one command to try it and one to test it', () => {
  const shell = fencesOf(read('README.md')).filter(({ info }) => info === 'sh');
  expect(shell.slice(0, 2).map(({ lines }) => lines)).toEqual([['npm ci && npm run example'], ['npm cit']]);
});

it('docs/sectors/tea.md tells of soil N2O what the conformance cases derive by hand', () => {
  const told = /the three sets give ([\d.]+), ([\d.]+) and ([\d.]+) kg/.exec(read('docs/sectors/tea.md'))?.slice(1);
  const derived = ['tea-01-ipcc-2006', 'tea-02-ipcc-2019-aggregated', 'tea-03-ipcc-2019-wet'].map((name) => {
    const { expected } = JSON.parse(read(`conformance/cases/${name}/case.json`)) as { readonly expected: { readonly total: string } };
    return new Decimal(expected.total).toDecimalPlaces(3).toString();
  });
  expect(told).toEqual(derived);
});

describe('header names and words are read as told', () => {
  it.each(['docs/bill-of-materials.md', 'docs/zh/bill-of-materials.md'])('%s', (page) => {
    const rows = [...read(page).matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, word = '', names = '']) => ({ word, names: names.trim().split('、') }));
    const told = rows.flatMap(({ word, names }) => names.map((name) => ({ word, read: meaning(name) })));
    expect(told.filter(({ word, read: meant }) => !meant.includes(word))).toEqual([]);
    expect(BOM_COLUMNS.filter((column) => !rows.some(({ word }) => word === column))).toEqual([]);
    const words = [...STAGES, ...LOSS_BASES, ...DATA_TYPES];
    expect(words.filter((known) => !rows.some(({ word }) => word === known))).toEqual([]);
  });
});

/** What a name stands for, as a header or as a cell. */
function meaning(name: string): readonly (string | undefined)[] {
  return [bomColumnNamed(name), STAGE_WORDS.find(name), LOSS_BASIS_WORDS.find(name), DATA_WORDS.find(name)];
}

describe('links lead somewhere', () => {
  it.each(PAGES)('%s', (page) => {
    const prose = read(page).replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    const broken = [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !leads(page, target));
    expect(broken).toEqual([]);
  });
});

describe('blocks show what is so', () => {
  const blocks = CHECKED.flatMap((page) => fencesOf(read(page)).map((fence) => ({ page, fence })));
  const titled = blocks.map(({ page, fence }) => ({ title: `${page}:${String(fence.line)}`, page, fence }));

  it.each(titled.filter(({ fence }) => fence.info === 'console'))('commands at $title', ({ page, fence }) => {
    const told = runsOf(fence).map((run) => ({ run, lines: outputOf(run) }));
    const wrong = told.filter(({ run, lines }) => !matches(run.output, lines));
    if (UPDATE && wrong.every(({ run }) => !run.output.includes('...'))) {
      replace(page, fence, told.flatMap(({ run, lines }) => [`$ ${run.command}`, ...(run.output.includes('...') ? run.output : lines)]));
    } else expect(wrong.map(({ lines }) => lines)).toEqual(wrong.map(({ run }) => run.output));
  });

  it.each(titled.filter(({ fence }) => fence.info.startsWith('text summary ')))('summary at $title', ({ page, fence }) => {
    const [, , path = '', language] = fence.info.split(' ');
    const report = JSON.parse(read(path)) as FootprintReport;
    const lines = summaryText(report, language === 'zh' ? 'zh' : 'en', palette(0)).trimEnd().split('\n');
    if (UPDATE) replace(page, fence, lines);
    else expect(fence.lines).toEqual(lines);
  });

  it.each(titled.filter(({ fence }) => /^(?:csv|json|sh) (?:docs|bench)\//.test(fence.info)))('file at $title', ({ page, fence }) => {
    const [, path = ''] = fence.info.split(' ');
    const lines = read(path).trimEnd().split('\n');
    if (UPDATE) replace(page, fence, lines);
    else expect(fence.lines).toEqual(lines);
  });

  it('shows the scripts that the bench of shards runs', () => {
    const shown = new Set(blocks.map(({ fence }) => fence.info.split(' ')[1]));
    const scripts = readdirSync(join(ROOT, 'bench', 'shards')).filter((file) => /\.(?:sh|sbatch)$/.test(file));
    expect(scripts.filter((file) => !shown.has(`bench/shards/${file}`))).toEqual([]);
  });

  it('shows every file of docs/bills', () => {
    const shown = new Set(blocks.map(({ fence }) => fence.info.split(' ')[1]));
    const files = readdirSync(join(ROOT, 'docs', 'bills')).map((file) => `docs/bills/${file}`);
    expect(files.filter((file) => !shown.has(file))).toEqual([]);
  });
});

/** English where a line does not say otherwise, and no colours. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'FORCE_COLOR')),
  LC_ALL: 'C', NO_COLOR: '1',
};

/** What a terminal shows of a line: `tanji … | tanji …`, run at the root; `; echo $?` at its end tells the exit code. */
function outputOf({ command }: Run): string[] {
  const [pipeline = '', ...after] = command.split('; ');
  let input: Buffer = Buffer.alloc(0);
  let status: number | null = 0;
  let shown = '';
  for (const part of pipeline.split(' | ')) {
    const [program, ...args] = wordsIn(part);
    if (program === 'grep' && args[0] === '-o') {
      input = Buffer.from([...input.toString('utf8').matchAll(new RegExp(args[1] ?? '', 'g'))].map(([found]) => `${found}\n`).join(''));
      continue;
    }
    if (program !== 'tanji') throw new Error(`not a command of tanji: ${part}`);
    const done = spawnSync(process.execPath, [MAIN, ...args], { cwd: ROOT, input, env: ENVIRONMENT });
    shown += done.stderr.toString('utf8');
    input = done.stdout;
    status = done.status;
  }
  shown += input.toString('utf8');
  if (after.join() === 'echo $?') shown += `${String(status)}\n`;
  else if (after.length > 0) throw new Error(`unknown: ${after.join()}`);
  return shown.split('\n').slice(0, -1);
}

function replace(page: string, fence: Fence, lines: readonly string[]): void {
  const old = ['```' + fence.info, ...fence.lines, '```'].join('\n');
  write(page, read(page).replace(old, () => ['```' + fence.info, ...lines, '```'].join('\n')));
}

/** Whether a relative target is there; of a part of a page, whether the page has that heading. */
function leads(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), decodeURI(path)));
  if (!existsSync(join(ROOT, file))) return false;
  if (heading === undefined) return true;
  const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchor(title));
  return headings.includes(decodeURI(heading));
}

/** As GitHub makes it: lower case, blanks as hyphens, punctuation dropped. */
function anchor(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');
}
