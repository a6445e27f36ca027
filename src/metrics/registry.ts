import {
  gouldFernandezRoleMeasures,
  gouldFernandezTotal,
  gouldFernandezWeighted,
  gouldFernandezZ,
  intermediation,
} from './brokerage/gould-fernandez.ts';
import { gouldFernandezRoles } from './brokerage/role-test.ts';
import { constraint, effectiveSize, efficiency, hierarchy } from './brokerage/structural-holes.ts';
import { betweenness } from './centrality/betweenness.ts';
import { closeness } from './centrality/closeness.ts';
import { degree, inDegree, outDegree } from './centrality/degree.ts';
import { eccentricity } from './centrality/eccentricity.ts';
import { edgeBetweenness } from './centrality/edge-betweenness.ts';
import { eigenvector } from './centrality/eigenvector.ts';
import { harmonic } from './centrality/harmonic.ts';
import { authority, hub } from './centrality/hits.ts';
import { katz, katzAlpha } from './centrality/katz.ts';
import { pagerank } from './centrality/pagerank.ts';
import { inStrength, outStrength, strength } from './centrality/strength.ts';
import { articulationPoint, articulationPoints, bridge, bridges, stranded } from './cohesion/articulation.ts';
import { averageClustering, clustering, transitivity } from './cohesion/clustering.ts';
import { kCore } from './cohesion/k-core.ts';
import type { Sentence } from './detail.ts';
import { flowCycles } from './flow/flow-cycles.ts';
import { FLOW_MEASURES, flowFacts } from './flow/flow-facts.ts';
import { cycledShare } from './flow/finn-cycling.ts';
import { lambdaSensitivity } from './flow/lambda-sensitivity.ts';
import { throughflow } from './flow/throughflow.ts';
import { communities, communityCount, modularity } from './groups/communities.ts';
import { coreMembership, corePeriphery, coreSize } from './groups/core-periphery.ts';
import { sectorModularity } from './groups/sector-modularity.ts';
import type {
  ActorMeasure,
  DetailMeasure,
  Measure,
  NetworkMeasure,
  SectorMeasure,
  TieMeasure,
} from './measure.ts';
import {
  hurlbertBreadth,
  hurlbertStandardised,
  levinsBreadth,
  nicheBreadth,
  nicheEvenness,
  nichePairedDifference,
  nicheShannon,
  smithBreadth,
  statesUsed,
} from './niche/breadth-measures.ts';
import { crowding, crowdingWithin, diffuseCompetition, nonOverlapDensity } from './niche/crowding.ts';
import { dimensionRadar } from './mechanisms/dimension-radar.ts';
import { mechanismGauges } from './mechanisms/gauges.ts';
import { nestedness, nestednessTotal } from './niche/nestedness.ts';
import { nicheMap } from './niche/niche-map.ts';
import { nicheOverlapTest } from './niche/niche-overlap-test.ts';
import { nicheOverlap } from './niche/niche-overlap.ts';
import { nicheStates } from './niche/niche-states.ts';
import { unfilledShare } from './niche/unfilled-share.ts';
import { compositeStateShare, stateIndicators } from './niche/composite-state-measures.ts';
import { ecostateEcorole, ecostateQuadrant, roleShare, stateShare } from './niche/ecostate-measures.ts';
import { evolutionMomentum, nicheSuitability, sectorSuitability } from './niche/suitability-measures.ts';
import {
  needsCovered,
  needsReached,
  reachableCoverage,
  supplyWanted,
  totalCoverage,
  vacantNiches,
} from './resources/coverage-measures.ts';
import { coverageByDimension } from './resources/dimension-coverage.ts';
import { resourceBoard } from './resources/resource-board.ts';
import { tieProposals } from './resources/tie-proposals.ts';
import { degreeAssortativity, outInAssortativity, sectorAssortativity } from './sectors/assortativity.ts';
import { eIIndex, eITest, networkEIIndex, sectorEIExpected, sectorEIIndex } from './sectors/e-i-index.ts';
import { sectorMixing } from './sectors/mixing.ts';
import { participation } from './sectors/participation.ts';
import { sectorActors, sectorDensity, sectorStrength } from './sectors/sector-measures.ts';
import { attackCurve, robustness } from './resilience/robustness.ts';
import { dyadCensus, triadCensus } from './structure/census.ts';
import {
  betweennessCentralisation,
  degreeCentralisation,
  inDegreeCentralisation,
  outDegreeCentralisation,
} from './structure/centralisation.ts';
import { components, largestComponentShare, strongComponentCount } from './structure/connectivity.ts';
import { averagePathLength, diameter, globalEfficiency, unreachablePairs } from './structure/distances.ts';
import { hubDependence, topShare } from './structure/hub-dependence.ts';
import { dyadicReciprocity, reciprocity, weightedReciprocity } from './structure/reciprocity.ts';
import { actorCount, density, tieCount, tiedPairs } from './structure/size.ts';
import { smallWorld } from './structure/small-world.ts';
import { convergence, mutualism, synergism } from './symbiosis/indices.ts';
import { mutualPairs, mutualPartners } from './symbiosis/mutual-pairs.ts';
import { netUtility } from './symbiosis/net-utility.ts';
import { symbiosisCensus } from './symbiosis/symbiosis-census.ts';
import { symbiosisMatrix } from './symbiosis/symbiosis-matrix.ts';
import { symbiosisPairs } from './symbiosis/symbiosis-pairs.ts';
import { sectorSymbiosis, symbiosisCoefficients } from './symbiosis/sector-effects.ts';
import { symbiosisOutcome, symbiosisSimulation } from './symbiosis/simulation.ts';
import { couplingMeasures } from './synergy/coupling.ts';
import { helixRedundancy, helixSynergy } from './synergy/helix.ts';
import { BUILT_IN_INDICATORS, indicatorName, unknownIndicator } from './synergy/indicator-names.ts';
import { actorReciprocity } from './ties/actor-reciprocity.ts';
import { multiplexOverlap } from './ties/multiplex-overlap.ts';
import { meanMultiplexity, multiplexity } from './ties/multiplexity.ts';

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
  eccentricity,
  pagerank,
  eigenvector,
  katz,
  hub,
  authority,
  constraint,
  effectiveSize,
  efficiency,
  hierarchy,
  ...gouldFernandezRoleMeasures,
  gouldFernandezTotal,
  intermediation,
  gouldFernandezWeighted,
  gouldFernandezZ,
  eIIndex,
  participation,
  multiplexity,
  actorReciprocity,
  kCore,
  clustering,
  articulationPoint,
  stranded,
  coreMembership,
  throughflow,
  cycledShare,
  netUtility,
  mutualPartners,
  nicheBreadth,
  nicheEvenness,
  levinsBreadth,
  nicheShannon,
  hurlbertBreadth,
  hurlbertStandardised,
  smithBreadth,
  nichePairedDifference,
  statesUsed,
  unfilledShare,
  crowding,
  crowdingWithin,
  nonOverlapDensity,
  diffuseCompetition,
  ecostateEcorole,
  stateShare,
  roleShare,
  compositeStateShare,
  nicheSuitability,
  evolutionMomentum,
  needsCovered,
  needsReached,
  supplyWanted,
];

/** Those that stand for themselves, which coupling may be made of. */
const PLAIN_NETWORK_MEASURES: readonly NetworkMeasure[] = [
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
  averageClustering,
  transitivity,
  articulationPoints,
  bridges,
  katzAlpha,
  networkEIIndex,
  sectorAssortativity,
  degreeAssortativity,
  outInAssortativity,
  meanMultiplexity,
  degreeCentralisation,
  inDegreeCentralisation,
  outDegreeCentralisation,
  betweennessCentralisation,
  smallWorld,
  sectorModularity,
  modularity,
  communityCount,
  coreSize,
  hubDependence,
  topShare,
  robustness,
  ...FLOW_MEASURES,
  mutualism,
  synergism,
  mutualPairs,
  convergence,
  nestednessTotal,
  totalCoverage,
  reachableCoverage,
  vacantNiches,
  helixRedundancy,
];

const plainMeasure = (id: string): NetworkMeasure | undefined =>
  PLAIN_NETWORK_MEASURES.find((measure) => measure.id === id);

const coupling = couplingMeasures(plainMeasure);
const gauges = mechanismGauges(coupling.coordination);

/** Ids of what coupling may be made of, besides number fields. */
export const INDICATORS: readonly string[] = [
  ...BUILT_IN_INDICATORS,
  ...PLAIN_NETWORK_MEASURES.map(({ id }) => id),
];

/** What an indicator of coupling is called, also one that nothing is known of. */
export function indicatorSentence(id: string): Sentence {
  return indicatorName(id, plainMeasure) ?? unknownIndicator(id);
}

/** In the order in which they are shown. */
export const NETWORK_MEASURES: readonly NetworkMeasure[] = [
  ...PLAIN_NETWORK_MEASURES,
  ...coupling.network,
  ...gauges.network,
];

/** In the order in which they are shown. */
export const TIE_MEASURES: readonly TieMeasure[] = [edgeBetweenness, bridge];

/** In the order in which they are shown. */
const SECTOR_MEASURES: readonly SectorMeasure[] = [
  sectorActors,
  sectorDensity,
  sectorStrength,
  sectorEIIndex,
  sectorEIExpected,
  sectorSuitability,
];

/** In the order in which they are shown. */
const DETAIL_MEASURES: readonly DetailMeasure[] = [
  gouldFernandezRoles,
  eITest,
  sectorMixing,
  multiplexOverlap,
  communities,
  corePeriphery,
  attackCurve,
  dyadCensus,
  triadCensus,
  flowFacts,
  flowCycles,
  lambdaSensitivity,
  symbiosisMatrix,
  symbiosisPairs,
  symbiosisCensus,
  nicheStates,
  nicheOverlap,
  nicheOverlapTest,
  nicheMap,
  nestedness,
  ecostateQuadrant,
  stateIndicators,
  resourceBoard,
  coverageByDimension,
  tieProposals,
  sectorSymbiosis,
  symbiosisCoefficients,
  symbiosisSimulation,
  symbiosisOutcome,
  helixSynergy,
  coupling.indicators,
  gauges.parts,
  dimensionRadar,
];

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
