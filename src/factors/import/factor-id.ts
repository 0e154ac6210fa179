/** Ids are typed by hand: longer names are cut. */
const LONGEST_NAME = 48;

/** An id made from names: each cut to a length that can be typed, hyphens between; '' where nothing of them remains. */
export function idFrom(...names: readonly string[]): string {
  return names.map((name) => asId(name).slice(0, LONGEST_NAME).replace(/-$/, '')).filter((part) => part !== '').join('-');
}

/** Text as a factor id has it: lower-case words and digits with hyphens between. */
export function asId(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
