import * as Y from 'yjs';
import type { Localized } from '../base/localized.ts';
import type { Actor, Graph, Project, Tie } from './graph.ts';
import { oneWriteARecord } from './one-write-a-record.ts';
import type { Change, GraphPatch, RecordPatch } from './patch.ts';
import {
  readActor,
  readField,
  readInfo,
  readProject,
  readResource,
  readSector,
  readTie,
  readTieType,
  readView,
  TABLES,
  type Changes,
  type Flat,
  type FlatValue,
  type Single,
  type Table,
} from './records.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import type { Scheme } from './scheme.ts';
import type { Write } from './write.ts';

/** A write as it is carried out. */
type Effective = Exclude<Write, { readonly kind: 'replace' | 'keep' }>;

/** What an undo or redo did. `skipped` names steps that others had overwritten entirely. */
export interface Rewound {
  readonly done: Localized | undefined;
  readonly skipped: readonly Localized[];
}

type GraphListener = (graph: Graph, patch: GraphPatch) => void;
type UpdateListener = (update: Uint8Array) => void;
type YRecord = Y.Map<FlatValue>;

interface Dirty {
  readonly tables: Map<Table, Set<string>>;
  readonly singles: Set<Single>;
}

const STEP_NAME = 'name';
/** The origin of what came from a room. */
const ROOM = 'room';
const UNNAMED: Localized = { en: 'Change', zh: '更改' };

/**
 * The map's document: the one place that holds the truth and the one place that knows Yjs. Everything else sees
 * immutable `Graph` states, and changes them through `commit`.
 *
 * Ties whose end is missing (another window deleted the actor while this one tied it) stay in the document but out of
 * the `Graph`; they are back when the actor is.
 */
export class MapDocument {
  readonly #doc = new Y.Doc();
  readonly #tables: ReadonlyMap<Table, Y.Map<YRecord>>;
  readonly #singles: ReadonlyMap<Single, YRecord>;
  readonly #own = Symbol('own edits');
  readonly #history: Y.UndoManager;
  readonly #graphListeners = new Set<GraphListener>();
  readonly #updateListeners = new Set<UpdateListener>();
  readonly #outgoingListeners = new Set<UpdateListener>();

  /** The current records, mutable; `#graph` holds frozen copies of these maps. */
  readonly #actors = new Map<string, Actor>();
  readonly #ties = new Map<string, Tie>();
  /** Every tie record by the id of each of its ends, dangling ones too. */
  readonly #tiesAt = new Map<string, Set<string>>();
  readonly #allTies = new Map<string, Tie>();

  #dirty: Dirty = { tables: new Map(), singles: new Set() };
  #loading = false;
  #stepName: Localized = UNNAMED;
  #graph: Graph;

  constructor() {
    this.#tables = new Map(TABLES.map((table) => [table, this.#doc.getMap<YRecord>(table)]));
    this.#singles = new Map([
      ['map', this.#doc.getMap<FlatValue>('map') as YRecord],
      ['view', this.#doc.getMap<FlatValue>('view') as YRecord],
    ]);
    for (const [table, map] of this.#tables)
      map.observeDeep((events) => {
        const ids = this.#dirtyIds(table);
        for (const event of events) {
          if (event.path.length === 0) for (const id of event.keys.keys()) ids.add(id);
          else ids.add(String(event.path[0]));
        }
      });
    for (const [single, map] of this.#singles) map.observe(() => this.#dirty.singles.add(single));
    this.#history = new Y.UndoManager([...this.#tables.values(), ...this.#singles.values()], {
      captureTimeout: 0,
      trackedOrigins: new Set([this.#own]),
    });
    this.#history.on('stack-item-added', ({ stackItem }) => {
      const rewinding = this.#history.currStackItem;
      stackItem.meta.set(STEP_NAME, rewinding ? rewinding.meta.get(STEP_NAME) : this.#stepName);
    });
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      // What came from storage or from another window is not ours to journal or to send on.
      if (origin === this.#own || origin === this.#history || origin === ROOM)
        for (const listener of this.#updateListeners) listener(update);
      if (origin !== ROOM) for (const listener of this.#outgoingListeners) listener(update);
    });
    this.#doc.on('afterTransaction', () => this.#publish());
    this.#graph = {
      revision: 0,
      info: readInfo(new Map()),
      actors: new Map(),
      ties: new Map(),
      projects: new Map(),
      scheme: this.#readScheme(),
      view: readView(new Map()),
    };
  }

  get graph(): Graph {
    return this.#graph;
  }

  /** The format of the stored document; 0 for an empty one. A larger number than SCHEMA_VERSION is from the future. */
  get schemaVersion(): number {
    const version = this.#single('map').get('schema');
    return typeof version === 'number' ? version : 0;
  }

  /** Calls back after every change, whoever made it. Returns the function that ends it. */
  onGraph(listener: GraphListener): () => void {
    this.#graphListeners.add(listener);
    return () => this.#graphListeners.delete(listener);
  }

  /**
   * Calls back with the bytes of every change that this window has to store: made here, undo and redo included, or
   * taken from a room.
   */
  onUpdate(listener: UpdateListener): () => void {
    this.#updateListeners.add(listener);
    return () => this.#updateListeners.delete(listener);
  }

  /** Calls back with the bytes of every change that is not from the room: this window's and the other windows'. */
  onOutgoing(listener: UpdateListener): () => void {
    this.#outgoingListeners.add(listener);
    return () => this.#outgoingListeners.delete(listener);
  }

  /** Applies bytes from storage or from another window: not undone by this window, not reported by `onUpdate`. */
  apply(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update, 'elsewhere');
  }

  /** Applies bytes from a room: not undone by this window, reported by `onUpdate` as far as they are new. */
  applyFromRoom(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update, ROOM);
  }

  /**
   * Applies the pieces of a stored map one by one, pausing between them, and publishes one graph at the end: a large
   * map opens without freezing the page.
   */
  async load(updates: readonly Uint8Array[], pause: () => Promise<void>): Promise<void> {
    this.#loading = true;
    try {
      for (const update of updates) {
        this.apply(update);
        this.#settle();
        await pause();
      }
    } finally {
      this.#loading = false;
    }
    this.#dirty.singles.add('map');
    this.#publish();
  }

  /** The whole document as one update. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What a window with `stateVector` lacks. */
  encodeSince(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector);
  }

  /**
   * Carries out one step in one transaction. Values equal to what is there are not written, so a step that changes
   * nothing leaves no undo step.
   * @returns whether anything changed
   * @throws if a write names a record that is missing (set, remove) or already there (put): a bug in a command
   */
  commit(step: Localized, writes: readonly Write[]): boolean {
    const effective = this.#effective(oneWriteARecord(writes));
    if (effective.length === 0) return false;
    this.#stepName = step;
    this.#doc.transact(() => {
      for (const write of effective) this.#write(write);
      if (this.schemaVersion === 0) this.#single('map').set('schema', SCHEMA_VERSION);
    }, this.#own);
    return true;
  }

  get undoName(): Localized | undefined {
    return nameOf(this.#history.undoStack.at(-1));
  }

  get redoName(): Localized | undefined {
    return nameOf(this.#history.redoStack.at(-1));
  }

  /** Takes back this window's latest step that is still in force. */
  undo(): Rewound {
    return this.#rewind(this.#history.undoStack, () => this.#history.undo());
  }

  redo(): Rewound {
    return this.#rewind(this.#history.redoStack, () => this.#history.redo());
  }

  /** Forgets the steps: what a freshly made map starts with is not undone. */
  forgetSteps(): void {
    this.#history.clear();
  }

  destroy(): void {
    this.#history.destroy();
    this.#doc.destroy();
  }

  #rewind(stack: readonly Y.UndoManager['undoStack'][number][], run: () => unknown): Rewound {
    const names = stack.map((item) => nameOf(item) ?? UNNAMED).reverse();
    const performed = run() !== null;
    const popped = names.length - stack.length;
    return {
      done: performed ? names[popped - 1] : undefined,
      skipped: names.slice(0, performed ? popped - 1 : popped),
    };
  }

  #table(table: Table): Y.Map<YRecord> {
    const map = this.#tables.get(table);
    if (!map) throw new Error(`no table ${table}`);
    return map;
  }

  #single(single: Single): YRecord {
    const map = this.#singles.get(single);
    if (!map) throw new Error(`no record ${single}`);
    return map;
  }

  #dirtyIds(table: Table): Set<string> {
    let ids = this.#dirty.tables.get(table);
    if (!ids) this.#dirty.tables.set(table, (ids = new Set()));
    return ids;
  }

  /** Checks the writes before the transaction (Yjs has no rollback) and drops what would change nothing. */
  #effective(writes: readonly Write[]): Effective[] {
    const made = new Set<string>();
    const effective: Effective[] = [];
    for (const write of writes) {
      if (write.kind === 'set-single') {
        const changes = differing(this.#single(write.single), write.changes);
        if (changes.size > 0) effective.push({ ...write, changes });
        continue;
      }
      if (write.kind === 'keep') {
        for (const id of this.#table(write.table).keys())
          if (!write.ids.has(id)) effective.push({ kind: 'remove', table: write.table, id });
        continue;
      }
      const key = `${write.table}/${write.id}`;
      const record = this.#table(write.table).get(write.id);
      const exists = record !== undefined || made.has(key);
      if (write.kind === 'replace') {
        if (!record) effective.push({ ...write, kind: 'put' });
        else {
          const changes = differing(record, exactly(record, write.record));
          if (changes.size > 0) effective.push({ kind: 'set', table: write.table, id: write.id, changes });
        }
        continue;
      }
      if (write.kind === 'put') {
        if (exists) throw new Error(`${key} is already there`);
        made.add(key);
        effective.push(write);
      } else {
        if (!exists) throw new Error(`${key} is not there`);
        if (write.kind === 'remove') effective.push(write);
        else {
          const changes = record ? differing(record, write.changes) : write.changes;
          if (changes.size > 0) effective.push({ ...write, changes });
        }
      }
    }
    return effective;
  }

  #write(write: Effective): void {
    switch (write.kind) {
      case 'put': {
        const record = new Y.Map<FlatValue>();
        for (const [key, value] of write.record) record.set(key, value);
        this.#table(write.table).set(write.id, record);
        return;
      }
      case 'set': {
        const record = this.#table(write.table).get(write.id);
        if (record) setAll(record, write.changes);
        return;
      }
      case 'remove':
        this.#table(write.table).delete(write.id);
        return;
      case 'set-single':
        setAll(this.#single(write.single), write.changes);
    }
  }

  /** Brings the current records in line with the document's dirty ones. */
  #settle(): { actors: RecordPatch<Actor>; ties: RecordPatch<Tie> } {
    const actors = this.#settleActors();
    const ties = this.#settleTies(actors);
    this.#dirty.tables.delete('actors');
    this.#dirty.tables.delete('ties');
    return { actors, ties };
  }

  #settleActors(): RecordPatch<Actor> {
    const patch = emptyPatch<Actor>();
    const records = this.#table('actors');
    for (const id of this.#dirty.tables.get('actors') ?? []) {
      const record = records.get(id);
      note(patch, this.#actors, id, record ? readActor(id, flatOf(record)) : undefined);
    }
    return patch;
  }

  #settleTies(actors: RecordPatch<Actor>): RecordPatch<Tie> {
    const patch = emptyPatch<Tie>();
    const records = this.#table('ties');
    const dirty = new Set(this.#dirty.tables.get('ties') ?? []);
    for (const id of dirty) {
      const record = records.get(id);
      this.#index(id, record ? readTie(id, flatOf(record)) : undefined);
    }
    for (const actor of [...actors.added, ...actors.removed])
      for (const id of this.#tiesAt.get(actor.id) ?? []) dirty.add(id);
    for (const id of dirty) {
      const tie = this.#allTies.get(id);
      const whole = tie && this.#actors.has(tie.source) && this.#actors.has(tie.target);
      note(patch, this.#ties, id, whole ? tie : undefined);
    }
    return patch;
  }

  #index(id: string, tie: Tie | undefined): void {
    const old = this.#allTies.get(id);
    if (old) for (const end of [old.source, old.target]) this.#tiesAt.get(end)?.delete(id);
    if (!tie) {
      this.#allTies.delete(id);
      return;
    }
    this.#allTies.set(id, tie);
    for (const end of [tie.source, tie.target]) {
      const at = this.#tiesAt.get(end);
      if (at) at.add(id);
      else this.#tiesAt.set(end, new Set([id]));
    }
  }

  #publish(): void {
    if (this.#loading || (this.#dirty.tables.size === 0 && this.#dirty.singles.size === 0)) return;
    const dirty = this.#dirty;
    const scheme = (['sectors', 'tieTypes', 'resources', 'fields'] as const).some((table) =>
      dirty.tables.has(table),
    );
    const projects = dirty.tables.has('projects');
    const info = dirty.singles.has('map');
    const view = dirty.singles.has('view');
    const { actors, ties } = this.#settle();
    this.#dirty = { tables: new Map(), singles: new Set() };
    const before = this.#graph;
    const actorsMoved = !isEmpty(actors) || before.actors.size !== this.#actors.size;
    const tiesMoved = !isEmpty(ties) || before.ties.size !== this.#ties.size;
    const membersMoved =
      actors.added.length > 0 || actors.removed.length > 0 || before.actors.size !== this.#actors.size;
    const graph: Graph = {
      revision: before.revision + 1,
      info: info ? readInfo(flatOf(this.#single('map'))) : before.info,
      actors: actorsMoved ? new Map(this.#actors) : before.actors,
      ties: tiesMoved ? new Map(this.#ties) : before.ties,
      projects: projects || membersMoved ? this.#readProjects() : before.projects,
      scheme: scheme ? this.#readScheme() : before.scheme,
      view: view ? readView(flatOf(this.#single('view'))) : before.view,
    };
    this.#graph = graph;
    const patch: GraphPatch = { revision: graph.revision, actors, ties, info, projects, scheme, view };
    for (const listener of this.#graphListeners) listener(graph, patch);
  }

  #readProjects(): Map<string, Project> {
    const projects = new Map<string, Project>();
    for (const [id, record] of this.#table('projects').entries()) {
      const project = readProject(id, flatOf(record));
      projects.set(id, { ...project, actors: project.actors.filter((actor) => this.#actors.has(actor)) });
    }
    return projects;
  }

  #readScheme(): Scheme {
    return {
      sectors: this.#entries('sectors', readSector),
      tieTypes: this.#entries('tieTypes', readTieType),
      resources: this.#entries('resources', readResource),
      fields: this.#entries('fields', readField),
    };
  }

  #entries<T extends { readonly id: string }>(
    table: Table,
    read: (id: string, flat: Flat) => T,
  ): readonly T[] {
    return [...this.#table(table).entries()]
      .map(([id, record]) => ({ order: Number(record.get('order') ?? 0), entry: read(id, flatOf(record)) }))
      .sort((a, b) => a.order - b.order || (a.entry.id < b.entry.id ? -1 : 1))
      .map(({ entry }) => entry);
  }
}

function nameOf(item: { readonly meta: Map<unknown, unknown> } | undefined): Localized | undefined {
  return item?.meta.get(STEP_NAME) as Localized | undefined;
}

function flatOf(record: YRecord): Flat {
  // A record of a broken document may be anything: read it as empty rather than fail.
  return record instanceof Y.Map ? new Map(record.entries()) : new Map();
}

function equal(a: FlatValue | undefined, b: FlatValue | undefined): boolean {
  return (
    a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
  );
}

function differing(record: YRecord, changes: Changes): Changes {
  return new Map([...changes].filter(([key, value]) => !equal(record.get(key), value)));
}

/** The changes that make a record what `flat` says and nothing else. */
function exactly(record: YRecord, flat: Flat): Changes {
  const changes = new Map<string, FlatValue | undefined>(flat);
  for (const key of record.keys()) if (!changes.has(key)) changes.set(key, undefined);
  return changes;
}

function setAll(record: YRecord, changes: Changes): void {
  for (const [key, value] of changes) {
    if (value === undefined) record.delete(key);
    else record.set(key, value);
  }
}

interface OpenPatch<T> {
  readonly added: T[];
  readonly removed: T[];
  readonly changed: Change<T>[];
}

function emptyPatch<T>(): OpenPatch<T> {
  return { added: [], removed: [], changed: [] };
}

function isEmpty(patch: RecordPatch<unknown>): boolean {
  return patch.added.length + patch.removed.length + patch.changed.length === 0;
}

/** Brings one record of `current` up to date and notes what that did. */
function note<T>(patch: OpenPatch<T>, current: Map<string, T>, id: string, after: T | undefined): void {
  const before = current.get(id);
  if (after === undefined) {
    if (before === undefined) return;
    current.delete(id);
    patch.removed.push(before);
  } else {
    current.set(id, after);
    if (before === undefined) patch.added.push(after);
    else if (before !== after) patch.changed.push({ before, after });
  }
}
