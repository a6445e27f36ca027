import type { Result } from '../base/result.ts';
import type { Diagnosis } from '../metrics/diagnosis/diagnose.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface DiagnosisRequest {
  /** The same object is the same network: it is sent and compiled once. */
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
  readonly thresholds: DiagnosisSettings['thresholds'];
}

/** A request as the worker gets it: without the input where that of the request before is meant. */
export interface DiagnosisTask extends Omit<DiagnosisRequest, 'input'> {
  readonly input: NetworkInput | null;
}

/** Tests the rules of diagnosis away from the main thread. A new request replaces the one under way. */
export class DiagnosisClient {
  readonly #client = new WorkerClient<DiagnosisTask, Diagnosis>(
    () => new Worker(new URL('./diagnosis.worker.ts', import.meta.url), { type: 'module' }),
  );
  /** What the worker holds compiled. */
  #held: { readonly input: NetworkInput; readonly reading: string } | undefined;

  /** Resolves to undefined where a newer request ended this one. */
  async diagnose(
    { input, options, thresholds }: DiagnosisRequest,
    watching: Pick<RunOptions<never>, 'onProgress'> = {},
  ): Promise<Result<Diagnosis> | undefined> {
    const reading = `${options.ignoreDirection} ${options.ignoreWeights}`;
    const holds = this.#held?.input === input && this.#held.reading === reading;
    // Whether a request that is ended on its way has been compiled is not known.
    this.#held = undefined;
    const result = await this.#client.run({ input: holds ? null : input, options, thresholds }, watching);
    if (result?.ok) this.#held = { input, reading };
    return result;
  }

  close(): void {
    this.#held = undefined;
    this.#client.close();
  }
}
