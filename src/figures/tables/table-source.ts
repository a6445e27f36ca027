import type { Language } from '../../base/localized.ts';
import { diagnose, type Diagnosis } from '../../metrics/diagnosis/diagnose.ts';
import type { Computation } from '../../metrics/measure.ts';
import { panel, type PanelValues } from '../../metrics/panel.ts';
import { within } from '../../metrics/progress.ts';
import { measureById } from '../../metrics/registry.ts';
import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { Graph } from '../../model/graph.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import {
  compileNetwork,
  type Network,
  type NetworkInput,
  type NetworkOptions,
} from '../../network/network.ts';
import { figureNames } from '../figure-names.ts';
import type { FigureNames } from '../figure.ts';

export type TabledGraph = Pick<Graph, 'info' | 'actors' | 'ties' | 'projects' | 'scheme'>;

/** What tables are made from: what is seen of a map, how it is read, and what is to be computed of it. */
export interface TableTask {
  readonly graph: TabledGraph;
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
  readonly settings: DiagnosisSettings;
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** Whether the rules are tested. */
  readonly diagnosis: boolean;
}

/** The same with all that was computed. */
export interface TableSource {
  /** Actors and ties that are seen, no others. */
  readonly graph: TabledGraph;
  readonly network: Network;
  readonly values: PanelValues;
  /** Of measures that have both forms: the values in the form that `values` are not in. */
  readonly otherForm: PanelValues;
  readonly settings: DiagnosisSettings;
  readonly diagnosis: Diagnosis | null;
}

export function* computeTables(task: TableTask): Computation<TableSource> {
  const { graph, input, options, settings, measures } = task;
  const network = compileNetwork(input, options);
  const values = yield* within(0, 0.5, panel(network, measures, options));
  const both = measures.filter((id) => measureById(id)?.hasNormalisedForm === true);
  const otherOptions = { ...options, normalised: !options.normalised };
  const otherForm = yield* within(0.5, 0.2, panel(network, both, otherOptions));
  const diagnosis = task.diagnosis ? yield* within(0.7, 0.3, diagnose(network, options, settings)) : null;
  return { graph: seenPart(graph, input), network, values, otherForm, settings, diagnosis };
}

/** The part of a map that its network holds. */
function seenPart(graph: TabledGraph, { actorIds, tieIds }: NetworkInput): TabledGraph {
  if (actorIds.length === graph.actors.size && tieIds.length === graph.ties.size) return graph;
  const part = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
    new Map(
      ids.flatMap((id) => {
        const record = all.get(id);
        return record === undefined ? [] : [[id, record] as const];
      }),
    );
  return { ...graph, actors: part(graph.actors, actorIds), ties: part(graph.ties, tieIds) };
}

/** What a table in one language is written from. */
export interface TableView extends TableSource {
  readonly language: Language;
  readonly names: FigureNames;
}

export function viewOf(source: TableSource, language: Language): TableView {
  return { ...source, language, names: figureNames(source.graph, language) };
}
