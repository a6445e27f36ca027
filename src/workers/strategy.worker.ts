import { ok } from '../base/result.ts';
import type { StrategyContent } from '../figures/strategy/content.ts';
import { strategyNumbers, type StrategyNumbers } from '../figures/strategy/numbers.ts';
import { strategyDocument, type StrategyDocument } from '../figures/strategy/strategy-document.ts';
import { compileNetwork } from '../network/network.ts';
import { serve, type Task } from './serve.ts';
import type { StrategyTask } from './strategy.ts';

let views: StrategyContent['views'] = {};

function* work(task: StrategyTask): Task<StrategyNumbers | StrategyDocument> {
  if ('content' in task) {
    views = task.views ?? views;
    return ok(strategyDocument({ ...task.content, views }));
  }
  const { input, options, settings } = task;
  return ok(yield* strategyNumbers(compileNetwork(input, options), options, settings));
}

serve(work);
