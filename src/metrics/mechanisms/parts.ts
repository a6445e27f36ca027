import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Mechanism } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Sentence } from '../detail.ts';
import { finnCycling } from '../flow/finn-cycling.ts';
import type { Computation, NetworkMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { attackOn, robustnessOf } from '../resilience/attack.ts';
import { totalCoverage } from '../resources/coverage-measures.ts';
import { largestOf, strongComponents } from '../structure/components.ts';
import { strengthShares } from '../structure/hub-dependence.ts';
import { weightedReciprocity } from '../structure/reciprocity.ts';
import { mutualPairs } from '../symbiosis/mutual-pairs.ts';
import { densePairs, returnedPairs } from './sector-pairs.ts';
import { worstRemoval } from './worst-removal.ts';

/** FCI from which the feedback gauge counts cycling as full: about the most that food webs have. Ours. */
const FULL_CYCLING = 0.3;

/** What R cannot exceed. */
const LARGEST_ROBUSTNESS = 0.5;

/** What a part of a gauge is on a map. What is in it is shared: never handed out, never written. */
export interface Reading {
  /** In [0, 1]; null where undefined. */
  readonly value: number | null;
  /** Indexes of the actors that it is about. */
  readonly actors?: readonly number[];
}

/** One of the three parts of a gauge. */
export interface GaugePart {
  readonly id: string;
  readonly says: Localized;
  /** How it is computed; with whom it is about, where that is one actor. */
  readonly why: (actor: string | undefined) => Sentence;
  readonly read: (network: Network, options: MeasureOptions) => Computation<Reading>;
}

const words = ({ en, zh }: Localized): GaugePart['why'] => {
  const sentence: Sentence = { en: [en], zh: [zh] };
  return () => sentence;
};

/** With the name of the actor that it is about, after a colon. */
const naming =
  ({ en, zh }: Localized, who: Localized): GaugePart['why'] =>
  (id) =>
    id === undefined
      ? { en: [en], zh: [zh] }
      : {
          en: [`${en} ${who.en}: `, { of: 'actor', id }, '.'],
          zh: [`${zh}${who.zh}：`, { of: 'actor', id }, '。'],
        };

const valueOf = ({ compute }: NetworkMeasure): GaugePart['read'] =>
  function* (network, options) {
    return { value: yield* compute(network, options) };
  };

const hasTies = ({ outgoing }: Network): boolean => outgoing.columns.length > 0;

/** The three parts of each gauge, as the catalogue defines them. */
export type GaugeParts = Readonly<Record<Mechanism, readonly GaugePart[]>>;

/** @param coordination the coupling coordination degree in force */
export function gaugeParts(coordination: NetworkMeasure): GaugeParts {
  return {
    motivation: [
      {
        id: 'needs',
        says: { en: 'Needs that somebody could cover', zh: '有主体可供给的需求' },
        why: words({
          en: 'The share of all that is needed which is offered in the region.',
          zh: '全部需求中区域内有供给的比例。',
        }),
        read: valueOf(totalCoverage),
      },
      {
        id: 'partners',
        says: { en: 'Actors with two partners or more', zh: '有两个及以上合作方的主体' },
        why: words({
          en: 'The share of actors that do not depend on a single partner.',
          zh: '不依赖单一合作方的主体所占比例。',
        }),
        read: partnered,
      },
      {
        id: 'coordination',
        says: { en: 'Industry and education in step', zh: '产业与教育协调发展' },
        why: words({
          en: 'The coupling coordination degree D in its modified form.',
          zh: '修正形式的耦合协调度 D。',
        }),
        read: valueOf(coordination),
      },
    ],
    symbiosis: [
      {
        id: 'reciprocity',
        says: { en: 'What is given comes back between the two', zh: '双方之间有来有往' },
        why: words({
          en: 'Weighted reciprocity: the share of all weight that the other side returns.',
          zh: '加权互惠性：全部关系权重中得到对方回报的比例。',
        }),
        read: valueOf(weightedReciprocity),
      },
      {
        id: 'sector-pairs',
        says: { en: 'Sectors that are well tied to each other', zh: '联系充分的主体类型对' },
        why: words({
          en: 'The share of pairs of sectors between which ties are at least as dense as on the whole map.',
          zh: '关系密度不低于整体密度的主体类型对所占比例。',
        }),
        read: structural(densePairs),
      },
      {
        id: 'mutual-pairs',
        says: { en: 'Tied pairs in which both gain', zh: '双方都获益的关系对' },
        why: words({
          en: 'The share of tied pairs that are mutualistic once all ways through the network count.',
          zh: '计入网络全部路径后，属于互利共生的关系对所占比例。',
        }),
        read: valueOf(mutualPairs),
      },
    ],
    guarantee: [
      {
        id: 'hub',
        says: { en: 'How little hangs on the busiest actor', zh: '对最活跃主体的不依赖程度' },
        why: naming(
          {
            en: 'Full where all actors have the same strength, nothing where one takes part in every tie.',
            zh: '各主体强度相同时为满分，一个主体参与全部关系时为零。',
          },
          { en: 'Busiest', zh: '最活跃的主体' },
        ),
        read: spread,
      },
      {
        id: 'robustness',
        says: { en: 'Holding together while actors leave', zh: '主体相继退出时仍保持连通' },
        why: words({
          en: 'Robustness R over the 0.5 that it cannot exceed; the actor with most partners always leaves first.',
          zh: '鲁棒性 R 与其上限 0.5 之比；每次由合作方最多的主体退出。',
        }),
        *read(network, options) {
          if (!hasTies(network)) return { value: null };
          return { value: robustnessOf(yield* attackOn(network, 'degree', options)) / LARGEST_ROBUSTNESS };
        },
      },
      {
        id: 'worst-removal',
        says: { en: 'Withstanding the worst single loss', zh: '承受最不利的单一主体退出' },
        why: naming(
          {
            en: 'The share of actors that are not cut off from the largest piece when the actor leaves whose leaving cuts off most.',
            zh: '切断影响最大的一个主体退出后，未与最大部分失去联系的主体比例。',
          },
          { en: 'Worst to lose', zh: '退出影响最大的主体' },
        ),
        *read(network) {
          const worst = hasTies(network) ? yield* worstRemoval(network) : null;
          return worst ? { value: 1 - worst.outside / network.n, actors: [worst.actor] } : { value: null };
        },
      },
    ],
    feedback: [
      {
        id: 'cycling',
        says: { en: 'What comes back round', zh: '循环回流的部分' },
        why: words({
          en: 'The Finn cycling index over 0.3, at most 1.',
          zh: 'Finn 循环指数与 0.3 之比，最大为 1。',
        }),
        *read(network, options) {
          const index = yield* finnCycling.compute(network, options);
          return { value: index === null ? null : Math.min(1, index / FULL_CYCLING) };
        },
      },
      {
        id: 'strong-component',
        says: { en: 'Actors that all reach each other', zh: '彼此均可到达的主体' },
        why: words({
          en: 'The share of actors in the largest strong component.',
          zh: '最大强连通分支中的主体所占比例。',
        }),
        read: reachingEachOther,
      },
      {
        id: 'returned-pairs',
        says: { en: 'Flows between sectors that are answered', zh: '得到回应的类型间流动' },
        why: words({
          en: 'The share of flows from one sector to another whose opposite flow is at least 20 % of them.',
          zh: '主体类型之间的流动中，反向流量不低于其 20% 的比例。',
        }),
        read: structural(returnedPairs),
      },
    ],
  };
}

const structural = (of: (network: Network) => number | null): GaugePart['read'] =>
  function* (network) {
    yield 0;
    return { value: of(network) };
  };

function* partnered({ n, either }: Network): Computation<Reading> {
  yield 0;
  const actors = Array.from({ length: n }, (_, k) => k).filter(
    (k) => either.offsets[k + 1]! - either.offsets[k]! >= 2,
  );
  return { value: n > 0 ? actors.length / n : null, actors };
}

/** 1 - (p_1 - 1/n) / (1/2 - 1/n), p_1 the largest share of strength; null without ties and below three actors. */
function* spread(network: Network): Computation<Reading> {
  yield 0;
  const { n } = network;
  const shares = n > 2 ? strengthShares(network) : null;
  if (!shares) return { value: null };
  const top = shares.reduce((largest, share) => Math.max(largest, share), 0);
  const excess = (top - 1 / n) / (0.5 - 1 / n);
  return { value: 1 - Math.min(1, Math.max(0, excess)), actors: [shares.indexOf(top)] };
}

function* reachingEachOther(network: Network): Computation<Reading> {
  yield 0;
  if (!hasTies(network)) return { value: null };
  const components = strongComponents(network);
  const size = largestOf(components);
  const largest = components.sizes.indexOf(size);
  const actors = Array.from(components.of.keys()).filter((k) => components.of[k] === largest);
  return { value: size / network.n, actors: size > 1 ? actors : [] };
}

/** The options that some part of some gauge depends on. */
export const GAUGE_OPTIONS = {
  motivation: ['couplingIndicators'],
  symbiosis: ['currency', 'lambda'],
  guarantee: [],
  feedback: ['currency', 'lambda'],
} as const satisfies Readonly<Record<Mechanism, readonly (keyof MeasureOptions)[]>>;

/** A gauge on a map: its parts, and 100 times the mean of those that have a value; null where none has. */
export interface GaugeReading {
  readonly parts: readonly Reading[];
  readonly score: number | null;
}

/** Made once for a network and the options that it depends on. */
export function readGauge(
  parts: GaugeParts,
  mechanism: Mechanism,
  network: Network,
  options: MeasureOptions,
): Computation<GaugeReading> {
  const key = GAUGE_OPTIONS[mechanism].map((id) => options[id]).join(' ');
  return once(network, `gauge ${mechanism} ${key}`, function* () {
    const readings: Reading[] = [];
    for (const part of parts[mechanism]) readings.push(yield* part.read(network, options));
    const values = readings.flatMap(({ value }) => value ?? []);
    const sum = values.reduce((all, value) => all + value, 0);
    return { parts: readings, score: values.length > 0 ? (100 * sum) / values.length : null };
  });
}
