import type { Field } from './field.ts';
import { degreeOf, type Part } from './parts.ts';

const GRAVITY = 0.05;
/** How much swinging is tolerated for the sake of speed. */
const TOLERANCE = 1;
/** A round is at most this much faster than the one before. */
const RISE = 1.5;

/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014): ties attract like d, actors repel each other like
 * (degree + 1) (degree + 1) / d, and whoever swings is slowed down. Gravity is twice as strong along y, since screens are
 * wide. Yields true after each round, false within one. `pull` has the strength of each pair's tie.
 */
export function* forceAtlas(
  part: Part,
  field: Field,
  pull: Float64Array,
  rounds: number,
): Generator<boolean, void, void> {
  const { n, x, y, mass, forceX, forceY } = field;
  const { first, second } = part;
  const lastX = new Float64Array(n);
  const lastY = new Float64Array(n);
  let speed = 1;
  for (let i = 0; i < n; i++) mass[i] = degreeOf(part, i) + 1;
  for (let round = 0; round < rounds; round++) {
    for (const _ of field.repel(false)) yield false;
    for (let i = 0; i < n; i++) {
      const distance = Math.sqrt(x[i]! * x[i]! + y[i]! * y[i]!);
      const gravity = distance > 0 ? GRAVITY / distance : 0;
      forceX[i] = mass[i]! * (forceX[i]! - gravity * x[i]!);
      forceY[i] = mass[i]! * (forceY[i]! - 2 * gravity * y[i]!);
    }
    for (let p = 0; p < first.length; p++) {
      const a = first[p]!;
      const b = second[p]!;
      const fx = pull[p]! * (x[b]! - x[a]!);
      const fy = pull[p]! * (y[b]! - y[a]!);
      forceX[a]! += fx;
      forceY[a]! += fy;
      forceX[b]! -= fx;
      forceY[b]! -= fy;
    }
    let swinging = 0;
    let traction = 0;
    for (let i = 0; i < n; i++) {
      const swingX = forceX[i]! - lastX[i]!;
      const swingY = forceY[i]! - lastY[i]!;
      const pullX = forceX[i]! + lastX[i]!;
      const pullY = forceY[i]! + lastY[i]!;
      swinging += mass[i]! * Math.sqrt(swingX * swingX + swingY * swingY);
      traction += 0.5 * mass[i]! * Math.sqrt(pullX * pullX + pullY * pullY);
    }
    speed = swinging > 0 ? Math.min((TOLERANCE * traction) / swinging, RISE * speed) : RISE * speed;
    for (let i = 0; i < n; i++) {
      const swingX = forceX[i]! - lastX[i]!;
      const swingY = forceY[i]! - lastY[i]!;
      const own = mass[i]! * Math.sqrt(swingX * swingX + swingY * swingY);
      const step = speed / (1 + Math.sqrt(speed * own));
      x[i]! += forceX[i]! * step;
      y[i]! += forceY[i]! * step;
      lastX[i] = forceX[i]!;
      lastY[i] = forceY[i]!;
    }
    yield true;
  }
}
