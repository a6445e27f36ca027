import { failed, type Result } from '../base/result.ts';
import type { Reply, Request } from './serve.ts';

export interface RunOptions<Partial> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  readonly onPartial?: (value: Partial) => void;
  /** Buffers that move to the worker instead of being copied. */
  readonly transfer?: Transferable[];
  /** After this time the worker is killed and the task fails; a new worker starts with the next task. */
  readonly timeoutMs?: number;
}

interface Pending<Output, Partial> {
  readonly task: number;
  readonly resolve: (result: Result<Output> | undefined) => void;
  readonly options: RunOptions<Partial>;
}

/**
 * A window's end of one worker program. One task runs at a time: starting another, or the abort signal, ends the one
 * under way, whose promise then resolves to undefined.
 */
export class WorkerClient<Input, Output, Partial = never> {
  #worker: Worker | undefined;
  #pending: Pending<Output, Partial> | undefined;
  #lastTask = 0;

  constructor(private readonly create: () => Worker) {}

  run(input: Input, options: RunOptions<Partial> = {}): Promise<Result<Output> | undefined> {
    this.#finish(undefined);
    if (options.signal?.aborted) return Promise.resolve(undefined);
    const task = ++this.#lastTask;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const timer =
        options.timeoutMs === undefined ? undefined : setTimeout(() => this.#kill(task), options.timeoutMs);
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel', task } satisfies Request<Input>);
        if (this.#pending?.task === task) this.#finish(undefined);
      };
      options.signal?.addEventListener('abort', cancel, { once: true });
      this.#pending = {
        task,
        options,
        resolve: (result) => {
          clearTimeout(timer);
          options.signal?.removeEventListener('abort', cancel);
          resolve(result);
        },
      };
      worker.postMessage({ kind: 'run', task, input } satisfies Request<Input>, options.transfer ?? []);
    });
  }

  /** Ends the worker; the task under way resolves to undefined. */
  close(): void {
    this.#finish(undefined);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const worker = this.create();
    worker.onmessage = (event: MessageEvent<Reply<Output, Partial>>) => {
      const reply = event.data;
      const pending = this.#pending;
      if (!pending || pending.task !== reply.task) return;
      if (reply.kind === 'progress') pending.options.onProgress?.(reply.done);
      else if (reply.kind === 'partial') pending.options.onPartial?.(reply.value);
      else if (reply.kind === 'done') this.#finish(reply.result);
      else this.#crash(reply.message);
    };
    worker.onerror = (event) => this.#crash(event.message);
    return worker;
  }

  #finish(result: Result<Output> | undefined): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.resolve(result);
  }

  #crash(detail: string): void {
    this.#finish(
      failed({
        code: 'worker-crashed',
        message: {
          en: `The calculation stopped unexpectedly (${detail}). Your map is untouched; try again.`,
          zh: `计算意外中止（${detail}）。地图未受影响，请重试。`,
        },
      }),
    );
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #kill(task: number): void {
    if (this.#pending?.task !== task) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#finish(
      failed({
        code: 'timed-out',
        message: {
          en: 'This took too long and was stopped. Nothing was changed; try with a smaller file.',
          zh: '用时过长，已停止。未作任何更改，请用较小的文件重试。',
        },
      }),
    );
  }
}
