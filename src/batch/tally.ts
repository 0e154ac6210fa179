/** What the records of a run come to. */
export interface Tally {
  products: number;
  failed: number;
}

export function addTo(tally: Tally, { products, failed }: Readonly<Tally>): void {
  tally.products += products;
  tally.failed += failed;
}
