import { foldedText } from './words.js';

/**
 * What makes a factor stand for something else than the plain thing: a bill that means it says so. A factor whose
 * name or category has one of the words is put behind where the item has none of them, and the other way round.
 */
const TRAIT_WORDS = {
  recycled: /recycl|closed-loop|re-refined|cullet|secondary|再生|回收|闭环|rpet/u,
  reused: /re-?used|再使用|二手/u,
  waste: /waste|landfill|incinerat|compost|end.of.life|disposal|scrap|sewage|废|填埋|焚烧|堆肥|处置|垃圾|污水|消化/u,
  credit: /avoided|credit|避免/u,
  supply: /, fuel supply|upstream|wtt|well.to.tank|上游/u,
  biogenic: /biogenic|生物源/u,
  losses: /loss|transmission|线损|损耗|损失|输配/u,
  part: /\bpart\b|\bstage:|分段/u,
  residual: /residual mix|without market|fossil-fuel power|不包括|化石/u,
  refrigerated: /refrigerated|reefer|冷藏|冷链/u,
  biological: /\bbio|生物质?/u,
  process: /process co2|pyrometallurg|calcination|工艺co2/u,
  low_gwp: /low-gwp/u,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Trait = keyof typeof TRAIT_WORDS;

const TRAITS = Object.keys(TRAIT_WORDS) as Trait[];

/** The traits that a text shows. */
export function traitsOf(text: string): ReadonlySet<Trait> {
  const folded = foldedText(text);
  return new Set(TRAITS.filter((trait) => TRAIT_WORDS[trait].test(folded)));
}

/** How much of a life cycle a factor covers, from what its row says. */
export type Coverage = 'life_cycle' | 'direct' | 'part';

const PART = /^(?:fuel supply (?:\(well to tank\)|to power|of the)|haul |one stage|line losses|loss of power|biogenic co2|avoided|grid building|distribution loss|n2o of|ch4 of|.*ch4 and n2o only)/u;
const DIRECT = /no fuel supply|no upstream|direct co2|co2 only|tank to w|generation only|direct process emission/u;

/** What the `boundary` cell of a factor says it covers. */
export function coverageOf(boundary: string): Coverage {
  const folded = foldedText(boundary);
  if (PART.test(folded)) return 'part';
  return DIRECT.test(folded) ? 'direct' : 'life_cycle';
}
