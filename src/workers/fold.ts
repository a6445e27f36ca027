import type { FoldedUpdates, Folding } from '../model/bytes.ts';
import { WorkerClient } from './client.ts';

/** Folds a journal away from the main thread. Each fold has a worker of its own: two maps may be folded at once. */
export async function foldInWorker(folding: Folding): Promise<FoldedUpdates | undefined> {
  const client = new WorkerClient<Folding, FoldedUpdates | undefined>(
    () => new Worker(new URL('./fold.worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    const result = await client.run(folding);
    // Undefined would say that a record is missing: a fold that did not happen is another thing.
    if (!result?.ok) throw new Error(result?.problem.code ?? 'cancelled');
    return result.value;
  } finally {
    client.close();
  }
}
