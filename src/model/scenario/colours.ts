/**
 * Colours of scenarios, told apart by colour-blind readers and unlike those of the sectors: orange and sky of Okabe & Ito
 * (2008), wine, olive and teal of Tol (2021), and an indigo. Beside each stands the scenario's name.
 */
export const SCENARIO_COLOURS: readonly string[] = [
  '#E69F00',
  '#56B4E9',
  '#882255',
  '#999933',
  '#5B4FC4',
  '#44AA99',
];

/** Of a base where it stands among its scenarios. */
export const BASE_COLOUR = '#6E7480';

/** The first colour that nobody has; the least used where all are taken. */
export function freeColour(taken: readonly string[]): string {
  const uses = (colour: string): number => taken.filter((each) => each === colour).length;
  return SCENARIO_COLOURS.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
