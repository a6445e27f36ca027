import type { Result } from '../base/result.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { PanelValues } from '../metrics/panel.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface MeasureRequest {
  /** Of the graph that the input was made from; comes back with the results. */
  readonly revision: number;
  readonly input: NetworkInput;
  /** Of the measures' own options those left out take their defaults. */
  readonly options: NetworkOptions & Partial<MeasureOptions>;
  /** Ids of the measures wanted. */
  readonly ids: readonly string[];
}

export interface MeasureResults extends PanelValues {
  readonly revision: number;
  /** From start to end in the worker, waits included. */
  readonly ms: number;
}

/** Computes measures away from the main thread. A new request replaces the one under way. */
export class Measures {
  readonly #worker = new WorkerClient<MeasureRequest, MeasureResults>(
    () => new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' }),
  );

  /** Resolves to undefined where a newer request or the signal of the options ended this one. */
  compute(
    request: MeasureRequest,
    options: Pick<RunOptions<never>, 'signal' | 'onProgress'> = {},
  ): Promise<Result<MeasureResults> | undefined> {
    return this.#worker.run(request, options);
  }

  close(): void {
    this.#worker.close();
  }
}
