/** Figures are made by our own writers: whatever the reader does not know is a bug of theirs or of its own. */
export function outsideSubset(what: string): Error {
  return new Error(`${what} is not of the SVG that figures are made of.`);
}

/** A number that may have a unit of its own, which is then the figure's. */
export function numberOf(text: string, what: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw outsideSubset(`${what} "${text}"`);
  return value;
}

/** Numbers set apart by spaces or commas. */
export function numbersOf(text: string, what: string): readonly number[] {
  return text
    .split(/[\s,]+/u)
    .filter((part) => part !== '')
    .map((part) => numberOf(part, what));
}
