import type { Result } from '../base/result.ts';
import type { LikelyDuplicate, NamesOfMap } from '../model/duplicates.ts';
import { WorkerClient } from './client.ts';

/** Finds actors of like names in a worker. A new task ends the one under way. */
export class DuplicatesClient {
  readonly #client = new WorkerClient<NamesOfMap, readonly LikelyDuplicate[]>(
    () => new Worker(new URL('./duplicates.worker.ts', import.meta.url), { type: 'module' }),
  );

  find(names: NamesOfMap): Promise<Result<readonly LikelyDuplicate[]> | undefined> {
    return this.#client.run(names);
  }

  close(): void {
    this.#client.close();
  }
}
