/** The columns of the bills below, whose factors are those of `inventedFactors`. */
export const HEADER = 'product,item,quantity,unit,factor';

/**
 * Products of forty lines each, 985 kgCO2e a product; large enough for ranges from 600 of them on. 20 even lines
 * 0.5 + 2.5 + … of 2 kg: (0 + 2 + … + 38 + 20 × 0.5) × 2 = 780; 20 odd lines: (1 + 3 + … + 39 + 10) × 0.5 = 205.
 * `mixed`: every eighth has its power in MJ, a ratio that does not end, for which the plain lane has no room; worth
 * worker threads from 4500 products on.
 */
export function catalogue(products: number, mixed = false): string {
  const rows = [HEADER];
  for (let product = 0; product < products; product += 1) {
    const power = mixed && product % 8 === 0 ? 'MJ,power' : 'kWh,power';
    for (let line = 0; line < 40; line += 1) rows.push(`product-${String(product)},"sheet, no ${String(line)}",${String(line)}.5,${line % 2 === 0 ? 'kg,steel' : power}`);
  }
  return `${rows.join('\n')}\n`;
}
