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
  /**
   * The resource-state matrix that niches are read from: kinds of ties held, what is offered, what is needed, or the
   * strategy's dimensions by sector of the partner.
   */
  readonly niche: 'role' | 'supply' | 'demand' | 'dimension';
  /** R, the number of states: the columns that anyone uses, or all. */
  readonly nicheStates: 'used' | 'all';
  /** How available each state is: all alike, or by what is offered of it in the region. */
  readonly availability: 'equal' | 'supply';
  /** How much two niches overlap. */
  readonly overlap:
    'schoener' | 'pianka' | 'macarthur-levins' | 'morisita-horn' | 'morisita' | 'horn' | 'hurlbert';
  /** What flows: the id of a tie type; '' for the one that carries most, '*' for all types added up. */
  readonly currency: string;
  /** Lambda: how much more passes through an actor than its larger side of stated ties, to close the flows. */
  readonly lambda: number;
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
  niche: 'role',
  nicheStates: 'used',
  availability: 'equal',
  overlap: 'schoener',
  currency: '',
  lambda: 0.05,
  permutations: 999,
  sources: 0,
  seed: 1,
};

export type OptionId = keyof MeasureOptions;

/** The bounds of a number. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** Any text up to this length: an id of the map, say. */
export interface TextBounds {
  readonly longest: number;
}

/** The allowed values of each option: a list, or the bounds of a number or a text. */
export const OPTION_VALUES: {
  readonly [K in OptionId]: MeasureOptions[K] extends number
    ? NumberBounds
    : string extends MeasureOptions[K]
      ? TextBounds
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
  niche: ['role', 'supply', 'demand', 'dimension'],
  nicheStates: ['used', 'all'],
  availability: ['equal', 'supply'],
  overlap: ['schoener', 'pianka', 'macarthur-levins', 'morisita-horn', 'morisita', 'horn', 'hurlbert'],
  currency: { longest: 200 },
  lambda: { min: 0.001, max: 10, whole: false },
  permutations: { min: 99, max: 9999, whole: true },
  sources: { min: 0, max: 1_000_000, whole: true },
  seed: { min: 0, max: 4_294_967_295, whole: true },
};

/** A value of any origin as one that the option allows; undefined where it is none. */
export function allowedOption<K extends OptionId>(id: K, value: unknown): MeasureOptions[K] | undefined {
  const allowed: readonly unknown[] | NumberBounds | TextBounds = OPTION_VALUES[id];
  return fits(allowed, value) ? (value as MeasureOptions[K]) : undefined;
}

function fits(allowed: readonly unknown[] | NumberBounds | TextBounds, value: unknown): boolean {
  if ('longest' in allowed) return typeof value === 'string' && value.length <= allowed.longest;
  if (!('min' in allowed)) return allowed.includes(value);
  const { min, max, whole } = allowed;
  return typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
}
