import { ok } from '../base/result.ts';
import { diagnose, type Diagnosis } from '../metrics/diagnosis/diagnose.ts';
import { compileNetwork, type Network } from '../network/network.ts';
import type { DiagnosisTask } from './diagnosis.ts';
import { serve, type Task } from './serve.ts';

/** Kept from one request to the next: where a threshold alone has changed, little is computed anew. */
let network: Network | undefined;

function* test({ input, options, thresholds }: DiagnosisTask): Task<Diagnosis> {
  if (input) network = compileNetwork(input, options);
  if (!network) throw new Error('The first request has no network.');
  return ok(yield* diagnose(network, options, { thresholds }));
}

serve(test);
