import type { Result } from '../base/result.ts';
import type { Choices, Report, SourceFile } from '../formats/format.ts';
import type { Draft } from '../model/draft.ts';
import type { Round } from '../model/round.ts';
import type { PortableScenario } from '../model/scenario/portable.ts';
import { WorkerClient } from './client.ts';

export interface ReadingTask {
  /** Pasted text is a file without a name. */
  readonly files: readonly SourceFile[];
  readonly choices: Choices;
  /** The bytes of new maps, or records to be joined to an open map. */
  readonly want: 'maps' | 'drafts';
}

export interface ReadOutcome {
  readonly report: Report;
  /**
   * Of each new map its bytes, in pieces that a window takes without freezing: the document is made here, in the
   * worker. A backup holds several maps. Empty when drafts were wanted.
   */
  readonly maps: readonly (readonly Uint8Array[])[];
  /** Of each new map the rounds that lie beside it. */
  readonly rounds: readonly (readonly Round[])[];
  /** Of each new map the id that it had, where the file says so, and what makes it a scenario, where it is one. */
  readonly kin: readonly Kin[];
  readonly drafts: readonly Draft[];
}

/** How a map of a file belongs together with others. */
export interface Kin {
  readonly formerId?: string;
  readonly scenario?: PortableScenario;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** The share done in [0, 1]. */
  readonly onProgress?: (done: number) => void;
}

/** No file of the size that is read takes this long unless it was made to. */
const TIMEOUT_MS = 60_000;

/** Reads files in a worker. A new reading ends the one under way, which resolves to undefined; so does an abort. */
export class Reader {
  readonly #client = new WorkerClient<ReadingTask, ReadOutcome>(
    () => new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' }),
  );

  /** The bytes are copied, not moved: the files are read again when the user chooses otherwise. */
  read(task: ReadingTask, options: ReadOptions = {}): Promise<Result<ReadOutcome> | undefined> {
    return this.#client.run(task, { ...options, timeoutMs: TIMEOUT_MS });
  }

  close(): void {
    this.#client.close();
  }
}
