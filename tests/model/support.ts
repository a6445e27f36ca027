import { idMaker, type NewId } from '../../src/base/ids.ts';
import { seededRandom } from '../../src/base/random.ts';
import { MapDocument } from '../../src/model/document.ts';
import { Editor } from '../../src/model/editor.ts';
import type { Environment } from '../../src/model/commands/command.ts';
import { actorsInOrder, tiesInOrder, type Graph } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';

function environment(seed: number): Environment & { readonly newId: NewId } {
  return {
    newId: idMaker(seededRandom(seed)),
    place: (_graph, requests) => requests.map((_request, index) => [index * 10, seed % 100] as const),
  };
}

export function newDocument(updates: readonly Uint8Array[] = mapUpdates(emptyDraft('Test'))): MapDocument {
  const document = new MapDocument();
  for (const update of updates) document.apply(update);
  return document;
}

export function editing(
  seed: number,
  updates?: readonly Uint8Array[],
): { document: MapDocument; editor: Editor } {
  const document = newDocument(updates);
  return { document, editor: new Editor(document, environment(seed)) };
}

/** Everything a graph says, in an order that depends on ids alone; revisions differ by nature. */
export function said(graph: Graph): unknown {
  return {
    info: graph.info,
    actors: actorsInOrder(graph),
    ties: tiesInOrder(graph),
    projects: [...graph.projects.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    scheme: graph.scheme,
    view: graph.view,
  };
}

/** Two windows on one map: own edits of each travel to the other when `exchange` is called. */
export function connect(a: MapDocument, b: MapDocument): () => void {
  return () => {
    const toB = a.encodeSince(b.stateVector());
    const toA = b.encodeSince(a.stateVector());
    a.apply(toA);
    b.apply(toB);
  };
}
