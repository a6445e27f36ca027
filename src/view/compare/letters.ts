/** What states are called beside their names, on screen as in figures. */
const LETTERS = ['a', 'b', 'c', 'd'] as const;

export function letterOf(place: number): string {
  return LETTERS[place] ?? '';
}

/** More do not fit beside each other. */
export const MOST_STATES = LETTERS.length;
