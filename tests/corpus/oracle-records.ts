import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { sweepFor } from '../../src/metrics/paths/path-options.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { strongComponents, weakComponents } from '../../src/metrics/structure/components.ts';
import { compileNetwork, networkInput, type Network, type NetworkInput } from '../../src/network/network.ts';
import { actor, finish, graphOf, tie } from '../metrics/support.ts';

interface NodeLink {
  readonly directed: boolean;
  readonly nodes: readonly { readonly id: string; readonly sector?: string }[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

export type Value = number | null | readonly (number | null)[];

export interface OracleRecord {
  /** The measure's name, with its convention. */
  readonly m: string;
  readonly by: string;
  readonly v: Value;
}

export interface Expected {
  readonly order: readonly string[];
  readonly records: readonly OracleRecord[];
}

export function readNetwork(folder: string, name: string): NetworkInput {
  const file = JSON.parse(readFileSync(join(folder, 'networks', `${name}.json`), 'utf8')) as NodeLink;
  return networkInput(
    graphOf(
      file.nodes.map((node) => actor(node.id, { sector: node.sector ?? 'other' })),
      file.links.map(({ source, target, weight }, k) =>
        tie(`t${String(k).padStart(5, '0')}`, source, target, {
          weight,
          direction: file.directed ? 'one-way' : 'mutual',
        }),
      ),
    ),
  );
}

export function readExpected(folder: string, file: string): Expected {
  return JSON.parse(readFileSync(join(folder, 'expected', file), 'utf8')) as Expected;
}

interface Case {
  readonly input: NetworkInput;
  /** The actors in the order of the record's vectors. */
  readonly order: readonly string[];
}

interface Check {
  /** What our code gives for it; vectors in the order of the record. */
  readonly ours: (of: Case) => Value;
  /** Relative. */
  readonly tolerance: number;
}

const RATIONAL = 1e-9;
const ITERATIVE = 1e-6;

type Settings = Partial<MeasureOptions> & { readonly weighted?: boolean; readonly ignoreDirection?: boolean };

function compiled({ input }: Case, { weighted = false, ignoreDirection = false }: Settings): Network {
  return compileNetwork(input, { ignoreWeights: !weighted, ignoreDirection });
}

function inRecordOrder({ input, order }: Case, values: Float64Array): (number | null)[] {
  const place = new Map(input.actorIds.map((id, index) => [id, index]));
  return order.map((id) => {
    const value = values[place.get(id) ?? -1];
    return value === undefined || Number.isNaN(value) ? null : value;
  });
}

function measure(id: string, settings: Settings = {}, tolerance = RATIONAL): Check {
  return {
    tolerance,
    ours: (of) => {
      const found = measureById(id);
      if (!found) throw new Error(`no measure ${id}`);
      const network = compiled(of, settings);
      const options = { ...DEFAULT_MEASURE_OPTIONS, normalised: false, ...settings };
      if (found.level === 'actor') return inRecordOrder(of, finish(found.compute(network, options)));
      if (found.level === 'network') return finish(found.compute(network, options));
      throw new Error(`${id} is not one value an actor, nor one of the network`);
    },
  };
}

/** Values that no measure shows yet but that the sweep behind them holds. */
function fromSweep(
  distances: MeasureOptions['distances'],
  value: (of: ReturnType<typeof sweepOf>, actor: number) => number,
): Check {
  return {
    tolerance: RATIONAL,
    ours: (of) => {
      const found = sweepOf(compiled(of, {}), distances);
      return inRecordOrder(
        of,
        found.reach.map((_, index) => value(found, index)),
      );
    },
  };
}

function sweepOf(network: Network, distances: MeasureOptions['distances']) {
  return finish(sweepFor(network, { ...DEFAULT_MEASURE_OPTIONS, normalised: false, distances }));
}

function times(check: Check, factor: (of: Case) => number): Check {
  return {
    tolerance: check.tolerance,
    ours: (of) => (check.ours(of) as (number | null)[]).map((value) => (value ?? NaN) * factor(of)),
  };
}

function sizes(of: (network: Network) => { readonly sizes: readonly number[] }): Check {
  return { tolerance: 0, ours: (one) => [...of(compiled(one, {})).sizes].sort((a, b) => b - a) };
}

const INWARD = { distances: 'incoming' } as const;
const WEIGHTED = { weighted: true } as const;
const others = ({ order }: Case): number => order.length - 1;
const reachable = ({ reach, farness }: ReturnType<typeof sweepOf>, index: number): number =>
  reach[index] === 1 ? NaN : ((reach[index] ?? NaN) - 1) / (farness[index] ?? NaN);
const eccentricity = (sweep: ReturnType<typeof sweepOf>, index: number): number =>
  sweep.eccentricity[index] ?? NaN;

/** Each record name that some of our code must equal, and that code. */
export const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['n', measure('actor-count')],
  ['m', measure('tied-pairs')],
  ['degree', measure('degree')],
  ['neighbours', measure('degree')],
  ['degree_in', measure('in-degree')],
  ['degree_out', measure('out-degree')],
  ['strength', measure('strength', WEIGHTED)],
  ['strength_in', measure('in-strength', WEIGHTED)],
  ['strength_out', measure('out-strength', WEIGHTED)],
  ['closeness_wf', measure('closeness')],
  ['closeness_wf_weighted', measure('closeness', WEIGHTED)],
  ['closeness_wf_out', measure('closeness')],
  ['closeness_wf_out_weighted', measure('closeness', WEIGHTED)],
  ['closeness_wf_in', measure('closeness', INWARD)],
  ['closeness_wf_in_weighted', measure('closeness', { ...INWARD, ...WEIGHTED })],
  ['closeness_reachable_all', fromSweep('outgoing', reachable)],
  ['closeness_reachable_out', fromSweep('outgoing', reachable)],
  ['closeness_reachable_in', fromSweep('incoming', reachable)],
  ['eccentricity_all', fromSweep('outgoing', eccentricity)],
  ['eccentricity_out', fromSweep('outgoing', eccentricity)],
  ['eccentricity_in', fromSweep('incoming', eccentricity)],
  ['harmonic_mean_all', measure('harmonic')],
  ['harmonic_mean_all_weighted', measure('harmonic', WEIGHTED)],
  ['harmonic_mean_out', measure('harmonic')],
  ['harmonic_mean_out_weighted', measure('harmonic', WEIGHTED)],
  ['harmonic_mean_in', measure('harmonic', INWARD)],
  ['harmonic_mean_in_weighted', measure('harmonic', { ...INWARD, ...WEIGHTED })],
  ['harmonic_sum', times(measure('harmonic'), others)],
  ['harmonic_sum_in', times(measure('harmonic', INWARD), others)],
  ['betweenness_raw', measure('betweenness')],
  ['betweenness_norm', measure('betweenness', { normalised: true })],
  ['betweenness_raw_weighted', measure('betweenness', WEIGHTED)],
  ['betweenness_raw_weighted_EXACT', measure('betweenness', WEIGHTED)],
  ['pagerank', measure('pagerank', {}, ITERATIVE)],
  ['pagerank_weighted', measure('pagerank', WEIGHTED, ITERATIVE)],
  ['density', measure('density')],
  ['components_weak', sizes(weakComponents)],
  ['components_strong', sizes(strongComponents)],
  ['reciprocity_edge', measure('reciprocity')],
  ['reciprocity_dyad', measure('dyadic-reciprocity')],
  ['reciprocity_weighted', measure('weighted-reciprocity', WEIGHTED)],
  ['avg_path_length_connected_pairs', measure('average-path-length')],
  ['diameter_connected_pairs', measure('diameter')],
  // networkx knows it for undirected networks only.
  ['global_efficiency', measure('global-efficiency', { ignoreDirection: true })],
]);

/** Records that are wrong on purpose, and the name of the right one. */
export const TRAPS: ReadonlyMap<string, string> = new Map([
  ['betweenness_raw_weight_as_distance_TRAP', 'betweenness_raw_weighted'],
  ['betweenness_raw_weighted_networkx_float_QUIRK', 'betweenness_raw_weighted'],
  ['reciprocity_sna_dyadic_default_TRAP', 'reciprocity_edge'],
]);

/** Where two values differ by more than the tolerance allows, in words; undefined where they agree. */
export function difference(ours: Value, theirs: Value, tolerance: number): string | undefined {
  const left = typeof ours === 'object' && ours !== null ? ours : [ours];
  const right = typeof theirs === 'object' && theirs !== null ? theirs : [theirs];
  if (left.length !== right.length) return `${left.length} values against ${right.length}`;
  for (const [k, expected] of right.entries()) {
    const value = left[k] ?? null;
    if (value === null || expected === null) {
      if (value !== expected) return `[${k}] ${value} against ${expected}`;
    } else if (!(Math.abs(value - expected) <= Math.max(tolerance * Math.abs(expected), 1e-12)))
      return `[${k}] ${value} against ${expected}`;
  }
  return undefined;
}
