import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
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
//ZZconst zeroForNone = (check: Check): Check => each(check, (value) => value ?? 0);

function sizes(id: string, of: (network: Network) => { readonly sizes: readonly number[] }): Check {
  return {
    measures: [id],
    tolerance: 0,
    ours: (one) => [...of(compiled(one, {})).sizes].sort((a, b) => b - a),
  };
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
  // --- spectral
  ['pagerank', measure('pagerank', {}, ITERATIVE)],
  ['pagerank_weighted', measure('pagerank', WEIGHTED, ITERATIVE)],
  // --- cohesion
  ['components_weak', sizes('components', weakComponents)],
  ['components_strong', sizes('strong-components', strongComponents)],
  ['reciprocity_edge', measure('reciprocity')],
  ['reciprocity_dyad', measure('dyadic-reciprocity')],
  ['reciprocity_weighted', measure('weighted-reciprocity', WEIGHTED)],
]);

/** Records that are wrong on purpose, and the name of the right one. */
export const TRAPS: ReadonlyMap<string, string> = new Map([
  ['betweenness_raw_weight_as_distance_TRAP', 'betweenness_raw_weighted'],
  ['betweenness_raw_weighted_networkx_float_QUIRK', 'betweenness_raw_weighted'],
  ['reciprocity_sna_dyadic_default_TRAP', 'reciprocity_edge'],
]);

/** Records that nothing of ours is compared with, and why. */
export const NOT_COMPARED: ReadonlyMap<string, string> = new Map([]);
