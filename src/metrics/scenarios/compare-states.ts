import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { CurveDetail, RowsDetail } from '../detail.ts';
import { diagnose, type Diagnosis } from '../diagnosis/diagnose.ts';
import type { Computation } from '../measure.ts';
import { jointNicheMap, type JointNicheMap } from '../niche/change.ts';
import { nicheChangeRows } from '../niche/change-details.ts';
import { panel, type PanelValues } from '../panel.ts';
import { within } from '../progress.ts';
import { diagnosisDifference, type DiagnosisDifference } from './diagnosis-difference.ts';

/** What is computed of every state besides the measures that are asked for. */
const GAUGES = 'mechanism-gauges';
const SIMULATION = 'symbiosis-simulation';

/** What is known of one state by itself. */
export interface StateReading {
  /** The values of the measures asked for. */
  readonly values: PanelValues;
  readonly diagnosis: Diagnosis;
  /** The four gauges with their parts. */
  readonly gauges: RowsDetail | null;
  /** Null without ties between sectors. */
  readonly simulation: CurveDetail | null;
}

/** How a state differs from the first. */
export interface StateDifference {
  readonly diagnosis: DiagnosisDifference;
  /** How the niches of its actors changed, whoever changed most first. */
  readonly niches: RowsDetail;
}

export interface StatesComparison {
  /** In the order of the states. */
  readonly readings: readonly StateReading[];
  /** Of the second state and those after it. */
  readonly differences: readonly StateDifference[];
  /** All states on one niche map; null with fewer than two niches, or too many. */
  readonly niches: JointNicheMap | null;
}

/** What the diagnosis, the niches and the simulation take of the whole time, for the progress shown. */
const AFTER_MEASURES = 0.5;

/**
 * Two or more states of a map measured alike, each compared with the first; actors are the same when their ids are.
 * @param measures ids of what is wanted of each state
 * @param settings the thresholds that all states are diagnosed by
 */
export function* compareStates(
  networks: readonly Network[],
  measures: readonly string[],
  options: MeasureOptions,
  settings: Pick<DiagnosisSettings, 'thresholds'>,
): Computation<StatesComparison> {
  const readings: StateReading[] = [];
  const share = 0.8 / Math.max(1, networks.length);
  for (const network of networks)
    readings.push(
      yield* within(readings.length * share, share, readState(network, measures, options, settings)),
    );
  const niches = yield* within(0.8, 0.2, jointNicheMap(networks, options));
  const [base] = networks;
  const [first] = readings;
  return {
    readings,
    differences:
      base && first
        ? networks.slice(1).map((network, k) => ({
            diagnosis: diagnosisDifference(first.diagnosis, readings[k + 1]?.diagnosis ?? first.diagnosis),
            niches: nicheChangeRows(base, network, options),
          }))
        : [],
    niches,
  };
}

function* readState(
  network: Network,
  measures: readonly string[],
  options: MeasureOptions,
  settings: Pick<DiagnosisSettings, 'thresholds'>,
): Computation<StateReading> {
  const ids = [...measures, GAUGES, SIMULATION];
  const values = yield* within(0, 1 - AFTER_MEASURES, panel(network, ids, options));
  const diagnosis = yield* within(1 - AFTER_MEASURES, AFTER_MEASURES, diagnose(network, options, settings));
  const gauges = values.details.get(GAUGES);
  const simulation = values.details.get(SIMULATION);
  return {
    values,
    diagnosis,
    gauges: gauges?.kind === 'rows' ? gauges : null,
    simulation: simulation?.kind === 'curve' ? simulation : null,
  };
}
