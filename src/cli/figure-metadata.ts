import type { FigureChoices, FigureKind, FigureMap } from '../figures/figure-kind.ts';
import { kindById } from '../figures/kinds.ts';
import { styled } from '../figures/kinds/map-choices.ts';
import type { FigureMetadata } from '../figures/metadata.ts';
import type { MethodsInput } from '../figures/methods/facts.ts';
import { figureMetadata, methodsOf } from '../figures/methods/methods.ts';
import type { FigureKindId } from '../figures/offers.ts';
import { layoutOf } from '../figures/placed-graph.ts';
import { networkInput } from '../network/network.ts';
import { readingOf } from './map-reading.ts';

/** What a figure says of how it was made, as figures that the app saves do. */
export function metadataOf(
  map: FigureMap,
  ids: readonly FigureKindId[],
  choices: FigureChoices,
): FigureMetadata {
  const kinds = ids.flatMap((id) => kindById(id) ?? []);
  const drawn = kinds.some(({ showsPlaces }) => showsPlaces);
  const { graph } = map;
  const { view } = drawn ? styled(graph, choices) : graph;
  const methods = methodsOf({
    graph,
    input: networkInput(graph),
    options: readingOf(graph),
    view: { ...view, layout: layoutOf(graph) },
    measures: kinds.flatMap((kind) => kind.measures(map, choices)),
    diagnosis: kinds.some(({ reads }) => reads === 'diagnosis'),
    drawn,
    beside: besideOf(map, kinds),
    filter: [],
    version: __BUILD__,
  });
  return figureMetadata(choices.title ?? map.name, methods, choices.language);
}

function besideOf(map: FigureMap, kinds: readonly FigureKind[]): MethodsInput['beside'] {
  const what = kinds.find(({ reads }) => reads === 'rounds' || reads === 'states')?.reads;
  if (what !== 'rounds' && what !== 'states') return undefined;
  const names = (map[what] ?? []).map(({ name }) => name);
  return names.length > 0 ? { what, names } : undefined;
}
