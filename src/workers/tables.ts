import type { Language } from '../base/localized.ts';
import type { Result } from '../base/result.ts';
import type { TableWanted } from '../figures/tables/registry.ts';
import type { DataTable } from '../figures/tables/table.ts';
import type { TableTask } from '../figures/tables/table-source.ts';
import { WorkerClient, type RunOptions } from './client.ts';

/** Which tables are to be made of a map. */
export interface TablesTask extends Omit<TableTask, 'measures' | 'diagnosis'> {
  readonly wanted: readonly TableWanted[];
  readonly language: Language;
}

/** Computes what tables show, and makes them, in a worker. A new task ends the one under way, which resolves to undefined. */
export class TableMaker {
  readonly #client = new WorkerClient<TablesTask, readonly DataTable[]>(
    () => new Worker(new URL('./tables.worker.ts', import.meta.url), { type: 'module' }),
  );

  make(
    task: TablesTask,
    options: Pick<RunOptions<never>, 'onProgress'> = {},
  ): Promise<Result<readonly DataTable[]> | undefined> {
    return this.#client.run(task, options);
  }

  close(): void {
    this.#client.close();
  }
}
