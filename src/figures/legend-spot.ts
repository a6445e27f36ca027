/** Beside the map, which leaves it room. */
export type LegendSide = 'right' | 'left' | 'below';

/** On the map, as parts (0 to 1) of the room that the legend leaves on the page: 0, 0 is the upper left corner. */
export interface LegendSpot {
  readonly across: number;
  readonly down: number;
}

/** `inside` is on the map, where it covers least. */
export type LegendPlace = LegendSide | 'inside' | LegendSpot;
