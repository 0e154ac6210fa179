import type { Code } from '../diagnostics/codes.js';

/** The warnings that `calc` can give; main needs them before anything else is loaded. */
export const DENIABLE_CODES = [
  'product-undeclared', 'gwp-mixed', 'factor-direct-grid', 'factor-expired', 'factor-old',
  'sector-unknown', 'preset-unverified', 'duty-advised',
] as const satisfies readonly Code[];

export type DeniableCode = (typeof DENIABLE_CODES)[number];
