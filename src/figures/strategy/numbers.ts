import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { diagnose, type Diagnosis } from '../../metrics/diagnosis/diagnose.ts';
import type { Computation } from '../../metrics/measure.ts';
import { panel, type PanelValues } from '../../metrics/panel.ts';
import { within } from '../../metrics/progress.ts';
import { COVERAGE, GAUGES, PROGRESS_MEASURES, RADAR } from './read-measures.ts';

/** What a strategy page tells of one state of a map. */
export interface StrategyNumbers {
  readonly panel: PanelValues;
  readonly diagnosis: Diagnosis;
}

/** What the diagnosis takes of the whole time, for the progress shown. */
const SHARE_OF_DIAGNOSIS = 0.5;

/** Everything that is computed for a strategy page. */
export function* strategyNumbers(
  network: Network,
  options: MeasureOptions,
  settings: Pick<DiagnosisSettings, 'thresholds'>,
): Computation<StrategyNumbers> {
  const values = yield* within(
    0,
    1 - SHARE_OF_DIAGNOSIS,
    panel(network, [...PROGRESS_MEASURES, GAUGES, RADAR, COVERAGE], options),
  );
  const diagnosis = yield* within(
    1 - SHARE_OF_DIAGNOSIS,
    SHARE_OF_DIAGNOSIS,
    diagnose(network, options, settings),
  );
  return { panel: values, diagnosis };
}
