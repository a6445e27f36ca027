import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import type { FindingRow, Phrase, Sentence } from '../detail.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { RELATION_TEXTS } from './relation-names.ts';
import { relationOf, type Relation } from './relations.ts';
import { OF_SYMBIOSIS, symbiosisOf, type Symbiosis } from './symbiosis.ts';

/** Rows of pairs that have ties, and of those that have none. */
const MOST_TIED = 20;
const MOST_UNTIED = 10;
/** Of their sum; gains that differ by less are equal. */
const EQUAL = 1e-9;
const PAIRS_PER_YIELD = 100_000;

/** A pair whose relation the network changes; whoever gains more comes first. */
interface Changed {
  readonly one: number;
  readonly other: number;
  /** In how many directions something flows: 0, 1 or 2. */
  readonly ways: number;
  /** On paper: 1 where the first gains, -1 where the other does, 0 where it is even. */
  readonly direct: number;
  readonly relation: Relation;
  /** What each gains from the other. */
  readonly gains: readonly [number, number];
}

/** Pairs of one kind: how many there are, and those between whom most is gained and lost. */
class Largest {
  count = 0;
  readonly pairs: Changed[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Of equal ones the first to come stays first. */
  add(weight: number, pair: () => Changed): void {
    this.count++;
    const least = this.pairs[this.#most - 1];
    if (least && !isAbove(weight, weightOf(least))) return;
    let place = this.pairs.length;
    while (place > 0 && isAbove(weight, weightOf(this.pairs[place - 1]!))) place--;
    this.pairs.splice(place, 0, pair());
    if (this.pairs.length > this.#most) this.pairs.pop();
  }
}

/** By more than rounding. */
function isAbove(one: number, other: number): boolean {
  return one - other > EQUAL * other;
}

function weightOf({ gains: [one, other] }: Changed): number {
  return Math.abs(one) + Math.abs(other);
}

function* changedPairs(symbiosis: Symbiosis): Computation<{ tied: Largest; untied: Largest }> {
  const { size, direct, integral, tied } = symbiosis;
  const found = { tied: new Largest(MOST_TIED), untied: new Largest(MOST_UNTIED) };
  const { flows } = symbiosis.closure.model;
  const hasTie = new Uint8Array(size);
  const hasWay = (from: number, to: number): boolean =>
    flows.columns.subarray(flows.offsets[from], flows.offsets[from + 1]).includes(to);
  let looked = 0;
  for (let one = 0; one < size; one++) {
    hasTie.fill(0);
    for (let e = tied.offsets[one]!; e < tied.offsets[one + 1]!; e++) hasTie[tied.columns[e]!] = 1;
    for (let other = one + 1; other < size; other++) {
      const forward = integral[one * size + other]!;
      const back = integral[other * size + one]!;
      const onPaper = Math.sign(direct[one * size + other]!);
      if (onPaper === Math.sign(forward) && -onPaper === Math.sign(back)) continue;
      const isTied = hasTie[other] === 1;
      const weight = Math.abs(forward) + Math.abs(back);
      found[isTied ? 'tied' : 'untied'].add(weight, () => {
        const turned = back - forward > EQUAL * weight;
        return {
          one: turned ? other : one,
          other: turned ? one : other,
          ways: Number(hasWay(one, other)) + Number(hasWay(other, one)),
          direct: turned ? 0 - onPaper : onPaper,
          relation: relationOf(Math.sign(forward), Math.sign(back)),
          gains: turned ? [back, forward] : [forward, back],
        };
      });
    }
    looked += size - one;
    if (looked > PAIRS_PER_YIELD) {
      looked = 0;
      yield one / size;
    }
  }
  return found;
}

/** The pairs whose relation through the network is another than on paper; null without flows. */
export const symbiosisPairs: DetailMeasure = {
  ...OF_SYMBIOSIS,
  id: 'symbiosis-pairs',
  level: 'detail',
  name: { en: 'Relations that the network changes', zh: '被网络改变的关系' },
  symbol: 'D→Y',
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'pairs', zh: '对' },
  status: 'established',
  says: {
    en: 'Where what looks one-way on paper is mutual through the network, or a partner turns out to be a rival.',
    zh: '哪些在纸面上看是单向的关系，经由网络其实互利；哪些合作方其实是竞争者。',
  },
  style: 'number',
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    if (!found) return null;
    const { tied, untied } = yield* changedPairs(found);
    return {
      kind: 'rows',
      undirected: true,
      columns: [
        { id: 'first', name: { en: 'First gains', zh: '前者获益' }, style: 'number', digits: 3 },
        { id: 'second', name: { en: 'Second gains', zh: '后者获益' }, style: 'number', digits: 3 },
      ],
      rows: [...tied.pairs, ...untied.pairs].map((pair) => rowOf(network, found, pair)),
      none: {
        en: 'The network changes no relation: each is what it looks like on paper.',
        zh: '网络没有改变任何关系：各对关系与纸面上一致。',
      },
      facts: [
        {
          id: 'changed-tied',
          name: { en: 'Pairs with ties whose relation changes', zh: '有关系且性质改变的对数' },
          value: tied.count,
          style: 'count',
          digits: 3,
        },
        {
          id: 'tied',
          name: { en: 'Of so many with ties', zh: '有关系的总对数' },
          value: found.tied.columns.length / 2,
          style: 'count',
          digits: 3,
        },
        {
          id: 'changed-untied',
          name: { en: 'Pairs without ties that the network relates', zh: '没有关系但经由网络相互影响的对数' },
          value: untied.count,
          style: 'count',
          digits: 3,
        },
      ],
    };
  },
};

const TONES: Readonly<Record<Relation, 'good' | 'neutral' | 'concern'>> = {
  mutualism: 'good',
  exploitation: 'concern',
  competition: 'concern',
  commensalism: 'good',
  amensalism: 'concern',
  neutralism: 'neutral',
};

function rowOf(network: Network, { closure }: Symbiosis, pair: Changed): FindingRow {
  const indexes = [closure.actors[pair.one]!, closure.actors[pair.other]!] as const;
  const [one, other] = [network.actorIds[indexes[0]] ?? '', network.actorIds[indexes[1]] ?? ''];
  const { currency } = closure;
  const { ties } = network;
  const between = ties.ids.filter((_, k) => {
    if (currency !== null && ties.types[k] !== currency) return false;
    const [source, target] = [ties.source[k]!, ties.target[k]!];
    return (
      (source === indexes[0] && target === indexes[1]) || (source === indexes[1] && target === indexes[0])
    );
  });
  return {
    id: `${one} ${other}`,
    says: sentence(pair, { of: 'actor', id: one }, { of: 'actor', id: other }),
    tag: { name: RELATION_TEXTS[pair.relation].name, tone: TONES[pair.relation] },
    why: explanation(pair, { of: 'actor', id: one }, { of: 'actor', id: other }),
    values: pair.gains,
    actors: [one, other],
    ties: between,
    pairs: [[one, other]],
  };
}

/** What a pair looks like by its ties alone. */
function onPaper({ ways, direct }: Changed): Localized {
  if (ways === 0) return { en: 'no tie on paper', zh: '纸面上没有关系' };
  if (ways === 1) return { en: 'one-way on paper', zh: '纸面上单向' };
  return direct === 0
    ? { en: 'even on paper', zh: '纸面上对等' }
    : { en: 'uneven on paper', zh: '纸面上不对等' };
}

function sentence(pair: Changed, one: Phrase, other: Phrase): Sentence {
  const paper = onPaper(pair);
  const through: Readonly<Record<Relation, Sentence>> = {
    mutualism: { en: ['mutual through the network'], zh: ['经由网络互利'] },
    exploitation: {
      en: [one, ' gains at the other’s cost through the network'],
      zh: ['经由网络', one, '获益、对方受损'],
    },
    competition: { en: ['rivals through the network'], zh: ['经由网络相互竞争'] },
    commensalism: {
      en: ['only ', one, ' gains through the network'],
      zh: ['经由网络仅', one, '获益'],
    },
    amensalism: {
      en: ['only ', other, ' loses through the network'],
      zh: ['经由网络仅', other, '受损'],
    },
    neutralism: { en: ['without effect through the network'], zh: ['经由网络互不影响'] },
  };
  const { en, zh } = through[pair.relation];
  return {
    en: [one, ' and ', other, `: ${paper.en}, `, ...en],
    zh: [one, '与', other, `：${paper.zh}，`, ...zh],
  };
}

/** Who gains on paper, where anyone does. */
function explanation({ ways, direct }: Changed, one: Phrase, other: Phrase): Sentence {
  if (ways === 0)
    return {
      en: ['Nothing flows between them directly: what each gains or loses comes through others.'],
      zh: ['两者之间没有直接流动：得失都来自其他主体的传递。'],
    };
  if (direct === 0)
    return {
      en: ['Directly each gives the other as much as it gets.'],
      zh: ['两者之间直接给予与获得相等。'],
    };
  const [gainer, giver] = direct > 0 ? [one, other] : [other, one];
  return ways === 1
    ? {
        en: ['Directly ', giver, ' gives to ', gainer, ' and gets nothing back.'],
        zh: ['从直接关系看，', giver, '给予', gainer, '而没有回报。'],
      }
    : {
        en: ['Directly ', giver, ' gives ', gainer, ' more than it gets back.'],
        zh: ['从直接关系看，', giver, '给予', gainer, '的多于所得回报。'],
      };
}
