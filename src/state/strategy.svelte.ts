import type { Problem } from '../base/problem.ts';
import type { Language } from '../base/localized.ts';
import { figureNames } from '../figures/figure-names.ts';
import type { EarlierState, RemediesTogether, StrategyContent } from '../figures/strategy/content.ts';
import type { StrategyNumbers } from '../figures/strategy/numbers.ts';
import type { StrategyDocument } from '../figures/strategy/strategy-document.ts';
import type { Graph } from '../model/graph.ts';
import { RemediesClient } from '../workers/remedies.ts';
import { StrategyWriter } from '../workers/strategy.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { remediesOf, type RemediesState } from './remedies.svelte.ts';
import { firstChoices, languagesOf, ticksOf, type StrategyChoices, type Tick } from './strategy-choices.ts';

import { remedyTicks, toldRemedies, togetherOf, type RemedyTick } from './strategy-remedies.ts';

export type { Markup } from '../figures/strategy/markup.ts';
export type { StrategyDocument };

/** What was chosen and typed for each map, while the window lasts. */
const kept = new Map<string, StrategyChoices>();

/** A strategy page on its way: what is computed for it, what is chosen, and the document that comes of both. */
export class StrategyState {
  readonly #map: MapState;
  choices = $state.raw<StrategyChoices>() as StrategyChoices;
  numbers = $state.raw<StrategyNumbers>();
  document = $state.raw<StrategyDocument>();
  problem = $state.raw<Problem>();
  /** Share of the computation done, in [0, 1]. */
  progress = $state(0);
  /** While the document is a choice behind. */
  writing = $state(true);

  readonly #writer = new StrategyWriter();
  readonly #client = new RemediesClient();
  readonly #proposed: RemediesState;
  /** What the remedies of these ids do together. */
  #together = $state.raw<{ readonly ids: string; readonly value: RemediesTogether }>();
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
  /** The remedies that are told: changes when others are. */
  readonly toldIds = $derived(this.#told.map(({ id }) => id).join('\n'));

  constructor(map: MapState) {
    this.#map = map;
    this.#proposed = remediesOf(map);
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

  /** Simulates anew the remedies that were looked at, where the map has changed since. */
  followRemedies(): void {
    const { measured, reading, graph } = this.#map;
    if (!this.#proposed.start) return;
    const { scheme, view } = graph;
    this.#proposed.follow({ input: measured, scheme, reading, settings: view.diagnosis });
  }

  /** Finds what the told remedies do together. */
  async simulate(): Promise<void> {
    const remedies = this.#told;
    const ids = this.toldIds;
    if (remedies.length < 2) return;
    const { measured, reading, graph } = this.#map;
    const found = await this.#client.consequences(
      {
        ground: { input: measured, scheme: graph.scheme },
        options: reading,
        settings: graph.view.diagnosis,
        goal: this.#proposed.goal,
      },
      remedies.map(({ edits }) => edits),
    );
    // Others were ticked meanwhile.
    if (!found || ids !== this.toldIds) return;
    if (found.ok) this.#together = { ids, value: togetherOf(found.value) };
    else this.#fail(found.problem);
  }

  /** Computes what is told of the map as it is now, and of the round that it is compared with. */
  async compute(): Promise<void> {
    const run = ++this.#run;
    const map = this.#map;
    const task = { options: map.reading, settings: map.graph.view.diagnosis };
    const round = map.rounds.list.find(({ id }) => id === this.since);
    this.writing = true;
    const numbers = await this.#writer.numbers(
      { ...task, input: map.measured },
      { onProgress: (done) => (this.progress = done) },
    );
    if (run !== this.#run || !numbers) return;
    if (!numbers.ok) return this.#fail(numbers.problem);
    const opened = round && (await map.rounds.open(round));
    if (run !== this.#run) return;
    if (opened && !opened.ok) return this.#fail(opened.problem);
    let earlier: EarlierState | undefined;
    if (opened) {
      const { graph } = opened.value;
      const then = await this.#writer.numbers({ ...task, input: map.measuredOf(graph) });
      if (run !== this.#run || !then) return;
      if (!then.ok) return this.#fail(then.problem);
      earlier = {
        name: opened.value.round.name,
        date: opened.value.round.time,
        numbers: then.value,
        names: { en: figureNames(graph, 'en'), zh: figureNames(graph, 'zh') },
      };
    }
    this.problem = undefined;
    this.#earlier = earlier;
    this.numbers = numbers.value;
  }

  readonly #language = $derived(this.choices.language);
  readonly #languages = $derived(languagesOf(this.#language, preferences.language));
  readonly #graph: Graph = $derived.by(() => this.#map.graph);
  /** The same while words are typed and findings ticked. */
  readonly #views: StrategyContent['views'] = $derived(
    Object.fromEntries(this.#languages.map((language) => [language, this.#view(this.#graph, language)])),
  );

  /** What the page is written from; undefined while it is not computed yet. */
  readonly content: StrategyContent | undefined = $derived.by(() => {
    const { numbers, choices, ticks, remedyTicks: proposed } = this;
    if (!numbers) return undefined;
    const { info, actors, ties, view } = this.#graph;
    const { paper, place, author, date, note, sections } = choices;
    return {
      ...{ paper, place, author, date, note, sections, numbers },
      remedies: proposed.flatMap(({ chosen, told }) => (told ? [chosen] : [])),
      ...(this.#together?.ids === this.toldIds && { together: this.#together.value }),
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

  async write(content: StrategyContent): Promise<void> {
    this.writing = true;
    const written = await this.#writer.document(content);
    // Another choice was made meanwhile.
    if (!written) return;
    if (!written.ok) return this.#fail(written.problem);
    this.document = written.value;
    this.problem = undefined;
    this.writing = false;
  }

  close(): void {
    this.#run++;
    this.#writer.close();
    this.#client.close();
  }

  #view(graph: Graph, language: Language): NonNullable<StrategyContent['views'][Language]> {
    const scene = this.#map.sceneFor('light', language);
    const priority = (id: string): number => scene.actorById.get(id)?.label.priority ?? 0;
    return { scene, names: figureNames(graph, language, priority) };
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    this.writing = false;
  }
}
