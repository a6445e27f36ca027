import type { Result } from '../base/result.ts';
import type { ComparisonFigureOptions, ComparisonPicture } from '../figures/comparison.ts';
import type { DetailFigureOptions, DrawnDetail } from '../figures/figure.ts';
import { WorkerClient } from './client.ts';

export type FigureTask =
  | { readonly comparison: ComparisonPicture; readonly options: ComparisonFigureOptions }
  | { readonly detail: DrawnDetail; readonly options: DetailFigureOptions };

/** Draws figures as SVG in a worker. A new one ends the one under way, which resolves to undefined. */
export class Figures {
  readonly #client = new WorkerClient<FigureTask, string>(
    () => new Worker(new URL('./figures.worker.ts', import.meta.url), { type: 'module' }),
  );

  /** What is more than one number. */
  drawDetail(detail: DrawnDetail, options: DetailFigureOptions): Promise<Result<string> | undefined> {
    return this.#client.run({ detail, options });
  }

  /** States of a map side by side. */
  drawComparison(
    comparison: ComparisonPicture,
    options: ComparisonFigureOptions,
  ): Promise<Result<string> | undefined> {
    return this.#client.run({ comparison, options });
  }

  close(): void {
    this.#client.close();
  }
}
