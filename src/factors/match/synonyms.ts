/** Where a group of names was read. `trade`: names in daily use on bills and price lists, without a standard of their own. */
export const SYNONYM_SOURCES = {
  'HS': 'Harmonized System of the World Customs Organization 2022, and the customs tariff of the PRC (进出口税则)',
  'GB-metals': 'GB/T 700, 699, 706, 708, 709, 1499, 2518, 2520, 5213, 11253 (steel); GB/T 467, 469, 470, 1196, 5230, 5237, 5585, 6516 (non-ferrous metals)',
  'ISO-1043': 'ISO 1043-1 and GB/T 1844.1: symbols and names of plastics',
  'ISO-2076': 'ISO 2076 and GB/T 4146.1: generic names of man-made fibres',
  'GB-building': 'GB 175, 11614, GB/T 5101, 9775, 14684, 14685, 14902, JC/T 479: building materials',
  'GB-chemicals': 'GB/T 209, 320, 338, 534, 6009, GB 19106: industrial chemicals',
  'GB-energy': 'GB/T 2589 (energy consumption), GB 6537, 11174, 17820, 17930, 19147, GB/T 1996, 5751 (fuels)',
  'ASHRAE-34': 'ASHRAE 34 and GB/T 7778: designations of refrigerants',
  'GB-batteries': 'IEC 60086, GB/T 8897, 22084, 36276: batteries',
  'GB-fertilisers': 'GB/T 2440, 6549, 10205, 15063: fertilisers',
  'trade': 'trade names',
} as const;

export type SynonymSource = keyof typeof SYNONYM_SOURCES;

/**
 * Names of one thing, joined by `|`; the first is its own name. `kindOf`: the wider things it may stand for, by their
 * own names, the nearest first.
 */
export interface SynonymGroup {
  readonly names: string;
  readonly kindOf?: readonly string[];
  readonly source: SynonymSource;
}
