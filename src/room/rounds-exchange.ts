import type { Problem } from '../base/problem.ts';
import type { Round, RoundLabel } from '../model/round.ts';
import type { RoundsCopy, SharedRound } from '../model/rounds-copy.ts';
import { packed, unpacked } from './packing.ts';
import { ROUND_UNREADABLE, ROUNDS_TOO_LARGE } from './problems.ts';
import { roundStep } from './rounds-step.ts';

/** The rounds of the map in this browser. What could not be done is said by it, and tried again at the next change. */
export interface RoundsHere {
  /** By id; undefined when they can't be listed, or the map is gone. */
  list(): Promise<ReadonlyMap<string, RoundLabel> | undefined>;
  read(id: string): Promise<Round | undefined>;
  /** The round as this version reads and writes it; undefined when its map is none. */
  checked(round: Round): Promise<Round | undefined>;
  add(id: string, round: Round): Promise<boolean>;
  label(id: string, label: RoundLabel): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Says that these were deleted here because someone deleted them in the room. */
  wereRemoved(rounds: ReadonlyMap<string, Round>): void;
  problem(problem: Problem): void;
  /** Lets the page do other things. */
  pause(): Promise<void>;
}

/** Keeps the rounds of this browser and those of the room alike, whoever changes them, until it is stopped. */
export class RoundsExchange {
  readonly #here: RoundsHere;
  readonly #copy: RoundsCopy;
  /** What both sides last had alike: what differs from it is news. */
  readonly #agreed = new Map<string, SharedRound>();
  /** Rounds that can't be exchanged, and what was said of them: once each. */
  readonly #refused = new Set<string>();
  readonly #said = new Set<Problem>();
  readonly #removed = new Map<string, Round>();
  #again = false;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(here: RoundsHere, copy: RoundsCopy) {
    this.#here = here;
    this.#copy = copy;
  }

  /** To be called whenever one side may have changed. Resolves when both are alike. */
  wake(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#settle();
    }
    this.#running = undefined;
  }

  async #settle(): Promise<void> {
    const here = await this.#here.list();
    if (!here) return;
    const there = this.#copy.rounds();
    for (const id of new Set([...there.keys(), ...here.keys()])) {
      if (this.#stopped) return;
      if (this.#refused.has(id)) continue;
      const agreed = await this.#carryOut(id, here.get(id), there.get(id));
      if (agreed !== undefined) this.#agreed.set(id, agreed);
    }
    if (this.#removed.size > 0) this.#here.wereRemoved(new Map(this.#removed));
    this.#removed.clear();
  }

  /** @returns what both sides have then; undefined when they could not be made alike */
  async #carryOut(
    id: string,
    here: RoundLabel | undefined,
    there: SharedRound | undefined,
  ): Promise<SharedRound | undefined> {
    switch (roundStep(here, there, this.#agreed.get(id))) {
      case 'alike':
        return there;
      case 'send':
        return this.#send(id);
      case 'fetch':
        return there && there !== 'removed' ? this.#fetch(id, there) : undefined;
      case 'label-here':
        return there && there !== 'removed' && (await this.#here.label(id, there)) ? there : undefined;
      case 'label-there':
        if (here) this.#copy.relabel(id, here);
        return here;
      case 'remove-here':
        return (await this.#removeHere(id)) ? 'removed' : undefined;
      case 'remove-there':
        this.#copy.remove(id);
        return 'removed';
    }
  }

  async #send(id: string): Promise<RoundLabel | undefined> {
    const round = await this.#here.read(id);
    if (!round) return undefined;
    const { map, ...label } = round;
    const bytes = await packed(map, () => this.#here.pause());
    if (this.#copy.put(id, label, bytes)) return label;
    this.#refuse(id, ROUNDS_TOO_LARGE);
    return undefined;
  }

  async #fetch(id: string, label: RoundLabel): Promise<RoundLabel | undefined> {
    const bytes = this.#copy.map(id);
    const map = bytes && (await unpacked(bytes, () => this.#here.pause()));
    const round = map === undefined ? undefined : await this.#here.checked({ ...label, map });
    if (round) return (await this.#here.add(id, round)) ? label : undefined;
    this.#refuse(id, ROUND_UNREADABLE);
    return undefined;
  }

  async #removeHere(id: string): Promise<boolean> {
    const round = await this.#here.read(id);
    if (!(await this.#here.remove(id))) return false;
    if (round) this.#removed.set(id, round);
    return true;
  }

  #refuse(id: string, problem: Problem): void {
    this.#refused.add(id);
    if (this.#said.has(problem)) return;
    this.#said.add(problem);
    this.#here.problem(problem);
  }
}
