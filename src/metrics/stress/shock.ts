/** What the busiest actors are the busiest by. */
export const BUSY_BY = ['degree', 'strength', 'betweenness'] as const;
export type BusyBy = (typeof BUSY_BY)[number];

/** Whose funding is cut. */
export type Funded =
  | { readonly of: 'everyone' }
  | { readonly of: 'sector'; readonly id: string }
  | { readonly of: 'actors'; readonly ids: readonly string[] };

/** A share of what flows is withheld; see `funding.ts` for the model. */
export interface FundingShock {
  readonly kind: 'funding';
  /** Id of the tie type that flows; '' for the one that carries most, '*' for all added up. */
  readonly currency: string;
  /** What comes to these actors from outside, or what they pass on. */
  readonly cut: 'inflow' | 'given';
  readonly from: Funded;
  /** In [0, 1]. */
  readonly share: number;
}

/** Something is lost: what a stress test is about, as data. */
export type RemovalShock =
  | { readonly kind: 'parts'; readonly actors: readonly string[]; readonly ties: readonly string[] }
  | { readonly kind: 'sector'; readonly id: string }
  | { readonly kind: 'tie-type'; readonly id: string }
  /** The first so many by a measure of the network as it is; of equal ones the first by id. */
  | { readonly kind: 'busiest'; readonly by: BusyBy; readonly count: number }
  /** So many actors, every choice of them equally likely. */
  | { readonly kind: 'chance'; readonly count: number; readonly seed: number };

export type Shock = RemovalShock | FundingShock;

/** What goes: ids of actors, and of ties that cease by themselves; the ties of these actors go with them. */
export interface Hit {
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
}
