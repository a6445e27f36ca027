import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../model/measure-options.ts';
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

/** What a command says comes before what the file says, which is what the app would go by. */
export function readingInForce(file: StatedReading, command: StatedReading): MapReading {
  return {
    network: { ignoreDirection: false, ignoreWeights: false, ...file.network, ...command.network },
    options: { ...DEFAULT_MEASURE_OPTIONS, ...file.options, ...command.options },
  };
}
