import { ok } from '../base/result.ts';
import { drawnFigure, type DrawnFigure } from '../figures/network-figure.ts';
import { serve, type Task } from './serve.ts';
import type { NetworkFigureTask } from './studio.ts';

// eslint-disable-next-line require-yield -- a figure is drawn in one go
function* draw({ scene, options }: NetworkFigureTask): Task<DrawnFigure> {
  return ok(drawnFigure(scene, options));
}

serve(draw);
