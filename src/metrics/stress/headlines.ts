import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Mechanism } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { FindingRow, NumberStyle } from '../detail.ts';
import type { Computation, NetworkMeasure } from '../measure.ts';
import { within } from '../progress.ts';
import { measureById } from '../registry.ts';
import { CROSS_SECTOR_DENSITY, crossSectorDensity } from './cross-sector.ts';

/** A number before and after a shock, with what is needed to print it. */
export interface Headline {
  /** Of the measure, or of the part of a gauge. */
  readonly id: string;
  readonly name: Localized;
  /** Null where undefined. */
  readonly before: number | null;
  readonly after: number | null;
  readonly style: NumberStyle;
  readonly digits: number;
  /** What a full bar stands for; none where there is no largest value. */
  readonly full?: number;
  /** The id of the gauge that it is a part of. */
  readonly partOf?: string;
  /** Of a gauge and its parts. */
  readonly mechanism?: Mechanism;
  /** Whether it has a page of its own among the measures. */
  readonly explained: boolean;
}

const GAUGES = 'mechanism-gauges';

/** With what full bars stand for. */
const MEASURES: ReadonlyMap<string, number> = new Map([
  ['density', 1],
  ['robustness', 0.5],
  ['finn-cycling', 1],
  ['coupling-coordination', 1],
  ['demand-coverage', 1],
  ['reachable-coverage', 1],
]);

/** Of the whole time, what the gauges take. */
const SHARE_OF_GAUGES = 0.7;

/** Values by id, as `headlines` lists them. */
type Values = readonly Omit<Headline, 'before'>[];

/**
 * The four gauges with their parts, density within and across sectors, R, cycling, coupling and coverage, before and
 * after. Those of the gauges are from 0 to 100. R is that of the gauge: most partners first, counted anew.
 */
export function* headlines(
  before: Network,
  after: Network,
  options: MeasureOptions,
): Computation<readonly Headline[]> {
  const was = yield* within(0, 0.5, valuesOf(before, options));
  const is = yield* within(0.5, 0.5, valuesOf(after, options));
  return is.map((value, k) => ({ ...value, before: was[k]?.after ?? null }));
}

function* valuesOf(network: Network, options: MeasureOptions): Computation<Values> {
  const read: MeasureOptions = { ...options, attack: 'degree', normalised: true };
  const values = [...(yield* within(0, SHARE_OF_GAUGES, gaugesOf(network, read)))];
  for (const [id, full] of MEASURES) {
    const measure = measureById(id);
    if (measure?.level !== 'network') continue;
    values.push({
      ...factsOf(measure),
      after: yield* within(SHARE_OF_GAUGES, 0, measure.compute(network, read)),
      full,
    });
    if (id === 'density')
      values.push({
        id: 'cross-sector-density',
        name: CROSS_SECTOR_DENSITY,
        after: crossSectorDensity(network),
        style: measure.style,
        digits: measure.digits,
        full: 1,
        explained: false,
      });
  }
  return values;
}

function factsOf({
  id,
  name,
  style,
  digits,
}: NetworkMeasure): Pick<Headline, 'id' | 'name' | 'style' | 'digits' | 'explained'> {
  return { id, name, style, digits, explained: true };
}

function* gaugesOf(network: Network, options: MeasureOptions): Computation<Values> {
  const measure = measureById(GAUGES);
  const detail = measure?.level === 'detail' ? yield* measure.compute(network, options) : null;
  return detail?.kind === 'rows' ? detail.rows.map(gaugeRow) : [];
}

function gaugeRow({ id, says, partOf, mechanism, values: [value = null] }: FindingRow): Values[number] {
  const words = (phrases: FindingRow['says']['en']): string =>
    phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('');
  return {
    id,
    name: { en: words(says.en), zh: words(says.zh) },
    after: value,
    style: 'number',
    digits: 3,
    full: 100,
    explained: partOf === undefined,
    ...(partOf !== undefined && { partOf }),
    ...(mechanism && { mechanism }),
  };
}
