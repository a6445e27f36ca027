/** What the panels of a figure are called: a to z, then a1, b1 … */
export function panelLetter(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26));
  return place < 26 ? letter : `${letter}${Math.floor(place / 26)}`;
}

const TENS = ['', 'x', 'xx', 'xxx'];
const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** What the parts of a panel that has a letter are called: i to xxxix. */
export function partNumeral(place: number): string {
  const number = (place % 39) + 1;
  return `${TENS[Math.floor(number / 10)] ?? ''}${ONES[number % 10] ?? ''}`;
}
