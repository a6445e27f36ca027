/** What the panels of a figure are called: a to z, then a1, b1 … */
export function panelLetter(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26));
  return place < 26 ? letter : `${letter}${Math.floor(place / 26)}`;
}
