import path from 'node:path';
import type { Localized } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import type { FigureState } from '../figures/figure-kind.ts';
import { graphToDraft, ownText } from '../formats/own-write.ts';
import { readFiles, readText } from '../formats/read.ts';
import type { Draft } from '../model/draft.ts';
import type { Graph } from '../model/graph.ts';
import { graphOfDraft } from '../model/graph-of-draft.ts';
import { DEFAULT_SCHEME } from '../model/scheme.ts';
import { finish } from './finish.ts';
import { bytesOf } from './map-file.ts';

/** A map with its looks and its rounds, as the app would open it. */
export interface GraphFile {
  /** The title of the map, or the name of its file. */
  readonly name: string;
  readonly graph: Graph;
  /** Oldest first. */
  readonly rounds: readonly FigureState[];
  /** The rounds as they lie in the file, for files that are to hold them too. */
  readonly storedRounds: Draft['rounds'];
  /** What was merged, left out or guessed. */
  readonly notes: readonly Localized[];
}

/** Reads any file that the app opens; questions are answered as the app proposes. */
export function readGraphFile(file: string): Result<GraphFile> {
  const bytes = bytesOf(file);
  if (!bytes.ok) return bytes;
  const read = finish(readFiles([{ name: path.basename(file), bytes: bytes.value }], {}));
  if (!read.ok) return read;
  const { draft, report } = read.value;
  const graph = graphOf(draft);
  return ok({
    name: graph.info.title === '' ? path.basename(file) : graph.info.title,
    graph,
    rounds: roundsOf(draft),
    storedRounds: draft.rounds,
    notes: report.notes.filter(({ severity }) => severity === 'warning').map(({ message }) => message),
  });
}

/** All of a map in our own format, with its rounds. */
export function wholeMapText(graph: Graph, rounds: Draft['rounds']): string {
  return ownText({ ...graphToDraft(graph), ...(rounds && { rounds }) });
}

/** Words that a file brings join those that the app knows. */
function graphOf(draft: Draft): Graph {
  const { scheme } = draft;
  if (scheme.complete) return graphOfDraft(draft);
  const joined = <Entry extends { readonly id: string }>(
    known: readonly Entry[],
    own: readonly Entry[],
  ): Entry[] => [...known.filter(({ id }) => !own.some((entry) => entry.id === id)), ...own];
  return graphOfDraft({
    ...draft,
    scheme: {
      complete: true,
      sectors: joined(DEFAULT_SCHEME.sectors, scheme.sectors),
      tieTypes: joined(DEFAULT_SCHEME.tieTypes, scheme.tieTypes),
      resources: joined(DEFAULT_SCHEME.resources, scheme.resources),
      fields: joined(DEFAULT_SCHEME.fields, scheme.fields),
    },
  });
}

/** A round that can't be read was told of when the file was. */
function roundsOf({ rounds = [] }: Draft): readonly FigureState[] {
  const inOrder = [...rounds].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return inOrder.flatMap(({ name, map }): FigureState[] => {
    const read = finish(readText(map));
    return read.ok ? [{ name, graph: graphOf(read.value.draft) }] : [];
  });
}
