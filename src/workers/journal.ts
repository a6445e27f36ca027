import type { Result } from '../base/result.ts';
import type { Journal } from '../storage/journal.ts';

export interface JournalTask {
  readonly kind: 'load' | 'compact';
  readonly mapId: string;
}

/**
 * A journal whose long work, to load a map and to fold its appends, is done in a worker: to put the pieces of a large
 * map in order takes a third of a second. Where no worker can be had, the window does it itself.
 */
export function journalInWorker(here: Journal): Journal {
  return {
    ...here,
    load: (mapId) => inWorker({ kind: 'load', mapId }, () => here.load(mapId)),
    compact: (mapId) => inWorker({ kind: 'compact', mapId }, () => here.compact(mapId)),
  };
}

/** Each task has a worker of its own: two maps may be folded at once. */
function inWorker<T>(task: JournalTask, otherwise: () => Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: Result<T> | Promise<Result<T>>): void => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<Result<T>>) => finish(data);
    worker.onerror = (event) => {
      event.preventDefault();
      finish(otherwise());
    };
    worker.postMessage(task);
  });
}
