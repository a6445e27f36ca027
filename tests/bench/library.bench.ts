import { seededRandom } from '../../src/base/random.ts';
import { ownText } from '../../src/formats/own-write.ts';
import { FORCE_LAYOUT } from '../../src/layout/force.ts';
import { finish, layoutInput } from '../../src/layout/layout.ts';
import { placeNewcomers } from '../../src/layout/place.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { panel } from '../../src/metrics/panel.ts';
import { ACTOR_MEASURES, NETWORK_MEASURES } from '../../src/metrics/registry.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { MapDocument } from '../../src/model/document.ts';
import { Editor } from '../../src/model/editor.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { mapUpdates } from '../../src/model/make.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { NOTHING_HIDDEN, SceneBuilder } from '../../src/scene/scene.ts';
import { median } from './statistics.mjs';
import { ecosystem, placed } from './networks.ts';

/** Medians in milliseconds. */
export interface LibraryTimes {
  readonly n: number;
  readonly m: number;
  /** The network compiled, and every measure of actors and of the whole. */
  readonly panel: number;
  readonly layout: number;
  /** One quick entry that adds an actor with one tie: read, placed, written, a new graph made. */
  readonly edit: number;
  /** The part of it that looks for a place. */
  readonly place: number;
  /** The scene brought from the state before the edit to the one after. */
  readonly scene: number;
}

const IDS = [...ACTOR_MEASURES, ...NETWORK_MEASURES].map(({ id }) => id);

/** The library alone, without a browser. `file` is the map as a file of our own format, laid out. */
export function benchLibrary(n: number, m: number): { readonly times: LibraryTimes; readonly file: string } {
  const bare = documentOf(ecosystem(n, m));
  const panels = repeat(7, () => {
    const network = compileNetwork(networkInput(bare.graph), {
      ignoreDirection: false,
      ignoreWeights: false,
    });
    exhaust(panel(network, IDS, DEFAULT_MEASURE_OPTIONS));
  });

  const input = layoutInput(bare.graph);
  const layouts = repeat(3, () => finish(FORCE_LAYOUT.run(input)));
  const draft = placed(ecosystem(n, m), input.ids, finish(FORCE_LAYOUT.run(input)));

  const document = documentOf(draft);
  const random = seededRandom(1);
  let ids = 0;
  const places: number[] = [];
  const editor = new Editor(document, {
    newId: () => `new${ids++}`,
    place: (graph, requests) => {
      const start = performance.now();
      const found = placeNewcomers(graph, requests);
      places.push(performance.now() - start);
      return requests.map(({ id }) => found.get(id) ?? [0, 0]);
    },
  });
  const scenes = new SceneBuilder();
  const look = {
    values: new Map(),
    valueNames: (id: string) => ({ en: id, zh: id }),
    language: 'en',
    theme: 'light',
    hidden: NOTHING_HIDDEN,
  } as const;
  scenes.build({ graph: document.graph, ...look });
  const edits: number[] = [];
  const redraws: number[] = [];
  for (let k = 0; k < 30; k++) {
    const partner = draft.actors[Math.floor(random() * n)]?.name ?? '';
    const start = performance.now();
    const entry = parseEntry(`Newcomer ${k} > ${partner}`, document.graph);
    if (!entry.ok || !editor.run(enter, { entry: entry.value }).ok) throw new Error('The edit was refused.');
    const written = performance.now();
    scenes.build({ graph: document.graph, ...look });
    edits.push(written - start);
    redraws.push(performance.now() - written);
  }
  const times = {
    n,
    m,
    panel: median(panels),
    layout: median(layouts),
    edit: median(edits),
    place: median(places),
    scene: median(redraws),
  };
  return { times, file: ownText(draft) };
}

function documentOf(draft: ReturnType<typeof ecosystem>): MapDocument {
  const document = new MapDocument();
  for (const update of mapUpdates(draft)) document.apply(update);
  return document;
}

/** Milliseconds of each run, after one that warms up. */
function repeat(times: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function exhaust<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
