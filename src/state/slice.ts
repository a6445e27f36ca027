import { nextTask } from '../storage/next-task.ts';

const SLICE_MS = 10;

/** Long work in turns with the page: whoever finds it over rests until the page has had its turn. */
export class Slice {
  #until = performance.now() + SLICE_MS;

  get over(): boolean {
    return performance.now() >= this.#until;
  }

  async rest(): Promise<void> {
    await nextTask();
    this.#until = performance.now() + SLICE_MS;
  }
}
