import type { Localized } from '../../base/localized.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import type { Rule } from '../../metrics/diagnosis/rule.ts';
import { settingOf, type Measure, type Setting } from '../../metrics/measure.ts';
import { measureById } from '../../metrics/registry.ts';
import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import { actorsInOrder, tiesInOrder, type Graph } from '../../model/graph.ts';
import type { MeasureOptions, OptionId } from '../../model/measure-options.ts';
import { strangerSector, strangerTieType, type Sector, type TieType } from '../../model/scheme.ts';
import type { View } from '../../model/view.ts';
import { compileNetwork, type NetworkInput, type NetworkOptions } from '../../network/network.ts';

/** What was done with a map, as far as the one who did it knows. */
export interface MethodsInput {
  readonly graph: Graph;
  /** Of what was seen. */
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
  /** How it was drawn. */
  readonly view: View;
  /** Ids of the measures that are shown or exported. */
  readonly measures: readonly string[];
  /** Whether findings of the rules are told. */
  readonly diagnosis: boolean;
  /** Whether a map is shown whose places a layout has found. */
  readonly drawn: boolean;
  /** What stands beside the map in the same figure, by name; the map itself is not among them. */
  readonly beside?: { readonly what: 'rounds' | 'states'; readonly names: readonly string[] } | undefined;
  /** What the filter hid, in words; empty where nothing was hidden. */
  readonly filter: readonly Localized[];
  /** Of the program. */
  readonly version: string;
}

/** How many there are of something that has a name. */
export interface Counted {
  readonly id: string;
  readonly name: Localized;
  readonly count: number;
}

/** What a methods section tells, counted and sorted. */
export interface MethodsFacts extends Omit<MethodsInput, 'measures' | 'input' | 'options'> {
  readonly options: NetworkOptions & MeasureOptions;
  readonly setting: Setting;
  readonly actors: number;
  readonly ties: number;
  readonly mutual: number;
  readonly selfLoops: number;
  readonly hasParallelTies: boolean;
  /** Whether all weights are 1, parallel ties added up. */
  readonly allWeighOne: boolean;
  /** Those that have some, in the order of the vocabulary. */
  readonly sectors: readonly (Sector & Counted)[];
  readonly types: readonly (TieType & Counted)[];
  /** In the order of the registry. */
  readonly measures: readonly Measure[];
  /** The options that something told here depends on, in the order in which it was found. */
  readonly used: readonly OptionId[];
  /** Actors that layouts do not move. */
  readonly fixed: number;
  readonly settings: DiagnosisSettings;
  /** The rules that are not muted. */
  readonly rules: readonly Rule[];
}

export function methodsFacts(given: MethodsInput): MethodsFacts {
  const { graph, input, options, view } = given;
  const network = compileNetwork(input, options);
  const seen = { actors: new Set(input.actorIds), ties: new Set(input.tieIds) };
  const actors = actorsInOrder(graph).filter(({ id }) => seen.actors.has(id));
  const ties = tiesInOrder(graph).filter(({ id }) => seen.ties.has(id));
  const measures = [...new Set(given.measures)].flatMap((id) => measureById(id) ?? []);
  const { sectors, tieTypes } = graph.scheme;
  const rules = RULES.filter(({ code }) => !Object.hasOwn(view.diagnosis.muted, code));
  return {
    ...given,
    setting: settingOf(network, options),
    actors: actors.length,
    ties: ties.length,
    mutual: ties.filter(({ direction }) => direction === 'mutual').length,
    selfLoops: network.selfLoops,
    hasParallelTies: network.hasParallelTies,
    allWeighOne: network.outgoing.weights.every((weight) => weight === 1),
    sectors: counted(
      actors.map(({ sector }) => sector),
      sectors,
      strangerSector,
    ),
    types: counted(
      ties.map(({ type }) => type),
      tieTypes,
      strangerTieType,
    ),
    measures,
    used: [
      ...new Set([
        ...measures.flatMap((measure) => measure.options ?? []),
        ...(given.diagnosis ? rules.flatMap((rule) => rule.options) : []),
      ]),
    ],
    fixed: actors.filter(({ pinned }) => pinned === true).length,
    settings: view.diagnosis,
    rules,
  };
}

/** The kinds that occur, those of the vocabulary first, with how many there are of each. */
function counted<T extends { readonly id: string }>(
  ids: readonly string[],
  known: readonly T[],
  stranger: (id: string) => T,
): readonly (T & { readonly count: number })[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const strangers = [...counts.keys()].filter((id) => known.every((entry) => entry.id !== id)).sort();
  return [...known, ...strangers.map(stranger)].flatMap((entry) => {
    const count = counts.get(entry.id);
    return count === undefined ? [] : [{ ...entry, count }];
  });
}
