/** Overlaps of all pairs take memory with the square of the number of actors: 72 MB at this number. */
export const MOST_PLACED = 3000;
