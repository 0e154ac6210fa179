/**
 * Names that gwp.csv does not hold, for the gases of its column `gas`; the plainest comes first. A formula or a CAS
 * number stands here where several gases of the table share it and one of them is meant. Refrigerant numbers are those of ANSI/ASHRAE Standard 34; of halocarbons they follow from the name,
 * see `refrigerantNumber`. Biogenic CO2 has no name on purpose: schemes count it apart, so such a factor states its kg
 * CO2e with the split.
 */
export const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Carbon dioxide', ['CO2', '124-38-9', 'R-744', '二氧化碳']],
  ['Methane', ['CH4', '74-82-8', 'R-50', '甲烷']],
  ['Methane, fossil', ['CH4 fossil', '化石源甲烷']],
  ['Methane, non-fossil', ['CH4 non-fossil', 'CH4 biogenic', '非化石源甲烷', '生物源甲烷']],
  ['Nitrous oxide', ['氧化亚氮', '一氧化二氮']],
  ['Sulfur hexafluoride', ['六氟化硫']],
  ['Nitrogen trifluoride', ['三氟化氮']],
  ['Ethane', ['R-170']],
  ['Propane', ['R-290']],
  ['Butane', ['R-600']],
  ['Isobutane', ['R-600a']],
  ['Pentane', ['R-601']],
  ['Isopentane', ['R-601a']],
  ['Propene', ['R-1270']],
  ['Dimethyl ether', ['R-E170']],
]);

/** `R-134a` of `HFC-134a`: the prefix of composition gives way to R (ANSI/ASHRAE Standard 34, section 4.7). */
export function refrigerantNumber(gas: string): string | undefined {
  const number = /^(?:CFC|HCFC|HFC|PFC|HCFO|HFO)[- ](.+)$/u.exec(gas)?.[1];
  return number === undefined ? undefined : `R-${number}`;
}

/** How a gas is named in a list with commas. */
export function plainName(gas: string): string {
  return gas.includes(',') ? OTHER_NAMES.get(gas)?.[0] ?? gas : gas;
}

/** A name as it is compared: without case, width, blanks, commas, hyphens and brackets; `CH₄` is `ch4`. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s,()\p{Pd}]/gu, '');
}
