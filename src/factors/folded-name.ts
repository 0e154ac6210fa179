/** A name as it is compared: without case, width or blanks around it. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
