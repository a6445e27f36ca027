import type { Result } from '../base/result.ts';
import type { StrategyContent } from '../figures/strategy/content.ts';
import type { StrategyNumbers } from '../figures/strategy/numbers.ts';
import type { StrategyDocument } from '../figures/strategy/strategy-document.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface StrategyNumbersTask {
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
  readonly settings: DiagnosisSettings;
}

export type StrategyTask = StrategyNumbersTask | { readonly content: StrategyContent };

const start = (): Worker => new Worker(new URL('./strategy.worker.ts', import.meta.url), { type: 'module' });

/** Computes and writes strategy pages in workers. A new task of either kind ends the one of its kind under way. */
export class StrategyWriter {
  readonly #numbers = new WorkerClient<StrategyTask, StrategyNumbers>(start);
  readonly #documents = new WorkerClient<StrategyTask, StrategyDocument>(start);

  numbers(
    task: StrategyNumbersTask,
    options: Pick<RunOptions<never>, 'onProgress'> = {},
  ): Promise<Result<StrategyNumbers> | undefined> {
    return this.#numbers.run(task, options);
  }

  document(content: StrategyContent): Promise<Result<StrategyDocument> | undefined> {
    return this.#documents.run({ content });
  }

  close(): void {
    this.#numbers.close();
    this.#documents.close();
  }
}
