import type { Problem } from '../base/problem.ts';
import { readRows } from '../formats/delimited.ts';
import { foldName } from '../model/commands/checks.ts';
import { enter } from '../model/commands/enter.ts';
import { EntryReader } from '../model/entry.ts';
import { countEntry, type EntryCounts } from '../model/entry-changes.ts';
import type { Entry } from '../model/entry-parts.ts';
import type { Actor } from '../model/graph.ts';
import { placesOfEntry } from './entry-places.ts';
import type { MapState } from './map.svelte.ts';
import { pastedKind } from './pasted-kind.ts';
import { nearPasted, type PastedNear } from './pasted-near.ts';
import { plainCells, planCells, type CellPlan, type RowsAre } from './pasted-cells.ts';
import { Slice } from './slice.ts';

/** Of what was pasted: a line of text, or a row of cells. */
export interface PastedLine {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface LineProblem extends PastedLine {
  readonly problem: Problem;
}

export interface Pasted {
  readonly entry: Entry;
  readonly counts: EntryCounts;
  readonly problems: readonly LineProblem[];
}

const BULLET = /^\s*[-–—−－*•·]\s*(?=\S)/u;

/** Lines or cells between being pasted and landing: read a slice at a time, reviewed, read again on another choice. */
export class PastingState {
  readonly map: MapState;
  readonly text: string;
  readonly kind: 'lines' | 'cells';
  lines = $state.raw<readonly PastedLine[]>([]);
  plan = $state.raw<CellPlan>();
  read = $state.raw<Pasted>();
  /** Why nothing could be read at all. */
  problem = $state.raw<Problem>();
  reading = $state(true);
  entering = $state(false);
  /** How many lines have been read. */
  done = $state(0);
  stopped = $state(false);
  create = $state(true);
  /** Set where every line begins with a dash: it then stands for a list, not for deletions. */
  bullets = $state<boolean>();
  /** Names that may mean actors who are there, and those of which it was said, by folded name. */
  near = $state.raw<readonly PastedNear[]>([]);
  meant = $state.raw<ReadonlyMap<string, Actor>>(new Map());

  /** Grows with each reading: one that is no longer the last gives up. */
  #turn = 0;
  #graph: MapState['graph'];

  constructor(map: MapState, text: string) {
    this.map = map;
    this.text = text;
    this.#graph = map.graph;
    this.kind = pastedKind(text) === 'cells' ? 'cells' : 'lines';
    void this.#start();
  }

  choose(chosen: { readonly rowsAre?: RowsAre; readonly header?: boolean }): void {
    if (!this.plan || this.entering) return;
    const { rowsAre, header } = this.plan;
    this.plan = planCells(
      this.lines.map(({ cells }) => cells),
      this.map.graph,
      { rowsAre, header, ...chosen },
    );
    void this.#read();
  }

  setCreate(create: boolean): void {
    if (this.entering) return;
    this.create = create;
    void this.#read();
  }

  setBullets(bullets: boolean): void {
    if (this.entering) return;
    this.bullets = bullets;
    void this.#read();
  }

  setMeant({ typed, actor }: PastedNear, same: boolean): void {
    if (this.entering) return;
    const meant = new Map(this.meant);
    if (same) meant.set(foldName(typed), actor);
    else meant.delete(foldName(typed));
    this.meant = meant;
    void this.#read();
  }

  /** Reads no further; nothing has been entered. */
  stop(): void {
    this.#turn++;
    this.reading = false;
    this.stopped = true;
  }

  /** Enters what could be read, as one step. @returns whether it was */
  async enter(): Promise<boolean> {
    if (this.entering) return false;
    this.entering = true;
    let places: Awaited<ReturnType<typeof placesOfEntry>>;
    let fresh: boolean;
    do {
      // Another window, or an undo, may have changed the map, and does so while places are found.
      if (this.map.graph !== this.#graph) await this.#read();
      places = this.read && (await placesOfEntry(this.map, this.read.entry));
      fresh = this.map.graph === this.#graph;
    } while (!fresh && this.#turn >= 0);
    const { read } = this;
    this.entering = false;
    if (!read || this.#turn < 0) return false;
    return this.map.run(enter, { entry: read.entry, near: this.map.centre, ...(places ? { places } : {}) });
  }

  close(): void {
    this.#turn = -1;
  }

  async #start(): Promise<void> {
    // The dialog stands before the work begins.
    const slice = new Slice();
    await slice.rest();
    if (this.kind === 'lines') {
      const lines = this.text.split(/\r\n|\r|\n/u);
      this.lines = lines.flatMap((line, index) =>
        line.trim() === '' ? [] : [{ line: index + 1, cells: [line] }],
      );
      if (this.lines.length > 1 && this.lines.every(({ cells }) => BULLET.test(cells[0] ?? '')))
        this.bullets = true;
    } else {
      const steps = readRows(this.text, '\t');
      let step = steps.next();
      while (!step.done) {
        if (slice.over) await slice.rest();
        step = steps.next();
      }
      if (!step.value.ok) {
        this.problem = step.value.problem;
        this.reading = false;
        return;
      }
      this.lines = step.value.value.map(({ at, cells }) => ({ line: at, cells }));
      this.plan = planCells(
        this.lines.map(({ cells }) => cells),
        this.map.graph,
      );
    }
    await this.#read();
  }

  async #read(): Promise<void> {
    if (this.#turn < 0) return;
    const turn = ++this.#turn;
    const { graph } = this.map;
    this.#graph = graph;
    this.reading = true;
    this.stopped = false;
    this.done = 0;
    const reader = new EntryReader(graph, { create: this.create, meant: this.#meantNow() });
    const problems: LineProblem[] = [];
    const slice = new Slice();
    const rest = async (): Promise<boolean> => {
      await slice.rest();
      return turn === this.#turn;
    };
    for (const [index, line] of this.lines.entries()) {
      const problem = this.#readLine(reader, line, index);
      if (problem) problems.push({ ...line, problem });
      if (!slice.over) continue;
      this.done = index + 1;
      if (!(await rest())) return;
    }
    if (!(await rest())) return;
    const entry = reader.entry();
    this.read = { entry, counts: countEntry(entry), problems };
    this.done = this.lines.length;
    this.reading = false;
    void this.#findNear(entry, graph, turn);
  }

  async #findNear(entry: Entry, graph: MapState['graph'], turn: number): Promise<void> {
    const near = await nearPasted(entry, graph, () => turn !== this.#turn);
    if (near) this.near = [...this.near.filter(({ typed }) => this.meant.has(foldName(typed))), ...near];
  }

  /** As they are now: another window may have changed or deleted them. */
  #meantNow(): ReadonlyMap<string, Actor> {
    return new Map(
      [...this.meant].flatMap(([name, { id }]) => {
        const actor = this.map.graph.actors.get(id);
        return actor ? [[name, actor] as const] : [];
      }),
    );
  }

  #readLine(reader: EntryReader, { cells }: PastedLine, index: number): Problem | undefined {
    const { plan } = this;
    if (plan) {
      if (plan.header && index === 0) return undefined;
      return reader.readCells(plainCells(cells, plan.roles, this.#graph), plan.roles);
    }
    const [line = ''] = cells;
    return reader.read(this.bullets ? line.replace(BULLET, '') : line, index);
  }
}
