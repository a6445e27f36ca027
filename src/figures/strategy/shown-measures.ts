import type { Shown } from '../../metrics/format.ts';
import { measureById } from '../../metrics/registry.ts';
import { HEADLINE_MEASURES } from '../../metrics/scenarios/headline-measures.ts';
import { MECHANISMS } from '../../model/scheme.ts';
import type { StrategyContent } from './content.ts';

export const GAUGES = 'mechanism-gauges';
export const RADAR = 'dimension-radar';
export const COVERAGE = 'dimension-coverage';

const GAUGE_MEASURES: readonly string[] = MECHANISMS.map((mechanism) => `gauge-${mechanism}`);

/** How gauges and their parts are written. */
export const GAUGE: Shown = measureById('gauge-motivation') ?? { style: 'number', digits: 3 };

/** One number each: what two states are compared by, the same as where states lie side by side. */
export const PROGRESS_MEASURES: readonly string[] = [...HEADLINE_MEASURES, ...GAUGE_MEASURES];

type Parts = Pick<StrategyContent, 'sections' | 'earlier' | 'remedies' | 'together'>;

/** Ids of the measures whose values the page tells, each once. */
export function shownMeasures(content: Parts): readonly string[] {
  return [...new Set([...measuresOfMap(content), ...measuresOfRemedies(content)])];
}

/** Ids of those that are told of the map, and of how it was before. */
export function measuresOfMap({ sections, earlier }: Parts): readonly string[] {
  return [
    ...GAUGE_MEASURES,
    ...(sections.has('dimensions') ? [RADAR, COVERAGE] : []),
    ...(sections.has('progress') && earlier ? HEADLINE_MEASURES : []),
  ];
}

/** Ids of those that the chosen remedies change. */
export function measuresOfRemedies({ sections, remedies, together }: Parts): readonly string[] {
  if (!sections.has('remedies')) return [];
  return [...remedies, ...(together ? [together] : [])].flatMap(({ changes }) =>
    changes.map(({ measure }) => measure),
  );
}
