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
  /** What counts as role 势 in ecostate-ecorole: the stated yearly change, or what ties give less what they bring. */
  readonly ecorole: 'change' | 'net-strength';
  /** A: how much of the role counts with the state, such as the years of change that do. */
  readonly roleScale: number;
  /** Whether indicators of an actor's state count alike, or by how much actors differ in them. */
  readonly indicatorWeights: 'equal' | 'entropy';
  /** Goalposts of niche suitability: fixed, or the least and the most among the actors. */
  readonly suitability: 'fixed' | 'sample';
  /** Units of helix synergy: joint projects by the sectors in them, or actors by three of their attributes. */
  readonly helix: 'projects' | 'actors';
  /** Indicators of coupling as JSON, see `metrics/synergy/indicator-text.ts`; '' for the usual ones. */
  readonly couplingIndicators: string;
  /** c, g and q of the symbiosis of sectors: benefit of what is received, cost of what is not returned, pressure. */
  readonly benefit: number;
  readonly cost: number;
  readonly pressure: number;
  /** Growth r a year that every sector starts with in the simulation, and how many years that runs. */
  readonly growth: number;
  readonly horizon: number;
  /** Whether sectors live together, or actors by themselves. */
  readonly symbiosisLevel: 'sectors' | 'actors';
  /** Whether benefits grow without end, or level off as they do in the saturating form. */
  readonly symbiosisForm: 'linear' | 'saturating';
  /** Of permutation tests, and samples drawn anew for an interval. */
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
  ecorole: 'change',
  roleScale: 1,
  indicatorWeights: 'equal',
  suitability: 'fixed',
  helix: 'projects',
  couplingIndicators: '',
  benefit: 0.3,
  cost: 0.2,
  pressure: 0.2,
  growth: 0.1,
  horizon: 100,
  symbiosisLevel: 'sectors',
  symbiosisForm: 'linear',
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
  /** Where it is steered by feel: the part of the range, and the steps, that a slider offers. */
  readonly slider?: SliderRange;
}

/** Within the bounds of the number, `max` a whole number of steps above `min`. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
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
  lambda: { min: 0.001, max: 10, whole: false, slider: { min: 0.01, max: 0.5, step: 0.01 } },
  ecorole: ['change', 'net-strength'],
  roleScale: { min: 0, max: 100, whole: false, slider: { min: 0, max: 10, step: 0.5 } },
  indicatorWeights: ['equal', 'entropy'],
  suitability: ['fixed', 'sample'],
  helix: ['projects', 'actors'],
  couplingIndicators: { longest: 4000 },
  benefit: { min: 0, max: 3, whole: false, slider: { min: 0, max: 1.5, step: 0.05 } },
  cost: { min: 0, max: 3, whole: false, slider: { min: 0, max: 1.5, step: 0.05 } },
  pressure: { min: 0, max: 3, whole: false, slider: { min: 0, max: 1.5, step: 0.05 } },
  growth: { min: 0.01, max: 2, whole: false, slider: { min: 0.05, max: 1, step: 0.05 } },
  horizon: { min: 1, max: 500, whole: true, slider: { min: 10, max: 300, step: 10 } },
  symbiosisLevel: ['sectors', 'actors'],
  symbiosisForm: ['linear', 'saturating'],
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
