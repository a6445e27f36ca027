import { drawFigure } from '../figures/draw-figure.ts';
import type { DrawnFigure } from '../figures/figure-kind.ts';
import type { KindsTask } from './figure-kinds.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';

function* draw({ map, kinds, choices }: KindsTask): Task<DrawnFigure> {
  return yield* drawFigure(map, kinds, choices);
}

serve(draw, () => [], prepareKernels());
