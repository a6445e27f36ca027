const COLOURS = [
  'var(--accent)',
  'var(--series-second)',
  'var(--series-third)',
  'var(--series-fourth)',
] as const;

/** The colour of a line that stands for no sector, by its place; after four they come again, told apart by dashes. */
export function seriesColour(place: number): string {
  return COLOURS[place % COLOURS.length] ?? COLOURS[0];
}
