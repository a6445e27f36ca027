import * as Y from 'yjs';
import { GuardedCopy } from './guarded-copy.ts';
import { isRoundLabel, roundTime, type RoundLabel } from './round.ts';

/** What a room says of a round: what it is called, or that someone deleted it. */
export type SharedRound = RoundLabel | 'removed';

/** All maps that a room's rounds keep, packed, in bytes: half of what one message may be, since two may bring at once. */
const SPACE = 8 * 1024 * 1024;
const ID = /^[0-9A-Za-z]{1,40}$/u;
/** A label as text, in characters. */
const LONGEST_LABEL = 100_000;

/**
 * A room's state of the rounds of one map: their labels by id, a deleted one's as `null`, and beside them the packed
 * maps that they keep. One entry a round, so that of two who name it at once one is heard whole.
 */
export class RoundsCopy extends GuardedCopy {
  readonly #labels = this.doc.getMap<unknown>('rounds');
  readonly #maps = this.doc.getMap<unknown>('maps');
  readonly #fits = new Map<unknown, (value: unknown) => boolean>([
    [this.#labels, isLabel],
    [this.#maps, isMap],
  ]);

  /** @param onNews called when the room has changed something */
  constructor(private readonly onNews: () => void) {
    super();
  }

  /** Every round that the room knows whole, or knows to be deleted. */
  rounds(): ReadonlyMap<string, SharedRound> {
    const rounds = new Map<string, SharedRound>();
    for (const [id, label] of this.#labels)
      if (label === null) rounds.set(id, 'removed');
      else if (isRoundLabel(label) && this.#maps.has(id)) rounds.set(id, label);
    return rounds;
  }

  /** The packed map that a round keeps. */
  map(id: string): Uint8Array | undefined {
    const bytes = this.#maps.get(id);
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  /** Brings a round to the room. @returns false when the room has no space for it */
  put(id: string, label: RoundLabel, map: Uint8Array): boolean {
    if (!this.#maps.has(id) && this.#size() + map.length > SPACE) return false;
    this.write(() => {
      this.#labels.set(id, label);
      if (!this.#maps.has(id)) this.#maps.set(id, map);
    });
    return true;
  }

  relabel(id: string, label: RoundLabel): void {
    this.write(() => this.#labels.set(id, label));
  }

  /** Deletes a round for everybody: also for those who hear of it later. */
  remove(id: string): void {
    this.write(() => {
      this.#labels.set(id, null);
      this.#maps.delete(id);
    });
  }

  protected override accept(news: readonly Uint8Array[]): undefined {
    if (news.length > 0) this.onNews();
    return undefined;
  }

  protected override isSound({ changed }: Y.Transaction): boolean {
    for (const [type, keys] of changed) {
      const fits = this.#fits.get(type);
      if (!fits) continue;
      for (const key of keys)
        if (key === null || !(type instanceof Y.Map) || !ID.test(key) || !fits(type.get(key))) return false;
    }
    return true;
  }

  #size(): number {
    let size = 0;
    for (const bytes of this.#maps.values()) if (bytes instanceof Uint8Array) size += bytes.length;
    return size;
  }
}

function isLabel(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return (
    isRoundLabel(value) &&
    roundTime(value.time) === value.time &&
    JSON.stringify(value).length <= LONGEST_LABEL
  );
}

function isMap(value: unknown): boolean {
  return value === undefined || (value instanceof Uint8Array && value.length <= SPACE);
}
