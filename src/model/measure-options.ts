/**
 * Which reading of a measure is meant where the literature knows several. One choice for the whole map, stored with it:
 * a number is never shown without the reading that it was made under.
 */
export interface MeasureOptions {
  /** The normalised form, where a measure has one; else raw. */
  readonly normalised: boolean;
  /** Distances of a directed network: along the ties (whom the actor reaches) or against them. */
  readonly distances: 'outgoing' | 'incoming';
  /** Wasserman & Faust's (1994) discount for those out of reach, or the mean over those reached alone. */
  readonly closeness: 'wasserman-faust' | 'reachable';
  /** Eigenvector and Katz: every tie counts 1, or its weight. */
  readonly spectral: 'ties' | 'weights';
  /** Watts & Strogatz (1998) on U; weighted by Barrat (2004) or Onnela (2005); directed by Fagiolo (2007). */
  readonly clustering: 'unweighted' | 'barrat' | 'onnela' | 'fagiolo';
  /** Participation by number of partners, or by strength. */
  readonly participation: 'partners' | 'strength';
  /** Lip (2011), exact; or Borgatti & Everett (2000), by correlation with an ideal pattern. */
  readonly corePeriphery: 'lip' | 'borgatti-everett';
  /** What the ideal pattern of Borgatti & Everett has between core and periphery. */
  readonly coreCells: 'missing' | 'one' | 'zero';
  readonly communities: 'leiden' | 'louvain';
  /** Gamma of modularity, for communities and for the modularity of sectors alike. */
  readonly resolution: number;
  /** Communities: the best of so many seeded runs. */
  readonly runs: number;
  /** In which order actors leave in the attack curve. */
  readonly attack: 'degree' | 'static-degree' | 'betweenness' | 'random';
  /** What small-world ratios are compared with. */
  readonly smallWorld: 'analytic' | 'rewired';
  /** What sector mixing is compared with: chance at overall density, or at the actors' degrees. */
  readonly mixing: 'density' | 'configuration';
  /** Of permutation tests. */
  readonly permutations: number;
  /** Shortest paths from so many actors drawn by chance; 0 for all, which is exact. */
  readonly sources: number;
  /** Of everything that draws by chance. */
  readonly seed: number;
}

export const DEFAULT_MEASURE_OPTIONS: MeasureOptions = {
  normalised: true,
  distances: 'outgoing',
  closeness: 'wasserman-faust',
  spectral: 'ties',
  clustering: 'unweighted',
  participation: 'partners',
  corePeriphery: 'lip',
  coreCells: 'missing',
  communities: 'leiden',
  resolution: 1,
  runs: 20,
  attack: 'degree',
  smallWorld: 'analytic',
  mixing: 'density',
  permutations: 999,
  sources: 0,
  seed: 1,
};

export type OptionId = keyof MeasureOptions;

/** The allowed values of each option: a list, or the bounds of a number. */
export const OPTION_VALUES: {
  readonly [K in OptionId]: MeasureOptions[K] extends number
    ? { readonly min: number; readonly max: number; readonly whole: boolean }
    : readonly MeasureOptions[K][];
} = {
  normalised: [true, false],
  distances: ['outgoing', 'incoming'],
  closeness: ['wasserman-faust', 'reachable'],
  spectral: ['ties', 'weights'],
  clustering: ['unweighted', 'barrat', 'onnela', 'fagiolo'],
  participation: ['partners', 'strength'],
  corePeriphery: ['lip', 'borgatti-everett'],
  coreCells: ['missing', 'one', 'zero'],
  communities: ['leiden', 'louvain'],
  resolution: { min: 0.05, max: 10, whole: false },
  runs: { min: 1, max: 200, whole: true },
  attack: ['degree', 'static-degree', 'betweenness', 'random'],
  smallWorld: ['analytic', 'rewired'],
  mixing: ['density', 'configuration'],
  permutations: { min: 99, max: 9999, whole: true },
  sources: { min: 0, max: 1_000_000, whole: true },
  seed: { min: 0, max: 4_294_967_295, whole: true },
};

/** A value of any origin as one that the option allows; undefined where it is none. */
export function allowedOption<K extends OptionId>(id: K, value: unknown): MeasureOptions[K] | undefined {
  const allowed:
    readonly unknown[] | { readonly min: number; readonly max: number; readonly whole: boolean } =
    OPTION_VALUES[id];
  if ('min' in allowed) {
    const { min, max, whole } = allowed;
    const fits =
      typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
    return fits ? (value as MeasureOptions[K]) : undefined;
  }
  return allowed.includes(value) ? (value as MeasureOptions[K]) : undefined;
}
