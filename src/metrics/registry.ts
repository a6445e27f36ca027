import { betweenness } from './centrality/betweenness.ts';
import { closeness } from './centrality/closeness.ts';
import { degree, inDegree, outDegree } from './centrality/degree.ts';
import { harmonic } from './centrality/harmonic.ts';
import { pagerank } from './centrality/pagerank.ts';
import { inStrength, outStrength, strength } from './centrality/strength.ts';
import type {
  ActorMeasure,
  DetailMeasure,
  Measure,
  NetworkMeasure,
  SectorMeasure,
  TieMeasure,
} from './measure.ts';
import { components, largestComponentShare, strongComponentCount } from './structure/connectivity.ts';
import { averagePathLength, diameter, globalEfficiency, unreachablePairs } from './structure/distances.ts';
import { dyadicReciprocity, reciprocity, weightedReciprocity } from './structure/reciprocity.ts';
import { actorCount, density, tieCount, tiedPairs } from './structure/size.ts';

/** In the order in which they are shown. */
export const ACTOR_MEASURES: readonly ActorMeasure[] = [
  degree,
  inDegree,
  outDegree,
  strength,
  inStrength,
  outStrength,
  betweenness,
  harmonic,
  closeness,
  pagerank,
];

/** In the order in which they are shown. */
export const NETWORK_MEASURES: readonly NetworkMeasure[] = [
  actorCount,
  tieCount,
  tiedPairs,
  density,
  components,
  largestComponentShare,
  strongComponentCount,
  reciprocity,
  dyadicReciprocity,
  weightedReciprocity,
  averagePathLength,
  unreachablePairs,
  diameter,
  globalEfficiency,
];

/** In the order in which they are shown. */
export const TIE_MEASURES: readonly TieMeasure[] = [];

/** In the order in which they are shown. */
export const SECTOR_MEASURES: readonly SectorMeasure[] = [];

/** In the order in which they are shown. */
export const DETAIL_MEASURES: readonly DetailMeasure[] = [];

export const MEASURES: readonly Measure[] = [
  ...ACTOR_MEASURES,
  ...TIE_MEASURES,
  ...SECTOR_MEASURES,
  ...NETWORK_MEASURES,
  ...DETAIL_MEASURES,
];

const byId = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** Undefined where no measure has this id, as for one of a newer version. */
export function measureById(id: string): Measure | undefined {
  return byId.get(id);
}
