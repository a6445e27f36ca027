import { DEFAULT_MEASURE_OPTIONS } from '../../model/measure-options.ts';
import { DIMENSIONS } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Sentence } from '../detail.ts';
import type { Computation, NetworkMeasure } from '../measure.ts';
import { balanceOf, meanCoverage } from '../resources/balance.ts';
import { dimensionCoverage } from '../resources/dimension-coverage.ts';
import { fieldIndicator, indicatorName } from './indicator-names.ts';

/** Undefined where no measure of the network has this id. */
export type FindMeasure = (id: string) => NetworkMeasure | undefined;

/** What an indicator is called, and its value before goalposts; null where it has none. */
export interface Reading {
  readonly says: Sentence;
  readonly value: number | null;
}

const READERS: ReadonlyMap<string, (network: Network) => Computation<number | null>> = new Map([
  ['enterprise-coverage', (network) => sectorCoverage(network, 'enterprise')],
  ['enterprise-partners', (network) => partnered(network, 'enterprise', ['university', 'intermediary'])],
  ['industry-education-reciprocity', exchange],
  ['university-coverage', (network) => sectorCoverage(network, 'university')],
  ['university-partners', (network) => partnered(network, 'university', ['enterprise', 'intermediary'])],
  ['talent-coverage', (network) => dimensionCoverage(network, DIMENSIONS.indexOf('talent'))],
]);

/** Measures are read under the usual options, so that goalposts keep their meaning. Null where nothing has this id. */
export function* readIndicator(network: Network, id: string, find: FindMeasure): Computation<Reading | null> {
  const says = indicatorName(id, find);
  const read = READERS.get(id) ?? find(id)?.compute;
  if (read) return says && { says, value: yield* read(network, DEFAULT_MEASURE_OPTIONS) };
  const mean = fieldIndicator(id);
  const values = network.profiles.indicators.find((indicator) => indicator.id === mean?.field)?.of;
  return says && mean && values ? { says, value: fieldMean(network, values, mean.sector) } : null;
}

function sectorTest({ sectorIds, sectors }: Network, id: string): (actor: number) => boolean {
  const sector = sectorIds.indexOf(id);
  return (actor) => sectors[actor] === sector;
}

function* sectorCoverage(network: Network, sector: string): Computation<number | null> {
  const balance = yield* balanceOf(network);
  const { demand } = network.profiles;
  const width = balance.demand.length;
  const belongs = sectorTest(network, sector);
  const needs = new Float64Array(width);
  for (let cell = 0; cell < demand.length; cell++)
    if (belongs(Math.floor(cell / width))) needs[cell % width]! += demand[cell]!;
  return meanCoverage(balance, needs);
}

/** Of the actors of one sector, the share that has a partner in one of the others; null without actors. */
function* partnered(network: Network, sector: string, others: readonly string[]): Computation<number | null> {
  const { n, either, sectorIds, sectors } = network;
  const belongs = sectorTest(network, sector);
  const wanted = new Set(others.map((id) => sectorIds.indexOf(id)));
  let actors = 0;
  let tied = 0;
  for (let actor = 0; actor < n; actor++) {
    if (!belongs(actor)) continue;
    actors++;
    const partners = either.columns.subarray(either.offsets[actor], either.offsets[actor + 1]);
    if (partners.some((partner) => wanted.has(sectors[partner]!))) tied++;
  }
  yield 1;
  return actors > 0 ? tied / actors : null;
}

/** Sum of min(W_eu, W_ue) over sum of max; null without enterprises or universities. */
function* exchange(network: Network): Computation<number | null> {
  const { n, outgoing } = network;
  const isEnterprise = sectorTest(network, 'enterprise');
  const isUniversity = sectorTest(network, 'university');
  const given = new Map<number, number>();
  let enterprises = 0;
  let universities = 0;
  for (let actor = 0; actor < n; actor++) {
    const enterprise = isEnterprise(actor);
    const university = isUniversity(actor);
    if (enterprise) enterprises++;
    if (university) universities++;
    if (!enterprise && !university) continue;
    for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++) {
      const other = outgoing.columns[e]!;
      if (enterprise ? isUniversity(other) : isEnterprise(other))
        given.set(actor * n + other, outgoing.weights[e]!);
    }
  }
  yield 1;
  if (enterprises === 0 || universities === 0) return null;
  let least = 0;
  let most = 0;
  for (const [pair, weight] of given) {
    const back = given.get((pair % n) * n + Math.floor(pair / n)) ?? 0;
    // A pair with both directions is met twice.
    const share = back > 0 ? 0.5 : 1;
    least += share * Math.min(weight, back);
    most += share * Math.max(weight, back);
  }
  return most > 0 ? least / most : 0;
}

/** Over the actors of one sector, or all; null where none has a value. */
function fieldMean(network: Network, values: Float64Array, sector: string | undefined): number | null {
  const belongs = sector === undefined ? () => true : sectorTest(network, sector);
  let sum = 0;
  let count = 0;
  for (const [actor, value] of values.entries()) {
    if (Number.isNaN(value) || !belongs(actor)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : null;
}
