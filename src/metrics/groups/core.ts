/** A set of actors that form the core. */
export interface Core {
  /** 1 for actors of the core, else 0. */
  readonly members: Uint8Array;
  readonly size: number;
}
