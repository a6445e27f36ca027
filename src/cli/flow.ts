import { ascendencyOf, fitnessOf, robustnessOf } from '../metrics/flow/ascendency.ts';
import { cyclingOf, MOST_ACTORS } from '../metrics/flow/cycling.ts';
import { total, type FlowModel } from '../metrics/flow/flow-model.ts';
import { inverse } from '../metrics/linear/lu.ts';
import type { Csr } from '../network/csr.ts';
import { valueOf, type EcologyResult } from './ecology-result.ts';
import { finish } from './finish.ts';
import type { FlowSource } from './flow-source.ts';
import { MOST_PAIRED, spread, spreadPairs, TOO_MANY_PAIRS } from './pair-values.ts';

/** Throughflow, cycling and order of flows. */
export function flowResult(file: string, source: FlowSource): EcologyResult {
  const { people, resources, model, actors, options, notes } = source;
  const n = people.length;
  const cycling = model && finish(cyclingOf(model));
  const of = (values: ArrayLike<number> | undefined): ReturnType<typeof spread> =>
    spread(n, actors, values ?? null);
  return {
    file,
    options,
    people,
    resources,
    actorMeasures: {
      throughflow: of(model?.throughflow),
      inflow: of(model?.inflow),
      outflow: of(model?.outflow),
      'cycled-share': of(cycling?.shares),
    },
    pairMeasures: n <= MOST_PAIRED ? pairs(n, source, cycling !== null && cycling.index !== null) : {},
    networkMeasures: wholes(model, cycling?.index ?? null),
    notes: [...notes, ...(n <= MOST_PAIRED ? [] : [TOO_MANY_PAIRS])],
  };
}

function wholes(model: FlowModel | null, cycled: number | null): Record<string, number | null> {
  const order = model && ascendencyOf(model);
  const through = model && total(model.throughflow);
  const ratio = order?.ratio ?? null;
  return {
    'total-throughflow': through,
    'total-throughput': valueOf(order?.throughput),
    'boundary-input': model && total(model.inflow),
    'average-path-length': model && through !== null ? valueOf(through / total(model.inflow)) : null,
    'finn-cycling-index': cycled,
    'average-mutual-information': valueOf(order?.information),
    ascendency: valueOf(order?.ascendency),
    'development-capacity': valueOf(order?.capacity),
    overhead: valueOf(order?.overhead),
    'ascendency-ratio': ratio,
    robustness: ratio === null ? null : robustnessOf(ratio),
    fitness: ratio === null ? null : fitnessOf(ratio),
  };
}

/** F, G = F / T and N = (I - G)^-1, the last where what goes round leaves in the end. */
function pairs(n: number, { model, actors }: FlowSource, leaves: boolean): EcologyResult['pairMeasures'] {
  const size = model?.throughflow.length ?? 0;
  const flows = model ? dense(model.flows, size) : new Float64Array(0);
  const shares = flows.map((flow, cell) => flow / (model?.throughflow[Math.floor(cell / size)] ?? NaN));
  const departures = shares.map((share, cell) => (cell % (size + 1) === 0 ? 1 : 0) - share);
  const visits = leaves && size <= MOST_ACTORS ? finish(inverse(departures, size)) : null;
  const of = (values: Float64Array | null): ReturnType<typeof spreadPairs> =>
    spreadPairs(n, actors, (row, column) => values?.[row * size + column] ?? null);
  return { flow: of(flows), 'flow-intensity': of(shares), 'integral-flow-intensity': of(visits) };
}

function dense({ offsets, columns, weights }: Csr, size: number): Float64Array {
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (const [k, column] of columns.subarray(offsets[row], offsets[row + 1]).entries())
      cells[row * size + column] = weights[(offsets[row] ?? 0) + k] ?? 0;
  return cells;
}
