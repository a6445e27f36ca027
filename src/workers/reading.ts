import type { Result } from '../base/result.ts';
import type { Choices, Reading, SourceFile } from '../formats/format.ts';
import { WorkerClient } from './client.ts';

export interface ReadingTask {
  readonly files: readonly SourceFile[];
  /** Pasted text, in place of files. */
  readonly text?: string;
  readonly choices: Choices;
}

/** What comes of reading: the map to be reviewed and the report. */
export type ReadOutcome = Reading;

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
  read(
    files: readonly SourceFile[],
    choices: Choices = {},
    options: ReadOptions = {},
  ): Promise<Result<ReadOutcome> | undefined> {
    return this.#client.run({ files, choices }, { ...options, timeoutMs: TIMEOUT_MS });
  }

  /** Pasted text. */
  readText(
    text: string,
    choices: Choices = {},
    options: ReadOptions = {},
  ): Promise<Result<ReadOutcome> | undefined> {
    return this.#client.run({ files: [], text, choices }, { ...options, timeoutMs: TIMEOUT_MS });
  }

  close(): void {
    this.#client.close();
  }
}
