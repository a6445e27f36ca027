import { untrack } from 'svelte';
import type { Problem } from '../base/problem.ts';
import { PANEL_LETTERS } from '../figures/comparison.ts';
import { measureById, NETWORK_MEASURES } from '../metrics/registry.ts';
import type { StateReading, StatesComparison } from '../metrics/scenarios/compare-states.ts';
import type { ComparedState } from '../model/compared-state.ts';
import { compareGraphs, type MapComparison } from '../model/compare.ts';
import { networkInput } from '../network/network.ts';
import type { MeasureValues } from '../scene/actor-encoding.ts';
import { differenceMarks, type DifferenceMarks } from '../scene/difference-marks.ts';
import type { Theme } from '../scene/palette.ts';
import { NOTHING_HIDDEN, SceneBuilder } from '../scene/scene.ts';
import { sharedScenes, type SharedScenes } from '../scene/shared-scenes.ts';
import { ComparisonClient } from '../workers/comparison.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { Slice } from './slice.ts';
import { isFiltering, underFilter } from './visibility.ts';

export type { ComparedState };
export type { RuleFinding } from '../metrics/diagnosis/finding-changes.ts';

/** An actor of one of the states. */
export interface Chosen {
  readonly state: string;
  readonly actor: string;
}

/** What a comparison is of. */
interface Asked {
  readonly states: readonly ComparedState[];
  readonly options: MapState['reading'];
  readonly thresholds: MapState['view']['diagnosis']['thresholds'];
}

interface Found extends Asked {
  readonly comparison: StatesComparison;
}

/** Beyond so many of a kind differences are a thicket that nobody reads. */
const MOST_LIT = 400;
const FOLLOWING = NETWORK_MEASURES.filter(({ onRequest }) => !onRequest).map(({ id }) => id);

/** Two to four states of a map side by side: how they are drawn, what is measured of them, what is looked at. */
export class ComparisonState {
  /** Share done of the computation under way, in [0, 1]. */
  progress = $state(0);
  busy = $state(false);
  /** Someone ended the computation. */
  stopped = $state(false);
  problem = $state.raw<Problem>();
  /** The id of the actor that is pointed at. */
  pointed = $state<string>();
  chosen = $state.raw<Chosen>();
  /** Ids of measures of the network that are shown besides the headline. */
  added = $state.raw<readonly string[]>([]);
  /** Names are wrapped: from now on all states are drawn in one go. */
  ready = $state(false);

  #found = $state.raw<Found>();
  #stop = new AbortController();
  readonly #client = new ComparisonClient();
  readonly #builders = PANEL_LETTERS.map(() => new SceneBuilder());
  readonly #map: MapState;
  readonly #statesOf: () => readonly ComparedState[];

  /** @param statesOf the states in order, the first being the one that the others are compared with */
  constructor(map: MapState, statesOf: () => readonly ComparedState[]) {
    this.#map = map;
    this.#statesOf = statesOf;
  }

  /** As the open map is seen: in its style, under its filter. */
  readonly states: readonly ComparedState[] = $derived.by(() => {
    const { view, filter } = this.#map;
    return this.#statesOf().map((state) => ({
      ...state,
      graph: underFilter({ ...state.graph, view }, filter),
    }));
  });

  readonly filtering: boolean = $derived.by(() => isFiltering(this.#map.filter));

  /** What was computed of these states, under whatever options. */
  readonly result: StatesComparison | undefined = $derived.by(() => {
    const found = this.#found;
    return found && idsOf(found.states) === idsOf(this.states) ? found.comparison : undefined;
  });

  /** Whether the result is of the states as they are read now. */
  readonly fresh: boolean = $derived.by(() => {
    const found = this.#found;
    return (
      found?.states === this.states &&
      found.options === this.#map.reading &&
      found.thresholds === this.#map.view.diagnosis.thresholds
    );
  });

  /** What became of the records since the first state, of each later one. */
  readonly records: readonly MapComparison[] = $derived.by(() => {
    const [base, ...others] = this.states;
    return base ? others.map(({ graph }) => compareGraphs(base.graph, graph)) : [];
  });

  /** Ids of the measures that marks are drawn by. */
  readonly #drawnBy: readonly string[] = $derived.by(() => {
    const { size, colour } = this.#map.view;
    return [size, colour].flatMap((by) => (by.kind === 'measure' ? [by.id] : []));
  });

  readonly pictures: SharedScenes = $derived(this.#draw(preferences.shownTheme));

  /** What is lit in each picture; in that of the first state nothing is. */
  readonly lit: readonly DifferenceMarks[] = $derived(this.litIn(this.pictures));

  /** In the colours of a theme: figures are for paper. */
  picturesFor(theme: Theme): SharedScenes {
    return theme === preferences.shownTheme ? this.pictures : this.#draw(theme);
  }

  #draw(theme: Theme): SharedScenes {
    // What no mark is drawn by draws nothing anew when it comes.
    const readings = this.#drawnBy.length > 0 ? this.result?.readings : undefined;
    return sharedScenes(
      this.states.map(({ graph }, k) => ({ graph, values: actorValues(readings?.[k]) })),
      {
        valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
        language: preferences.language,
        theme,
        hidden: NOTHING_HIDDEN,
      },
      this.#builders,
    );
  }

  /** Wraps the names of all states, with pauses: on large maps that takes long. */
  async prepare(): Promise<void> {
    const slice = new Slice();
    for (const [k, { graph }] of this.states.entries())
      for (const actor of graph.actors.values()) {
        this.#builders[k]?.prepare([actor], preferences.language);
        if (slice.over) await slice.rest();
      }
    this.ready = true;
  }

  litIn({ scenes }: SharedScenes): readonly DifferenceMarks[] {
    const [base] = scenes;
    return scenes.map((scene, k) => {
      const comparison = this.records[k - 1];
      return base && comparison
        ? differenceMarks(comparison, base, scene, MOST_LIT)
        : { actors: [], ties: [] };
    });
  }

  /** Measures the states anew; called where they, or how they are read, have changed. */
  refresh(): void {
    const asked: Asked = {
      states: this.states,
      options: this.#map.reading,
      thresholds: this.#map.view.diagnosis.thresholds,
    };
    const measures = [...new Set([...FOLLOWING, ...this.added, ...this.#drawnBy])];
    untrack(() => void this.#compare(asked, measures));
  }

  /** Ends the computation; what was there stays. */
  stop(): void {
    this.#stop.abort();
    this.busy = false;
    this.stopped = true;
  }

  choose(chosen: Chosen | undefined): void {
    this.chosen = chosen;
    if (chosen && this.#map.graph.actors.has(chosen.actor)) this.#map.select([chosen.actor]);
  }

  close(): void {
    this.#client.close();
  }

  async #compare(asked: Asked, measures: readonly string[]): Promise<void> {
    const { states, options, thresholds } = asked;
    if (states.length < 2) return;
    this.busy = true;
    this.stopped = false;
    this.problem = undefined;
    this.progress = 0;
    this.#stop = new AbortController();
    const compared = await this.#client.compare(
      {
        states: states.map(({ graph }) => networkInput(graph)),
        options,
        measures,
        thresholds,
      },
      { signal: this.#stop.signal, onProgress: (done) => (this.progress = done) },
    );
    // A newer comparison has taken over, or someone ended it.
    if (!compared) return;
    this.busy = false;
    if (compared.ok) this.#found = { ...asked, comparison: compared.value };
    else this.problem = compared.problem;
  }
}

function idsOf(states: readonly ComparedState[]): string {
  return states.map(({ id }) => id).join('\n');
}

function actorValues(reading: StateReading | undefined): MeasureValues {
  if (!reading) return new Map();
  const { actor, actorIds } = reading.values;
  return {
    get: (id) => {
      const column = actor.get(id);
      return (
        column &&
        new Map(
          actorIds.map((one, k) => {
            const value = column[k] ?? NaN;
            return [one, Number.isNaN(value) ? null : value];
          }),
        )
      );
    },
  };
}
