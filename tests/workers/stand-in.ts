import { vi } from 'vitest';

type Listener = (event: { data: unknown }) => void;

interface Scope {
  onmessage?: Listener;
  postMessage?: (data: unknown, options: { transfer: Transferable[] }) => void;
}

interface Posted {
  readonly program: string;
  readonly message: { readonly kind: string; readonly task: number; readonly result?: unknown };
}

/**
 * Workers in this thread: the same programs and the same cloning of messages, each with a global scope and modules of its
 * own; those of the program `refuse` can't be started. Returns what the programs have posted.
 */
export function standInWorkers(cores: number, { refuse = '' } = {}): { readonly posted: readonly Posted[] } {
  const posted: Posted[] = [];
  let loading = Promise.resolve();
  vi.stubGlobal('navigator', { hardwareConcurrency: cores });

  function load(program: string, scope: Scope): Promise<void> {
    loading = loading.then(async () => {
      vi.stubGlobal('self', scope);
      vi.resetModules();
      if (program === 'sweep') await import('../../src/workers/sweep.worker.ts');
      else await import('../../src/workers/measures.worker.ts');
    });
    return loading;
  }

  class WorkerStub {
    onmessage?: Listener;
    readonly #scope: Scope;
    readonly #loaded: Promise<void>;

    constructor(url: URL) {
      const program = /(\w+)\.worker/.exec(url.href)?.[1] ?? '';
      if (program === refuse) throw new TypeError('No worker of this address.');
      this.#scope = {
        postMessage: (data, { transfer }) => {
          const copy: unknown = structuredClone(data, { transfer });
          posted.push({ program, message: copy as Posted['message'] });
          queueMicrotask(() => this.onmessage?.({ data: copy }));
        },
      };
      this.#loaded = load(program, this.#scope);
    }

    postMessage(data: unknown): void {
      const copy: unknown = structuredClone(data);
      void this.#loaded.then(() => this.#scope.onmessage?.({ data: copy }));
    }

    terminate(): void {
      this.#scope.postMessage = () => undefined;
    }
  }
  vi.stubGlobal('Worker', WorkerStub);
  return { posted };
}
