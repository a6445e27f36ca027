import type { Language } from '../base/localized.ts';
import { columnFormat, formatChange, type Shown } from '../metrics/format.ts';
import type { Measure } from '../metrics/measure.ts';
import type { PanelValues } from '../metrics/panel.ts';
import { NETWORK_MEASURES } from '../metrics/registry.ts';
import { HEADLINE_MEASURES, verdictOn } from '../metrics/scenarios/headline-measures.ts';
import { SLIGHT, UNCHANGED, type ComparisonTable } from './comparison.ts';
import type { Tone } from './tone-mark.ts';

/** For the better (1), for the worse (-1), or neither. */
export type Verdict = -1 | 0 | 1;

/** Values of several states, in their order. */
export interface StatesValues {
  readonly shown: Shown;
  /** Null where undefined. */
  readonly values: readonly (number | null)[];
  /** How a change is judged. */
  readonly verdictOn: (change: number) => Verdict;
}

/** A measure of the network in several states. */
export interface StatesMeasure extends StatesValues {
  readonly measure: Measure;
}

/** The headline first, then the others in the order of the registry; what was not computed is left out. */
export function statesMeasures(panels: readonly Pick<PanelValues, 'network'>[]): readonly StatesMeasure[] {
  const place = new Map<string, number>(HEADLINE_MEASURES.map((id, k) => [id, k]));
  const placeOf = ({ id }: Measure): number => place.get(id) ?? HEADLINE_MEASURES.length;
  return NETWORK_MEASURES.filter(({ id }) => panels.every(({ network }) => network.has(id)))
    .map((measure): StatesMeasure => ({
      measure,
      shown: measure,
      values: panels.map(({ network }) => network.get(measure.id) ?? null),
      verdictOn: (change) => verdictOn(measure.id, change),
    }))
    .sort((a, b) => placeOf(a.measure) - placeOf(b.measure));
}

/** A value as it is written, and what it is against the first state. */
export interface StateCell {
  readonly value: string;
  /** With its sign, `UNCHANGED`, `SLIGHT`; empty in the first state, and where one of the two is undefined. */
  readonly change: string;
  /** 0 where no change is written. */
  readonly verdict: Verdict;
}

/** One for each state, all with as many decimals. */
export function stateCells(row: StatesValues, language: Language): readonly StateCell[] {
  const { shown, values } = row;
  const [first = null] = values;
  const format = columnFormat(values, shown, language);
  return values.map((value, k): StateCell => {
    const text = format(value);
    if (k === 0 || value === null || first === null) return { value: text, change: '', verdict: 0 };
    if (text === format(first)) return { value: text, change: UNCHANGED, verdict: 0 };
    const change = formatChange(value - first, shown, language, values);
    const isSlight = change.slice(1) === formatChange(0, shown, language, values);
    return isSlight
      ? { value: text, change: SLIGHT, verdict: 0 }
      : { value: text, change, verdict: row.verdictOn(value - first) };
  });
}

/** What a figure of the states says of these measures; undefined where there are none. */
export function statesTable(
  rows: readonly StatesMeasure[],
  title: string,
  language: Language,
): ComparisonTable | undefined {
  if (rows.length === 0) return undefined;
  return {
    title,
    rows: rows.map((row) => ({
      name: row.measure.name[language],
      cells: stateCells(row, language).map(({ verdict, ...cell }) => ({ ...cell, tone: toneOf(verdict) })),
    })),
  };
}

function toneOf(verdict: Verdict): Tone {
  return verdict > 0 ? 'good' : verdict < 0 ? 'concern' : 'neutral';
}
