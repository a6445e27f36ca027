/** Adds the shortest paths from sources [from, to) to its sums, in the lengths that it was given. */
export interface PathKernel {
  run(from: number, to: number): void;
  readonly betweenness: Float64Array;
  readonly farness: Float64Array;
  readonly nearness: Float64Array;
  readonly reach: Float64Array;
  readonly eccentricity: Float64Array;
}
