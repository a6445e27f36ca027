import fs from 'node:fs';
import path from 'node:path';
import { page } from 'virtual:viewer-page';
import type { Language } from '../base/localized.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { markedMap } from '../formats/packed-map.ts';
import { graphToDraft, ownText } from '../formats/own-write.ts';
import { readFiles } from '../formats/read.ts';
import { TOLD_MEASURES, viewerData } from '../figures/viewer/viewer-data.ts';
import { viewerFile } from '../figures/viewer/viewer-file.ts';
import { finish as finishLayout, layoutInput } from '../layout/layout.ts';
import { layoutById } from '../layout/registry.ts';
import { panel } from '../metrics/panel.ts';
import type { Draft } from '../model/draft.ts';
import type { Graph, Position } from '../model/graph.ts';
import { graphOfDraft } from '../model/graph-of-draft.ts';
import { DEFAULT_SCHEME } from '../model/scheme.ts';
import { DEFAULT_VIEW } from '../model/view.ts';
import { compileNetwork, networkInput } from '../network/network.ts';
import { finish } from './finish.ts';
import type { HtmlAsked } from './html-arguments.ts';
import { bytesOf } from './map-file.ts';

/** Writes the page of a map; the name of the file that it wrote. */
export function writeHtml(asked: HtmlAsked, language: Language): Result<string> {
  const bytes = bytesOf(asked.file);
  if (!bytes.ok) return bytes;
  const read = finish(readFiles([{ name: path.basename(asked.file), bytes: bytes.value }], {}));
  if (!read.ok) return read;
  const { draft } = read.value;
  const graph = placed(graphOfDraft(completed(draft)));
  const { view } = graph;
  const drawnBy = [view.size, view.colour].flatMap((by) => (by.kind === 'measure' ? [by.id] : []));
  const measures = [...new Set([...drawnBy, ...TOLD_MEASURES])];
  const values = finish(panel(compileNetwork(networkInput(graph), view), measures, view.measures));
  const data = viewerData({
    version: __BUILD__,
    language: asked.language ?? language,
    graph,
    measures,
    values: columns(values.actorIds, values.actor),
    setting: values,
    cautions: values.notes,
    details: asked.details,
  });
  const held = asked.withMap
    ? markedMap(ownText({ ...graphToDraft(graph), ...(draft.rounds && { rounds: draft.rounds }) }))
    : undefined;
  try {
    fs.writeFileSync(asked.output, viewerFile(page, data, held));
    return ok(asked.output);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return failed(
      problem('not-written', {
        en: `${asked.output} can't be written (${code}).`,
        zh: `无法写入 ${asked.output}（${code}）。`,
      }),
    );
  }
}

/** With the vocabulary that a new map has, where the file has none of its own. */
function completed(draft: Draft): Draft {
  const { scheme } = draft;
  if (scheme.complete) return draft;
  return {
    ...draft,
    scheme: {
      complete: true,
      sectors: [...DEFAULT_SCHEME.sectors, ...scheme.sectors],
      tieTypes: [...DEFAULT_SCHEME.tieTypes, ...scheme.tieTypes],
      resources: [...DEFAULT_SCHEME.resources, ...scheme.resources],
      fields: [...DEFAULT_SCHEME.fields, ...scheme.fields],
    },
  };
}

/** As the file has it where that places everybody; else laid out by forces, as a new map is. */
function placed(graph: Graph): Graph {
  if ([...graph.actors.values()].every(({ position }) => position)) return graph;
  const layout = layoutById(DEFAULT_VIEW.layout.id);
  if (!layout) return graph;
  const input = layoutInput(graph, undefined, 1, graph.view.regions);
  const { x, y } = finishLayout(layout.run(input));
  const places = new Map(input.ids.map((id, k): [string, Position] => [id, [tenth(x[k]), tenth(y[k])]]));
  const actors = [...graph.actors.values()].map((actor) => {
    const position = places.get(actor.id);
    return [actor.id, position ? { ...actor, position } : actor] as const;
  });
  return { ...graph, actors: new Map(actors) };
}

function tenth(value = 0): number {
  return Math.round(value * 10) / 10;
}

function columns(
  ids: readonly string[],
  values: ReadonlyMap<string, Float64Array>,
): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  return new Map(
    [...values].map(([id, list]) => [
      id,
      new Map(ids.map((actor, k) => [actor, Number.isFinite(list[k]) ? (list[k] ?? null) : null])),
    ]),
  );
}
