import type { Result } from '../base/result.ts';
import type { NicheMoves } from '../metrics/niche/change-details.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface NicheMovesTask {
  readonly before: NetworkInput;
  readonly after: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
}

/** Compares the niches of two states of a map in a worker. A new task ends the one under way. */
export class NicheMovesClient {
  readonly #client = new WorkerClient<NicheMovesTask, NicheMoves>(
    () => new Worker(new URL('./niche-moves.worker.ts', import.meta.url), { type: 'module' }),
  );

  compare(
    task: NicheMovesTask,
    options: Pick<RunOptions<never>, 'onProgress'> = {},
  ): Promise<Result<NicheMoves> | undefined> {
    return this.#client.run(task, options);
  }

  close(): void {
    this.#client.close();
  }
}
