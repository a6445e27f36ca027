import type { Localized } from '../base/localized.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { Network } from '../network/network.ts';
import type { Detail } from './detail.ts';
import { settingOf, SMALL_MAP, type Computation, type Measure, type Setting } from './measure.ts';
import { sweepFor } from './paths/path-options.ts';
import { within } from './progress.ts';
import { measureById } from './registry.ts';

/** The values of many measures on one network, and the setting that they were made under. */
export interface PanelValues extends Setting {
  /** The actor of each value. */
  readonly actorIds: readonly string[];
  /** Measure id -> one value an actor; NaN stands for undefined (null). */
  readonly actor: ReadonlyMap<string, Float64Array>;
  /** Half-widths of 95 % intervals of the estimated ones among these; none where all are exact. */
  readonly errors: ReadonlyMap<string, Float64Array>;
  /** The tie of each value of `tie`, and the sector of each of `sector`. */
  readonly tieIds: readonly string[];
  readonly tie: ReadonlyMap<string, Float64Array>;
  readonly sectorIds: readonly string[];
  readonly sector: ReadonlyMap<string, Float64Array>;
  /** Measure id -> value. */
  readonly network: ReadonlyMap<string, number | null>;
  readonly details: ReadonlyMap<string, Detail | null>;
  /** What a reader of the numbers should know of this network. */
  readonly notes: readonly Localized[];
}

/** What the shortest paths take of the whole time, for the progress shown. */
const SHARE_OF_PATHS = 0.9;

/** Computes the measures with these ids, in any order; unknown ids are left out. All shortest paths are found once. */
export function* panel(
  network: Network,
  ids: Iterable<string>,
  options: MeasureOptions,
): Computation<PanelValues> {
  const measures = [...new Set(ids)].map(measureById).filter((measure) => measure !== undefined);
  let start = 0;
  if (measures.some((measure) => measure.usesPaths)) {
    yield* within(0, SHARE_OF_PATHS, sweepFor(network, options));
    start = SHARE_OF_PATHS;
  }
  const actor = new Map<string, Float64Array>();
  const errors = new Map<string, Float64Array>();
  const tie = new Map<string, Float64Array>();
  const sector = new Map<string, Float64Array>();
  const whole = new Map<string, number | null>();
  const details = new Map<string, Detail | null>();
  const width = (1 - start) / measures.length;
  for (const [k, measure] of measures.entries()) {
    const from = start + k * width;
    const { id, level } = measure;
    if (level === 'actor') {
      actor.set(id, yield* within(from, width, measure.compute(network, options)));
      const error = measure.error ? yield* within(from + width, 0, measure.error(network, options)) : null;
      if (error) errors.set(id, error);
    } else if (level === 'tie') tie.set(id, yield* within(from, width, measure.compute(network, options)));
    else if (level === 'sector')
      sector.set(id, yield* within(from, width, measure.compute(network, options)));
    else if (level === 'network')
      whole.set(id, yield* within(from, width, measure.compute(network, options)));
    else details.set(id, yield* within(from, width, measure.compute(network, options)));
  }
  return {
    ...settingOf(network, options),
    actorIds: network.actorIds,
    actor,
    errors,
    tieIds: network.ties.ids,
    tie,
    sectorIds: network.sectorIds,
    sector,
    network: whole,
    details,
    notes: notesOn(network, measures),
  };
}

/** What a reader of these measures should know of a network. */
export function notesOn(network: Network, measures: readonly Measure[]): Localized[] {
  const notes: Localized[] = [];
  const { selfLoops } = network;
  if (selfLoops > 0)
    notes.push({
      en:
        selfLoops === 1
          ? '1 self-loop is left out of all measures.'
          : `${selfLoops} self-loops are left out of all measures.`,
      zh: `有 ${selfLoops} 条自环，不计入任何指标。`,
    });
  if (network.hasParallelTies)
    notes.push({
      en: 'The weights of parallel ties are added up, and degree counts each partner once.',
      zh: '平行关系的权重相加；计算度时，每个合作方只计一次。',
    });
  if (network.n < SMALL_MAP && measures.some((measure) => measure.unsureWhenSmall))
    notes.push({
      en: `With fewer than ${SMALL_MAP} actors, tests, standard scores, modularity, communities and small-world ratios are uncertain: take them as hints.`,
      zh: `主体少于 ${SMALL_MAP} 个时，检验、z 值、模块度、社群划分与小世界系数都不稳定，仅供参考。`,
    });
  return notes;
}
