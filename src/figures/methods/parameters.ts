import { RULES } from '../../metrics/diagnosis/registry.ts';
import { thresholdInForce } from '../../metrics/diagnosis/rule.ts';
import { LAYOUT_OFFERS } from '../../layout/offers.ts';
import { OPTION_VALUES, type OptionId } from '../../model/measure-options.ts';
import { citationKey } from '../../metrics/sources/source.ts';
import { bibliography } from './bibliography.ts';
import type { MethodsFacts } from './facts.ts';

/** The seed of every layout. */
export const LAYOUT_SEED = 1;

/** Everything that is needed to make the same again, as JSON with its keys in a fixed order. */
export function parametersJson(facts: MethodsFacts): string {
  const { graph, options, view, settings } = facts;
  const parameters = {
    program: 'Ecotone',
    version: facts.version,
    map: {
      title: graph.info.title,
      actors: facts.actors,
      ties: facts.ties,
      allActors: graph.actors.size,
      allTies: graph.ties.size,
    },
    filter: facts.filter.map(({ en }) => en),
    ...(facts.beside && { [facts.beside.what]: facts.beside.names }),
    reading: {
      directed: facts.setting.directed,
      ignoreDirection: options.ignoreDirection,
      ignoreWeights: options.ignoreWeights,
      selfLoops: facts.selfLoops,
      parallelTies: facts.hasParallelTies,
      factors: Object.fromEntries(facts.types.map(({ id, factor }) => [id, factor])),
    },
    measures: facts.measures.map(({ id }) => id),
    options: Object.fromEntries((Object.keys(OPTION_VALUES) as OptionId[]).map((id) => [id, options[id]])),
    ...(facts.diagnosis && { diagnosis: diagnosisOf(settings) }),
    ...(facts.drawn && {
      layout: {
        id: view.layout.id,
        options: layoutOptions(facts),
        seed: LAYOUT_SEED,
        pinned: facts.fixed,
      },
      look: {
        size: view.size,
        colour: view.colour,
        width: view.width,
        tieColour: view.tieColour,
        labels: view.labels,
      },
    }),
    sources: bibliography(facts).map(citationKey),
  };
  return `${JSON.stringify(parameters, null, 2)}\n`;
}

/** All options of the layout in force, by id. */
export function layoutOptions({ view }: Pick<MethodsFacts, 'view'>): Readonly<Record<string, number>> {
  const offer = LAYOUT_OFFERS.find(({ id }) => id === view.layout.id);
  return Object.fromEntries(
    (offer?.options ?? []).map(({ id, standard }) => [id, view.layout.options[id] ?? standard]),
  );
}

function diagnosisOf(settings: MethodsFacts['settings']) {
  return {
    thresholds: Object.fromEntries(
      RULES.flatMap(({ thresholds }) =>
        thresholds.map((threshold) => [threshold.id, thresholdInForce(threshold, settings.thresholds)]),
      ),
    ),
    muted: Object.keys(settings.muted).sort(),
  };
}
