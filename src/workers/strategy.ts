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

export interface StrategyDocumentTask {
  readonly content: Omit<StrategyContent, 'views'>;
  /** Null where those of the task before are meant: on a large map they take long to be sent. */
  readonly views: StrategyContent['views'] | null;
}

export type StrategyTask = StrategyNumbersTask | StrategyDocumentTask;

const start = (): Worker => new Worker(new URL('./strategy.worker.ts', import.meta.url), { type: 'module' });

/** Computes and writes strategy pages in workers. A new task of either kind ends the one of its kind under way. */
export class StrategyWriter {
  readonly #numbers = new WorkerClient<StrategyTask, StrategyNumbers>(start);
  readonly #documents = new WorkerClient<StrategyTask, StrategyDocument>(start);
  /** What the worker of the documents holds. */
  #held: StrategyContent['views'] | undefined;

  numbers(
    task: StrategyNumbersTask,
    options: Pick<RunOptions<never>, 'onProgress'> = {},
  ): Promise<Result<StrategyNumbers> | undefined> {
    return this.#numbers.run(task, options);
  }

  async document({ views, ...content }: StrategyContent): Promise<Result<StrategyDocument> | undefined> {
    const holds = this.#held === views;
    // Whether a task that is ended on its way has been heard is not known.
    this.#held = undefined;
    const written = await this.#documents.run({ content, views: holds ? null : views });
    if (written?.ok) this.#held = views;
    return written;
  }

  close(): void {
    this.#held = undefined;
    this.#numbers.close();
    this.#documents.close();
  }
}
