import type { Localized } from '../../base/localized.ts';
import type { Measure } from '../../metrics/measure.ts';
import { measureById } from '../../metrics/registry.ts';
import type { FigureSource } from '../figure-kind.ts';

/** A measure that has a value for each of many things. */
export type ManyValued = Extract<Measure, { level: 'actor' | 'tie' | 'sector' }>;

export interface Column {
  readonly measure: ManyValued;
  readonly ids: readonly string[];
  /** NaN where undefined. */
  readonly values: Float64Array;
  /** Half-widths of 95 % intervals, where values are estimated. */
  readonly errors: Float64Array | undefined;
}

/** How many partners, or how much is exchanged: what is often spread over powers of ten. */
const DEGREE_LIKE = new Set(['degree', 'in-degree', 'out-degree', 'strength', 'in-strength', 'out-strength']);

export function isDegreeLike({ id }: ManyValued): boolean {
  return DEGREE_LIKE.has(id);
}

export function isManyValued(measure: Measure | undefined): measure is ManyValued {
  return measure !== undefined && measure.level !== 'network' && measure.level !== 'detail';
}

/** The values of a measure; undefined where there is no such measure, or it is one number or a detail. */
export function columnOf({ panel }: Pick<FigureSource, 'panel'>, id: string): Column | undefined {
  const measure = measureById(id);
  if (!isManyValued(measure)) return undefined;
  const { level } = measure;
  const values = panel[level].get(id);
  const ids = { actor: panel.actorIds, tie: panel.tieIds, sector: panel.sectorIds }[level];
  return values && { measure, ids, values, errors: level === 'actor' ? panel.errors.get(id) : undefined };
}

/** What an axis calls a measure: it says where values are normalised. */
export function axisName(measure: ManyValued, normalised: boolean): Localized {
  const { name, hasNormalisedForm } = measure;
  if (!hasNormalisedForm || !normalised) return name;
  return { en: `${name.en} (normalised)`, zh: `${name.zh}（标准化）` };
}
