import { ok } from '../base/result.ts';
import { sweepStrips, type StripSums } from '../metrics/paths/strips.ts';
import { SUM_NAMES } from '../metrics/paths/kernel.ts';
import type { Network } from '../network/network.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';
import type { StripTask } from './sweep.ts';

/** Kept from one task to the next. */
let held: Network | undefined;

function* sweep({ network, first, end, options }: StripTask): Task<StripSums[]> {
  if (network) held = network;
  if (!held) throw new Error('The first task has no network.');
  return ok(yield* sweepStrips(held, options, first, end));
}

serve(
  sweep,
  (strips) => strips.flatMap((sums) => SUM_NAMES.map((name) => sums[name].buffer as ArrayBuffer)),
  prepareKernels(),
);
