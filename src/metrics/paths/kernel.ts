/** What the shortest paths from some sources add up to: one entry an actor. */
export interface PathSums {
  /** Of the share of shortest paths between a source and any target that go through the actor; ends excluded. */
  readonly betweenness: Float64Array;
  /** Of the squares of what each source adds to `betweenness`. */
  readonly squares: Float64Array;
  /** Of the distances from the sources that reach the actor. */
  readonly farness: Float64Array;
  /** Of 1 / distance from the sources that reach the actor; itself excluded. */
  readonly nearness: Float64Array;
  /** How many sources reach the actor; as a source it reaches itself. */
  readonly reach: Float64Array;
  /** The largest distance from a source that reaches the actor; 0 where none does. */
  readonly eccentricity: Float64Array;
}

export const SUM_NAMES = [
  'betweenness',
  'squares',
  'farness',
  'nearness',
  'reach',
  'eccentricity',
] as const satisfies readonly (keyof PathSums)[];

/** @param values an array of one number an actor for each sum */
export function pathSums(values: (name: keyof PathSums) => Float64Array): PathSums {
  return {
    betweenness: values('betweenness'),
    squares: values('squares'),
    farness: values('farness'),
    nearness: values('nearness'),
    reach: values('reach'),
    eccentricity: values('eccentricity'),
  };
}

/** Adds the shortest paths from one source after the other to its sums, in the lengths that it was given. */
export interface PathKernel {
  readonly sums: PathSums;
  run(sources: Uint32Array): void;
  /** Gives back what it took; the kernel and its sums may not be used any more. */
  release(): void;
}
