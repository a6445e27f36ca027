import type { Result } from '../base/result.ts';
import type { LayoutInput, LayoutOptions, LayoutOutcome } from '../layout/layout.ts';
import { WorkerClient } from './client.ts';

export interface LayoutTask {
  /** Id of the registry. */
  readonly layout: string;
  readonly input: LayoutInput;
  readonly options: LayoutOptions;
  /** Indexes of the input: these alone move, from where they are, by the forces of their ties. */
  readonly movable?: readonly number[];
}

export interface LayoutRun {
  readonly layout?: string;
  readonly options?: LayoutOptions;
  readonly movable?: readonly number[];
  readonly signal?: AbortSignal;
  /** Pictures on the way, at most 30 a second. */
  readonly onFrame?: (frame: LayoutOutcome) => void;
  /** The share done in [0, 1]. */
  readonly onProgress?: (done: number) => void;
}

/** Lays maps out in a worker. A new run ends the one under way, which resolves to undefined; so does an abort. */
export class Layouts {
  readonly #client = new WorkerClient<LayoutTask, LayoutOutcome, LayoutOutcome>(
    () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
  );

  run(input: LayoutInput, run: LayoutRun = {}): Promise<Result<LayoutOutcome> | undefined> {
    const { layout = 'force', options = {}, movable, signal, onFrame, onProgress } = run;
    return this.#client.run(
      { layout, input, options, ...(movable && { movable }) },
      {
        ...(signal && { signal }),
        ...(onFrame && { onPartial: onFrame }),
        ...(onProgress && { onProgress }),
      },
    );
  }

  close(): void {
    this.#client.close();
  }
}
