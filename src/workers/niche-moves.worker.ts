import { ok } from '../base/result.ts';
import { nicheMoves, type NicheMoves } from '../metrics/niche/change-details.ts';
import { compileNetwork } from '../network/network.ts';
import type { NicheMovesTask } from './niche-moves.ts';
import { serve, type Task } from './serve.ts';

function* compare({ before, after, options }: NicheMovesTask): Task<NicheMoves> {
  return ok(yield* nicheMoves(compileNetwork(before, options), compileNetwork(after, options), options));
}

serve(compare);
