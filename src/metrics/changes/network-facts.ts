import type { MatrixDetail } from '../detail.ts';
import type { PanelValues } from '../panel.ts';

/** What is known of one state of the network, as far as a comparison with the next needs it. */
export interface NetworkFacts {
  /** Actor id -> number of partners; isolates have 0. */
  readonly partners: ReadonlyMap<string, number>;
  /** Number of parts that do not hang together, isolates left out; null where unknown. */
  readonly parts: number | null;
  /** Tied pairs over possible pairs, in [0, 1]; null where undefined or unknown. */
  readonly density: number | null;
  /** Actor id -> pairs of others on whose shortest paths it is; undefined where not computed, or estimated. */
  readonly bridged: ReadonlyMap<string, number> | undefined;
  /** How much every two niches overlap; undefined where not computed. */
  readonly niches: NicheOverlaps | undefined;
}

export interface NicheOverlaps {
  readonly ids: readonly string[];
  /** Row by row, in [0, 1]; NaN where undefined. */
  readonly values: Float64Array;
}

/** The measures that facts are read from. */
export const FACT_MEASURES = ['degree', 'components', 'density', 'betweenness'] as const;

/** Reads the facts out of results; a measure whose results are of another state is given as undefined. */
export function networkFacts(resultsOf: (id: string) => PanelValues | undefined): NetworkFacts | undefined {
  const basis = resultsOf('degree');
  const degrees = basis?.actor.get('degree');
  if (!basis || !degrees) return undefined;
  const partners = new Map(basis.actorIds.map((id, k) => [id, degrees[k] ?? 0] as const));
  const isolates = [...partners.values()].filter((count) => count === 0).length;
  const components = resultsOf('components')?.network.get('components');
  return {
    partners,
    parts: typeof components === 'number' ? components - isolates : null,
    density: resultsOf('density')?.network.get('density') ?? null,
    bridged: bridgedPairs(resultsOf('betweenness')),
    niches: overlapsOf(resultsOf('niche-overlap')),
  };
}

function bridgedPairs(results: PanelValues | undefined): ReadonlyMap<string, number> | undefined {
  const values = results?.actor.get('betweenness');
  if (!results || !values || results.errors.has('betweenness')) return undefined;
  const { actorIds, n, directed, normalised } = results;
  const pairs = ((n - 1) * (n - 2)) / (directed ? 1 : 2);
  const bridged = new Map<string, number>();
  actorIds.forEach((id, k) => {
    const value = values[k];
    if (value !== undefined && !Number.isNaN(value)) bridged.set(id, normalised ? value * pairs : value);
  });
  return bridged;
}

function overlapsOf(results: PanelValues | undefined): NicheOverlaps | undefined {
  const detail = results?.details.get('niche-overlap');
  return detail?.kind === 'matrix' ? firstLayer(detail) : undefined;
}

function firstLayer({ rows, layers: [layer] }: MatrixDetail): NicheOverlaps | undefined {
  return layer && { ids: rows.ids, values: layer.values };
}
