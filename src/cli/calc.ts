import { setImmediate as turn } from 'node:timers/promises';
import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Language } from '../diagnostics/wording.js';
import { LOCK_FILE, lockProblems, type LockInput } from '../factors/lock.js';
import { openLibrary } from '../factors/open-library.js';
import type { GwpEdition } from '../input/product-file.js';
import { readProductFile, type ProductInput } from '../input/read-product-file.js';
import { readSource } from '../input/read-source.js';
import { makeReport } from '../report/make-report.js';
import type { FootprintReport } from '../report/report.js';
import type { SectorWork } from '../sectors/sector-work.js';
import type { Palette } from '../show/palette.js';
import type { DeniableCode } from './deniable-codes.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { overwrites, writeOutput } from './write-output.js';

export interface CalcOptions extends ReadingOptions {
  readonly product?: string;
  readonly mapping?: string;
  readonly factors?: readonly string[];
  readonly output?: string;
  readonly root?: string;
  readonly gwp?: GwpEdition;
  /** A lock file, or the one of the usual name. */
  readonly lock?: string | true;
  /** Warnings that count as errors. */
  readonly deny?: readonly DeniableCode[];
}

/** In which language and colours people are told. */
export interface Audience {
  readonly language: Language;
  readonly palette: Palette;
}

/** Without an audience no summary is made. */
export async function calc(bomPath: string, options: CalcOptions, audience: Audience | undefined): Promise<Outcome> {
  const findings = new Findings(FINDINGS_LIMIT, new Set(options.deny));
  const { output } = options;
  const lockPath = options.lock === true ? LOCK_FILE : options.lock;
  const inputs = [bomPath, options.product, options.mapping, lockPath].filter((path) => path !== undefined);
  if (output !== undefined && overwrites(output, inputs)) {
    return { exit: 2, problems: [problem('output-is-input', { file: output })] };
  }
  const bom = await readSource(bomPath, findings);
  const productSource = options.product === undefined ? undefined : await readSource(options.product, findings);
  const mapping = options.mapping === undefined ? undefined : await readSource(options.mapping, findings);
  const lock = lockPath === undefined ? undefined : await lockAt(lockPath, findings);
  const library = openLibrary(options.factors, findings);
  if (bom === undefined || library === undefined || findings.unusable) return { exit: 2, problems: findings.all() };

  const product = productSource === undefined ? undefined : readProductFile(productSource, findings);
  const sector = product === undefined ? undefined : await sectorOf(product, findings);
  const { root, gwp } = options;
  const made = makeReport({
    bom,
    library,
    ...(product === undefined ? {} : { product }),
    ...(sector === undefined ? {} : { sector }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(root === undefined ? {} : { root }),
    ...(gwp === undefined ? {} : { gwp }),
    reading: readingOf(options),
  }, findings);
  if (lock !== undefined) {
    // Without a report nobody knows which datasets it would use: those that the lock pins may be why there is none.
    const used = made?.report.datasets ?? library.datasets.filter(({ name }) => lock.pinned.has(name));
    for (const found of lockProblems(lock, used)) findings.add(found);
  }
  // While it calculates, Node hears no Ctrl-C. The second turn of its event loop has polled for signals: nothing is written yet.
  await turn();
  await turn();
  if (made === undefined || findings.exit !== 0) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };

  const summary = audience === undefined ? {} : { summary: await summaryOf(made.report, audience) };
  if (output === undefined || output === '-') return { exit: 0, pieces: made.pieces, ...summary, problems: findings.all() };
  const unwritten = writeOutput(output, made.pieces);
  if (unwritten !== undefined) return { exit: 2, problems: [...findings.all(), unwritten] };
  return { exit: 0, ...summary, problems: findings.all() };
}

/** Loaded only for a product that names a sector, or has parameters that need one. */
async function sectorOf(product: ProductInput, findings: Findings): Promise<SectorWork | undefined> {
  if (product.product.sector === undefined && product.product.parameters === undefined) return undefined;
  const { openSectorOf } = await import('../sectors/open-sector.js');
  return openSectorOf(product, findings);
}

/** Loaded only where somebody reads it: start-up is most of the time of a small bill. */
async function summaryOf(report: FootprintReport, { language, palette }: Audience): Promise<string> {
  const { summaryText } = await import('../show/summary.js');
  return summaryText(report, language, palette);
}

async function lockAt(path: string, findings: Findings): Promise<LockInput | undefined> {
  const { readLock } = await import('../factors/read-lock.js');
  const source = await readSource(path, findings);
  return source === undefined ? undefined : readLock(source, findings);
}
