import { BASE_COLOUR, SCENARIO_COLOURS } from '../model/scenario/colours.ts';

/** Of states without a colour of their own, as rounds are: the first stands where a base does. */
export function stateColour(place: number): string {
  return place === 0 ? BASE_COLOUR : (SCENARIO_COLOURS[place - 1] ?? BASE_COLOUR);
}
