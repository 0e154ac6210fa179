import { distance } from 'fastest-levenshtein';

/** The names nearest to a mistyped one: at most `most`, nearest first, none farther than two fifths of its length. */
export function nearest(text: string, names: Iterable<string>, most = 3): string[] {
  const wanted = text.toLowerCase().slice(0, 80);
  const farthest = Math.max(1, Math.floor(wanted.length * 0.4));
  const ranked: { name: string; away: number }[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    const away = lower.includes(wanted) && wanted.length > 2 ? 0.5 : distance(wanted, lower);
    if (away <= farthest) ranked.push({ name, away });
  }
  ranked.sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, most).map((entry) => entry.name);
}
