import type { Mechanism, TieType } from '../../model/scheme.ts';
import { strangerTieType } from '../../model/scheme.ts';
import { rowSizes } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { partnersOf } from '../diagnosis/evidence.ts';
import type { Balance } from '../resources/balance.ts';
import { rowShares } from '../resources/shares.ts';
import type { Ground } from './applied.ts';

/** Which type a new tie is best of, and why that one. */
export interface ChosenType {
  readonly type: TieType;
  readonly because: 'carries' | 'usual-between' | 'usual' | 'closes' | 'another';
}

/** Two actors who are not tied, from whom to whom; `fit` is kappa_ij in [0, 1]. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly fit: number;
  /** What the one offers and the other needs most, as index of a resource; -1 for none. */
  readonly resource: number;
}

/** Of possible ties that are compared at a time. */
const MOST_KEPT = 4000;

/** What proposers look up on a map. Actors, sectors, resources and ties are indexes of the network. */
export class Survey {
  readonly ground: Ground;
  readonly network: Network;
  /** What all together offer and need. */
  readonly balance: Balance;
  /** Number of partners of each actor, direction ignored. */
  readonly partners: Float64Array;
  readonly #offers: Float64Array;
  readonly #needs: Float64Array;
  readonly #types: ReadonlyMap<string, TieType>;
  readonly #usual: ReadonlyMap<string, readonly string[]>;
  readonly #weights = new Map<string, number>();

  constructor(ground: Ground, network: Network, balance: Balance) {
    this.ground = ground;
    this.network = network;
    this.balance = balance;
    this.partners = rowSizes(network.either);
    const { supply, demand, resourceIds } = network.profiles;
    this.#offers = rowShares(supply, resourceIds.length);
    this.#needs = rowShares(demand, resourceIds.length);
    this.#types = new Map(ground.scheme.tieTypes.map((type) => [type.id, type]));
    this.#usual = usualTypes(network);
  }

  sectorOf(actor: number): string {
    return this.network.sectorIds[this.network.sectors[actor]!] ?? '';
  }

  get everyone(): readonly number[] {
    return Array.from({ length: this.network.n }, (_, actor) => actor);
  }

  tied(one: number, other: number): boolean {
    return partnersOf(this.network, one).includes(other);
  }

  /** kappa_ij, the share of what one offers that fits what the other needs, with the resource that fits most. */
  match(from: number, to: number): Match {
    const width = this.network.profiles.resourceIds.length;
    let fit = 0;
    let most = 0;
    let resource = -1;
    for (let r = 0; r < width; r++) {
      const common = Math.min(this.#offers[from * width + r]!, this.#needs[to * width + r]!);
      fit += common;
      if (common <= most) continue;
      most = common;
      resource = r;
    }
    return { from, to, fit, resource };
  }

  /** The best ties that could be made between two groups, either way: by fit, then by partners, then by order. */
  matches(ones: readonly number[], others: readonly number[], most: number): readonly Match[] {
    const known = ({ from, to }: Match): number => this.partners[from]! + this.partners[to]!;
    const better = (a: Match, b: Match): number =>
      b.fit - a.fit || known(b) - known(a) || a.from - b.from || a.to - b.to;
    const [first, second] = [new Set(ones), new Set(others)];
    let found: Match[] = [];
    for (const one of ones) {
      const partners = new Set(partnersOf(this.network, one));
      for (const other of others) {
        const twice = other < one && first.has(other) && second.has(one);
        if (one === other || twice || partners.has(other)) continue;
        const [there, back] = [this.match(one, other), this.match(other, one)];
        found.push(back.fit > there.fit ? back : there);
      }
      if (found.length > MOST_KEPT) found = found.sort(better).slice(0, MOST_KEPT / 4);
    }
    found.sort(better);
    // One actor shall not take every place.
    const taken = new Map<number, number>();
    const spread = found.filter(({ from, to }) => {
      const times = Math.max(taken.get(from) ?? 0, taken.get(to) ?? 0);
      if (times >= Math.max(1, most - 1) && ones.length > 1 && others.length > 1) return false;
      for (const actor of [from, to]) taken.set(actor, (taken.get(actor) ?? 0) + 1);
      return true;
    });
    return spread.slice(0, most);
  }

  type(id: string): TieType {
    return this.#types.get(id) ?? strangerTieType(id);
  }

  /** The type of a new tie: that which carries the resource, else what is usual between these sectors, else anywhere. */
  typeFor(from: number, to: number, resource = -1): ChosenType {
    return this.typeBetween(this.sectorOf(from), this.sectorOf(to), resource);
  }

  /** The same by ids of sectors. */
  typeBetween(from: string, to: string, resource = -1): ChosenType {
    const carrier = resource < 0 ? undefined : this.#carrier(resource);
    if (carrier) return { type: carrier, because: 'carries' };
    const [between] = this.#usual.get(`${from} ${to}`) ?? [];
    if (between !== undefined) return { type: this.type(between), because: 'usual-between' };
    return { type: this.type(this.usual[0] ?? 'alliance'), because: 'usual' };
  }

  /** Another type than these for a pair that is tied already. */
  otherTypeFor(from: number, to: number, than: ReadonlySet<string>): ChosenType | undefined {
    const between = this.#usual.get(`${this.sectorOf(from)} ${this.sectorOf(to)}`) ?? [];
    const all = [...between, ...this.usual, ...this.#types.keys()];
    const id = all.find((each) => !than.has(each));
    return id === undefined ? undefined : { type: this.type(id), because: 'another' };
  }

  /** The type by which feedback is given: that which is called so and by which it is known, else one of its mechanism. */
  get closing(): ChosenType {
    const known = this.#types.get('feedback') ?? this.#ofMechanism('feedback');
    return { type: known ?? this.type('feedback'), because: 'closes' };
  }

  /** Ids of the types that ties are of, the commonest first. */
  get usual(): readonly string[] {
    return this.#usual.get('') ?? [];
  }

  /** The middle one of the stated weights of ties of a type, of all where it has none; 1 without ties. */
  usualWeight(type: string): number {
    let weight = this.#weights.get(type);
    if (weight === undefined) this.#weights.set(type, (weight = this.#middleWeight(type)));
    return weight;
  }

  #middleWeight(type: string): number {
    const { ties } = this.network;
    const index = ties.typeIds.indexOf(type);
    const weights: number[] = [];
    const all: number[] = [];
    for (let tie = 0; tie < ties.ids.length; tie++) {
      all.push(this.statedWeight(tie));
      if (ties.types[tie] === index) weights.push(this.statedWeight(tie));
    }
    const chosen = (weights.length > 0 ? weights : all).sort((a, b) => a - b);
    return chosen[Math.floor((chosen.length - 1) / 2)] ?? 1;
  }

  /** The weight of a tie as it is written on the map, before the factor of its type. */
  statedWeight(tie: number): number {
    const { ties } = this.network;
    const { factor } = this.type(ties.typeIds[ties.types[tie]!] ?? '');
    return Number((ties.weight[tie]! / factor).toPrecision(12));
  }

  #carrier(resource: number): TieType | undefined {
    const { resourceIds, resourceDimensions } = this.network.profiles;
    const own = this.#types.get(resourceIds[resource] ?? '');
    if (own) return own;
    const dimension = this.ground.scheme.resources.find(({ id }) => id === resourceIds[resource])?.dimension;
    if (dimension === undefined || resourceDimensions.length === 0) return undefined;
    const fitting = this.usual.find((id) => {
      const type = this.#types.get(id);
      return type?.dimension === dimension && type.mechanism !== 'feedback';
    });
    return fitting === undefined ? undefined : this.type(fitting);
  }

  #ofMechanism(mechanism: Mechanism): TieType | undefined {
    const fits = (id: string): boolean => this.#types.get(id)?.mechanism === mechanism;
    const id = this.usual.find(fits) ?? [...this.#types.keys()].find(fits);
    return id === undefined ? undefined : this.#types.get(id);
  }
}

/** Of "giver receiver" (ids of sectors), and of '' for all, the ids of the types between them, the commonest first. */
function usualTypes({ ties, sectors, sectorIds }: Network): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  const count = (key: string, type: string): void => {
    const own = counts.get(key) ?? new Map<string, number>();
    counts.set(key, own.set(type, (own.get(type) ?? 0) + 1));
  };
  for (let tie = 0; tie < ties.ids.length; tie++) {
    const type = ties.typeIds[ties.types[tie]!] ?? '';
    const from = sectorIds[sectors[ties.source[tie]!]!] ?? '';
    const to = sectorIds[sectors[ties.target[tie]!]!] ?? '';
    count('', type);
    count(`${from} ${to}`, type);
    if (ties.mutual[tie] === 1 && from !== to) count(`${to} ${from}`, type);
  }
  const order = new Map(ties.typeIds.map((id, k) => [id, k]));
  return new Map(
    [...counts].map(([key, types]) => [
      key,
      [...types]
        .sort((a, b) => b[1] - a[1] || (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0))
        .map(([id]) => id),
    ]),
  );
}
