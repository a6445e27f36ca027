import { PANEL_LETTERS } from '../figures/comparison.ts';

/** What a state is called beside its name, on screen as in figures. */
export function letterOf(place: number): string {
  return PANEL_LETTERS[place] ?? '';
}

/** More do not fit beside each other. */
export const MOST_STATES = PANEL_LETTERS.length;
