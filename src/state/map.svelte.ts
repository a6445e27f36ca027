import type { Language } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { placeNew, placeNewcomers } from '../layout/place.ts';
import type { ActorSize } from '../layout/size.ts';
import { measureById } from '../metrics/registry.ts';
import { compareGraphs, type MapComparison } from '../model/compare.ts';
import type { Command, Environment, Selection } from '../model/commands/command.ts';
import { goBack } from '../model/commands/go-back.ts';
import { moveActors } from '../model/commands/move-actors.ts';
import { MapDocument, type Rewound } from '../model/document.ts';
import type { Draft } from '../model/draft.ts';
import { Editor } from '../model/editor.ts';
import type { Actor, Graph, Position } from '../model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../model/measure-options.ts';
import { changesMeasures } from '../model/measured-patch.ts';
import type { GraphPatch } from '../model/patch.ts';
import type { RoomCopy } from '../model/room-copy.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Moment } from '../model/moments.ts';
import type { Round } from '../model/round.ts';
import type { ColourBy, Look, SizeBy, View } from '../model/view.ts';
import { networkInput, type NetworkInput, type NetworkOptions } from '../network/network.ts';
import type { Theme } from '../scene/palette.ts';
import type { Bounds } from '../scene/marks.ts';
import { SceneBuilder, type Scene, type SceneInput } from '../scene/scene.ts';
import { actorName } from '../model/shown-name.ts';
import { newId } from '../storage/new-id.ts';
import { nextTask } from '../storage/next-task.ts';
import { openMap, type MapSession, type SaveState } from '../storage/session.ts';
import { ArrangingState } from './arranging.svelte.ts';
import { ChangesState, MOST_FOR_NICHES } from './changes.svelte.ts';
import { DuplicatesState } from './duplicates.svelte.ts';
import { HighlightState } from './highlight.svelte.ts';
import { MeasuresState } from './measures.svelte.ts';
import { notices } from './notices.svelte.ts';
import { arrange, join, placeBeside, tidy } from './placing.ts';
import { preferences } from './preferences.svelte.ts';
import { bringRounds } from './round-files.ts';
import { placedAsNow, RoundsState, type StoredRound } from './rounds.svelte.ts';
import { journal, library } from './stores.ts';
import { sameLook, shownView } from './look.ts';
import { litBy, litOfType, type Lit } from './spotlight.ts';
import { isFiltering, NO_FILTER, visibleUnder, type Filter } from './visibility.ts';

const NOTHING: Selection = { actors: new Set(), ties: new Set() };
const ELSEWHERE = { en: 'Edited elsewhere', zh: '在别处编辑' };

/** How a map is opened: with rounds to be kept beside it, or to be looked at only, as it follows another window. */
interface Opening {
  readonly rounds?: readonly Round[];
  readonly following?: boolean;
}

/** Which part of the map is seen: a box in map units, or all of it, however large the window is. */
export interface Seen {
  readonly box: Bounds;
  readonly whole: boolean;
}

/** The map as it is shown, compared with an earlier state. */
export interface Compared extends MapComparison {
  /** With its actors where they are now, where they still are. */
  readonly before: Graph;
}

/** One open map: its document, what is seen of it, what is selected, and whether it is saved. */
export class MapState {
  readonly id: string;
  readonly measures = new MeasuresState();
  readonly arranging = new ArrangingState();
  readonly highlight = new HighlightState();
  readonly rounds: RoundsState;
  readonly changes = new ChangesState();
  readonly duplicates = new DuplicatesState();

  /** The present state, whatever is looked at. */
  now = $state.raw<Graph>() as Graph;
  /** What the window shows: the present state, or the round that is looked at. */
  readonly graph: Graph = $derived.by(() => {
    const { looked } = this.rounds;
    return looked ? placedAsNow(looked.graph, this.now) : this.now;
  });
  selection = $state.raw<Selection>(NOTHING);
  filter = $state.raw<Filter>(NO_FILTER);
  /** What stands for what while a saved view is shown that differs from the map's own style. Never stored. */
  look = $state.raw<Look>();
  /** Whether all but the selected and their partners stand back. */
  spotlight = $state(false);
  /** Set while one type of tie is spoken of: all others step back. */
  litType = $state<string>();
  /** Who stands in the light; undefined while all do. */
  readonly lit: Lit | undefined = $derived(
    this.litType !== undefined
      ? litOfType(this.graph, this.litType)
      : this.spotlight
        ? litBy(this.graph, this.selection)
        : undefined,
  );
  /** Set while people look on who are not to see how the room has voted: nothing is drawn by votes. */
  hidesVotes = $state(false);
  /** Where the presenter points. */
  pointer = $state.raw<Position>();
  /** What the canvas shows. */
  seen = $state.raw<Seen>();
  /** Ids of the actors that the last step of this window brought. */
  newcomers = $state.raw<readonly string[]>([]);
  /** What the canvas is asked to show. */
  aim = $state.raw<Seen & { readonly ease: boolean }>();
  save = $state.raw<SaveState>({ kind: 'saved', pending: 0, since: 0 });
  undoName = $state.raw<MapDocument['undoName']>();
  redoName = $state.raw<MapDocument['redoName']>();
  /** Set while the stored map may not be written: from a newer version, or damaged. */
  locked = $state(false);
  /** Nothing is stored under this id. */
  isNew = false;
  /** The middle of what the canvas shows, in map units: where new actors without partners go. */
  centre: Position = [0, 0];

  /** Changes when what measures read has changed: not by moving or renaming. */
  #structure = $state.raw(0);
  /** While a step of this window is carried out: what else changes the map comes from elsewhere. */
  #acting = false;
  /** Actors that came while it was. */
  #came: readonly string[] = [];
  /** It shows what another window does. */
  readonly #following: boolean;
  readonly #document: MapDocument;
  readonly #editor: Editor;
  #session: MapSession | undefined;
  #scenes = new SceneBuilder();
  readonly #stopEffects: () => void;

  readonly #ownView = $derived(this.graph.view);
  /** How the map is drawn now. */
  readonly view: View = $derived(shownView(this.#ownView, this.look, this.hidesVotes));
  readonly #drawn: Graph = $derived(
    this.view === this.#ownView ? this.graph : { ...this.graph, view: this.view },
  );
  readonly visible = $derived(visibleUnder(this.#drawn, this.filter));
  readonly filtering = $derived(isFiltering(this.filter));
  readonly scene: Scene = $derived(this.#scenes.build(this.#sceneInput(preferences.shownTheme)));

  readonly #ignoreDirection = $derived(this.graph.view.ignoreDirection);
  readonly #ignoreWeights = $derived(this.graph.view.ignoreWeights);
  /** Read anew at each change of the view: the same object while none has changed. */
  readonly #measureOptions = $derived.by(() => {
    const next = this.graph.view.measures;
    if (!sameEntries(this.#options, next)) this.#options = next;
    return this.#options;
  });
  #options: MeasureOptions = DEFAULT_MEASURE_OPTIONS;
  /** How measures read the network. */
  readonly reading: NetworkOptions & MeasureOptions = $derived({
    ...this.#measureOptions,
    ignoreDirection: this.#ignoreDirection,
    ignoreWeights: this.#ignoreWeights,
  });

  readonly #sizedBy = $derived(measureOf(this.view.size));
  readonly #colouredBy = $derived(measureOf(this.view.colour));
  /** What the marks are drawn by: the same objects while no value in them changes. */
  readonly #sizes = $derived(
    this.#sizedBy === undefined ? undefined : this.measures.values.get(this.#sizedBy),
  );
  readonly #colours = $derived(
    this.#colouredBy === undefined ? undefined : this.measures.values.get(this.#colouredBy),
  );
  readonly #groups = $derived(
    this.view.colour.kind === 'group' ? this.measures.groups.get(this.view.colour.id) : undefined,
  );

  private constructor(id: string, document: MapDocument, scenes: SceneBuilder, following: boolean) {
    this.id = id;
    this.#scenes = scenes;
    this.#document = document;
    this.#following = following;
    this.rounds = new RoundsState(id, () => this.#letGo());
    this.now = document.graph;
    const environment: Environment = {
      newId,
      place: (graph, requests) => {
        const placed = placeNewcomers(
          graph,
          requests.map(({ id: actor, partners }) => ({ id: actor, partners })),
          { near: requests[0]?.near ?? this.centre, sizeOf: (actor) => this.sizeOf(actor) },
        );
        return requests.map((request) => placed.get(request.id) ?? this.centre);
      },
    };
    this.#editor = new Editor(document, environment);
    document.onGraph((graph, patch) => this.#take(graph, patch));
    this.#stopEffects = $effect.root(() => {
      $effect(() => {
        this.measures.refresh(this.measured, this.reading);
      });
      // What the map is drawn by is looked at.
      $effect(() => this.#look(this.#sizedBy));
      $effect(() => this.#look(this.#colouredBy));
      // What changed is said where it is changed.
      if (following) return;
      $effect(() => this.#look(this.#fewForNiches ? 'niche-overlap' : undefined));
      $effect(() =>
        this.changes.follow(
          this.measures,
          this.measured,
          { options: this.reading, filter: this.filter, looked: this.rounds.looked },
          (actor) => actorName(this.graph, actor),
        ),
      );
    });
  }

  /** The network that measures are computed for; keeps its identity while only names and places change. */
  readonly measured = $derived.by(() => {
    void this.#structure;
    const graph = this.rounds.looked?.graph ?? this.#document.graph;
    const visible = visibleUnder({ ...graph, view: this.view }, this.filter);
    return visible.all
      ? networkInput(graph)
      : networkInput(graph, visible.actors, (tie) => visible.ties.has(tie.id));
  });

  readonly #fewForNiches = $derived(this.measured.actorIds.length <= MOST_FOR_NICHES);

  /** What is measured of another state, under the same filter. */
  measuredOf(graph: Graph): NetworkInput {
    const visible = visibleUnder({ ...graph, view: this.view }, this.filter);
    return networkInput(graph, visible.actors, (tie) => visible.ties.has(tie.id));
  }

  /** What became of the map since the state that it is compared with; live. */
  readonly compared: Compared | undefined = $derived.by(() => {
    const { against } = this.rounds;
    if (!against) return undefined;
    const before = against.kind === 'now' ? this.now : placedAsNow(against.opened.graph, this.now);
    return { before, ...compareGraphs(before, this.graph) };
  });

  /** Opens a stored map, or a new one that holds `updates`. */
  static async open(
    id: string,
    updates: readonly Uint8Array[] = [],
    { rounds = [], following = false }: Opening = {},
  ): Promise<Result<MapState>> {
    const document = new MapDocument();
    let ready = false;
    const early: Uint8Array[] = [];
    const holder: { map?: MapState } = {};
    const opened = await openMap(id, {
      journal,
      onRemoteUpdate: (update) => (ready ? document.apply(update) : early.push(update)),
      onState: (save) => {
        if (holder.map) holder.map.save = save;
      },
    });
    if (!opened.ok) return failed(opened.problem);
    const session = opened.value;
    await document.load([...session.updates, ...updates], nextTask);
    const scenes = new SceneBuilder();
    await prepare(scenes, document.graph);
    const map = (holder.map = new MapState(id, document, scenes, following));
    map.#session = session;
    map.save = session.state;
    map.isNew = session.isNew;
    // The first scene of a large map takes a while: a task of its own, before the canvas is there.
    void map.scene;
    await nextTask();
    map.locked = following || session.trouble?.readOnly === true || document.schemaVersion > SCHEMA_VERSION;
    if (session.trouble) notices.problem(session.trouble.problem);
    ready = true;
    for (const update of early) document.apply(update);
    for (const update of updates) session.save(update, map.#facts());
    document.onUpdate((update) => session.save(update, map.#facts()));
    void library.touch(id);
    if (rounds.length > 0) {
      // They lie beside what is stored.
      await session.settled();
      await bringRounds(id, rounds);
      await map.rounds.refresh();
    }
    void map.#placeUnplaced();
    return ok(map);
  }

  /** Nothing can be edited: the stored map may not be written, or a round is looked at. */
  get readOnly(): boolean {
    return this.locked || this.rounds.looked !== undefined;
  }

  /** Runs a command; says what it did, or why it could not. @returns whether it was carried out */
  run<Args>(
    command: Command<Args>,
    args: Args,
    options: { readonly quiet?: boolean; readonly keepSelection?: boolean } = {},
  ): boolean {
    if (this.#looksBack()) return false;
    if (this.locked) {
      notices.info({ en: 'This map is open for reading only.', zh: '此地图以只读方式打开。' });
      return false;
    }
    const structure = this.#structure;
    this.#acting = true;
    this.#came = [];
    const done = this.#editor.run(command, args);
    this.#acting = false;
    if (this.#came.length > 0) this.newcomers = this.#came;
    if (!done.ok) {
      notices.problem(done.problem);
      return false;
    }
    const { select, step, changed } = done.value;
    if (select && !options.keepSelection)
      this.selection = { actors: new Set(select.actors ?? []), ties: new Set(select.ties ?? []) };
    if (changed) this.changes.record('done', step, this.#structure !== structure);
    if (changed && !options.quiet) notices.info(step);
    return true;
  }

  /** The document's bytes, for windows that show what this one does before it is stored. */
  get bytes(): Pick<MapDocument, 'apply' | 'encodeSince' | 'onUpdate' | 'stateVector'> {
    return this.#document;
  }

  /** Makes the map what it was in the round, as one undoable step. */
  async goBack(round: StoredRound): Promise<void> {
    const opened = await this.rounds.open(round);
    if (!opened.ok) {
      notices.problem(opened.problem);
      return;
    }
    await this.rounds.look(undefined);
    this.run(goBack, { name: round.name, graph: opened.value.graph });
  }

  undo(): void {
    if (this.#looksBack()) return;
    this.#rewind('undone', () => this.#document.undo(), { en: 'Undone', zh: '已撤销' });
  }

  redo(): void {
    if (this.#looksBack()) return;
    this.#rewind('redone', () => this.#document.redo(), { en: 'Redone', zh: '已重做' });
  }

  select(actors: Iterable<string>, ties: Iterable<string> = []): void {
    const next = { actors: new Set(actors), ties: new Set(ties) };
    if (same(next.actors, this.selection.actors) && same(next.ties, this.selection.ties)) return;
    this.selection = next;
  }

  toggleSector(id: string): void {
    this.filter = { ...this.filter, hiddenSectors: toggled(this.filter.hiddenSectors, id) };
  }

  toggleTieType(id: string): void {
    this.filter = { ...this.filter, hiddenTieTypes: toggled(this.filter.hiddenTieTypes, id) };
  }

  toggleCategory(value: string): void {
    this.filter = { ...this.filter, hiddenCategories: toggled(this.filter.hiddenCategories, value) };
  }

  focusOn(actor: string, steps: number): void {
    this.filter = { ...this.filter, focus: { actor, steps } };
  }

  /** Only what is there at this time; without one, at any. */
  showWhen(when: Moment | undefined): void {
    this.filter = { ...this.filter, when };
  }

  showAll(): void {
    this.filter = NO_FILTER;
    this.look = undefined;
  }

  /** The map as it is seen, in the colours of a theme: figures are for paper, whatever the screen. */
  sceneFor(theme: Theme, language: Language = preferences.language): Scene {
    if (theme === preferences.shownTheme && language === preferences.language) return this.scene;
    return new SceneBuilder().build({ ...this.#sceneInput(theme), language });
  }

  /** Another state of the map drawn as this one is, under the same filter. */
  sceneOf(graph: Graph): Scene {
    const drawn = { ...graph, view: shownView(graph.view, this.look, this.hidesVotes) };
    return new SceneBuilder().build(this.#sceneInput(preferences.shownTheme, drawn));
  }

  /** How large an actor is drawn now: what layouts keep free. */
  sizeOf(actor: Actor): ActorSize {
    const mark = this.scene.actorById.get(actor.id);
    if (!mark) return { radius: 16, labelWidth: 80, labelHeight: 18 };
    return {
      radius: Math.max(mark.width, mark.height) / 2,
      labelWidth: mark.label.width,
      labelHeight: mark.label.top - mark.height / 2 + mark.label.height,
    };
  }

  // How actors get their places: placing.ts.
  arrange = (): Promise<void> => arrange(this);
  tidy = (actors?: ReadonlySet<string>): Promise<void> => tidy(this, actors);
  placeBeside = (partners: readonly string[]): Position => placeBeside(this, partners);
  join = (draft: Draft, name: string, byName: boolean): Promise<void> => join(this, draft, name, byName);

  /** Keeps the map and the room's copy of it alike, until the function that it resolves to is called. */
  attach(copy: RoomCopy): Promise<() => void> {
    return copy.attach(this.#document, nextTask);
  }

  /** Resolves when nothing waits to be stored. */
  async stored(): Promise<void> {
    await this.#session?.settled();
  }

  async retrySave(): Promise<void> {
    await this.#session?.retry();
  }

  /** Stores what is left and lets go. */
  async close(): Promise<void> {
    this.#stopEffects();
    this.arranging.close();
    this.duplicates.close();
    this.measures.close();
    this.rounds.close();
    await this.#session?.close();
    this.#document.destroy();
  }

  #look(id: string | undefined): (() => void) | undefined {
    if (id === undefined) return undefined;
    this.measures.request(id);
    return () => this.measures.release(id);
  }

  #sceneInput(theme: Theme, graph = this.#drawn): SceneInput {
    const visible = graph === this.#drawn ? this.visible : visibleUnder(graph, this.filter);
    const { focus, when } = this.filter;
    const [sizedBy, sizes, colours] = [this.#sizedBy, this.#sizes, this.#colours];
    return {
      graph,
      values: { get: (id) => (id === sizedBy ? sizes : colours) },
      groups: this.#groups,
      valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
      language: preferences.language,
      theme,
      hidden: {
        sectors: this.filter.hiddenSectors,
        tieTypes: this.filter.hiddenTieTypes,
        categories: this.filter.hiddenCategories,
        actors: focus || when !== undefined ? without(graph.actors, visible.actors) : new Set<string>(),
        ties: when !== undefined ? without(graph.ties, visible.ties) : new Set<string>(),
      },
    };
  }

  #take(graph: Graph, patch: GraphPatch): void {
    // Whoever changes the style wants to see it.
    if (patch.view && this.look && !sameLook(this.now.view, graph.view)) this.look = undefined;
    this.now = graph;
    this.undoName = this.#document.undoName;
    this.redoName = this.#document.redoName;
    const measured = changesMeasures(patch);
    if (measured) this.#structure++;
    if (this.#acting) this.#came = patch.actors.added.map(({ id }) => id);
    else if (!this.#following) this.changes.record('elsewhere', ELSEWHERE, measured);
    this.#letGo();
  }

  /** Whoever looks back is told that nothing can be changed there. */
  #looksBack(): boolean {
    const { looked } = this.rounds;
    if (!looked) return false;
    const { name } = looked.round;
    notices.info(
      {
        en: `You are looking at the round “${name}”. Nothing can be changed there.`,
        zh: `当前显示的是轮次“${name}”，不可更改。`,
      },
      {
        label: { en: 'Back to now', zh: '返回当前' },
        run: () => void this.rounds.look(undefined),
      },
    );
    return true;
  }

  /** Nothing stays selected that is not shown. */
  #letGo(): void {
    const { selection, graph } = this;
    const actors = [...selection.actors].filter((id) => graph.actors.has(id));
    const ties = [...selection.ties].filter((id) => graph.ties.has(id));
    if (actors.length < selection.actors.size || ties.length < selection.ties.size) this.select(actors, ties);
    const { focus } = this.filter;
    if (focus && !graph.actors.has(focus.actor)) this.filter = { ...this.filter, focus: undefined };
  }

  #rewind(
    kind: 'undone' | 'redone',
    run: () => Rewound,
    verb: { readonly en: string; readonly zh: string },
  ): void {
    const structure = this.#structure;
    this.#acting = true;
    const { done, skipped } = run();
    this.#acting = false;
    if (done) this.changes.record(kind, done, this.#structure !== structure);
    this.undoName = this.#document.undoName;
    this.redoName = this.#document.redoName;
    const parts = [];
    if (skipped.length > 0)
      parts.push({
        en: `Already overwritten elsewhere, so passed over: ${skipped.map((step) => step.en).join('; ')}.`,
        zh: `已被其他窗口覆盖，故跳过：${skipped.map((step) => step.zh).join('；')}。`,
      });
    if (done) parts.push({ en: `${verb.en}: ${done.en}`, zh: `${verb.zh}：${done.zh}` });
    if (parts.length > 0)
      notices.info({ en: parts.map(({ en }) => en).join(' '), zh: parts.map(({ zh }) => zh).join('') });
  }

  #facts(): { readonly title: string; readonly actors: number; readonly ties: number } {
    const { info, actors, ties } = this.#document.graph;
    return { title: info.title, actors: actors.size, ties: ties.size };
  }

  /** Actors without a place get one when the map opens; that is how it starts, and no step to undo. */
  async #placeUnplaced(): Promise<void> {
    const unplaced = [...this.graph.actors.values()].filter((actor) => !actor.position).map(({ id }) => id);
    if (unplaced.length === 0 || this.readOnly) return;
    const whole = unplaced.length === this.graph.actors.size;
    // A layout keeps free what is drawn: room for marks that are still to grow would be too little.
    if (this.#sizedBy !== undefined) await this.measures.firstValues(this.#sizedBy);
    const sizeOf = (actor: Actor): ActorSize => this.sizeOf(actor);
    // Where others have places, nobody moves; a map without any is laid out as a whole.
    const places = whole
      ? await this.arranging.run(this.graph, sizeOf)
      : placeNew(
          this.graph,
          unplaced.filter((id) => this.graph.actors.has(id)),
          { sizeOf },
        );
    if (places) {
      const first = this.#document.undoName === undefined;
      this.run(moveActors, { positions: places }, { quiet: true, keepSelection: true });
      if (first) {
        this.#document.forgetSteps();
        this.changes.forget();
      }
      this.undoName = this.#document.undoName;
    }
    this.arranging.clear();
  }
}

/** The measure that an encoding reads. */
function measureOf(by: SizeBy | ColourBy): string | undefined {
  return by.kind === 'measure' || by.kind === 'group' ? by.id : undefined;
}

function sameEntries<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key]);
}

function without(all: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all.keys()].filter((id) => !kept.has(id)));
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

const NAMES_A_SLICE = 250;

/** Wraps the names of a map in slices: no task of opening a large map is long. */
async function prepare(scenes: SceneBuilder, graph: Graph): Promise<void> {
  const actors = [...graph.actors.values()];
  for (let start = 0; start < actors.length; start += NAMES_A_SLICE) {
    scenes.prepare(actors.slice(start, start + NAMES_A_SLICE), preferences.language);
    await nextTask();
  }
}
