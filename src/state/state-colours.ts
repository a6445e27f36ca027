/** Of states without a colour of their own: ink for the first, then hues that no sector and no sign of a change has. */
const COLOURS = ['#59606a', '#4a3fb5', '#8a3c7a', '#0f7f86'] as const;

export function stateColour(place: number): string {
  return COLOURS[place % COLOURS.length] ?? COLOURS[0];
}
