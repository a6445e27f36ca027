import { HEADLINE_MEASURES } from '../../metrics/scenarios/headline-measures.ts';
import type { StrategyContent } from './content.ts';
import { COVERAGE, GAUGE_MEASURES, RADAR } from './read-measures.ts';

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
