import type { Result } from '../base/result.ts';
import type { StatesComparison } from '../metrics/scenarios/compare-states.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface ComparisonTask {
  /** The first is what the others are compared with. */
  readonly states: readonly NetworkInput[];
  readonly options: NetworkOptions & MeasureOptions;
  /** Ids of the measures wanted of each. */
  readonly measures: readonly string[];
  readonly thresholds: DiagnosisSettings['thresholds'];
}

/** Compares several states of a map in a worker. A new task ends the one under way. */
export class ComparisonClient {
  readonly #client = new WorkerClient<ComparisonTask, StatesComparison>(
    () => new Worker(new URL('./comparison.worker.ts', import.meta.url), { type: 'module' }),
  );

  compare(
    task: ComparisonTask,
    options: Pick<RunOptions<never>, 'signal' | 'onProgress'> = {},
  ): Promise<Result<StatesComparison> | undefined> {
    return this.#client.run(task, options);
  }

  close(): void {
    this.#client.close();
  }
}
