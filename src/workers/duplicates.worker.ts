import { ok } from '../base/result.ts';
import { likelyDuplicates, type LikelyDuplicate, type NamesOfMap } from '../model/duplicates.ts';
import { serve, type Task } from './serve.ts';

function* find(names: NamesOfMap): Task<readonly LikelyDuplicate[]> {
  yield 0;
  return ok(likelyDuplicates(names));
}

serve(find);
