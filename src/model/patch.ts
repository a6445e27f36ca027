import type { Actor, Tie } from './graph.ts';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface RecordPatch<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly Change<T>[];
}

/** What became different between two states of a map. Apply removals of ties before those of actors. */
export interface GraphPatch {
  readonly revision: number;
  readonly actors: RecordPatch<Actor>;
  readonly ties: RecordPatch<Tie>;
  readonly info: boolean;
  readonly projects: boolean;
  readonly scheme: boolean;
  readonly view: boolean;
}
