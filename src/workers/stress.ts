import type { Result } from '../base/result.ts';
import type { CurveDetail } from '../metrics/detail.ts';
import type { Shock } from '../metrics/stress/shock.ts';
import type { StressResult } from '../metrics/stress/stress.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface StressRequest {
  /** The same object is the same network: it is sent and compiled once. */
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
  /** What is lost; or else the curve of all actors leaving, in the order that the options say. */
  readonly shock: Shock | 'curve';
}

/** A request as the worker gets it: without the input where that of the request before is meant. */
export interface StressTask extends Omit<StressRequest, 'input'> {
  readonly input: NetworkInput | null;
}

/** Null where the network has no actors. */
export type StressAnswer =
  | { readonly of: 'shock'; readonly result: StressResult | null }
  | { readonly of: 'curve'; readonly curve: CurveDetail | null };

/** Tests what a network loses, away from the main thread. A new request replaces the one under way. */
export class StressClient {
  readonly #worker = new WorkerClient<StressTask, StressAnswer>(
    () => new Worker(new URL('./stress.worker.ts', import.meta.url), { type: 'module' }),
  );
  /** What the worker holds compiled. */
  #held: { readonly input: NetworkInput; readonly reading: string } | undefined;

  /** Resolves to undefined where a newer request or the signal of the options ended this one. */
  async run(
    request: StressRequest,
    options: Pick<RunOptions<never>, 'signal' | 'onProgress'> = {},
  ): Promise<Result<StressAnswer> | undefined> {
    const { input } = request;
    const reading = `${request.options.ignoreDirection} ${request.options.ignoreWeights}`;
    const holds = this.#held?.input === input && this.#held.reading === reading;
    // Whether a request that is ended on its way has been compiled is not known.
    this.#held = undefined;
    const result = await this.#worker.run({ ...request, input: holds ? null : input }, options);
    if (result?.ok) this.#held = { input, reading };
    return result;
  }

  close(): void {
    this.#held = undefined;
    this.#worker.close();
  }
}
