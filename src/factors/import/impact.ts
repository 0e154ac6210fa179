/** The impact category that is imported where none is named. */
export const DEFAULT_IMPACT = 'climate change';

/** `kg CO2 eq.`, `kg CO2-Äqv.`, `kgCO2e`. */
const KG_CO2E = /^kg\s*[-_]?\s*CO(?:2|₂|\(2\))/iu;

/** Whether a result in this unit can be a factor as it stands. */
export function isKgCo2e(unit: string): boolean {
  return KG_CO2E.test(unit);
}
