import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import { math, row, sub } from '../math.ts';
import { atOnce, type DetailMeasure } from '../measure.ts';

/** From the side of the row: it gives, it receives, or both. */
const GIVES = 1;
const RECEIVES = 2;
const MUTUAL = 3;

/** How the two ends of each entry of `either` are tied. */
function directionsOf({ n, either, outgoing, incoming }: Network): Uint8Array {
  const directions = new Uint8Array(either.columns.length);
  for (let actor = 0; actor < n; actor++) {
    let given = outgoing.offsets[actor]!;
    let received = incoming.offsets[actor]!;
    for (let e = either.offsets[actor]!; e < either.offsets[actor + 1]!; e++) {
      const partner = either.columns[e]!;
      if (given < outgoing.offsets[actor + 1]! && outgoing.columns[given] === partner) {
        directions[e]! |= GIVES;
        given++;
      }
      if (received < incoming.offsets[actor + 1]! && incoming.columns[received] === partner) {
        directions[e]! |= RECEIVES;
        received++;
      }
    }
  }
  return directions;
}

/** The numbers of mutual, asymmetric and null pairs. O(n + m). */
function dyads(network: Network): { mutual: number; asymmetric: number; empty: number } {
  const { n } = network;
  let mutual = 0;
  let asymmetric = 0;
  for (const direction of directionsOf(network)) {
    if (direction === MUTUAL) mutual++;
    else asymmetric++;
  }
  // Each pair has an entry from either side.
  return {
    mutual: mutual / 2,
    asymmetric: asymmetric / 2,
    empty: (n * (n - 1)) / 2 - (mutual + asymmetric) / 2,
  };
}

const SOURCE =
  'Holland & Leinhardt (1976), Local structure in social networks; Batagelj & Mrvar (2001), A subquadratic triad census algorithm';

/** What both share. */
const CENSUS = {
  level: 'detail',
  group: 'cohesion',
  convention: (setting: Parameters<DetailMeasure['convention']>[0]): Localized =>
    clauses(directionClause(setting), PARALLEL_CLAUSE),
  hasNormalisedForm: false,
  source: SOURCE,
  status: 'established',
  style: 'count',
  digits: 3,
  usesPaths: false,
} as const;

/** How many pairs give to each other, one way only, or not at all; null where n < 2. Holland & Leinhardt (1976). */
export const dyadCensus: DetailMeasure = {
  ...CENSUS,
  id: 'dyad-census',
  name: { en: 'Pairs by kind', zh: '二元组普查' },
  symbol: 'MAN',
  formula: {
    text: 'M + A + N = n(n − 1)/2',
    math: math('M', '+', 'A', '+', 'N', '=', 'n', '(', 'n', '−', '1', ')', '/', '2'),
  },
  where: {
    en: 'M counts pairs tied both ways, A those tied one way, N those not tied.',
    zh: 'M 为双向有关系的对数，A 为单向有关系的对数，N 为没有关系的对数。',
  },
  range: ({ n }) => [0, (n * Math.max(0, n - 1)) / 2],
  unit: { en: 'pairs', zh: '对' },
  says: {
    en: 'How many pairs of actors give to each other, how many one way only, and how many not at all.',
    zh: '有多少对主体互相给予，有多少只有单向，有多少没有往来。',
  },
  complexity: 'O(n + m)',
  compute: atOnce((network) => {
    if (network.n < 2) return null;
    const { mutual, asymmetric, empty } = dyads(network);
    return {
      kind: 'census',
      rows: [
        { id: 'mutual', name: { en: 'Mutual', zh: '双向' }, value: mutual },
        { id: 'asymmetric', name: { en: 'One way', zh: '单向' }, value: asymmetric },
        { id: 'null', name: { en: 'No tie', zh: '无关系' }, value: empty },
      ],
      facts: [],
    };
  }),
};

/** The types in their usual order, named by their numbers of mutual, asymmetric and null pairs. */
const TRIADS: readonly { readonly id: string; readonly says: Localized }[] = [
  { id: '003', says: { en: 'no tie', zh: '无关系' } },
  { id: '012', says: { en: 'one one-way tie', zh: '一条单向关系' } },
  { id: '102', says: { en: 'one mutual tie', zh: '一条双向关系' } },
  { id: '021D', says: { en: 'one gives to two', zh: '一个给予两个' } },
  { id: '021U', says: { en: 'two give to one', zh: '两个给予一个' } },
  { id: '021C', says: { en: 'a chain', zh: '链式传递' } },
  { id: '111D', says: { en: 'a mutual pair that receives', zh: '双向对接收第三方' } },
  { id: '111U', says: { en: 'a mutual pair that gives', zh: '双向对给予第三方' } },
  { id: '030T', says: { en: 'a chain with a shortcut', zh: '带捷径的链' } },
  { id: '030C', says: { en: 'a cycle', zh: '循环' } },
  { id: '201', says: { en: 'two mutual pairs', zh: '两个双向对' } },
  { id: '120D', says: { en: 'one gives to a mutual pair', zh: '一个给予双向对的双方' } },
  { id: '120U', says: { en: 'a mutual pair gives to one', zh: '双向对的双方给予一个' } },
  { id: '120C', says: { en: 'a cycle with one tie returned', zh: '一条关系得到回应的循环' } },
  { id: '210', says: { en: 'two mutual pairs and a one-way tie', zh: '两个双向对和一条单向关系' } },
  { id: '300', says: { en: 'all mutual', zh: '两两双向' } },
];

/**
 * The type of each of the 64 ways in which u, v, w can be tied: 1 u gives to v, 2 v to u, 4 u to w, 8 w to u, 16 v to
 * w, 32 w to v. Found from the definition once, so that no table has to be believed.
 */
const TRIAD_TYPES = Uint8Array.from({ length: 64 }, (_, code) => triadType(code));

function triadType(code: number): number {
  const pairs = [code & 3, (code >> 2) & 3, (code >> 4) & 3];
  const mutual = pairs.filter((pair) => pair === MUTUAL).length;
  const empty = pairs.filter((pair) => pair === 0).length;
  const name = `${mutual}${3 - mutual - empty}${empty}`;
  const given = [bits(code & 0b000101), bits(code & 0b010010), bits(code & 0b101000)];
  const received = [bits(code & 0b001010), bits(code & 0b100001), bits(code & 0b010100)];
  /** Whether some actor gives to and receives from so many of the others. */
  const some = (gives: number, receives: number): boolean =>
    given.some((count, k) => count === gives && received[k] === receives);
  let letter = '';
  if (name === '021') letter = some(2, 0) ? 'D' : some(0, 2) ? 'U' : 'C';
  // By the actor in between: D where the third gives to it, U where it gives to the third.
  else if (name === '111') letter = some(1, 2) ? 'D' : 'U';
  else if (name === '030') letter = some(2, 0) ? 'T' : 'C';
  else if (name === '120') letter = some(2, 0) ? 'D' : some(0, 2) ? 'U' : 'C';
  return TRIADS.findIndex(({ id }) => id === name + letter);
}

function bits(code: number): number {
  let count = 0;
  for (let rest = code; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Adjacency entries scanned between two steps. */
const STEP_WORK = 100_000;

/**
 * How many of all sets of three actors are of each of the 16 types; null where n < 3. O(sum over ties of both degrees);
 * sets with less than two ties are counted without being looked at. Batagelj & Mrvar (2001).
 */
export const triadCensus: DetailMeasure = {
  ...CENSUS,
  id: 'triad-census',
  name: { en: 'Triads by kind', zh: '三元组普查' },
  symbol: 'T',
  formula: {
    text: 'Σ T(MAN) = n(n − 1)(n − 2)/6',
    math: math(
      '∑',
      sub('T', row('M', 'A', 'N')),
      '=',
      'n',
      '(',
      'n',
      '−',
      '1',
      ')',
      '(',
      'n',
      '−',
      '2',
      ')',
      '/',
      '6',
    ),
  },
  where: {
    en: 'The digits of a type count its mutual, asymmetric and null pairs; D is down, U up, C cyclic, T transitive.',
    zh: '类型的三个数字依次为双向、单向、无关系的对数；D 向下，U 向上，C 循环，T 传递。',
  },
  range: ({ n }) => [0, Math.max(0, (n * (n - 1) * (n - 2)) / 6)],
  unit: { en: 'triads', zh: '个三元组' },
  says: {
    en: 'How every three actors are tied: chains, cycles, one that gives to two, and so on.',
    zh: '每三个主体之间如何联系：链、循环、一个给予两个，等等。',
  },
  complexity: 'O(Σ k²)',
  *compute(network) {
    const { n, either } = network;
    if (n < 3) return null;
    const { offsets, columns } = either;
    const directions = directionsOf(network);
    const counts = new Float64Array(16);
    let work = 0;
    for (let u = 0; u < n; u++) {
      const start = offsets[u]!;
      const end = offsets[u + 1]!;
      for (let e = start; e < end; e++) {
        const v = columns[e]!;
        if (v <= u) continue;
        const uv = directions[e]!;
        let p = start;
        let q = offsets[v]!;
        const qEnd = offsets[v + 1]!;
        work += end - start + qEnd - q;
        // Both lists of partners at once, in ascending order: w is a partner of u, of v, or of both.
        let partners = 0;
        while (p < end || q < qEnd) {
          const left = p < end ? columns[p]! : n;
          const right = q < qEnd ? columns[q]! : n;
          const w = left < right ? left : right;
          const uw = left === w ? directions[p++]! : 0;
          const vw = right === w ? directions[q++]! : 0;
          if (w === u || w === v) continue;
          partners++;
          // A set with three ties is met from each of them, one with two ties from two: count it the first time.
          if (v < w || (u < w && uw === 0)) counts[TRIAD_TYPES[uv | (uw << 2) | (vw << 4)]!]!++;
        }
        counts[uv === MUTUAL ? 2 : 1]! += n - partners - 2;
        if (work < STEP_WORK) continue;
        work = 0;
        yield u / n;
      }
    }
    let tied = 0;
    for (const count of counts) tied += count;
    counts[0] = (n * (n - 1) * (n - 2)) / 6 - tied;
    return {
      kind: 'census',
      rows: TRIADS.map(({ id, says }, k) => ({
        id,
        name: { en: `${id}: ${says.en}`, zh: `${id}：${says.zh}` },
        value: counts[k]!,
      })),
      facts: [],
    };
  },
};
