import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';

/** What a window sends to a worker program. */
export type Request<Input> =
  | { readonly kind: 'run'; readonly task: number; readonly input: Input }
  | { readonly kind: 'cancel'; readonly task: number };

/** What a worker program answers; `partial` carries intermediate results, such as the frames of a layout. */
export type Reply<Output, Partial> =
  | { readonly kind: 'progress'; readonly task: number; readonly done: number }
  | { readonly kind: 'partial'; readonly task: number; readonly value: Partial }
  | { readonly kind: 'done'; readonly task: number; readonly result: Result<Output> }
  | { readonly kind: 'crashed'; readonly task: number; readonly message: string };

/** What a task yields: the share done in [0, 1], or a partial result. */
export type Step<Partial = never> = number | { readonly partial: Partial };

/** Work in steps, each of a few milliseconds at most, so that a cancel is heard between two of them. */
export type Task<Output, Partial = never> = Generator<Step<Partial>, Result<Output, Problem>, void>;

const SLICE_MS = 20;

/**
 * Makes this worker run one kind of task. A new task replaces the one under way: latest wins. Buffers named by
 * `transfer` move to the window instead of being copied. No task starts before `ready`, which never fails.
 */
export function serve<Input, Output, Partial = never>(
  start: (input: Input) => Task<Output, Partial>,
  transfer: (output: Output) => Transferable[] = () => [],
  ready: Promise<void> = Promise.resolve(),
): void {
  const post = (reply: Reply<Output, Partial>, moved: Transferable[] = []): void =>
    self.postMessage(reply, { transfer: moved });
  let current = -1;

  // A message to ourselves is the cheapest way to let the messages of the window in between two slices.
  const pause = new MessageChannel();
  const breathe = (): Promise<void> =>
    new Promise((resolve) => {
      pause.port1.onmessage = () => resolve();
      pause.port2.postMessage(null);
    });

  async function run(task: number, input: Input): Promise<void> {
    current = task;
    try {
      const steps = start(input);
      let sliceEnd = performance.now() + SLICE_MS;
      for (;;) {
        const step = steps.next();
        if (step.done) {
          post({ kind: 'done', task, result: step.value }, step.value.ok ? transfer(step.value.value) : []);
          return;
        }
        if (typeof step.value === 'object') post({ kind: 'partial', task, value: step.value.partial });
        if (performance.now() < sliceEnd) continue;
        if (typeof step.value === 'number') post({ kind: 'progress', task, done: step.value });
        await breathe();
        if (current !== task) return;
        sliceEnd = performance.now() + SLICE_MS;
      }
    } catch (error) {
      post({ kind: 'crashed', task, message: error instanceof Error ? error.message : String(error) });
    }
  }

  let queue = ready;
  self.onmessage = (event: MessageEvent<Request<Input>>) => {
    const request = event.data;
    if (request.kind === 'cancel') {
      if (current === request.task) current = -1;
      return;
    }
    current = request.task;
    queue = queue.then(() => (current === request.task ? run(request.task, request.input) : undefined));
  };
}
