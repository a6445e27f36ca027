import type { Result } from '../base/result.ts';
import type { NetworkFigureOptions } from '../figures/network-figure.ts';
import type { Scene } from '../scene/scene.ts';
import { WorkerClient } from './client.ts';

export interface FigureTask {
  readonly scene: Scene;
  readonly options: NetworkFigureOptions;
}

/** Draws figures as SVG in a worker. A new one ends the one under way, which resolves to undefined. */
export class Figures {
  readonly #client = new WorkerClient<FigureTask, string>(
    () => new Worker(new URL('./figures.worker.ts', import.meta.url), { type: 'module' }),
  );

  draw(scene: Scene, options: NetworkFigureOptions): Promise<Result<string> | undefined> {
    return this.#client.run({ scene, options });
  }

  close(): void {
    this.#client.close();
  }
}
