import type { Computation } from './measure.ts';

/** Maps the progress of a part onto its share of the whole, and keeps it from falling where the part has parts too. */
export function* within<T>(start: number, width: number, work: Generator<number, T, void>): Computation<T> {
  let most = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    most = Math.max(most, step.value);
    yield start + width * most;
  }
}
