import { untrack } from 'svelte';
import type { Language, Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { ok, type Result } from '../base/result.ts';
import type { FigureFacts } from '../figures/figure-facts.ts';
import type { FigureLayer } from '../figures/figure-kind.ts';
import { FigureKinds } from '../workers/figure-kinds.ts';
import { NetworkFigures } from '../workers/studio.ts';
import { anonymised, type AnonymousMap } from './anonymised.ts';
import { save } from './downloads.ts';
import { figureCautions, type Caution } from './figure-cautions.ts';
import {
  atFirst,
  FIGURE_OFFERS,
  rememberChoices,
  rememberedChoices,
  type FigureChoices,
  type FigureKindId,
  type FigurePanel,
  type SizeChoice,
} from './figure-choices.ts';
import { finishedFigure, type FigureDownload } from './figure-file.ts';
import { figureOptions, kindOptions, pageRules, sized, type Seen } from './figure-options.ts';
import { estimatedBytes, figureSize, pixelsOf, tooManyPixels, type Size } from './images.ts';
import { chosenStates, type StateOffer } from './figure-states.ts';
import { offeredStates } from './states-beside.ts';
import { drawPanels, usedBy } from './kind-figures.ts';
import type { MapState } from './map.svelte.ts';
import { metadataOfFigure } from './methods-text.ts';
import { methodsStateOf } from './methods.svelte.ts';
import { pdfCautions } from './pdf-cautions.ts';
import { preferences } from './preferences.svelte.ts';
import { studioTexts } from './studio-texts.ts';

/** A figure of any kind as it was drawn. */
interface Drawn {
  readonly svg: string;
  /** Of a figure of the map alone. */
  readonly facts: FigureFacts | undefined;
  /** What its reader should know, of the other kinds. */
  readonly notes: readonly Localized[];
  /** Of each panel that is a matrix, by its place: what it can show. */
  readonly layers: ReadonlyMap<number, readonly FigureLayer[]>;
}

const NO_LAYERS: ReadonlyMap<number, readonly FigureLayer[]> = new Map();

type Task = (() => Promise<Result<Drawn> | undefined>) | undefined;

/** The figure of a map as it is being set: the choices, what came of them, and the file. */
export class Studio {
  #choices = $state.raw<FigureChoices>() as FigureChoices;
  #drawn = $state.raw<Drawn>();
  #problem = $state.raw<Problem>();
  #anonymous = $state.raw<AnonymousMap>();
  /** Whether the file is to hold the map, so that it opens as the map. */
  holdsMap = $state(false);
  /** The image whose size was estimated, and what it came to. */
  #estimate = $state.raw<{ readonly svg: string; readonly dpi: number; readonly bytes: number | null }>();
  /** The share of an image that is drawn; undefined while none is being saved. */
  #saving = $state.raw<number>();
  #saved = $state.raw('');
  #note = $state.raw<Localized>();
  #calledOff = new AbortController();
  /** What a comparison can set beside the map; undefined until it is known. */
  #offered = $state.raw<readonly StateOffer[]>();
  readonly #figures = new NetworkFigures();
  readonly #kinds = new FigureKinds();

  readonly size: Size = $derived(figureSize(this.#drawn?.svg ?? ''));
  readonly pixels: Size = $derived(pixelsOf(this.size, this.#choices.dpi));
  /** Of the map alone, of which more can be set. */
  readonly ofMap = $derived(this.#choices.panels.length === 1 && this.#choices.panels[0]?.kind === 'network');
  readonly rules = $derived(pageRules(this.#choices));
  readonly tooLarge: Problem | undefined = $derived(
    this.#choices.format === 'png' && this.#drawn ? tooManyPixels(this.pixels) : undefined,
  );
  readonly cautions: readonly Caution[] = $derived(
    this.#drawn
      ? [
          ...figureCautions(
            this.#drawn.facts,
            this.size,
            this.#choices,
            this.rules,
            studioTexts().cautions,
            preferences.language,
          ),
          ...pdfCautions(this.#drawn.svg, this.#choices, preferences.language),
          ...this.#drawn.notes.map((note): Caution => ({ at: 'size', text: preferences.say(note) })),
        ]
      : [],
  );

  constructor(
    private readonly map: MapState,
    readonly seen: Seen,
  ) {
    const remembered = rememberedChoices(map.id);
    // This window may be another size than when it was chosen.
    this.#choices = remembered.size === 'screen' ? sized(remembered, 'screen', seen) : remembered;
  }

  get choices(): FigureChoices {
    return this.#choices;
  }

  /** What is seen of the figure; undefined until it is drawn for the first time. */
  get drawn(): Drawn | undefined {
    return this.#drawn;
  }

  /** Why the figure could not be drawn or saved. */
  get problem(): Problem | undefined {
    return this.tooLarge ?? this.#problem;
  }

  /** About how many bytes the image will have; null while that is not known. */
  get bytes(): number | null {
    const estimate = this.#estimate;
    const ofThis = estimate && estimate.svg === this.#drawn?.svg && estimate.dpi === this.#choices.dpi;
    return ofThis ? estimate.bytes : null;
  }

  get saving(): number | undefined {
    return this.#saving;
  }

  /** The name of the file that was saved last. */
  get saved(): string {
    return this.#saved;
  }

  /** What of the file saved last is not as in the figure, where no caution has said so before. */
  get note(): Localized | undefined {
    const note = this.#note;
    const known = note && this.cautions.some(({ text }) => text === preferences.say(note));
    return known ? undefined : note;
  }

  /** The title that stands where no other was written. */
  get mapTitle(): string {
    const graph = this.#choices.anonymous ? this.#anonymous?.graph : this.map.graph;
    return graph?.info.title ?? '';
  }

  change(changes: Partial<FigureChoices>): void {
    this.#choices = { ...this.#choices, ...changes };
    this.#saved = '';
    this.#note = undefined;
    rememberChoices(this.map.id, this.#choices);
  }

  /** Whether anything but what is shown was chosen otherwise than it was at first. */
  readonly altered: boolean = $derived.by(() => {
    const first = atFirst(this.#choices);
    return Object.entries(this.#choices).some(([key, value]) => first[key as keyof FigureChoices] !== value);
  });

  reset(): void {
    this.change(atFirst(this.#choices));
  }

  shows(kind: FigureKindId): boolean {
    return this.#choices.panels.some((panel) => panel.kind === kind);
  }

  setPanel(place: number, panel: FigurePanel): void {
    this.change({ panels: this.#choices.panels.with(place, panel) });
  }

  addPanel(kind: FigureKindId): void {
    this.change({ panels: [...this.#choices.panels, { kind }] });
  }

  removePanel(place: number): void {
    this.change({ panels: this.#choices.panels.toSpliced(place, 1) });
  }

  /** Gives a panel the letter before it (-1) or after it (+1). */
  movePanel(place: number, by: -1 | 1): void {
    const { panels } = this.#choices;
    const [one, other] = [panels[place], panels[place + by]];
    if (one && other) this.change({ panels: panels.with(place, other).with(place + by, one) });
  }

  /** The rounds that there are now. */
  get rounds(): MapState['rounds']['list'] {
    return this.map.rounds.list;
  }

  get offered(): readonly StateOffer[] | undefined {
    return this.#offered;
  }

  /** Ids of what a comparison sets beside the map. */
  readonly against: readonly string[] = $derived(
    chosenStates(this.#offered ?? [], this.#choices.against).map(({ id }) => id),
  );

  /** Looks up what there is to be compared with. */
  async lookForStates(): Promise<void> {
    const found = await offeredStates(this.map);
    this.#offered = found.ok ? found.value : [];
  }

  /** Sets the figure on the page of a choice of size. */
  resize(size: SizeChoice): void {
    this.change(sized(this.#choices, size, this.seen));
  }

  /** Takes the names out of the map as it is now. */
  async takeNamesOut(): Promise<void> {
    this.#anonymous = await anonymised(this.map, { language: preferences.language });
  }

  /** Who is who in a figure without names: a file to be kept apart. */
  saveKey(): void {
    if (this.#anonymous) save(this.#anonymous.key);
  }

  /** How the figure is drawn that is chosen now; undefined while that can't be. */
  task(): Task {
    const choices = this.#choices;
    const { language } = preferences;
    const anonymous = choices.anonymous ? this.#anonymous : undefined;
    if (choices.anonymous && !anonymous) return undefined;
    const labels = anonymous ? renamed(this.seen.labels, anonymous) : this.seen.labels;
    const seen = { ...this.seen, labels };
    if (!this.ofMap) {
      const { panels, against } = choices;
      const options = kindOptions(choices, this.mapTitle, language, seen);
      const { map } = this;
      void [map.graph, map.visible, map.view, map.rounds.list];
      return async () => {
        const drawn = await drawPanels(this.#kinds, map, { panels, against, choices: options }, anonymous);
        return drawn?.ok ? ok({ ...drawn.value, facts: undefined }) : drawn;
      };
    }
    const scene = anonymous ? anonymous.scene('light', language) : this.map.sceneFor('light');
    const options = figureOptions(choices, this.mapTitle, seen);
    return async () => {
      const drawn = await this.#figures.draw(scene, options);
      return drawn?.ok ? ok({ ...drawn.value, notes: [], layers: NO_LAYERS }) : drawn;
    };
  }

  /** Draws the preview; of several calls the last one is shown. */
  async draw(task: NonNullable<Task>): Promise<void> {
    const drawn = await task();
    if (drawn) this.#show(drawn);
  }

  #show(drawn: Result<Drawn>): void {
    // What was there before is not what is chosen now.
    this.#drawn = drawn.ok ? drawn.value : undefined;
    this.#problem = drawn.ok ? undefined : drawn.problem;
  }

  /** Draws what is chosen now, to be saved; undefined where that was called off. */
  async #drawNow(): Promise<{ drawn: Result<Drawn>; choices: FigureChoices } | undefined> {
    if (this.#choices.anonymous && !this.#anonymous) await this.takeNamesOut();
    while (!this.#calledOff.signal.aborted) {
      const choices = this.#choices;
      const task = untrack(() => this.task());
      if (!task) return undefined;
      const drawn = await task();
      // A preview that was due took the worker: what is saved is shown in its place.
      if (!drawn) continue;
      this.#show(drawn);
      return { drawn, choices };
    }
    return undefined;
  }

  /** Works out how large the image will be. */
  async estimate(svg: string, dpi: number): Promise<void> {
    const bytes = await estimatedBytes(svg, dpi);
    this.#estimate = { svg, dpi, bytes };
  }

  /** Saves what is chosen now: the preview may be a choice behind. */
  async save(): Promise<void> {
    this.#calledOff = new AbortController();
    this.#saving = 0;
    this.#saved = '';
    this.#note = undefined;
    const made = await this.#file();
    this.#saving = undefined;
    if (!made) return;
    this.#problem = made.ok ? undefined : made.problem;
    if (!made.ok) return;
    const { file, note } = made.value;
    save(file);
    this.#saved = file.name;
    this.#note = note;
  }

  /** Calls off an image that is being drawn. */
  stop(): void {
    this.#calledOff.abort();
  }

  async #file(): Promise<Result<FigureDownload> | undefined> {
    const made = await this.#drawNow();
    if (!made) return undefined;
    const { choices, drawn } = made;
    if (!drawn.ok) return drawn;
    const { panels, format, dpi, anonymous: hidden } = choices;
    const { language } = preferences;
    const anonymous = hidden ? this.#anonymous : undefined;
    const title = this.mapTitle;
    const options = kindOptions(choices, title, language, this.seen);
    const used = await usedBy(this.map, panels, options);
    const graph = anonymous?.graph ?? this.map.graph;
    const metadata = await metadataOfFigure(this.map, options.title ?? title, language, used, graph);
    methodsStateOf(this.map).note(used.measures, used.diagnosis);
    return finishedFigure(
      {
        svg: drawn.value.svg,
        name: [title, nameOf(panels, language)].filter((part) => part !== '').join(' - '),
        ...{ format, dpi, metadata },
        held: this.holdsMap ? { map: this.map, anonymous } : undefined,
      },
      { onProgress: (done) => (this.#saving = done), signal: this.#calledOff.signal },
    );
  }

  close(): void {
    this.stop();
    this.#figures.close();
    this.#kinds.close();
  }
}

/** What the file of a figure is called after the map; the map itself needs no more. */
function nameOf([first, ...others]: readonly FigurePanel[], language: Language): string {
  if (others.length > 0) return studioTexts().panelsOf(others.length + 1);
  if (!first || first.kind === 'network') return '';
  return FIGURE_OFFERS.find(({ id }) => id === first.kind)?.name[language] ?? '';
}

function renamed(
  labels: ReadonlySet<string> | undefined,
  { actors }: AnonymousMap,
): ReadonlySet<string> | undefined {
  return labels && new Set([...labels].flatMap((id) => actors.get(id) ?? []));
}
