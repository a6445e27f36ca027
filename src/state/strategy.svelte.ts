import type { Problem } from '../base/problem.ts';
import { ok, type Result } from '../base/result.ts';
import type { Language } from '../base/localized.ts';
import { figureNames } from '../figures/figure-names.ts';
import type { EarlierState, RemediesTogether, StrategyContent } from '../figures/strategy/content.ts';
import type { StrategyNumbers } from '../figures/strategy/numbers.ts';
import type { StrategyDocument } from '../figures/strategy/strategy-document.ts';
import type { Prospect } from '../metrics/remedies/rank.ts';
import type { Graph } from '../model/graph.ts';
import { RemediesClient } from '../workers/remedies.ts';
import { StrategyWriter } from '../workers/strategy.ts';
import { localDay } from './local-day.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { remediesOf, type RemediesState } from './remedies.svelte.ts';
import { firstChoices, languagesOf, ticksOf, type StrategyChoices, type Tick } from './strategy-choices.ts';
import { remedyTicks, toldRemedies, togetherOf, type RemedyTick } from './strategy-remedies.ts';

export type { Markup } from '../figures/strategy/markup.ts';
export type { StrategyDocument };

/** What was chosen and typed for each map, while the window lasts. */
const kept = new Map<string, StrategyChoices>();

/** Which remedies are tried together, on what. */
interface Trial extends Omit<Prospect, 'goal'> {
  readonly ids: string;
}

interface Computed {
  readonly numbers: StrategyNumbers;
  readonly earlier?: EarlierState;
}

/** A strategy page on its way: what is computed for it, what is chosen, and the document that comes of both. */
export class StrategyState {
  readonly #map: MapState;
  choices = $state.raw<StrategyChoices>() as StrategyChoices;
  numbers = $state.raw<StrategyNumbers>();
  document = $state.raw<StrategyDocument>();
  /** Share of the computation done, in [0, 1]. */
  progress = $state(0);

  #computing = $state(false);
  /** What the document was written from. */
  #written = $state.raw<StrategyContent>();
  /** Why the numbers, and the document, could not be made. */
  #uncomputed = $state.raw<Problem>();
  #unwritten = $state.raw<Problem>();

  readonly #writer = new StrategyWriter();
  readonly #client = new RemediesClient();
  readonly #proposed: RemediesState;
  #unwatch: (() => void) | undefined;
  #tried = $state.raw<{ readonly trial: Trial; readonly found: Result<RemediesTogether> }>();
  #earlier = $state.raw<EarlierState>();
  /** Of `compute`: a newer one takes over. */
  #run = 0;

  /** Id of the round that the map is compared with; the same while other choices are made. */
  readonly since = $derived(this.choices.sections.has('progress') ? this.choices.since : undefined);
  /** The findings that may be told, the worst first. */
  readonly ticks: readonly Tick[] = $derived.by(() =>
    this.numbers ? ticksOf(this.numbers, this.#map.graph.view.diagnosis, this.choices) : [],
  );
  /** The remedies that may be told, those of the plan first. */
  readonly remedyTicks: readonly RemedyTick[] = $derived.by(() =>
    remedyTicks(this.#proposed, this.choices.remedies),
  );
  readonly #told = $derived(toldRemedies(this.remedyTicks));
  readonly #toldIds = $derived(this.#told.map(({ id }) => id).join('\n'));
  readonly #trial: Trial = $derived.by(() => {
    const { measured, reading, graph } = this.#map;
    return {
      ids: this.#toldIds,
      ground: { input: measured, scheme: graph.scheme },
      options: reading,
      settings: graph.view.diagnosis,
    };
  });
  /** What the told remedies do together, once it is found. */
  readonly #together = $derived(this.#tried?.trial === this.#trial ? this.#tried.found : undefined);
  /** What is still to be found of several remedies together. */
  readonly untried: Trial | undefined = $derived(
    this.choices.sections.has('remedies') && this.#told.length > 1 && !this.#together
      ? this.#trial
      : undefined,
  );
  readonly problem: Problem | undefined = $derived(
    this.#uncomputed ??
      (this.#together?.ok === false ? this.#together.problem : undefined) ??
      this.#unwritten,
  );

  constructor(map: MapState) {
    this.#map = map;
    this.#proposed = remediesOf(map);
    // Those that nobody has looked at are not simulated for the page.
    if (this.#proposed.start) this.#unwatch = this.#proposed.watch();
    this.choices = kept.get(map.id) ?? firstChoices(map.graph.info, preferences.language, new Date());
  }

  choose(change: Partial<StrategyChoices>): void {
    this.choices = { ...this.choices, ...change };
    kept.set(this.#map.id, this.choices);
  }

  /** Ticks or unticks findings. */
  tell(ids: readonly string[], told: boolean): void {
    this.choose({ findings: new Map([...this.choices.findings, ...ids.map((id) => [id, told] as const)]) });
  }

  /** Ticks or unticks a remedy. */
  tellRemedy(id: string, told: boolean): void {
    this.choose({ remedies: new Map([...this.choices.remedies, [id, told]]) });
  }

  /** Finds what the told remedies do together. */
  async simulate(trial: Trial): Promise<void> {
    const { ground, options, settings } = trial;
    const found = await this.#client.consequences(
      { ground, options, settings, goal: this.#proposed.goal },
      this.#told.map(({ edits }) => edits),
    );
    // Others were ticked meanwhile, or the map has changed.
    if (!found || trial !== this.#trial) return;
    this.#tried = { trial, found: found.ok ? ok(togetherOf(found.value)) : found };
  }

  /** Computes what is told of the map as it is now, and of the round that it is compared with. */
  async compute(): Promise<void> {
    const run = ++this.#run;
    this.#computing = true;
    const computed = await this.#compute(run);
    if (run !== this.#run || !computed) return;
    this.#computing = false;
    this.#uncomputed = computed.ok ? undefined : computed.problem;
    if (!computed.ok) return;
    this.#earlier = computed.value.earlier;
    this.numbers = computed.value.numbers;
  }

  /** Undefined where another computation has taken over. */
  async #compute(run: number): Promise<Result<Computed> | undefined> {
    const map = this.#map;
    const task = { options: map.reading, settings: map.graph.view.diagnosis };
    const round = map.rounds.list.find(({ id }) => id === this.since);
    const numbers = await this.#writer.numbers(
      { ...task, input: map.measured },
      { onProgress: (done) => (this.progress = done) },
    );
    if (!numbers?.ok) return numbers;
    if (!round) return ok({ numbers: numbers.value });
    const opened = await map.rounds.open(round);
    if (run !== this.#run) return undefined;
    if (!opened.ok) return opened;
    const { graph } = opened.value;
    const then = await this.#writer.numbers({ ...task, input: map.measuredOf(graph) });
    if (!then?.ok) return then;
    const names = { en: figureNames(graph, 'en'), zh: figureNames(graph, 'zh') };
    const earlier = { name: round.name, date: localDay(new Date(round.time)), numbers: then.value, names };
    return ok({ numbers: numbers.value, earlier });
  }

  readonly #language = $derived(this.choices.language);
  readonly #languages = $derived(languagesOf(this.#language, preferences.language));
  readonly #graph: Graph = $derived.by(() => this.#map.graph);
  /** The same while words are typed and findings ticked. */
  readonly #views: StrategyContent['views'] = $derived(
    Object.fromEntries(this.#languages.map((language) => [language, this.#view(this.#graph, language)])),
  );

  /** While the remedies are simulated on the map as it is now there are none to tell. */
  readonly #ranking = $derived.by(
    () => this.choices.sections.has('remedies') && this.#proposed.stale && this.#proposed.busy,
  );

  /** What the page is written from; undefined while it is not computed yet. */
  readonly content: StrategyContent | undefined = $derived.by(() => {
    const { numbers, choices, ticks, remedyTicks: proposed } = this;
    const together = this.#together;
    if (!numbers) return undefined;
    const { info, actors, ties, view } = this.#graph;
    const { paper, place, author, date, note, sections } = choices;
    return {
      ...{ paper, place, author, date, note, sections, numbers },
      remedies: proposed.flatMap(({ chosen, told }) => (told ? [chosen] : [])),
      ...(together?.ok && { together: together.value }),
      languages: this.#languages,
      title: info.title,
      build: __BUILD__,
      views: this.#views,
      actorCount: actors.size,
      tieCount: ties.size,
      settings: view.diagnosis,
      findings: new Set(ticks.filter(({ told }) => told).map(({ finding }) => finding.id)),
      ...(this.#earlier && { earlier: this.#earlier }),
    };
  });

  /** While the document is behind what is chosen: what is printed then would be of something else. */
  readonly writing: boolean = $derived(
    this.#computing ||
      this.#uncomputed !== undefined ||
      this.untried !== undefined ||
      this.#ranking ||
      this.#written !== this.content,
  );

  async write(content: StrategyContent): Promise<void> {
    const written = await this.#writer.document(content);
    // Another choice was made meanwhile.
    if (!written) return;
    this.#unwritten = written.ok ? undefined : written.problem;
    if (!written.ok) return;
    this.document = written.value;
    this.#written = content;
  }

  close(): void {
    this.#run++;
    this.#unwatch?.();
    this.#writer.close();
    this.#client.close();
  }

  #view(graph: Graph, language: Language): NonNullable<StrategyContent['views'][Language]> {
    const scene = this.#map.sceneFor('light', language);
    const priority = (id: string): number => scene.actorById.get(id)?.label.priority ?? 0;
    return { scene, names: figureNames(graph, language, priority) };
  }
}
