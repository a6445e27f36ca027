import { ok } from '../base/result.ts';
import { foldUpdates, type FoldedUpdates, type Folding } from '../model/bytes.ts';
import { serve } from './serve.ts';

/** One step: Yjs merges in one go. Undefined where a record is missing. */
serve<Folding, FoldedUpdates | undefined>(function* (folding) {
  yield 0;
  return ok(foldUpdates(folding));
});
