import { arrange, type Engine } from './arrange.ts';
import { Field } from './field.ts';
import { forceAtlas } from './force-atlas.ts';
import type { Layout } from './layout.ts';
import { FORCE_OFFER, TIGHTNESS } from './offers.ts';
import type { Part } from './parts.ts';
import { pullOf, scaleAtRest, tForce } from './t-force.ts';

/** ForceAtlas2 unfolds the large scale, the t-force draws partners together, the last rounds make room for labels. */
const UNFOLDING = 60;
const DRAWING = 70;
const SETTLING = 30;
/** ForceAtlas2 starts spread out, so that its forces are of the size that they have at the end. */
const SPREAD = 10;

// eslint-disable-next-line require-yield -- an engine may need time for its preparations; this one does not
function* engineFor(part: Part, tightness: number): Generator<void, Engine, void> {
  const field = new Field(part.members.length);
  const pull = pullOf(part);
  return {
    field,
    scaleOf: (x, y) => scaleAtRest(part, pull, tightness, x, y),
    *shape(refining, movable) {
      if (refining) {
        yield* tForce(part, field, pull, {
          rounds: DRAWING,
          energy: 0.3,
          tightness,
          ...(movable && { movable }),
        });
        return;
      }
      stretch(field, SPREAD);
      yield* forceAtlas(part, field, pull, UNFOLDING);
      stretch(field, 1 / meanLength(part, field));
      yield* tForce(part, field, pull, { rounds: DRAWING, energy: 3, tightness, flatten: true });
    },
    *settle(repinned, movable, afterRound) {
      const options = { tightness, afterRound, ...(movable && { movable }) };
      if (repinned) yield* tForce(part, field, pull, { ...options, rounds: DRAWING, energy: 1 });
      else yield* tForce(part, field, pull, { ...options, rounds: SETTLING, energy: 0.2 });
    },
  };
}

function stretch({ n, x, y }: Field, factor: number): void {
  for (let i = 0; i < n; i++) {
    x[i]! *= factor;
    y[i]! *= factor;
  }
}

/** Of the ties; 1 when all are in one spot. */
function meanLength(part: Part, { x, y }: Field): number {
  let sum = 0;
  for (let p = 0; p < part.first.length; p++) {
    const dx = x[part.first[p]!]! - x[part.second[p]!]!;
    const dy = y[part.first[p]!]! - y[part.second[p]!]!;
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum > 0 ? sum / part.first.length : 1;
}

/**
 * PivotMDS, then ForceAtlas2, then the t-force, each of which betters what the one before left: distances, large shape,
 * neighbourhoods. Labels count as part of their marks.
 */
export const FORCE_LAYOUT: Layout = {
  ...FORCE_OFFER,
  run: (input, options = {}) => {
    const tightness = options['tightness'] ?? TIGHTNESS;
    return arrange(input, options['spacing'] ?? 1, UNFOLDING + DRAWING + SETTLING, (part) =>
      engineFor(part, tightness),
    );
  },
};
