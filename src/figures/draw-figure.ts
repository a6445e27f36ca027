import type { Language, Localized } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import { diagnose } from '../metrics/diagnosis/diagnose.ts';
import type { Computation } from '../metrics/measure.ts';
import { panel, type PanelValues } from '../metrics/panel.ts';
import { within } from '../metrics/progress.ts';
import type { Graph } from '../model/graph.ts';
import { compileNetwork, networkInput, type Network } from '../network/network.ts';
import type { DrawnFigure, FigureChoices, FigureKind, FigureMap, FigureSource } from './figure-kind.ts';
import { statesOf } from './figure-kind.ts';
import { figureNotes } from './figure-notes.ts';
import { graphScene } from './graph-scene.ts';
import { kindById } from './kinds.ts';
import { panelLetterOf } from './kinds/map-choices.ts';
import type { FigureKindId } from './offers.ts';
import { panelsPage } from './panels-page.ts';
import { placedStates } from './placed-graph.ts';

/** So many figures have room on one page. */
export const MOST_PANELS = 6;

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const LETTER_POINTS = 8;

/**
 * One kind of figure, or two to six on one page with a letter each: measures what they read, places actors that have no
 * place, and draws. The same map and choices give the same bytes everywhere.
 */
export function* drawFigure(
  map: FigureMap,
  ids: readonly FigureKindId[],
  choices: FigureChoices,
): Computation<Result<DrawnFigure>> {
  const kinds = ids.slice(0, MOST_PANELS).flatMap((id) => kindById(id) ?? []);
  const source = yield* sourceFor(map, kinds, choices);
  const drawn = drawKinds(source, kinds, choices);
  if (!drawn.ok) return drawn;
  const { svg, scale } = drawn.value;
  const notes: readonly Localized[] = figureNotes(svg, scale, source, kinds, choices);
  return ok({ svg, notes });
}

interface Drawn {
  readonly svg: string;
  readonly scale: number;
}

function drawKinds(
  source: FigureSource,
  kinds: readonly FigureKind[],
  choices: FigureChoices,
): Result<Drawn> {
  const [only] = kinds;
  // Alone and as high as it needs, or filling its page: it makes its own.
  if (only && kinds.length === 1 && (choices.heightMm === undefined || only.fills)) {
    const svg = only.draw(source, choices);
    return svg.ok ? ok({ svg: svg.value, scale: 1 }) : svg;
  }
  const { title: _title, caption: _caption, heightMm: _height, panel: _panel, ...rest } = choices;
  const inner = { ...rest, isPanel: kinds.length > 1 };
  const drawings = kinds.map(
    (kind) => (widthMm: number, heightMm: number | undefined) =>
      kind.draw(source, {
        ...inner,
        widthMm,
        ...((kind.fills || kind.readsHeight) && heightMm !== undefined && { heightMm }),
      }),
  );
  const { letterPoints: _letters, ...page } = choices;
  return panelsPage(drawings, {
    ...page,
    ...panelLetterOf(choices),
    // All panels have letters of one size, whatever the width of each.
    ...(kinds.length > 1 && { letterPoints: choices.letterPoints ?? LETTER_POINTS }),
  });
}

/** What the kinds read, computed once. */
function* sourceFor(
  map: FigureMap,
  kinds: readonly FigureKind[],
  choices: FigureChoices,
): Computation<FigureSource> {
  const ids = [...new Set(kinds.flatMap((kind) => kind.measures(map, choices)))];
  const { graph } = map;
  const reads = new Set(kinds.map((kind) => kind.reads));
  const network = networkOf(graph, graph);
  const values = yield* within(0, 0.5, panel(network, ids, graph.view.measures));
  const diagnosis = reads.has('diagnosis')
    ? yield* within(0.5, 0.2, diagnose(network, graph.view.measures, graph.view.diagnosis))
    : undefined;
  const which = reads.has('rounds') ? 'rounds' : reads.has('states') ? 'states' : undefined;
  const statePanels: PanelValues[] = [];
  for (const state of which ? statesOf(map, which) : [])
    statePanels.push(
      state.graph === graph
        ? values
        : yield* within(0.7, 0, panel(networkOf(state.graph, graph), ids, graph.view.measures)),
    );
  const placed = kinds.some((kind) => kind.showsPlaces)
    ? yield* within(0.7, 0.3, placedMap(map, values))
    : map;
  return {
    ...placed,
    panel: values,
    ...(diagnosis && { diagnosis }),
    ...(which && { statePanels }),
  };
}

/** Every state is read as the map is. */
function networkOf(graph: Graph, { view }: Graph): Network {
  return compileNetwork(networkInput(graph), view);
}

function* placedMap(map: FigureMap, values: PanelValues): Generator<number, FigureMap, void> {
  const { graph, rounds = [], states = [] } = map;
  const graphs = [graph, ...rounds.map((state) => state.graph), ...states.map((state) => state.graph)];
  const placed = yield* placedStates(graphs, (union) =>
    LANGUAGES.map((language) => graphScene(union, values, language)),
  );
  const at = (place: number, otherwise: Graph): Graph => placed[place] ?? otherwise;
  return {
    ...map,
    graph: at(0, graph),
    rounds: rounds.map((state, k) => ({ ...state, graph: at(1 + k, state.graph) })),
    states: states.map((state, k) => ({ ...state, graph: at(1 + rounds.length + k, state.graph) })),
  };
}
