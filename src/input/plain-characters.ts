const FOLDED: ReadonlyMap<string, string> = new Map([
  ['．', '.'], ['，', ','], ['－', '-'], ['−', '-'], ['＋', '+'], ['％', '%'], ['／', '/'], ['＇', "'"], ['’', "'"],
  ['Ｅ', 'E'], ['ｅ', 'e'], ['\u00a0', ' '], ['\u2009', ' '], ['\u202f', ' '], ['\u3000', ' '],
]);

const BEYOND_ASCII = /[^\u0000-\u007f]/g;

/** The text of a number with full-width digits and signs, the typographic minus and special blanks made plain. */
export function plainCharacters(text: string): string {
  return text.replace(BEYOND_ASCII, plainCharacter);
}

function plainCharacter(character: string): string {
  if (character >= '０' && character <= '９') return String.fromCharCode(character.charCodeAt(0) - 0xff10 + 0x30);
  return FOLDED.get(character) ?? character;
}
