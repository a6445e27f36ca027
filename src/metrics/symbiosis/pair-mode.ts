import type { Localized } from '../../base/localized.ts';

/** How two parties live together, by the signs of their effects on each other. */
export type PairMode =
  | 'symmetric-mutualism'
  | 'asymmetric-mutualism'
  | 'commensalism'
  | 'parasitism'
  | 'amensalism'
  | 'competition'
  | 'independence';

export const MODE_NAMES: Readonly<Record<PairMode, Localized>> = {
  'symmetric-mutualism': { en: 'symmetric mutualism', zh: '对称互利共生' },
  'asymmetric-mutualism': { en: 'asymmetric mutualism', zh: '非对称互利共生' },
  commensalism: { en: 'commensalism', zh: '偏利共生' },
  parasitism: { en: 'parasitism', zh: '寄生' },
  amensalism: { en: 'amensalism', zh: '偏害共生' },
  competition: { en: 'competition', zh: '竞争' },
  independence: { en: 'independence', zh: '独立' },
};

/** Effects nearer to 0 than this count as none. Our own threshold. */
export const NO_EFFECT = 0.01;
/** Mutual benefits are symmetric where the smaller is at least so much of the larger. Our own threshold. */
const SYMMETRIC_FROM = 0.8;

/** @param a the effect on one party, `b` that on the other */
export function pairMode(a: number, b: number): PairMode {
  const [low, high] = [effectSign(a), effectSign(b)].sort((x, y) => x - y) as [number, number];
  if (low > 0)
    return Math.min(a, b) >= SYMMETRIC_FROM * Math.max(a, b) ? 'symmetric-mutualism' : 'asymmetric-mutualism';
  if (low === 0) return high > 0 ? 'commensalism' : 'independence';
  if (high > 0) return 'parasitism';
  return high === 0 ? 'amensalism' : 'competition';
}

export function effectSign(effect: number): -1 | 0 | 1 {
  if (Math.abs(effect) < NO_EFFECT) return 0;
  return effect > 0 ? 1 : -1;
}
