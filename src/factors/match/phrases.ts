/** What a name says it does not mean: customs names end so, `(excluding generating sets)`, `但发泡的除外`. */
const EXCLUSIONS: readonly RegExp[] = [
  /\(\s*(?:excluding|except|not |other than|不包括|不论|非)[^)]*\)/gu,
  /\([^)]*(?:除外|excluded)\)/gu,
  /[,;]?\s*\b(?:excluding|except(?: for)?|other than|whether or not|not (?:further|clad|carded|elsewhere|self-adhesive|put up))\b.*$/u,
  /[,，;；]?(?:但|不包括|不论是否|不论)[^,，;；]*(?:除外)?/gu,
  /[,，;；]?未经?[^,，;；的锻]{0,12}(?=$|[,，;；])/gu,
];

/** A folded name without what it says it does not mean; whole where nothing else is said. */
export function aboutItself(item: string): string {
  const folded = item.normalize('NFKC').toLowerCase();
  const left = EXCLUSIONS.reduce((text, exclusion) => text.replace(exclusion, ' '), folded).trim();
  return left === '' ? folded : left;
}

/** Where the phrase ends that names the thing: before a comma, a bracket, or what it is of, for, with or in. */
export function firstPhrase(folded: string): number {
  const end = folded.search(/[,;(]|\s(?:of|for|with|from|in|to|by|per)\s/u);
  return end <= 0 ? folded.length : end;
}
