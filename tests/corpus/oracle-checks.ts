import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import type { Detail } from '../../src/metrics/detail.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { strongComponents, weakComponents } from '../../src/metrics/structure/components.ts';
import { compileNetwork, type Network } from '../../src/network/network.ts';
import { finish } from '../metrics/support.ts';
import type { Case, OracleRecord, Value } from './oracle-networks.ts';

export interface Check {
  /** The measures of ours that are compared. */
  readonly measures: readonly string[];
  /** What our code gives, in the shape of the record. */
  readonly ours: (of: Case, record: OracleRecord) => Value;
  /** Relative. */
  readonly tolerance: number;
  /** What the record says, where its convention differs from ours in a stated way. */
  readonly theirs?: (value: Value, of: Case) => Value;
}

const RATIONAL = 1e-9;
const ITERATIVE = 1e-6;

type Settings = Partial<MeasureOptions> & { readonly weighted?: boolean; readonly ignoreDirection?: boolean };

function compiled({ input }: Case, { weighted = false, ignoreDirection = false }: Settings): Network {
  return compileNetwork(input, { ignoreWeights: !weighted, ignoreDirection });
}

function optionsOf({ weighted: _weighted, ignoreDirection: _ignored, ...options }: Settings): MeasureOptions {
  return { ...DEFAULT_MEASURE_OPTIONS, normalised: false, ...options };
}

function found(id: string) {
  const measure = measureById(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

function vector(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/** One value an actor (or a tie), or one of the network. */
function valueOf(of: Case, id: string, settings: Settings): number | null | (number | null)[] {
  const measure = found(id);
  const network = compiled(of, settings);
  const options = optionsOf(settings);
  if (measure.level === 'network') return finish(measure.compute(network, options));
  if (measure.level === 'detail') throw new Error(`${id} is a detail`);
  return vector(finish(measure.compute(network, options)));
}

function measure(id: string, settings: Settings = {}, tolerance = RATIONAL): Check {
  return { measures: [id], tolerance, ours: (of) => valueOf(of, id, settings) };
}

/** Each value of a check put through a function. */
function each(check: Check, change: (value: number | null, of: Case) => number | null): Check {
  return {
    ...check,
    ours: (of, record) => {
      const values = check.ours(of, record) as number | null | (number | null)[];
      return Array.isArray(values) ? values.map((value) => change(value, of)) : change(values, of);
    },
  };
}

/** For records that have 0 where ours is undefined. */
const zeroForNone = (check: Check): Check => each(check, (value) => value ?? 0);

/** Ties once each way are two ordered pairs, which the record counts both. */
function perPair(check: Check): Check {
  return { ...check, theirs: (value, of) => (isDirected(of) ? value : scaled(value, 1 / 2)) };
}

function isDirected(of: Case): boolean {
  return compiled(of, {}).directed;
}

function scaled(value: Value, factor: number): Value {
  if (typeof value === 'number') return value * factor;
  return Array.isArray(value) ? value.map((one: Value) => scaled(one, factor)) : value;
}

/** The sizes of all components, largest first, and the measures that count them. */
function sizes(
  of: (network: Network) => { readonly sizes: readonly number[] },
  measures: Readonly<Record<string, (sizes: readonly number[], n: number) => number>>,
): Check {
  const ids = Object.keys(measures);
  return {
    measures: ids,
    tolerance: RATIONAL,
    ours: (one) => [
      [...of(compiled(one, {})).sizes].sort((a, b) => b - a),
      ...ids.map((id) => valueOf(one, id, {})),
    ],
    theirs: (value, { order }) => {
      const all = value as readonly number[];
      return [all, ...ids.map((id) => measures[id]?.(all, order.length) ?? null)];
    },
  };
}

/** A list of things, and the measure that counts them. */
function andTheirNumber(check: Check, id: string): Check {
  return {
    measures: [...check.measures, id],
    tolerance: check.tolerance,
    ours: (of, record) => [check.ours(of, record), valueOf(of, id, {})],
    theirs: (value) => [value, (value as readonly Value[]).length],
  };
}

/** Several measures as one record. */
function together(parts: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(parts);
  return {
    measures: checks.flatMap(([, { measures }]) => measures),
    tolerance: Math.max(...checks.map(([, { tolerance }]) => tolerance)),
    ours: (of, record) => Object.fromEntries(checks.map(([key, check]) => [key, check.ours(of, record)])),
  };
}

/** What a search found may be better than the record, and worse by no more than the margin. */
function atLeast(check: Check, margin = 0): Check {
  return {
    ...check,
    ours: (of, record) => {
      const [value, known] = [check.ours(of, record), record.v];
      if (typeof value !== 'number' || typeof known !== 'number') return value;
      return value >= known - margin ? known : value;
    },
  };
}

/** What a detail holds, in the shape of the record. */
function detail(
  id: string,
  shape: (found: Detail, of: Case, record: OracleRecord) => Value,
  settings: Settings = {},
  tolerance = RATIONAL,
): Check {
  return {
    measures: [id],
    tolerance,
    ours: (of, record) => {
      const measure = found(id);
      if (measure.level !== 'detail') throw new Error(`${id} is no detail`);
      // permutations say nothing about what is compared here
      const options = { ...optionsOf(settings), permutations: 99 };
      const value = finish(measure.compute(compiled(of, settings), options));
      return value && shape(value, of, record);
    },
  };
}

/** The actors with value 1, by the file's ids in order. */
function actorsWith(id: string): Check {
  return {
    measures: [id],
    tolerance: 0,
    ours: (of) => {
      const values = valueOf(of, id, {}) as (number | null)[];
      return of.order.filter((_, actor) => values[actor] === 1).sort();
    },
  };
}

/** The ends of each tie, by the file's ids. */
function ends({ input, order }: Case): [string, string][] {
  return Array.from(input.source, (source, tie) => [
    order[source] ?? '',
    order[input.target[tie] ?? -1] ?? '',
  ]);
}

/** The pairs whose tie has value 1, each and all in order. */
function pairsWith(id: string): Check {
  return {
    measures: [id],
    tolerance: 0,
    ours: (of) => {
      const values = valueOf(of, id, {}) as (number | null)[];
      const pairs = ends(of).filter((_, tie) => values[tie] === 1);
      return [...new Set(pairs.map((pair) => JSON.stringify([...pair].sort())))]
        .sort()
        .map((pair) => JSON.parse(pair) as Value);
    },
  };
}

/** The value of a tie between each pair that the record names. */
function perTie(id: string): Check {
  return {
    measures: [id],
    tolerance: RATIONAL,
    ours: (of, record) => {
      if (record.v === null) return null; // not recorded: too large for the program
      const values = valueOf(of, id, {}) as (number | null)[];
      const named = new Map<string, number | null>();
      const directed = isDirected(of);
      for (const [tie, [source, target]] of ends(of).entries()) {
        named.set(`${source} > ${target}`, values[tie] ?? null);
        if (!directed) named.set(`${target} > ${source}`, values[tie] ?? null);
      }
      return (record.v as readonly (readonly [string, string, number])[]).map(([source, target]) => [
        source,
        target,
        named.get(`${source} > ${target}`) ?? null,
      ]);
    },
  };
}

/** Counts between sectors, in the order of the record, which counts both directions of ties within a sector. */
function mixing(layer: string, settings: Settings = {}): Check {
  return detail(
    'sector-mixing',
    (matrix, of, { sectors = [] }) => {
      if (matrix.kind !== 'matrix') throw new Error('no matrix');
      const { rows, layers } = matrix;
      const values = layers.find(({ id }) => id === layer)?.values;
      const within = isDirected(of) ? 1 : 2;
      return sectors.map((from) =>
        sectors.map((to) => {
          const value = values?.[rows.ids.indexOf(from) * rows.ids.length + rows.ids.indexOf(to)] ?? null;
          return value === null ? null : value * (from === to ? within : 1);
        }),
      );
    },
    settings,
  );
}

/** R and the whole curve. */
function attack(order: MeasureOptions['attack']): Check {
  return together({
    R: measure('robustness', { attack: order }),
    curve: detail(
      'attack-curve',
      (curve) => (curve.kind === 'curve' ? Array.from(curve.series[0]?.values ?? []) : null),
      { attack: order },
    ),
  });
}

const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'] as const;
const roleId = (role: string): string => `gould-fernandez-${role}`;

/** Roles of the whole network, each the sum over actors. */
function roleSums(): Check {
  return {
    measures: ROLES.map(roleId),
    tolerance: RATIONAL,
    ours: (of) =>
      ROLES.map((role) =>
        (valueOf(of, roleId(role), {}) as (number | null)[]).reduce<number>(
          (sum, value) => sum + (value ?? 0),
          0,
        ),
      ),
  };
}

/** The roles of each actor side by side. */
function rolesByActor(): Check {
  return {
    measures: ROLES.map(roleId),
    tolerance: RATIONAL,
    ours: (of) => {
      const columns = ROLES.map((role) => valueOf(of, roleId(role), {}) as (number | null)[]);
      return of.order.map((_, actor) => columns.map((column) => column[actor] ?? null));
    },
  };
}

/** Ours are of the whole network, theirs of each actor. */
function expectedRoles(): Check {
  const check = detail('gould-fernandez-roles', ({ facts }) =>
    ROLES.map((role) => facts.find(({ id }) => id === `expected-${role}`)?.value ?? null),
  );
  return {
    ...check,
    theirs: (value, of) => {
      const rows = value as readonly (readonly number[])[];
      const sums = ROLES.map((_, role) => rows.reduce((sum, row) => sum + (row[role] ?? 0), 0));
      return isDirected(of) ? sums : scaled(sums, 1 / 2);
    },
  };
}

/** The size of the core, who is in it, and the number of cells that differ from the ideal. */
function lipCore(): Check {
  const check = together({
    k: measure('core-size'),
    core: actorsWith('core-membership'),
    partition: detail('core-periphery', (partition, { order }) => {
      if (partition.kind !== 'partition') throw new Error('no partition');
      const core = order.filter((_, actor) => partition.of[actor] === 0).sort();
      return { core, Z: partition.facts.find(({ id }) => id === 'misfits')?.value ?? null };
    }),
  });
  return {
    ...check,
    theirs: (value) => {
      const { k, core, Z } = value as {
        readonly k: number;
        readonly core: readonly string[];
        readonly Z: number;
      };
      const members = [...core].sort();
      return { k, core: members, partition: { core: members, Z } };
    },
  };
}

/** The correlation with the ideal, and whether the core is one of those that reach it. */
function idealCore(coreCells: MeasureOptions['coreCells']): Check {
  const settings = { corePeriphery: 'borgatti-everett', coreCells } as const;
  const check = detail(
    'core-periphery',
    (partition, { order }, record) => {
      if (partition.kind !== 'partition') throw new Error('no partition');
      const core = order.filter((_, actor) => partition.of[actor] === 0).sort();
      const { cores } = record.v as { readonly cores: readonly (readonly string[])[] };
      return {
        r: partition.facts.find(({ id }) => id === 'correlation')?.value ?? null,
        core: cores.some((one) => JSON.stringify([...one].sort()) === JSON.stringify(core)) ? 'known' : core,
      };
    },
    settings,
  );
  return { ...check, theirs: (value) => ({ r: (value as { r: number }).r, core: 'known' }) };
}

/** The ratio that both have; its parts are compared where we state them. */
function smallWorld(): Check {
  const check = measure('small-world');
  return { ...check, theirs: (value) => (value as { sigma: number | null }).sigma };
}

const INWARD = { distances: 'incoming' } as const;
const WEIGHTED = { weighted: true } as const;
const UNDIRECTED = { ignoreDirection: true } as const;

/** Each record name that some of our code must equal, and that code. */
export const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  // --- size and ties
  ['n', measure('actor-count')],
  ['m', measure('tied-pairs')],
  ['degree', measure('degree')],
  ['neighbours', measure('degree')],
  ['degree_in', measure('in-degree')],
  ['degree_out', measure('out-degree')],
  ['strength', measure('strength', WEIGHTED)],
  ['strength_in', measure('in-strength', WEIGHTED)],
  ['strength_out', measure('out-strength', WEIGHTED)],
  ['density', measure('density')],
  // --- paths
  ['closeness_wf', measure('closeness')],
  ['closeness_wf_weighted', measure('closeness', WEIGHTED)],
  ['closeness_wf_out', measure('closeness')],
  ['closeness_wf_out_weighted', measure('closeness', WEIGHTED)],
  ['closeness_wf_in', measure('closeness', INWARD)],
  ['closeness_wf_in_weighted', measure('closeness', { ...INWARD, ...WEIGHTED })],
  ['harmonic_mean_all', measure('harmonic')],
  ['harmonic_mean_all_weighted', measure('harmonic', WEIGHTED)],
  ['harmonic_mean_out', measure('harmonic')],
  ['harmonic_mean_out_weighted', measure('harmonic', WEIGHTED)],
  ['harmonic_mean_in', measure('harmonic', INWARD)],
  ['harmonic_mean_in_weighted', measure('harmonic', { ...INWARD, ...WEIGHTED })],
  ['harmonic_sum', each(measure('harmonic'), (value, { order }) => (value ?? NaN) * (order.length - 1))],
  [
    'harmonic_sum_in',
    each(measure('harmonic', INWARD), (value, { order }) => (value ?? NaN) * (order.length - 1)),
  ],
  ['betweenness_raw', measure('betweenness')],
  ['betweenness_norm', measure('betweenness', { normalised: true })],
  ['betweenness_raw_weighted', measure('betweenness', WEIGHTED)],
  ['betweenness_raw_weighted_EXACT', measure('betweenness', WEIGHTED)],
  ['avg_path_length_connected_pairs', measure('average-path-length')],
  ['diameter_connected_pairs', measure('diameter')],
  // networkx knows it for undirected networks only
  ['global_efficiency', measure('global-efficiency', UNDIRECTED)],
  ['closeness_reachable_all', measure('closeness', { closeness: 'reachable' })],
  ['closeness_reachable_out', measure('closeness', { closeness: 'reachable' })],
  ['closeness_reachable_in', measure('closeness', { closeness: 'reachable', ...INWARD })],
  ['eccentricity_all', zeroForNone(measure('eccentricity'))],
  ['eccentricity_out', zeroForNone(measure('eccentricity'))],
  ['eccentricity_in', zeroForNone(measure('eccentricity', INWARD))],
  ['edge_betweenness_raw', perTie('edge-betweenness')],
  ['centralization_betweenness', measure('betweenness-centralisation')],
  // --- spectral
  ['eigenvector_max1', measure('eigenvector', {}, ITERATIVE)],
  ['eigenvector_max1_weighted', measure('eigenvector', { ...WEIGHTED, spectral: 'weights' }, ITERATIVE)],
  ['katz_raw', measure('katz', {}, ITERATIVE)],
  ['katz_alpha', measure('katz-alpha', {}, ITERATIVE)],
  ['hub_max1', measure('hub', {}, ITERATIVE)],
  ['hub_max1_weighted', measure('hub', WEIGHTED, ITERATIVE)],
  ['authority_max1', measure('authority', {}, ITERATIVE)],
  ['authority_max1_weighted', measure('authority', WEIGHTED, ITERATIVE)],
  ['pagerank', measure('pagerank', {}, ITERATIVE)],
  ['pagerank_weighted', measure('pagerank', WEIGHTED, ITERATIVE)],
  // --- cohesion
  [
    'components_weak',
    sizes(weakComponents, {
      components: (all) => all.length,
      'largest-component-share': ([largest = NaN], n) => largest / n,
    }),
  ],
  ['components_strong', sizes(strongComponents, { 'strong-components': (all) => all.length })],
  ['reciprocity_edge', measure('reciprocity')],
  ['reciprocity_dyad', measure('dyadic-reciprocity')],
  ['reciprocity_weighted', measure('weighted-reciprocity', WEIGHTED)],
  ['core_number', measure('k-core')],
  ['clustering', zeroForNone(measure('clustering'))],
  ['clustering_weighted_barrat', measure('clustering', { ...WEIGHTED, clustering: 'barrat' })],
  ['clustering_weighted_onnela', zeroForNone(measure('clustering', { ...WEIGHTED, clustering: 'onnela' }))],
  ['clustering_directed_fagiolo', zeroForNone(measure('clustering', { clustering: 'fagiolo' }))],
  ['avg_clustering', measure('average-clustering')],
  ['transitivity', measure('transitivity')],
  ['articulation_points', andTheirNumber(actorsWith('articulation-point'), 'articulation-points')],
  ['bridges', andTheirNumber(pairsWith('bridge'), 'bridges')],
  ['centralization_degree', measure('degree-centralisation')],
  ['centralization_indegree', measure('in-degree-centralisation')],
  ['centralization_outdegree', measure('out-degree-centralisation')],
  ['degree_assortativity', measure('degree-assortativity')],
  ['degree_assortativity_out_in', measure('out-in-assortativity')],
  [
    'dyad_census',
    detail('dyad-census', (census) =>
      census.kind === 'census' ? census.rows.map(({ value }) => value) : null,
    ),
  ],
  [
    'triad_census',
    detail('triad-census', (census) =>
      census.kind === 'census' ? Object.fromEntries(census.rows.map(({ id, value }) => [id, value])) : null,
    ),
  ],
  ['small_world_sigma_analytic', smallWorld()],
  // --- brokerage
  ['constraint_binary', measure('burt-constraint')],
  ['constraint_weighted', measure('burt-constraint', WEIGHTED)],
  ['effective_size', measure('effective-size')],
  ['effective_size_weighted', measure('effective-size', WEIGHTED)],
  ['efficiency', measure('efficiency')],
  ['hierarchy_burt', measure('hierarchy')],
  ['hierarchy_burt_weighted', measure('hierarchy', WEIGHTED)],
  ['brokerage_coordinator_wI', perPair(measure(roleId('coordinator')))],
  ['brokerage_itinerant_wO', perPair(measure(roleId('itinerant')))],
  ['brokerage_representative_bIO', perPair(measure(roleId('representative')))],
  ['brokerage_gatekeeper_bOI', perPair(measure(roleId('gatekeeper')))],
  ['brokerage_liaison_bO', perPair(measure(roleId('liaison')))],
  ['brokerage_total_t', perPair(measure(roleId('total')))],
  ['brokerage_z_total', measure('gould-fernandez-z')],
  ['brokerage_global', perPair(roleSums())],
  ['brokerage_expected_node', expectedRoles()],
  ['gould_fernandez', rolesByActor()],
  // --- sectors
  ['ei_index', measure('e-i-index')],
  ['ei_index_network', measure('network-e-i-index')],
  ['participation_sector', measure('participation')],
  ['participation_sector_weighted', measure('participation', { participation: 'strength', ...WEIGHTED })],
  ['assortativity_sector', measure('sector-assortativity')],
  ['mixing_matrix_counts', mixing('counts')],
  ['mixing_matrix_weights', mixing('weights', WEIGHTED)],
  ['modularity_sector', measure('sector-modularity')],
  ['modularity_sector_weighted', measure('sector-modularity', WEIGHTED)],
  // --- groups
  ['modularity_optimal', measure('modularity')],
  ['modularity_best_leiden', atLeast(measure('modularity'), RATIONAL)],
  ['modularity_best_leiden_weighted', atLeast(measure('modularity', WEIGHTED), RATIONAL)],
  // the best of 200 runs of another program: the record itself asks for no more than this
  ['modularity_best_louvain', atLeast(measure('modularity', { communities: 'louvain' }), 0.02)],
  ['core_lip', lipCore()],
  ['core_be_missing', idealCore('missing')],
  ['core_be_one', idealCore('one')],
  ['core_be_both', idealCore('zero')],
  // --- resilience
  ['attack_degree_recalc', attack('degree')],
  ['attack_degree_static', attack('static-degree')],
  ['attack_betweenness_recalc', attack('betweenness')],
  [
    'hub_dependence',
    together({ hhi: measure('hub-dependence', WEIGHTED), top_share: measure('top-share', WEIGHTED) }),
  ],
]);

/** Records that are wrong on purpose, or of a convention that we do not follow, and the name of the right one. */
export const TRAPS: ReadonlyMap<string, string> = new Map([
  ['betweenness_raw_weight_as_distance_TRAP', 'betweenness_raw_weighted'],
  ['betweenness_raw_weighted_networkx_float_QUIRK', 'betweenness_raw_weighted'],
  ['reciprocity_sna_dyadic_default_TRAP', 'reciprocity_edge'],
  ['centralization_degree_loopsTRUE_TRAP', 'centralization_degree'],
  ['constraint_weighted_networkx_QUIRK', 'constraint_weighted'],
  ['effective_size_weighted_networkx_QUIRK', 'effective_size_weighted'],
  // a reciprocated pair counts twice
  ['constraint_directed_unweighted', 'constraint_binary'],
  ['core_total', 'core_number'],
]);

/** Records that nothing of ours is compared with, and why. */
export const NOT_COMPARED: ReadonlyMap<string, string> = new Map([
  ['core_in', 'cores here ignore direction; there is no measure of cores by ties received'],
  ['core_out', 'cores here ignore direction; there is no measure of cores by ties given'],
  [
    'transitivity_directed_weak',
    'transitivity here ignores direction; the triad census tells directed triples',
  ],
]);
