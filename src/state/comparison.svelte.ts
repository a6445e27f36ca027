import { untrack } from 'svelte';
import type { Problem } from '../base/problem.ts';
import { measureById, NETWORK_MEASURES } from '../metrics/registry.ts';
import type { StateReading, StatesComparison } from '../metrics/scenarios/compare-states.ts';
import type { ComparedState } from '../model/compared-state.ts';
import { compareGraphs, type MapComparison } from '../model/compare.ts';
import type { Graph } from '../model/graph.ts';
import { networkInput } from '../network/network.ts';
import type { MeasureValues } from '../scene/actor-encoding.ts';
import { differenceMarks, type DifferenceMarks } from '../scene/difference-marks.ts';
import type { Theme } from '../scene/palette.ts';
import { NOTHING_HIDDEN } from '../scene/scene.ts';
import { sharedScenes, type SharedScenes } from '../scene/shared-scenes.ts';
import { ComparisonClient } from '../workers/comparison.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { isFiltering, visibleUnder, type Filter } from './visibility.ts';

export type { ComparedState };
export type { RuleFinding } from '../metrics/diagnosis/finding-changes.ts';

/** An actor of one of the states. */
export interface Chosen {
  readonly state: string;
  readonly actor: string;
}

interface Found {
  /** Of the states, in order. */
  readonly ids: readonly string[];
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

  #found = $state.raw<Found>();
  #stop = new AbortController();
  readonly #client = new ComparisonClient();
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
    return this.#statesOf().map((state) => ({ ...state, graph: seen({ ...state.graph, view }, filter) }));
  });

  readonly filtering: boolean = $derived.by(() => isFiltering(this.#map.filter));

  /** What was computed, while it is of these states. */
  readonly result: StatesComparison | undefined = $derived.by(() => {
    const found = this.#found;
    const ids = this.states.map(({ id }) => id);
    return found && found.ids.join('\n') === ids.join('\n') ? found.comparison : undefined;
  });

  /** What became of the records since the first state, of each later one. */
  readonly records: readonly MapComparison[] = $derived.by(() => {
    const [base, ...others] = this.states;
    return base ? others.map(({ graph }) => compareGraphs(base.graph, graph)) : [];
  });

  readonly pictures: SharedScenes = $derived(this.picturesFor(preferences.shownTheme));

  /** What is lit in each picture; in that of the first state nothing is. */
  readonly lit: readonly DifferenceMarks[] = $derived(this.litIn(this.pictures));

  /** In the colours of a theme: figures are for paper. */
  picturesFor(theme: Theme): SharedScenes {
    return sharedScenes(
      this.states.map(({ graph }, k) => ({ graph, values: actorValues(this.result?.readings[k]) })),
      {
        valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
        language: preferences.language,
        theme,
        hidden: NOTHING_HIDDEN,
      },
    );
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
    const { states, added } = this;
    const { view, reading } = this.#map;
    const { thresholds } = view.diagnosis;
    untrack(() => void this.#compare(states, added, reading, thresholds));
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

  async #compare(
    states: readonly ComparedState[],
    added: readonly string[],
    options: MapState['reading'],
    thresholds: MapState['view']['diagnosis']['thresholds'],
  ): Promise<void> {
    if (states.length < 2) return;
    const { size, colour } = this.#map.view;
    const drawn = [size, colour].flatMap((by) => (by.kind === 'measure' ? [by.id] : []));
    this.busy = true;
    this.stopped = false;
    this.problem = undefined;
    this.progress = 0;
    this.#stop = new AbortController();
    const compared = await this.#client.compare(
      {
        states: states.map(({ graph }) => networkInput(graph)),
        options,
        measures: [...new Set([...FOLLOWING, ...added, ...drawn])],
        thresholds,
      },
      { signal: this.#stop.signal, onProgress: (done) => (this.progress = done) },
    );
    // A newer comparison has taken over, or someone ended it.
    if (!compared) return;
    this.busy = false;
    if (compared.ok) this.#found = { ids: states.map(({ id }) => id), comparison: compared.value };
    else this.problem = compared.problem;
  }
}

function seen(graph: Graph, filter: Filter): Graph {
  if (!isFiltering(filter)) return graph;
  const visible = visibleUnder(graph, filter);
  return {
    ...graph,
    actors: new Map([...graph.actors].filter(([id]) => visible.actors.has(id))),
    ties: new Map([...graph.ties].filter(([id]) => visible.ties.has(id))),
  };
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
