/**
 * The check digit of a GTIN of 8, 12, 13 or 14 digits: weights 3 and 1 in turn, 3 on the digit before the check digit
 * (GS1 General Specifications, section 7.9, standard check digit calculations).
 */
export function gtinCheckDigit(gtin: string): string {
  let sum = 0;
  for (let index = gtin.length - 2, weight = 3; index >= 0; index -= 1, weight = 4 - weight) {
    sum += weight * Number(gtin[index]);
  }
  return String((10 - (sum % 10)) % 10);
}
