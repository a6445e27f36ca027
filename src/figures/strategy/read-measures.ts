import type { Shown } from '../../metrics/format.ts';
import { measureById } from '../../metrics/registry.ts';
import { HEADLINE_MEASURES } from '../../metrics/scenarios/headline-measures.ts';
import { MECHANISMS } from '../../model/scheme.ts';

export const GAUGES = 'mechanism-gauges';
export const RADAR = 'dimension-radar';
export const COVERAGE = 'dimension-coverage';

export const GAUGE_MEASURES: readonly string[] = MECHANISMS.map((mechanism) => `gauge-${mechanism}`);

/** How gauges and their parts are written. */
export const GAUGE: Shown = measureById('gauge-motivation') ?? { style: 'number', digits: 3 };

/** One number each: what two states are compared by, the same as where states lie side by side. */
export const PROGRESS_MEASURES: readonly string[] = [...HEADLINE_MEASURES, ...GAUGE_MEASURES];
