import type { Random } from '../base/random.ts';

/** Every order of the first `count` entries is equally likely. Fisher & Yates (1938). */
export function shuffle(list: Int32Array | Uint32Array, count: number, random: Random): void {
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    const kept = list[k]!;
    list[k] = list[other]!;
    list[other] = kept;
  }
}
