import { ok } from '../base/result.ts';
import { attackCurve } from '../metrics/resilience/robustness.ts';
import { stressOf } from '../metrics/stress/stress.ts';
import { compileNetwork, type Network, type NetworkInput } from '../network/network.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';
import type { StressAnswer, StressTask } from './stress.ts';

/** Kept from one request to the next: what tests share (the measures before) is kept with it. */
let held: { readonly input: NetworkInput; readonly network: Network } | undefined;

function* test({ input, options, shock }: StressTask): Task<StressAnswer> {
  if (input) held = { input, network: compileNetwork(input, options) };
  if (!held) throw new Error('The first request has no network.');
  if (shock !== 'curve')
    return ok({ of: 'shock', result: yield* stressOf(held.input, held.network, shock, options) });
  const curve = yield* attackCurve.compute(held.network, options);
  return ok({ of: 'curve', curve: curve?.kind === 'curve' ? curve : null });
}

serve(test, undefined, prepareKernels());
