import { failed, ok } from '../base/result.ts';
import type { LayoutOutcome } from '../layout/layout.ts';
import { refineAround } from '../layout/refine.ts';
import { layoutById } from '../layout/registry.ts';
import { prepareKernels } from './kernels.ts';
import type { LayoutTask } from './layout.ts';
import { serve, type Task } from './serve.ts';

const FRAME_MS = 33;

function* arrange({ layout, input, options, movable }: LayoutTask): Task<LayoutOutcome, LayoutOutcome> {
  // The options of other layouts mean other things.
  if (movable) return ok(refineAround(input, movable, layout === 'force' ? options : {}));
  const definition = layoutById(layout);
  if (!definition) {
    return failed({
      code: 'unknown-layout',
      message: {
        en: `There is no layout called "${layout}". Nothing was moved; choose one from the list.`,
        zh: `没有名为“${layout}”的布局。未移动任何主体，请从列表中选择。`,
      },
    });
  }
  const { limit = Infinity, name } = definition;
  if (input.ids.length > limit) {
    return failed({
      code: 'too-many-actors',
      message: {
        en: `“${name.en}” can arrange ${limit} actors at most. Nothing was moved; choose another layout.`,
        zh: `“${name.zh}”最多可布局 ${limit} 个主体。未移动任何主体，请换用其他布局。`,
      },
    });
  }
  const steps = definition.run(input, options);
  let nextFrame = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (typeof step.value === 'number') yield step.value;
    else if (performance.now() >= nextFrame) {
      nextFrame = performance.now() + FRAME_MS;
      yield step.value;
    }
  }
}

serve(arrange, ({ x, y }) => [x.buffer, y.buffer] as ArrayBuffer[], prepareKernels());
