import { untrack } from 'svelte';
import { failed, ok, type Result } from '../base/result.ts';
import type { Problem } from '../base/problem.ts';
import type { Actor, Graph } from '../model/graph.ts';
import type { Round } from '../model/round.ts';
import { newId } from '../storage/new-id.ts';
import type { StoredRound } from '../storage/rounds.ts';
import { openRoundsLine, type RoundsLine } from '../storage/rounds-line.ts';
import { Kept } from './kept.ts';
import { notices } from './notices.svelte.ts';
import { roundGraph, roundText } from './round-files.ts';
import { rounds } from './stores.ts';

export type { StoredRound };

/** A round whose map has been read. */
export interface OpenRound {
  readonly round: StoredRound;
  readonly graph: Graph;
}

/** What the map is compared with: a round, or its present state. */
export type Against = { readonly kind: 'round'; readonly opened: OpenRound } | { readonly kind: 'now' };

/** The rounds of the open map: states of it that were kept, looked at, compared and gone back to. */
export class RoundsState {
  /** By time, the earliest first. */
  list = $state.raw<readonly StoredRound[]>([]);
  /** Why the rounds could not be listed. */
  problem = $state.raw<Problem>();
  /** What the map as it is shown is compared with, as the earlier of the two. */
  against = $state.raw<Against>();
  /** While a round is being read or written. */
  busy = $state(false);

  #looked = $state.raw<OpenRound>();
  /** The id of the round that is on its way to be shown: quick steps go on from it. */
  #aim: string | undefined;
  readonly #mapId: string;
  readonly #line: RoundsLine;
  readonly #followers = new Set<() => void>();
  /** Of rounds: going to and fro is at once. */
  readonly #graphs = new Kept<Graph>();
  /** Of `look` and of `compareWith`: a newer one takes over. */
  #looks = 0;
  #comparisons = 0;

  /** @param onLook called when the map shows another state than before */
  constructor(
    mapId: string,
    private readonly onLook: () => void,
  ) {
    this.#mapId = mapId;
    this.#line = openRoundsLine(mapId, () => void this.refresh());
    void this.refresh();
  }

  /** The round that the map shows in place of its present state. */
  get looked(): OpenRound | undefined {
    return this.#looked;
  }

  /** Reads anew which rounds there are. */
  async refresh(): Promise<void> {
    const listed = await rounds.list(this.#mapId);
    this.problem = listed.ok ? undefined : listed.problem;
    if (listed.ok) this.#take(listed.value);
    for (const follower of this.#followers) follower();
  }

  /** Calls back whenever the stored rounds may be others, until the returned function is called. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Keeps a state of the map. @returns the round, or undefined when it could not be stored: the reason is said */
  async take(graph: Graph, name: string, at: Date): Promise<StoredRound | undefined> {
    this.busy = true;
    const label = {
      name: unlike(name, this.list),
      time: at.toISOString(),
      actors: graph.actors.size,
      ties: graph.ties.size,
      unknown: {},
    };
    const round = { id: newId(), ...label };
    const done = await this.change(rounds.add(this.#mapId, [{ ...round, map: await roundText(graph) }]));
    this.busy = false;
    return done ? round : undefined;
  }

  async rename(round: StoredRound, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed === round.name) return;
    await this.change(rounds.label(this.#mapId, round.id, { name: trimmed }));
  }

  async annotate(round: StoredRound, note: string): Promise<void> {
    if (note.trim() === (round.note ?? '')) return;
    await this.change(rounds.label(this.#mapId, round.id, { note: note.trim() }));
  }

  /** Deletes a round; the notice brings it back. */
  async remove(round: StoredRound): Promise<void> {
    const read = await rounds.read(this.#mapId, round.id);
    if (!(await this.change(rounds.remove(this.#mapId, round.id)))) return;
    notices.info(
      { en: `Deleted the round “${round.name}”`, zh: `已删除轮次“${round.name}”` },
      read.ok
        ? {
            label: { en: 'Undo', zh: '撤销' },
            run: () => void this.change(rounds.add(this.#mapId, [read.value])),
          }
        : undefined,
    );
  }

  /** Shows a round on the map, read-only; the present state without one. */
  async look(round: StoredRound | undefined): Promise<void> {
    const asked = ++this.#looks;
    this.#aim = round?.id;
    if (round === undefined) return this.#show(undefined);
    const opened = await this.open(round);
    if (asked !== this.#looks) return;
    if (opened.ok) this.#show(opened.value);
    else {
      this.#aim = this.#looked?.round.id;
      notices.problem(opened.problem);
    }
  }

  /** Goes to the next later (+1) or earlier (-1) round; past the last one lies the present. */
  async step(by: 1 | -1): Promise<void> {
    const { list } = this;
    const aimed = list.findIndex(({ id }) => id === this.#aim);
    const next = (aimed < 0 ? list.length : aimed) + by;
    if (next < 0 || next > list.length) return;
    await this.look(list[next]);
  }

  /** Compares what the map shows with a round, or with its present state; ends the comparison without one. */
  async compareWith(other: StoredRound | 'now' | undefined): Promise<void> {
    const asked = ++this.#comparisons;
    if (other === undefined || other === 'now') {
      this.against = other && { kind: 'now' };
      return;
    }
    const opened = await this.open(other);
    if (asked !== this.#comparisons) return;
    if (opened.ok) this.against = { kind: 'round', opened: opened.value };
    else notices.problem(opened.problem);
  }

  /** Ends the comparison, else the look at a round. @returns whether there was any */
  letGo(): boolean {
    if (this.against) this.against = undefined;
    else if (this.looked) void this.look(undefined);
    else return false;
    return true;
  }

  /** The state that a round keeps. */
  async open(round: StoredRound): Promise<Result<OpenRound>> {
    const known = this.#graphs.get(round.id);
    if (known) return ok({ round, graph: known });
    this.busy = true;
    const read = await rounds.read(this.#mapId, round.id);
    const graph = read.ok ? await roundGraph(read.value.map) : read;
    this.busy = false;
    if (!graph.ok) return failed(graph.problem);
    this.#graphs.set(round.id, graph.value);
    return ok({ round, graph: graph.value });
  }

  /** Tells the other windows of what was written to the store. @returns whether it was */
  async change(written: Promise<Result<undefined>>): Promise<boolean> {
    const done = await written;
    if (done.ok) this.#line.tell();
    else notices.problem(done.problem);
    await this.refresh();
    return done.ok;
  }

  close(): void {
    this.#line.close();
  }

  #show(opened: OpenRound | undefined): void {
    this.#looked = opened;
    this.onLook();
  }

  #take(list: readonly StoredRound[]): void {
    untrack(() => {
      this.list = list;
      const current = <T extends OpenRound>(opened: T): T | undefined => {
        const round = list.find(({ id }) => id === opened.round.id);
        return round && { ...opened, round };
      };
      // What is looked at may have been renamed or deleted, here or in another window.
      if (this.#looked) this.#show(current(this.#looked));
      if (this.against?.kind === 'round') {
        const opened = current(this.against.opened);
        this.against = opened && { kind: 'round', opened };
      }
    });
  }
}

/** A kept state with its actors where they are now, where they still are: who looks at it finds everybody again. */
export function placedAsNow(kept: Graph, now: Graph): Graph {
  const actors = new Map<string, Actor>();
  for (const [id, actor] of kept.actors) {
    const position = now.actors.get(id)?.position;
    actors.set(id, position ? { ...actor, position } : actor);
  }
  return { ...kept, actors };
}

/** The name, with a number where a round has it already. */
function unlike(name: string, list: readonly Pick<Round, 'name'>[]): string {
  const taken = new Set(list.map((round) => round.name));
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name} (${k})`;
  return free;
}
