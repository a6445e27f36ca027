import type { Result } from '../base/result.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { PanelValues } from '../metrics/panel.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface MeasureRequest {
  /** Of the state that the input was made from; comes back with the results. */
  readonly revision: number;
  /** The same object is the same network: it is sent and compiled once. */
  readonly input: NetworkInput;
  /** Of the measures' own options those left out take their defaults. */
  readonly options: NetworkOptions & Partial<MeasureOptions>;
  /** Ids of the measures wanted. */
  readonly ids: readonly string[];
}

/** A request as the worker gets it: without the input where that of the request before is meant. */
export interface MeasureTask extends Omit<MeasureRequest, 'input'> {
  readonly input: NetworkInput | null;
}

type Ids = 'actorIds' | 'tieIds' | 'sectorIds';

/** What the worker answers: the window has the ids. */
export interface MeasureAnswer extends Omit<PanelValues, Ids> {
  readonly revision: number;
  /** From start to end in the worker, waits included. */
  readonly ms: number;
  /** What the shortest paths from all actors would take here, roughly. */
  readonly exactMs: number;
}

export interface MeasureResults extends MeasureAnswer, Pick<PanelValues, Ids> {}

/** Computes measures away from the main thread. A new request replaces the one under way. */
export class Measures {
  readonly #worker = new WorkerClient<MeasureTask, MeasureAnswer>(
    () => new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' }),
  );
  /** What the worker holds compiled. */
  #held: { readonly input: NetworkInput; readonly reading: string } | undefined;

  /** Resolves to undefined where a newer request or the signal of the options ended this one. */
  async compute(
    request: MeasureRequest,
    options: Pick<RunOptions<never>, 'signal' | 'onProgress'> = {},
  ): Promise<Result<MeasureResults> | undefined> {
    const { input } = request;
    const reading = `${request.options.ignoreDirection} ${request.options.ignoreWeights}`;
    const holds = this.#held?.input === input && this.#held.reading === reading;
    // Whether a request that is ended on its way has been compiled is not known.
    this.#held = undefined;
    const result = await this.#worker.run({ ...request, input: holds ? null : input }, options);
    if (!result?.ok) return result;
    this.#held = { input, reading };
    const { actorIds, tieIds, sectorIds } = input;
    return { ok: true, value: { ...result.value, actorIds, tieIds, sectorIds } };
  }

  close(): void {
    this.#worker.close();
  }
}
