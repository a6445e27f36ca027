import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ascendencyOf, fitnessOf, robustnessOf } from '../../src/metrics/flow/ascendency.ts';
import { cyclingOf } from '../../src/metrics/flow/cycling.ts';
import { flowModel, total, type FlowModel } from '../../src/metrics/flow/flow-model.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { indicesOf } from '../../src/metrics/symbiosis/relations.ts';
import { utilityOf, utilityRadius, type Utility } from '../../src/metrics/symbiosis/utility.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, type Network } from '../../src/network/network.ts';
import { flowsFrom } from '../metrics/flow-models.ts';
import { AS_IS, finish } from '../metrics/support.ts';
import { difference, type Compared } from './oracle-comparison.ts';
import { readNetwork, type Value } from './oracle-networks.ts';

type Numbers = readonly number[];
type Matrix = readonly Numbers[];

export interface FlowCase {
  readonly id: string;
  readonly nodes: readonly string[];
  readonly flow: Matrix;
  readonly import: Numbers;
  readonly export: Numbers;
  readonly respiration: Numbers;
  readonly own: Readonly<Record<string, Value>> & { readonly N: Matrix };
  readonly enaR_flow: Readonly<Record<string, Value>>;
  readonly enaR_ascendency: Readonly<Record<string, Value>>;
  readonly enaR_utility: Readonly<Record<string, Value>>;
  readonly enaR_relations: readonly {
    readonly From: string;
    readonly To: string;
    readonly Direct: string;
    readonly Integral: string;
  }[];
  readonly NetIndices_AscInd: { readonly Total: Readonly<Record<string, Value>> };
  readonly NetIndices_PathInd: Readonly<Record<string, Value>>;
  readonly NetIndices_GenInd: Readonly<Record<string, Value>>;
}

interface Diagnosis {
  readonly ena_closure: Readonly<Record<string, Value>> & {
    readonly lambda: number;
    readonly actors: readonly string[];
    readonly pair_relations: Readonly<Record<string, number>>;
  };
  readonly ena_lambda_sensitivity: readonly {
    readonly lambda: number;
    readonly FCI: number;
    readonly alpha: number;
  }[];
  readonly diagnosis: {
    readonly D8_feedback: { readonly has_cycle_len_le_6_through_all_four_sectors: boolean };
  };
  readonly gauges: { readonly cooperative_symbiosis: { readonly parts: Numbers } };
}

const RATIONAL = 1e-9;
const ITERATIVE = 1e-6;

export function flowCases(folder: string): readonly FlowCase[] {
  const path = join(folder, 'ena', 'ena.json');
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly cases: readonly FlowCase[] }).cases;
}

/** With exports and losses as two sinks, as the records have it, or as one, as we do. */
export function modelOf(one: FlowCase, sinks: 'two' | 'one' = 'two'): FlowModel {
  const exported = Float64Array.from(one.export);
  const respired = Float64Array.from(one.respiration);
  return flowModel(
    flowsFrom(one.flow),
    Float64Array.from(one.import),
    sinks === 'two' ? [exported, respired] : [exported.map((flow, k) => flow + (respired[k] ?? 0))],
  );
}

/** Whether as much enters each as leaves it; what does not balance has another T by inputs than by outputs. */
function isBalanced({ flows, outflow, throughflow }: FlowModel): boolean {
  return throughflow.every((flow, actor) => {
    const left = flows.weights
      .subarray(flows.offsets[actor], flows.offsets[actor + 1])
      .reduce((all, one) => all + one, outflow[actor] ?? 0);
    return Math.abs(flow - left) <= 1e-9 * flow;
  });
}

/** Our values by the id of the measure. */
export function flowNumbers(model: FlowModel): Readonly<Record<string, number | null>> {
  const order = ascendencyOf(model);
  const utility = finish(utilityOf(model));
  const indices = utility && indicesOf(utility);
  const tst = total(model.throughflow);
  return {
    'total-throughflow': tst,
    'total-throughput': order.throughput,
    'average-flow-path': tst / total(model.inflow),
    'finn-cycling': finish(cyclingOf(model))?.index ?? null,
    'flow-information': order.information,
    ascendency: order.ascendency,
    'development-capacity': order.capacity,
    'flow-overhead': order.overhead,
    'relative-ascendency': order.ratio,
    'flow-robustness': robustnessOf(order.ratio ?? NaN),
    'flow-fitness': fitnessOf(order.ratio ?? NaN),
    mutualism: indices?.mutualism ?? null,
    synergism: indices?.synergism ?? null,
    'utility-radius': finish(utilityRadius(model)),
  };
}

function rowsOf(values: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => Array.from(values.subarray(row * size, (row + 1) * size)));
}

function signs(matrix: Matrix): Matrix {
  return matrix.map((line) => line.map((value) => (value === 0 ? 0 : Math.sign(value))));
}

/** As enaR prints it: what the receiver gains, and then the giver. */
export function printedRelation({ size }: Utility, of: Float64Array, from: number, to: number): string {
  const sign = (row: number, column: number): string => {
    const value = of[row * size + column] ?? 0;
    return value > 0 ? '+' : value < 0 ? '-' : '0';
  };
  return `(${sign(to, from)},${sign(from, to)})`;
}

class Comparison {
  readonly differences: string[] = [];
  readonly compared: Compared[] = [];

  check(
    measure: string,
    software: string,
    network: string,
    ours: Value,
    theirs: Value | undefined,
    tolerance = RATIONAL,
  ): void {
    const found = theirs === undefined ? 'no record' : difference(ours, theirs, tolerance);
    if (found === undefined) this.compared.push({ measure, software, network });
    else this.differences.push(`${measure} by ${software} on ${network}: ${found}`);
  }
}

/** Which record is which measure of ours. */
const OWN: Readonly<Record<string, string>> = {
  TST_throughflow: 'total-throughflow',
  TSTp_throughput: 'total-throughput',
  APL: 'average-flow-path',
  FCI: 'finn-cycling',
  AMI: 'flow-information',
  ascendency: 'ascendency',
  capacity: 'development-capacity',
  overhead: 'flow-overhead',
  alpha: 'relative-ascendency',
  robustness_natural: 'flow-robustness',
  fitness_F_Ulanowicz2009: 'flow-fitness',
  synergism: 'synergism',
  mutualism: 'mutualism',
  spectral_radius_D: 'utility-radius',
};
const ENAR_FLOW: Readonly<Record<string, string>> = {
  TST: 'total-throughflow',
  TSTp: 'total-throughput',
  APL: 'average-flow-path',
  FCI: 'finn-cycling',
};
const ENAR_ASCENDENCY: Readonly<Record<string, string>> = {
  AMI: 'flow-information',
  ASC: 'ascendency',
  CAP: 'development-capacity',
  OH: 'flow-overhead',
  'ASC.CAP': 'relative-ascendency',
  robustness: 'flow-robustness',
};
const ENAR_UTILITY: Readonly<Record<string, string>> = {
  lam1D: 'utility-radius',
  'synergism.F': 'synergism',
  'mutualism.F': 'mutualism',
};
const NETINDICES_ORDER: Readonly<Record<string, string>> = {
  Ascendency: 'ascendency',
  Capacity: 'development-capacity',
  Overhead: 'flow-overhead',
  ACratio: 'relative-ascendency',
};
const NETINDICES_PATHS: Readonly<Record<string, string>> = { FCI: 'finn-cycling', APL: 'average-flow-path' };
const NETINDICES_SIZE: Readonly<Record<string, string>> = {
  'T..': 'total-throughput',
  TST: 'total-throughflow',
};

const ENAR = 'enaR 3.0.0';
const NETINDICES = 'NetIndices 1.4.4.1';

function compareCase(into: Comparison, one: FlowCase): void {
  const model = modelOf(one);
  const ours = flowNumbers(model);
  const all = (
    names: Readonly<Record<string, string>>,
    by: string,
    records: Readonly<Record<string, Value>>,
  ): void => {
    for (const [record, measure] of Object.entries(names))
      into.check(
        measure,
        by,
        one.id,
        ours[measure] ?? null,
        records[record],
        measure === 'utility-radius' ? ITERATIVE : RATIONAL,
      );
  };
  all(OWN, 'formula', one.own);
  all(ENAR_FLOW, ENAR, one.enaR_flow);
  all(ENAR_ASCENDENCY, ENAR, one.enaR_ascendency);
  all(ENAR_UTILITY, ENAR, one.enaR_utility);
  all(NETINDICES_ORDER, NETINDICES, one.NetIndices_AscInd.Total);
  // NetIndices takes T from what leaves, we and enaR from what enters
  if (isBalanced(model)) {
    all(NETINDICES_PATHS, NETINDICES, one.NetIndices_PathInd);
    all(NETINDICES_SIZE, NETINDICES, one.NetIndices_GenInd);
  }

  const check = (measure: string, by: string, values: Value, records: Value | undefined): void =>
    into.check(measure, by, one.id, values, records);
  check('throughflow', 'formula', Array.from(model.throughflow), one.own.T);
  check(
    'cycled-share',
    'formula',
    Array.from(finish(cyclingOf(model))?.shares ?? []),
    one.own.N.map((line, k) => 1 - 1 / (line[k] ?? 0)),
  );
  const utility = finish(utilityOf(model));
  if (!utility) {
    into.differences.push(`no utility on ${one.id}`);
    return;
  }
  const size = one.nodes.length;
  const direct = rowsOf(utility.direct, size);
  const integral = rowsOf(utility.integral, size);
  check('symbiosis-matrix', 'formula', direct, one.own.D);
  check('symbiosis-matrix', 'formula', integral, one.own.Upsilon);
  check('symbiosis-matrix', 'formula', signs(direct), one.own.signs_direct);
  check('symbiosis-matrix', 'formula', signs(integral), one.own.signs_integral);
  check(
    'net-utility',
    'formula',
    integral.map((line, k) => line.reduce((gained, value, j) => gained + (j === k ? 0 : value), 0)),
    (one.own.Upsilon as Matrix).map((line, k) =>
      line.reduce((gained, value, j) => gained + (j === k ? 0 : value), 0),
    ),
  );
  for (const { From, To, Direct, Integral } of one.enaR_relations) {
    const [from, to] = [one.nodes.indexOf(From), one.nodes.indexOf(To)];
    check('symbiosis-matrix', ENAR, printedRelation(utility, utility.direct, from, to), Direct);
    check('symbiosis-matrix', ENAR, printedRelation(utility, utility.integral, from, to), Integral);
  }
}

const PLANTED = 'planted';

/** The value of a measure of the network on all ties added up, or of a detail what `read` finds in it. */
function valueIn(network: Network, id: string, lambda: number): number | null {
  const measure = measureById(id);
  const options = { ...DEFAULT_MEASURE_OPTIONS, currency: '*', lambda };
  if (measure?.level !== 'network') throw new Error(`no measure ${id}`);
  return finish(measure.compute(network, options));
}

function comparePlanted(into: Comparison, folder: string): void {
  const path = join(folder, 'expected', `${PLANTED}.diagnosis.json`);
  if (!existsSync(path)) return;
  const record = JSON.parse(readFileSync(path, 'utf8')) as Diagnosis;
  const { input, order } = readNetwork(folder, PLANTED);
  const network = compileNetwork(input, AS_IS);
  const closure = record.ena_closure;
  const options = { ...DEFAULT_MEASURE_OPTIONS, normalised: false, currency: '*', lambda: closure.lambda };
  const check = (measure: string, ours: Value, theirs: Value | undefined, tolerance?: number): void =>
    into.check(measure, 'formula', PLANTED, ours, theirs, tolerance);

  const throughflow = measureById('throughflow');
  if (throughflow?.level === 'actor') {
    const values = finish(throughflow.compute(network, options));
    check(
      'throughflow',
      order.flatMap((id, k) => (Number.isNaN(values[k]) ? [] : [id])),
      closure.actors,
    );
    check('throughflow', Array.from(values.filter((value) => !Number.isNaN(value))), closure.T);
  }
  for (const [name, id] of [
    ['FCI', 'finn-cycling'],
    ['TSTp', 'total-throughput'],
    ['ascendency', 'ascendency'],
    ['capacity', 'development-capacity'],
    ['alpha', 'relative-ascendency'],
    ['robustness', 'flow-robustness'],
    ['synergism', 'synergism'],
    ['mutualism', 'mutualism'],
  ] as const)
    check(id, valueIn(network, id, closure.lambda), closure[name]);
  check(
    'utility-radius',
    valueIn(network, 'utility-radius', closure.lambda),
    closure.max_abs_eig_D,
    ITERATIVE,
  );
  check(
    'mutual-pairs',
    valueIn(network, 'mutual-pairs', closure.lambda),
    record.gauges.cooperative_symbiosis.parts[2],
  );
  for (const { lambda, FCI, alpha } of record.ena_lambda_sensitivity) {
    check('finn-cycling', valueIn(network, 'finn-cycling', lambda), FCI);
    check('relative-ascendency', valueIn(network, 'relative-ascendency', lambda), alpha);
  }
  const detail = (id: string) => {
    const measure = measureById(id);
    const found = measure?.level === 'detail' ? finish(measure.compute(network, options)) : null;
    return found?.kind === 'rows' ? found : null;
  };
  check(
    'lambda-sensitivity',
    detail('lambda-sensitivity')?.rows.map(({ values }) => values) ?? null,
    record.ena_lambda_sensitivity.map(({ FCI, alpha }) => [FCI, alpha]),
  );
  const { other = 0, ...named } = closure.pair_relations;
  const through = new Map(detail('symbiosis-census')?.rows.map(({ id, values }) => [id, values[1] ?? null]));
  for (const [relation, count] of Object.entries(named))
    check('symbiosis-census', through.get(relation) ?? null, count);
  check(
    'symbiosis-census',
    ['commensalism', 'amensalism', 'neutralism'].reduce((sum, id) => sum + (through.get(id) ?? 0), 0),
    other,
  );
  const widest = detail('flow-cycles')?.facts.find(({ id }) => id === 'widest')?.value ?? null;
  check(
    'flow-cycles',
    String(widest !== null),
    String(record.diagnosis.D8_feedback.has_cycle_len_le_6_through_all_four_sectors),
  );
}

/** Flows and symbiosis of the models and of the planted map, as far as the folder has them. */
export function compareFlow(folder: string): {
  readonly differences: readonly string[];
  readonly compared: readonly Compared[];
} {
  const into = new Comparison();
  for (const one of flowCases(folder)) compareCase(into, one);
  comparePlanted(into, folder);
  return into;
}
