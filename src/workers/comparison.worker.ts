import { ok } from '../base/result.ts';
import { compareStates, type StatesComparison } from '../metrics/scenarios/compare-states.ts';
import { compileNetwork } from '../network/network.ts';
import type { ComparisonTask } from './comparison.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';

function* compare({ states, options, measures, thresholds }: ComparisonTask): Task<StatesComparison> {
  const networks = states.map((input) => compileNetwork(input, options));
  return ok(yield* compareStates(networks, measures, options, { thresholds }));
}

serve(compare, () => [], prepareKernels());
