import type { Localized } from '../../base/localized.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../model/measure-options.ts';
import { DIMENSIONS } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Phrase, Sentence } from '../detail.ts';
import type { Computation, NetworkMeasure } from '../measure.ts';
import { balanceOf, meanCoverage } from '../resources/balance.ts';
import { dimensionCoverage } from '../resources/dimension-coverage.ts';

/** Undefined where no measure of the network has this id. */
export type FindMeasure = (id: string) => NetworkMeasure | undefined;

/** What an indicator is called, and its value before goalposts; null where it has none. */
export interface Reading {
  readonly says: Sentence;
  readonly value: number | null;
}

interface BuiltIn {
  readonly says: Localized;
  readonly read: (network: Network) => Computation<number | null>;
}

const BUILT_IN: ReadonlyMap<string, BuiltIn> = new Map([
  [
    'enterprise-coverage',
    {
      says: { en: 'Share of enterprises’ needs that somebody offers', zh: '企业需求的覆盖率' },
      read: (network) => sectorCoverage(network, 'enterprise'),
    },
  ],
  [
    'enterprise-partners',
    {
      says: {
        en: 'Share of enterprises that have a university or an intermediary as partner',
        zh: '与高校或中介组织有合作的企业占比',
      },
      read: (network) => partnered(network, 'enterprise', ['university', 'intermediary']),
    },
  ],
  [
    'industry-education-reciprocity',
    {
      says: {
        en: 'Reciprocity between enterprises and universities, 0 where nothing passes between them',
        zh: '企业与高校之间的加权互惠性，两者之间无往来时为 0',
      },
      read: exchange,
    },
  ],
  [
    'university-coverage',
    {
      says: { en: 'Share of universities’ needs that somebody offers', zh: '高校需求的覆盖率' },
      read: (network) => sectorCoverage(network, 'university'),
    },
  ],
  [
    'university-partners',
    {
      says: {
        en: 'Share of universities that have an enterprise or an intermediary as partner',
        zh: '与企业或中介组织有合作的高校占比',
      },
      read: (network) => partnered(network, 'university', ['enterprise', 'intermediary']),
    },
  ],
  [
    'talent-coverage',
    {
      says: {
        en: 'Share of all needs for the training of talent that somebody offers',
        zh: '人才培养维度需求的覆盖率',
      },
      read: (network) => dimensionCoverage(network, DIMENSIONS.indexOf('talent')),
    },
  ],
]);

/** Ids of the indicators that are no measures. */
export const BUILT_IN_INDICATORS: readonly string[] = [...BUILT_IN.keys()];

/** Measures are read under the usual options, so that goalposts keep their meaning. Null where nothing has this id. */
export function* readIndicator(network: Network, id: string, find: FindMeasure): Computation<Reading | null> {
  const builtIn = BUILT_IN.get(id);
  if (builtIn) return { says: inWords(builtIn.says), value: yield* builtIn.read(network) };
  const measure = find(id);
  if (measure)
    return { says: inWords(measure.name), value: yield* measure.compute(network, DEFAULT_MEASURE_OPTIONS) };
  return id.startsWith('field:') ? fieldMean(network, id.slice('field:'.length)) : null;
}

function inWords({ en, zh }: Localized): Sentence {
  return { en: [en], zh: [zh] };
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

/** `F@S` or `F`. */
function fieldMean(network: Network, text: string): Reading | null {
  const at = text.lastIndexOf('@');
  const field = at < 0 ? text : text.slice(0, at);
  const sector = at < 0 ? undefined : text.slice(at + 1);
  const indicator = network.profiles.indicators.find(({ id }) => id === field);
  if (!indicator) return null;
  const belongs = sector === undefined ? () => true : sectorTest(network, sector);
  let sum = 0;
  let count = 0;
  for (const [actor, value] of indicator.of.entries()) {
    if (Number.isNaN(value) || !belongs(actor)) continue;
    sum += value;
    count++;
  }
  const name: Phrase = { of: 'field', id: field };
  const of: Phrase | undefined = sector === undefined ? undefined : { of: 'sector', id: sector };
  return {
    says: of
      ? { en: ['Mean of ', name, ' (', of, ')'], zh: [of, '的', name, '均值'] }
      : { en: ['Mean of ', name], zh: [name, '均值'] },
    value: count > 0 ? sum / count : null,
  };
}
