import { ok } from '../base/result.ts';
import { sweepStrip, type StripSums } from '../metrics/paths/strips.ts';
import type { Network } from '../network/network.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';
import type { StripTask } from './sweep.ts';

/** Kept from one strip to the next. */
let held: Network | undefined;

function* sweep({ network, strip, options }: StripTask): Task<StripSums> {
  if (network) held = network;
  if (!held) throw new Error('The first strip has no network.');
  return ok(yield* sweepStrip(held, strip, options));
}

serve(
  sweep,
  (sums) => Object.values(sums).map((values: Float64Array) => values.buffer as ArrayBuffer),
  prepareKernels(),
);
