import type { Result } from '../base/result.ts';
import type { Pdf, PdfInformation } from '../figures/pdf/pdf.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface PdfTask {
  /** A figure of ours. */
  readonly svg: string;
  readonly information: PdfInformation;
}

/** Writes figures as PDF in a worker, which fetches the fonts that they need. A new task ends the one under way. */
export class PdfWriter {
  readonly #client = new WorkerClient<PdfTask, Pdf>(
    () => new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' }),
  );

  write(task: PdfTask, options: Pick<RunOptions<never>, 'signal'> = {}): Promise<Result<Pdf> | undefined> {
    return this.#client.run(task, options);
  }

  close(): void {
    this.#client.close();
  }
}
