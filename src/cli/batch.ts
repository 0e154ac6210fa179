import { isFault } from '../diagnostics/fault.js';
import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import type { Language } from '../diagnostics/wording.js';
import type { BatchRequest } from '../batch/batch-job.js';
import { BatchRun } from '../batch/batch-run.js';
import { LOCK_FILE } from '../factors/lock.js';
import type { GwpEdition } from '../input/product-file.js';
import { batchTarget } from './batch-target.js';
import { writeBatch } from './batch-writing.js';
import type { DeniableCode } from './deniable-codes.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';

export interface BatchOptions extends ReadingOptions {
  readonly product?: string;
  readonly products?: string;
  readonly mapping?: string;
  readonly factors?: readonly string[];
  readonly lock?: string | true;
  readonly gwp?: GwpEdition;
  readonly deny?: readonly DeniableCode[];
  readonly output?: string;
  readonly full?: boolean;
  readonly summary?: boolean;
  readonly strict?: boolean;
  readonly resume?: boolean;
  readonly scattered?: boolean;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly jobs?: number;
  readonly memory?: number;
}

/** Where a batch writes and who watches it. */
export interface BatchStage {
  /** Writes to stdout, and waits while its reader is behind. */
  readonly pour: (bytes: Uint8Array) => Promise<void>;
  /** Shows a line that takes the place of the one before; absent where nobody watches. */
  readonly watch?: (line: string) => void;
  readonly language: Language;
}

/** One record a product: to a file, whole or resumable, to a folder of reports, or to stdout as they come. */
export async function batch(bills: readonly string[], options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const request = requestOf(bills, options);
  const findings = new Findings(FINDINGS_LIMIT, new Set(options.deny));
  const inputs = [...bills, request.product, request.products, request.mapping, request.lock].filter((path) => path !== undefined);
  const target = await batchTarget(options, inputs, stage.language);
  if ('code' in target) return { exit: 2, problems: [target] };
  const run = await BatchRun.open(request, findings);
  if (run === undefined) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };
  try {
    return await writeBatch(run, target, options, stage);
  } catch (error) {
    if (isFault(error)) return { exit: 2, problems: [...run.problems, error.problem] };
    throw error;
  } finally {
    run.close();
  }
}

function requestOf(bills: readonly string[], options: BatchOptions): BatchRequest {
  const { product, products, mapping, factors, lock, gwp, deny, full, scattered, shard, jobs, memory } = options;
  return {
    bills,
    reading: readingOf(options),
    ...(product === undefined ? {} : { product }),
    ...(products === undefined ? {} : { products }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(factors === undefined ? {} : { factors }),
    ...(lock === undefined ? {} : { lock: lock === true ? LOCK_FILE : lock }),
    ...(gwp === undefined ? {} : { gwp }),
    ...(deny === undefined ? {} : { deny }),
    ...(full === undefined ? {} : { full }),
    ...(scattered === undefined ? {} : { scattered }),
    ...(shard === undefined ? {} : { shard }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(memory === undefined ? {} : { memory }),
  };
}
