import { ok } from '../base/result.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../model/measure-options.ts';
import { panel } from '../metrics/panel.ts';
import { compileNetwork } from '../network/network.ts';
import type { MeasureRequest, MeasureResults } from './measures.ts';
import { serve } from './serve.ts';

serve<MeasureRequest, MeasureResults>(
  function* ({ revision, input, options, ids }) {
    const start = performance.now();
    const values = yield* panel(compileNetwork(input, options), ids, {
      ...DEFAULT_MEASURE_OPTIONS,
      ...options,
    });
    return ok({ ...values, revision, ms: performance.now() - start });
  },
  ({ actor }) => [...actor.values()].map((values) => values.buffer as ArrayBuffer),
);
