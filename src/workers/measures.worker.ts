import { ok } from '../base/result.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../model/measure-options.ts';
import { panel } from '../metrics/panel.ts';
import { compileNetwork, type Network } from '../network/network.ts';
import { prepareKernels } from './kernels.ts';
import type { MeasureAnswer, MeasureTask } from './measures.ts';
import { serve, type Task } from './serve.ts';

/** Kept from one request to the next: what measures share (shortest paths above all) is kept with it. */
let network: Network | undefined;

function* compute({ revision, input, options, ids }: MeasureTask): Task<MeasureAnswer> {
  const start = performance.now();
  if (input) network = compileNetwork(input, options);
  if (!network) throw new Error('The first request has no network.');
  const { actorIds, tieIds, sectorIds, ...values } = yield* panel(network, ids, {
    ...DEFAULT_MEASURE_OPTIONS,
    ...options,
  });
  void [actorIds, tieIds, sectorIds];
  return ok({ ...values, revision, exactMs: exactCost(network), ms: performance.now() - start });
}

function exactCost({ n, outgoing }: Network): number {
  return n * outgoing.columns.length * 2e-6;
}

function buffers({ actor, tie, sector, errors }: MeasureAnswer): Transferable[] {
  const columns = [actor, tie, sector, errors].flatMap((values) => [...values.values()]);
  return columns.map((values) => values.buffer as ArrayBuffer);
}

serve(compute, buffers, prepareKernels());
