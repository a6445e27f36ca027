import type { MeasureOptions } from '../../model/measure-options.ts';
import { DIMENSIONS, type Dimension } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { levinsBA } from './breadth.ts';
import { overlapBy } from './overlap.ts';
import { resourceStates } from './resource-states.ts';
import { byDimension } from './unfilled-share.ts';

/** Another actor, as it matters to the niche of one. */
export interface Presser {
  readonly id: string;
  /** Schoener's D: the share of use in common. [0, 1]. */
  readonly shared: number;
  /** MacArthur & Levins' alpha: how hard the other presses on this one, which presses 1 on itself. */
  readonly pressure: number;
}

export interface Complement {
  readonly id: string;
  /** kappa, the share of what is offered that fits what is needed. (0, 1]. */
  readonly fit: number;
  /** Ids of the resources that it is about, the largest share first. */
  readonly resources: readonly string[];
  readonly tied: boolean;
}

/** What there is to say of one actor's niche. */
export interface NicheCard {
  /** R, and how many of these states the actor uses; 0 without a niche. */
  readonly states: number;
  readonly used: number;
  /** Standardised Levins B_A in [0, 1]; null without a niche, or with one state in all. */
  readonly breadth: number | null;
  /** Who shares most of its niche, the hardest pressing first. */
  readonly pressers: readonly Presser[];
  /** Who offers what it needs, and who needs what it offers: the best fit first. */
  readonly suppliers: readonly Complement[];
  readonly takers: readonly Complement[];
  /** Shares of the strategy dimensions in what it declares (fundamental) and in its ties (realised); null without both. */
  readonly dimensions: readonly {
    readonly id: Dimension;
    readonly declared: number;
    readonly realised: number;
  }[];
}

const MOST = 3;
/** Ours: who has less than this in common presses on nobody. */
const LEAST_SHARED = 0.2;

/** The niche of one actor, by the resource-state matrix in force. O(n R). */
export function* nicheCard(network: Network, actor: number, options: MeasureOptions): Computation<NicheCard> {
  const states = yield* resourceStates(network, options);
  const breadth = levinsBA(states, actor);
  const dimensions = byDimension(network, actor);
  return {
    states: states.count,
    used: states.used[actor] ?? 0,
    breadth: Number.isNaN(breadth) ? null : breadth,
    pressers: pressersOf(network, states, actor),
    suppliers: complements(network, actor, 'demand'),
    takers: complements(network, actor, 'supply'),
    dimensions: dimensions
      ? DIMENSIONS.map((id, k) => ({
          id,
          declared: dimensions.declared[k]!,
          realised: dimensions.realised[k]!,
        }))
      : [],
  };
}

function pressersOf(
  { n, actorIds }: Network,
  states: Parameters<typeof overlapBy>[1],
  actor: number,
): Presser[] {
  if (states.used[actor] === 0) return [];
  const shared = overlapBy('schoener', states);
  const pressure = overlapBy('macarthur-levins', states);
  const found: Presser[] = [];
  for (let other = 0; other < n; other++) {
    if (other === actor || states.used[other] === 0) continue;
    const common = shared(actor, other);
    if (common >= LEAST_SHARED)
      found.push({ id: actorIds[other] ?? '', shared: common, pressure: pressure(actor, other) });
  }
  return best(found, ({ pressure: a, shared: b }) => [a, b]);
}

/** For what the actor needs, those who offer it; for what it offers, those who need it. */
function complements(network: Network, actor: number, side: 'supply' | 'demand'): Complement[] {
  const { n, actorIds, either, profiles } = network;
  const width = profiles.resourceIds.length;
  const own = sharesIn(profiles[side], actor, width);
  if (!own) return [];
  const opposite = profiles[side === 'supply' ? 'demand' : 'supply'];
  const partners = new Set(either.columns.subarray(either.offsets[actor], either.offsets[actor + 1]));
  const found: Complement[] = [];
  for (let other = 0; other < n; other++) {
    const theirs = other === actor ? null : sharesIn(opposite, other, width);
    if (!theirs) continue;
    const common = own.map((share, resource) => Math.min(share, theirs[resource]!));
    const fit = common.reduce((sum, share) => sum + share, 0);
    if (fit <= 0) continue;
    const resources = [...common.keys()]
      .filter((resource) => common[resource]! > 0)
      .sort((a, b) => common[b]! - common[a]! || a - b)
      .map((resource) => profiles.resourceIds[resource] ?? '');
    found.push({ id: actorIds[other] ?? '', fit, resources, tied: partners.has(other) });
  }
  return best(found, ({ fit }) => [fit]);
}

function sharesIn(amounts: Float64Array, actor: number, width: number): Float64Array | null {
  const row = amounts.subarray(actor * width, (actor + 1) * width);
  const total = row.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? row.map((amount) => amount / total) : null;
}

/** Largest keys first; equal ones by id, so that the order is always the same. */
function best<T extends { readonly id: string }>(found: T[], keys: (one: T) => readonly number[]): T[] {
  return found
    .sort((a, b) => {
      const [x, y] = [keys(a), keys(b)];
      const k = x.findIndex((value, at) => Math.abs(value - (y[at] ?? 0)) > 1e-12);
      return k >= 0 ? (y[k] ?? 0) - (x[k] ?? 0) : a.id < b.id ? -1 : 1;
    })
    .slice(0, MOST);
}
