import { ok } from '../base/result.ts';
import { comparisonFigure } from '../figures/comparison-figure.ts';
import { detailFigure } from '../figures/detail-figure.ts';
import type { FigureTask } from './figures.ts';
import { serve, type Task } from './serve.ts';

// eslint-disable-next-line require-yield -- a figure is drawn in one go
function* draw(task: FigureTask): Task<string> {
  if ('comparison' in task) return ok(comparisonFigure(task.comparison, task.options));
  return ok(detailFigure(task.detail, task.options) ?? '');
}

serve(draw);
