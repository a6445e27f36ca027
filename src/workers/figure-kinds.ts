import type { Result } from '../base/result.ts';
import type { DrawnFigure, FigureChoices, FigureMap } from '../figures/figure-kind.ts';
import type { FigureKindId, FigurePanel } from '../figures/offers.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface KindsTask {
  readonly map: FigureMap;
  /** One, or several on one page. */
  readonly kinds: readonly (FigureKindId | FigurePanel)[];
  readonly choices: FigureChoices;
}

/** Measures and draws figures of any kind in a worker. A new one ends the one under way, which resolves to undefined. */
export class FigureKinds {
  readonly #client = new WorkerClient<KindsTask, DrawnFigure>(
    () => new Worker(new URL('./figure-kinds.worker.ts', import.meta.url), { type: 'module' }),
  );

  draw(task: KindsTask, options: RunOptions<never> = {}): Promise<Result<DrawnFigure> | undefined> {
    return this.#client.run(task, options);
  }

  close(): void {
    this.#client.close();
  }
}
