import type { Problem } from '../base/problem.ts';
import { readRows } from '../formats/delimited.ts';
import { enter } from '../model/commands/enter.ts';
import { EntryReader } from '../model/entry.ts';
import { countEntry, type EntryCounts } from '../model/entry-changes.ts';
import type { Entry } from '../model/entry-parts.ts';
import { placesOfEntry } from './entry-places.ts';
import type { MapState } from './map.svelte.ts';
import { pastedKind } from './pasted-kind.ts';
import { plainCells, planCells, type CellPlan, type RowsAre } from './pasted-cells.ts';

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

const SLICE_MS = 10;
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
    if (!this.plan) return;
    const { rowsAre, header } = this.plan;
    this.plan = planCells(
      this.lines.map(({ cells }) => cells),
      this.map.graph,
      { rowsAre, header, ...chosen },
    );
    void this.#read();
  }

  setCreate(create: boolean): void {
    this.create = create;
    void this.#read();
  }

  setBullets(bullets: boolean): void {
    this.bullets = bullets;
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
    // Another window, or an undo, may have changed the map meanwhile.
    if (this.map.graph !== this.#graph) await this.#read();
    const { read } = this;
    const places = read && (await placesOfEntry(this.map, read.entry));
    this.entering = false;
    if (!read || this.#turn < 0) return false;
    return this.map.run(enter, { entry: read.entry, near: this.map.centre, ...(places ? { places } : {}) });
  }

  close(): void {
    this.#turn = -1;
  }

  async #start(): Promise<void> {
    // The dialog stands before the work begins.
    await nextTask();
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
        await nextTask();
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
    const reader = new EntryReader(graph, { create: this.create });
    const problems: LineProblem[] = [];
    let until = performance.now() + SLICE_MS;
    for (const [index, line] of this.lines.entries()) {
      const problem = this.#readLine(reader, line, index);
      if (problem) problems.push({ ...line, problem });
      if (performance.now() < until) continue;
      this.done = index + 1;
      await nextTask();
      if (turn !== this.#turn) return;
      until = performance.now() + SLICE_MS;
    }
    await nextTask();
    if (turn !== this.#turn) return;
    const entry = reader.entry();
    this.read = { entry, counts: countEntry(entry), problems };
    this.done = this.lines.length;
    this.reading = false;
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

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
