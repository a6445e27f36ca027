import { ok } from '../base/result.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../model/measure-options.ts';
import { panel } from '../metrics/panel.ts';
import { sweptNetwork } from '../metrics/paths/path-options.ts';
import { exactCost } from '../metrics/paths/path-kernels.ts';
import { measureById } from '../metrics/registry.ts';
import { compileNetwork, type Network } from '../network/network.ts';
import { prepareKernels } from './kernels.ts';
import type { MeasureAnswer, MeasureTask } from './measures.ts';
import { serve, type Task } from './serve.ts';
import { Sweepers } from './sweep.ts';
import { installTrustedTypes } from './trusted-types.ts';

/** Actors: the paths of fewer are found before other workers would have begun. */
const MANY_ACTORS = 1000;
const MOST_SWEEPERS = 4;
/** What the paths take of the whole time, for the progress shown. */
const SHARE_OF_PATHS = 0.9;

installTrustedTypes();

const cores = Math.min(MOST_SWEEPERS, navigator.hardwareConcurrency);
let sweepers: Sweepers | undefined;
/** Kept from one request to the next: what measures share (shortest paths above all) is kept with it. */
let network: Network | undefined;

function* compute({ revision, input, options, ids }: MeasureTask): Task<MeasureAnswer> {
  const start = performance.now();
  if (input) network = compileNetwork(input, options);
  if (!network) throw new Error('The first request has no network.');
  const all: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, ...options };
  const spread = cores > 1 && network.n >= MANY_ACTORS;
  if (spread && ids.some((id) => measureById(id)?.usesPaths)) {
    sweepers ??= new Sweepers(cores);
    for (const step of sweepers.prepare(sweptNetwork(network, all), all))
      yield typeof step === 'number' ? SHARE_OF_PATHS * step : step;
  }
  const {
    actorIds: _actors,
    tieIds: _ties,
    sectorIds: _sectors,
    ...values
  } = yield* panel(network, ids, all);
  const exactMs = exactCost(network) / (spread ? cores : 1);
  return ok({ ...values, revision, exactMs, ms: performance.now() - start });
}

function buffers({ actor, tie, sector, errors }: MeasureAnswer): Transferable[] {
  const columns = [actor, tie, sector, errors].flatMap((values) => [...values.values()]);
  return columns.map((values) => values.buffer as ArrayBuffer);
}

serve(compute, buffers, prepareKernels());
