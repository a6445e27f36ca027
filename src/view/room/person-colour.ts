/** Apart from the colours of sectors, and dark enough for white letters. */
const COLOURS = ['#6b4fbb', '#b5179e', '#0b7285', '#8d5a00', '#c2255c', '#3b5bdb', '#5c7c0f', '#4a5568'];

/** The colour of a person in the room: the same in every window. */
export function personColour(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? '#4a5568';
}

/** The letter that stands for a name. */
export function initialOf(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '·';
}
