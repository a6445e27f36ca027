import type { Language } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import { diagnose } from '../metrics/diagnosis/diagnose.ts';
import type { Computation } from '../metrics/measure.ts';
import { panel, type PanelValues } from '../metrics/panel.ts';
import { within } from '../metrics/progress.ts';
import type { Graph } from '../model/graph.ts';
import { compileNetwork, networkInput, type Network } from '../network/network.ts';
import { inWiderLetters } from '../scene/text.ts';
import type {
  DrawnFigure,
  Drawing,
  FigureChoices,
  FigureKind,
  FigureMap,
  FigureSource,
  StatesRead,
} from './figure-kind.ts';
import { statesOf } from './figure-kind.ts';
import { figureNotes } from './figure-notes.ts';
import { graphScene } from './graph-scene.ts';
import { kindById } from './kinds.ts';
import { panelLetterOf } from './kinds/map-choices.ts';
import { MOST_PANELS, type FigureKindId, type FigurePanel } from './offers.ts';
import { panelsPage } from './panels-page.ts';
import { placedStates } from './placed-graph.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const LETTER_POINTS = 8;

/** A panel with the kind that draws it. */
interface Asked {
  readonly kind: FigureKind;
  readonly choices: FigureChoices;
}

/**
 * One figure, or two to six on one page with a letter each: measures what they read, places actors that have no place,
 * and draws. The same map and choices give the same bytes everywhere.
 */
export function* drawFigure(
  map: FigureMap,
  panels: readonly (FigureKindId | FigurePanel)[],
  choices: FigureChoices,
): Computation<Result<DrawnFigure>> {
  const asked = panels.slice(0, MOST_PANELS).flatMap((panel): readonly Asked[] => {
    const { kind: id, ...own } = typeof panel === 'string' ? { kind: panel } : panel;
    const kind = kindById(id);
    return kind ? [{ kind, choices: { ...choices, ...own } }] : [];
  });
  const source = yield* sourceFor(map, asked);
  const drawn = drawPanels(source, asked, choices);
  if (!drawn.ok) return drawn;
  const { svg, scale, panels: made } = drawn.value;
  const kinds = asked.map(({ kind }) => kind);
  const notes = [
    ...made.flatMap((panel) => panel.notes ?? []),
    ...figureNotes(svg, scale, source, kinds, choices),
  ];
  const layers = new Map(made.flatMap((panel, k) => (panel.layers ? [[k, panel.layers] as const] : [])));
  return ok({ svg, notes, layers });
}

interface Drawn {
  readonly svg: string;
  readonly scale: number;
  readonly panels: readonly Drawing[];
}

function drawPanels(source: FigureSource, asked: readonly Asked[], choices: FigureChoices): Result<Drawn> {
  const [only] = asked;
  // Alone and as high as it needs, or filling its page: it makes its own.
  if (only && asked.length === 1 && (choices.heightMm === undefined || only.kind.fills)) {
    const drawing = drawPanel(source, only, only.choices);
    return drawing.ok ? ok({ svg: drawing.value.svg, scale: 1, panels: [drawing.value] }) : drawing;
  }
  const drawings = asked.map((each) => {
    const { title: _title, caption: _caption, heightMm: _height, panel: _panel, ...rest } = each.choices;
    const inner = { ...rest, isPanel: asked.length > 1 || choices.panel !== undefined };
    return (widthMm: number, heightMm: number | undefined) =>
      drawPanel(source, each, {
        ...inner,
        widthMm,
        ...((each.kind.fills || each.kind.readsHeight) && heightMm !== undefined && { heightMm }),
      });
  });
  const { letterPoints = LETTER_POINTS, ...page } = choices;
  return panelsPage(drawings, {
    ...page,
    ...panelLetterOf(choices),
    // All panels have letters of one size, whatever the width of each.
    ...(asked.length > 1 && { letterPoints }),
  });
}

/** A map makes itself room for wider letters: its names are wrapped as on screen. In all else they are measured so. */
function drawPanel(source: FigureSource, { kind }: Asked, choices: FigureChoices): Result<Drawing> {
  if (kind.id === 'network') return kind.draw(source, choices);
  return inWiderLetters(choices.fontWidth ?? 1, () => kind.draw(source, choices));
}

/** What the kinds read, computed once. */
function* sourceFor(map: FigureMap, asked: readonly Asked[]): Computation<FigureSource> {
  const ids = [...new Set(asked.flatMap(({ kind, choices }) => kind.measures(map, choices)))];
  const { graph } = map;
  const reads = new Set(asked.map(({ kind }) => kind.reads));
  const network = networkOf(graph, graph);
  const values = yield* within(0, 0.5, panel(network, ids, graph.view.measures));
  const diagnosis = reads.has('diagnosis')
    ? yield* within(0.5, 0.2, diagnose(network, graph.view.measures, graph.view.diagnosis))
    : undefined;
  const panelsOf: Partial<Record<StatesRead, readonly PanelValues[]>> = {};
  for (const which of ['rounds', 'states'] as const) {
    if (!reads.has(which)) continue;
    const found: PanelValues[] = [];
    for (const state of statesOf(map, which))
      found.push(
        state.graph === graph
          ? values
          : yield* within(0.7, 0, panel(networkOf(state.graph, graph), ids, graph.view.measures)),
      );
    panelsOf[which] = found;
  }
  const placed = asked.some(({ kind }) => kind.showsPlaces)
    ? yield* within(0.7, 0.3, placedMap(map, values))
    : map;
  return { ...placed, panel: values, ...(diagnosis && { diagnosis }), panelsOf };
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
