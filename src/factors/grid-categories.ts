/** Categories of grid factors that count what power stations emit, and nothing of fuel supply, plants and line losses. */
export const DIRECT_GRID = ['electricity-grid-direct', 'electricity-residual', 'electricity-fossil'] as const;

/** Categories of grid factors that count the life cycle of the power. */
export const LIFE_CYCLE_GRID = ['electricity-footprint', 'electricity-intensity-lifecycle'] as const;

/** Whether a category is one of those named, or a branch of one: `fibre-crop` is one of `fibre`. */
export function isOneOf(category: string, heads: readonly string[]): boolean {
  return heads.some((head) => category === head || category.startsWith(`${head}-`));
}
