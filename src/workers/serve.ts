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

/** What a task yields: the share done in [0, 1], a partial result, or what it waits for. */
export type Step<Partial = never> = number | { readonly partial: () => Partial } | Promise<unknown>;

/**
 * Work in steps, each of a few milliseconds at most, so that a cancel is heard between two of them, and while it waits
 * for a promise. A task that is ended on its way returns from where it is: its `finally` blocks run.
 */
export type Task<Output, Partial = never> = Generator<Step<Partial>, Result<Output, Problem>, void>;

const SLICE_MS = 20;
/** The window shows no more partial results than one a frame. */
const FRAME_MS = 16;

/**
 * Makes this worker run one kind of task. A new task replaces the one under way: latest wins. Buffers named by
 * `transfer` move to the window instead of being copied. No task starts before `ready`, which never fails.
 */
export function serve<Input, Output, Partial = never>(
  start: (input: Input) => Task<Output, Partial>,
  transfer: (output: Output) => Transferable[] = () => [],
  ready: Promise<void> = Promise.resolve(),
): void {
  const scope = self;
  const post = (reply: Reply<Output, Partial>, moved: Transferable[] = []): void =>
    scope.postMessage(reply, { transfer: moved });
  let current = -1;
  /** Ends the wait of the task under way. */
  let interrupt = (): void => undefined;

  // A message to ourselves is the cheapest way to let the messages of the window in between two slices.
  const pause = new MessageChannel();
  const breathe = (): Promise<void> =>
    new Promise((resolve) => {
      pause.port1.onmessage = () => resolve();
      pause.port2.postMessage(null);
    });

  async function run(task: number, input: Input): Promise<void> {
    current = task;
    const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
    const steps = start(input);
    try {
      let sliceEnd = performance.now() + SLICE_MS;
      let nextFrame = 0;
      for (;;) {
        const step = steps.next();
        if (step.done) {
          post({ kind: 'done', task, result: step.value }, step.value.ok ? transfer(step.value.value) : []);
          return;
        }
        if (step.value instanceof Promise) {
          await Promise.race([step.value, interrupted]);
          if (current !== task) return;
          continue;
        }
        if (typeof step.value === 'object' && performance.now() >= nextFrame) {
          post({ kind: 'partial', task, value: step.value.partial() });
          nextFrame = performance.now() + FRAME_MS;
        }
        if (performance.now() < sliceEnd) continue;
        if (typeof step.value === 'number') post({ kind: 'progress', task, done: step.value });
        await breathe();
        if (current !== task) return;
        sliceEnd = performance.now() + SLICE_MS;
      }
    } catch (error) {
      post({ kind: 'crashed', task, message: error instanceof Error ? error.message : String(error) });
    } finally {
      // Of no effect on one that has come to its end.
      steps.return(undefined as never);
    }
  }

  let queue = ready;
  scope.onmessage = (event: MessageEvent<Request<Input>>) => {
    const request = event.data;
    if (request.kind === 'cancel') {
      if (current !== request.task) return;
      current = -1;
      interrupt();
      return;
    }
    current = request.task;
    interrupt();
    queue = queue.then(() => (current === request.task ? run(request.task, request.input) : undefined));
  };
}
