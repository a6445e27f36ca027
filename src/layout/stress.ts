import { arrange, type Engine } from './arrange.ts';
import { Field } from './field.ts';
import type { Layout } from './layout.ts';
import { STRESS_OFFER } from './offers.ts';
import type { Part } from './parts.ts';

/** Rounds at most; a picture is often at rest before. */
const SHAPING = 60;
const SETTLING = 20;
/** At rest: the mean squared move in a round, in steps. */
const REST = 1e-4;
/** What a byte can say; who is farther is treated as this far. */
const FARTHEST = 255;

function* engineFor(part: Part): Generator<void, Engine, void> {
  const n = part.members.length;
  const field = new Field(n, true);
  yield* fillSteps(part, field);
  const everyone = Int32Array.from({ length: n }, (_, i) => i);
  return {
    field,
    scaleOf: (x, y) => scaleOf(field, x, y),
    *shape(_refining, movable = everyone) {
      for (let round = 0; round < SHAPING; round++) {
        if ((yield* oneRound(field, movable)) < REST) return;
      }
    },
    *settle(_repinned, movable = everyone, afterRound) {
      for (let round = 1; round <= SETTLING; round++) {
        yield* oneRound(field, movable);
        afterRound(round / SETTLING);
      }
    },
  };
}

function* oneRound(field: Field, movable: Int32Array): Generator<boolean, number, void> {
  const steps = field.majorize(movable);
  for (;;) {
    const step = steps.next();
    yield step.done === true;
    if (step.done) return step.value;
  }
}

/** Breadth-first from everyone. */
function* fillSteps(part: Part, { n, stride, distances }: Field): Generator<void, void, void> {
  const queue = new Int32Array(n);
  const steps = new Int32Array(n);
  let work = 0;
  for (let start = 0; start < n; start++) {
    steps.fill(-1);
    steps[start] = 0;
    queue[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const v = queue[head]!;
      for (let e = part.offset[v]!; e < part.offset[v + 1]!; e++) {
        const w = part.partner[e]!;
        if (steps[w]! >= 0) continue;
        steps[w] = steps[v]! + 1;
        queue[tail++] = w;
      }
    }
    for (let i = 0; i < n; i++) distances[start * stride + i] = Math.min(FARTHEST, steps[i]!);
    work += n + part.partner.length;
    if (work < 300_000) continue;
    work = 0;
    yield;
  }
}

/** Map units per step that suit a picture best, from some of the actors. */
function scaleOf({ n, stride, distances }: Field, x: Float64Array, y: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < n; i += Math.ceil(n / 50)) {
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      sum += Math.sqrt(dx * dx + dy * dy) / distances[i * stride + j]!;
      count++;
    }
  }
  return sum > 0 ? sum / count : 1;
}

/**
 * Distances in the picture as near as can be to the numbers of steps between actors: stress majorisation (Gansner, Koren
 * & North 2004) of all pairs, weighted by 1 / steps^2, from PivotMDS.
 */
export const STRESS_LAYOUT: Layout = {
  ...STRESS_OFFER,
  run: (input, options = {}) => arrange(input, options['spacing'] ?? 1, SHAPING + SETTLING, engineFor),
};
