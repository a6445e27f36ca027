import fs from 'node:fs';
import { page } from 'virtual:viewer-page';
import type { Language } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { drawnBy, graphScene, groupingOf, measureValues } from '../figures/graph-scene.ts';
import { placedStates } from '../figures/placed-graph.ts';
import { TOLD_MEASURES, viewerData } from '../figures/viewer/viewer-data.ts';
import { viewerFile } from '../figures/viewer/viewer-file.ts';
import { markedMap } from '../formats/packed-map.ts';
import { panel } from '../metrics/panel.ts';
import { compileNetwork, networkInput } from '../network/network.ts';
import { unwritable } from './figure.ts';
import { finish } from './finish.ts';
import { readGraphFile, wholeMapText } from './graph-file.ts';
import type { HtmlAsked } from './html-arguments.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Writes the page of a map; the name of the file that it wrote. */
export function writeHtml(asked: HtmlAsked, language: Language): Result<string> {
  const file = readGraphFile(asked.file);
  if (!file.ok) return file;
  const read = file.value.graph;
  const { view } = read;
  const measures = [...new Set([...drawnBy(view), ...TOLD_MEASURES])];
  const values = finish(panel(compileNetwork(networkInput(read), view), measures, view.measures));
  const scenes = (union: typeof read) => LANGUAGES.map((each) => graphScene(union, values, each));
  const [graph = read] = finish(placedStates([read], scenes));
  const data = viewerData({
    version: __BUILD__,
    language: asked.language ?? language,
    graph,
    measures,
    values: measureValues(values),
    setting: values,
    groups: groupingOf(view, values),
    cautions: values.notes,
    details: asked.details,
  });
  const held = asked.withMap ? markedMap(wholeMapText(graph, file.value.storedRounds)) : undefined;
  try {
    fs.writeFileSync(asked.output, viewerFile(page, data, held));
    return ok(asked.output);
  } catch (error) {
    return failed(unwritable(asked.output, error));
  }
}
