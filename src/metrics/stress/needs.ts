import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { balanceOf } from '../resources/balance.ts';
import { deliveredOf, met } from '../resources/delivery.ts';

/**
 * What becomes of the needs for one resource: nobody offers it any more, someone is no longer reached by any of it, or
 * less of what is needed gets there.
 */
export type NeedVerdict = 'vacant' | 'unreached' | 'less';

/** A resource that those who stay need, of which they get less, or that nobody offers any more. */
export interface NeedLoss {
  readonly resource: string;
  readonly verdict: NeedVerdict;
  /** Share of the needs of those who stay that is met along ties. [0, 1]. */
  readonly met: readonly [before: number, after: number];
  /** How much less of their needs is met, in the unit that needs are stated in. >= 0. */
  readonly lost: number;
  /** Actors that stay and got some of it before and nothing then. */
  readonly without: readonly string[];
  /** All that stay and of whose need less is met. */
  readonly losers: readonly string[];
}

/** The needs of those who stay, all resources together. */
export interface NeedsLoss {
  /** Share met along ties; null where none who stays states a need. [0, 1]. */
  readonly met: readonly [before: number | null, after: number | null];
  /** Most loss first, those that nobody offers before the others. */
  readonly resources: readonly NeedLoss[];
}

/** Shares of a need that differ by less are equal. */
const EQUAL = 1e-9;

const ORDER: readonly NeedVerdict[] = ['vacant', 'unreached', 'less'];

/**
 * How much less of their needs those who stay get along at most two ties (`resources/delivery.ts`).
 *
 * @param after the network before, less what is lost
 */
export function* needsLoss(before: Network, after: Network): Computation<NeedsLoss> {
  const { resourceIds, demand } = after.profiles;
  const width = resourceIds.length;
  const had = yield* deliveredOf(before);
  const has = yield* deliveredOf(after);
  const { supply: offered } = yield* balanceOf(before);
  const { supply } = yield* balanceOf(after);
  const totals = new Totals(width);
  let actor = 0;
  for (let k = 0; k < after.n; k++) {
    const id = after.actorIds[k]!;
    while (before.actorIds[actor] !== id) actor++;
    for (let r = 0; r < width; r++)
      totals.add(r, id, demand[k * width + r]!, had[actor * width + r]!, has[k * width + r]!);
  }
  const resources = resourceIds.flatMap(
    (id, r) => totals.lossOf(r, id, offered[r]! > 0 && supply[r] === 0) ?? [],
  );
  return {
    met: totals.met(),
    resources: resources.sort(
      (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.lost - a.lost,
    ),
  };
}

/** Sums over actors, one a resource. */
class Totals {
  readonly #needed: Float64Array;
  readonly #before: Float64Array;
  readonly #after: Float64Array;
  readonly #lost: Float64Array;
  readonly #without: readonly string[][];
  readonly #losers: readonly string[][];

  constructor(width: number) {
    this.#needed = new Float64Array(width);
    this.#before = new Float64Array(width);
    this.#after = new Float64Array(width);
    this.#lost = new Float64Array(width);
    this.#without = Array.from({ length: width }, () => []);
    this.#losers = Array.from({ length: width }, () => []);
  }

  add(r: number, actor: string, need: number, had: number, has: number): void {
    if (!(need > 0)) return;
    const [before, after] = [met(need, had), met(need, has)];
    this.#needed[r]! += need;
    this.#before[r]! += before;
    this.#after[r]! += after;
    if (before - after <= EQUAL * need) return;
    this.#lost[r]! += before - after;
    this.#losers[r]!.push(actor);
    if (after === 0) this.#without[r]!.push(actor);
  }

  lossOf(r: number, resource: string, vacant: boolean): NeedLoss | undefined {
    const losers = this.#losers[r]!;
    const needed = this.#needed[r]!;
    if (needed === 0 || (losers.length === 0 && !vacant)) return undefined;
    const without = this.#without[r]!;
    return {
      resource,
      verdict: vacant ? 'vacant' : without.length > 0 ? 'unreached' : 'less',
      met: [share(this.#before[r]!, needed), share(this.#after[r]!, needed)],
      lost: this.#lost[r]!,
      without,
      losers,
    };
  }

  met(): NeedsLoss['met'] {
    const all = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    const needed = all(this.#needed);
    if (needed === 0) return [null, null];
    return [share(all(this.#before), needed), share(all(this.#after), needed)];
  }
}

function share(part: number, whole: number): number {
  return Math.min(1, part / whole);
}
