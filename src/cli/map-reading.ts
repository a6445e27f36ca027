import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../model/measure-options.ts';
import type { Graph } from '../model/graph.ts';
import type { NetworkOptions } from '../network/network.ts';

/** How a map is measured, as far as a file or a command says it. */
export interface StatedReading {
  readonly network: Partial<NetworkOptions>;
  readonly options: Partial<MeasureOptions>;
}

/** How a map is measured. */
export interface MapReading {
  readonly network: NetworkOptions;
  readonly options: MeasureOptions;
}

/** How the measures of a map are to be read, in one. */
export function readingOf({ view }: Pick<Graph, 'view'>): NetworkOptions & MeasureOptions {
  const { ignoreDirection, ignoreWeights, measures } = view;
  return { ...measures, ignoreDirection, ignoreWeights };
}

/** The map with what a command says of how it is read before what its file says. */
export function readAs(graph: Graph, { network, options }: StatedReading): Graph {
  const { view } = graph;
  return { ...graph, view: { ...view, ...network, measures: { ...view.measures, ...options } } };
}

/** What a command says comes before what the file says, which is what the app would go by. */
export function readingInForce(file: StatedReading, command: StatedReading): MapReading {
  return {
    network: { ignoreDirection: false, ignoreWeights: false, ...file.network, ...command.network },
    options: { ...DEFAULT_MEASURE_OPTIONS, ...file.options, ...command.options },
  };
}
