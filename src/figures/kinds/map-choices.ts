import type { PanelValues } from '../../metrics/panel.ts';
import type { Graph } from '../../model/graph.ts';
import type { Scene } from '../../scene/scene.ts';
import { withNamesUpTo } from '../capped-labels.ts';
import type { FigureChoices, FigureMap } from '../figure-kind.ts';
import { drawnBy, graphScene } from '../graph-scene.ts';
import { pageOf, type PageOptions } from '../page.ts';
import type { SmallMultiplesOptions } from '../small-multiples.ts';

/** The map sized by the measure that is named, or as it is. */
export function styled(graph: Graph, { measure }: Pick<FigureChoices, 'measure'>): Graph {
  return measure === undefined
    ? graph
    : { ...graph, view: { ...graph.view, size: { kind: 'measure', id: measure } } };
}

/** Ids of the measures that a map is drawn by. */
export function mapMeasures({ graph }: FigureMap, choices: FigureChoices): readonly string[] {
  return drawnBy(styled(graph, choices).view);
}

/** The map as it is drawn, with no name larger than wanted. */
export function mapScene(graph: Graph, values: PanelValues, choices: FigureChoices): Scene {
  const scene = graphScene(styled(graph, choices), values, choices.language);
  const { mostPoints, fontPoints = pageOf(choices).font } = choices;
  return mostPoints === undefined ? scene : withNamesUpTo(scene, mostPoints, fontPoints);
}

/** The letter of a figure that is a panel of another page. */
export function panelLetterOf({
  panel,
  letterPoints,
}: Pick<FigureChoices, 'panel' | 'letterPoints'>): Pick<PageOptions, 'panel' | 'panelPoints'> {
  return {
    ...(panel !== undefined && { panel }),
    ...(letterPoints !== undefined && { panelPoints: letterPoints }),
  };
}

/** The page of small maps as it was chosen. */
export function panelOptions(graph: Graph, choices: FigureChoices): SmallMultiplesOptions {
  const { labels = graph.view.labels, background = '#ffffff' } = choices;
  const { language, widthMm, heightMm, title, caption, fontPoints, titlePoints, leastPoints, fontFamily } =
    choices;
  return {
    language,
    widthMm,
    labels,
    background,
    ...(heightMm !== undefined && { heightMm }),
    parts: choices.isPanel ?? choices.panel !== undefined,
    ...panelLetterOf(choices),
    ...(title !== undefined && { title }),
    ...(caption !== undefined && { caption }),
    ...(fontPoints !== undefined && { fontPoints }),
    ...(titlePoints !== undefined && { titlePoints }),
    ...(leastPoints !== undefined && { leastPoints }),
    ...(fontFamily !== undefined && { fontFamily }),
  };
}
