import { same, type Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { MapDocument } from '../model/document.ts';
import type { Graph } from '../model/graph.ts';
import { networkInput, type NetworkInput } from '../network/network.ts';
import { foldName } from '../model/commands/checks.ts';
import type { NicheMoves } from '../metrics/niche/change-details.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkOptions } from '../network/network.ts';
import { nextTask } from '../storage/next-task.ts';
import { NicheMovesClient } from '../workers/niche-moves.ts';
import { libraryState, type LibraryEntry } from './library.svelte.ts';
import type { MapState } from './map.svelte.ts';
import { OpeningState } from './opening.svelte.ts';
import type { StoredRound } from './rounds.svelte.ts';
import { wholeStoredGraph } from './stored-graph.ts';

interface OtherState {
  readonly name: Localized;
  readonly graph: Graph;
}

/** How niches differ between the open map and another state of it: a map of this browser, or a file. */
export class NicheMovesState {
  other = $state.raw<OtherState>();
  /** Whether the other is the earlier one, as a copy that was kept is. */
  otherIsEarlier = $state(true);
  result = $state.raw<NicheMoves>();
  problem = $state.raw<Problem>();
  busy = $state(false);

  readonly #client = new NicheMovesClient();

  /** The maps of this browser that the open one can be compared with. */
  async candidates(map: MapState): Promise<readonly LibraryEntry[]> {
    await libraryState.refresh();
    return libraryState.maps.filter(({ id }) => id !== map.id);
  }

  async choose(entry: LibraryEntry): Promise<void> {
    this.#begin();
    const stored = await wholeStoredGraph(entry.id);
    this.busy = false;
    if (stored.ok) this.other = { name: same(entry.title), graph: stored.value };
    else this.#fail(stored.problem);
  }

  /** A round of the open map. */
  async chooseRound(map: MapState, round: StoredRound): Promise<void> {
    this.#begin();
    const opened = await map.rounds.open(round);
    this.busy = false;
    if (opened.ok) this.other = { name: same(round.name), graph: opened.value.graph };
    else this.#fail(opened.problem);
  }

  async chooseFile(file: File): Promise<void> {
    this.#begin();
    const opening = new OpeningState([{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }]);
    await opening.settled();
    if (opening.problem) this.#fail(opening.problem);
    else await this.#hold({ en: file.name, zh: file.name }, opening.maps[0] ?? []);
    opening.close();
  }

  /** Compares anew, as after an edit of the open map. */
  async compare(here: NetworkInput, names: Graph, options: NetworkOptions & MeasureOptions): Promise<void> {
    const { other, otherIsEarlier } = this;
    if (!other) return;
    this.busy = true;
    const there = networkInput(asNamed(other.graph, names));
    const [before, after] = otherIsEarlier ? [there, here] : [here, there];
    const compared = await this.#client.compare({ before, after, options });
    // A newer comparison has taken over.
    if (!compared) return;
    this.busy = false;
    if (compared.ok) this.result = compared.value;
    else this.#fail(compared.problem);
  }

  forget(): void {
    this.other = undefined;
    this.result = undefined;
    this.problem = undefined;
  }

  close(): void {
    this.#client.close();
  }

  #begin(): void {
    this.forget();
    this.busy = true;
  }

  #fail(problem: Problem): void {
    this.busy = false;
    this.problem = problem;
  }

  async #hold(name: Localized, updates: readonly Uint8Array[]): Promise<void> {
    const document = new MapDocument();
    await document.load(updates, nextTask);
    this.other = { name, graph: document.graph };
    document.destroy();
    this.busy = false;
  }
}

/**
 * The graph with its actors under the ids of another that has them: by id where it is there, else by the only actor of
 * the same name, since files of one map may number their actors differently.
 */
export function asNamed(graph: Graph, known: Pick<Graph, 'actors'>): Graph {
  const byName = new Map<string, string | null>();
  for (const { id, name } of known.actors.values()) {
    const key = foldName(name);
    byName.set(key, byName.has(key) ? null : id);
  }
  const renamed = new Map<string, string>();
  const taken = new Set<string>([...graph.actors.keys()].filter((id) => known.actors.has(id)));
  for (const { id, name } of graph.actors.values()) {
    if (known.actors.has(id)) continue;
    const same = byName.get(foldName(name));
    if (typeof same !== 'string' || taken.has(same)) continue;
    renamed.set(id, same);
    taken.add(same);
  }
  if (renamed.size === 0) return graph;
  const idOf = (id: string): string => renamed.get(id) ?? id;
  return {
    ...graph,
    actors: new Map(
      [...graph.actors.values()].map((actor) => [idOf(actor.id), { ...actor, id: idOf(actor.id) }]),
    ),
    ties: new Map(
      [...graph.ties.values()].map((tie) => [
        tie.id,
        { ...tie, source: idOf(tie.source), target: idOf(tie.target) },
      ]),
    ),
    projects: new Map(
      [...graph.projects.values()].map((project) => [
        project.id,
        { ...project, actors: project.actors.map(idOf) },
      ]),
    ),
  };
}
