/** Life-cycle stages, in the order in which reports list them. `beyond_boundary` is EN 15804 module D. */
export const STAGES = [
  'raw_materials',
  'manufacturing',
  'distribution',
  'installation',
  'use',
  'maintenance',
  'end_of_life',
  'beyond_boundary',
] as const;
export type Stage = (typeof STAGES)[number];

/** What a loss is a share of: of what goes in (quantity ÷ (1 − loss)), or of what comes out (quantity × (1 + loss)). */
export const LOSS_BASES = ['of_input', 'of_output'] as const;
export type LossBasis = (typeof LOSS_BASES)[number];

export const DATA_TYPES = ['primary', 'secondary', 'proxy'] as const;
export type DataType = (typeof DATA_TYPES)[number];
