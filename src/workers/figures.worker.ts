import { ok } from '../base/result.ts';
import { networkFigure } from '../figures/network-figure.ts';
import type { FigureTask } from './figures.ts';
import { serve, type Task } from './serve.ts';

// eslint-disable-next-line require-yield -- a figure is drawn in one go
function* draw({ scene, options }: FigureTask): Task<string> {
  return ok(networkFigure(scene, options));
}

serve(draw);
