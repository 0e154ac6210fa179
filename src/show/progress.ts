import { wordingOf, type Language } from '../diagnostics/wording.js';

/** How far a batch is; extents are bytes, or rows of a sheet. */
export interface Progress {
  readonly done: number;
  readonly extent: number;
  /** Since `since`: how far it was then. */
  readonly seconds: number;
  readonly since: { readonly done: number; readonly products: number };
  readonly products: number;
  readonly failed: number;
  readonly ended: boolean;
}

/** One line: share done, products, rate, and the time that remains at that rate. */
export function progressLine({ done, extent, seconds, since, products, failed, ended }: Progress, language: Language): string {
  const { phrases } = wordingOf(language);
  const share = extent === 0 ? 1 : Math.min(1, done / extent);
  const rate = seconds > 0 ? Math.round((products - since.products) / seconds) : 0;
  const left = done > since.done ? Math.ceil(seconds * (extent - done) / (done - since.done)) : 0;
  return [
    `${String(Math.floor(share * 100))} %`,
    `${String(products)} ${phrases['batch.products']}`,
    ...(failed === 0 ? [] : [`${String(failed)} ${phrases['batch.failed']}`]),
    `${String(rate)}/s`,
    ...(ended ? [`${String(Math.ceil(seconds))} s`] : [`${phrases['batch.remaining']} ${String(left)} s`]),
  ].join(', ');
}
