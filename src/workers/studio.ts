import type { Result } from '../base/result.ts';
import type { DrawnFigure, NetworkFigureOptions } from '../figures/network-figure.ts';
import type { Scene } from '../scene/scene.ts';
import { WorkerClient } from './client.ts';

export interface NetworkFigureTask {
  readonly scene: Scene;
  readonly options: NetworkFigureOptions;
}

/** Draws the map as a figure, in a worker. A new one ends the one under way, which resolves to undefined. */
export class NetworkFigures {
  readonly #client = new WorkerClient<NetworkFigureTask, DrawnFigure>(
    () => new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' }),
  );

  draw(scene: Scene, options: NetworkFigureOptions): Promise<Result<DrawnFigure> | undefined> {
    return this.#client.run({ scene, options });
  }

  close(): void {
    this.#client.close();
  }
}
