import { linkCount, type Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import type { Fact, TestsDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { eachDeal, permutationTest } from '../permutation.ts';
import { within } from '../progress.ts';
import { dealtClause, pairsAmong, sectorSizes } from '../sectors/labels.ts';
import { halvesClause, OPEN_PATHS } from './gould-fernandez.ts';
import { ROLES } from './role-names.ts';
import {
  COORDINATOR,
  expectedRoles,
  GATEKEEPER,
  ITINERANT,
  LIAISON,
  REPRESENTATIVE,
  ROLE_COUNT,
  roleCounts,
  roleOf,
  TOTAL,
} from './roles.ts';

/** Two-paths a -> v -> c: those that are open or, being fewer, those that are not (a = c among them). */
interface Paths {
  readonly open: boolean;
  readonly givers: Uint32Array;
  readonly middles: Uint32Array;
  readonly receivers: Uint32Array;
}

/** Two-paths looked at between two steps: about a millisecond. */
const STEP_WORK = 200_000;

function* fewerPaths({ n, outgoing }: Network, openCount: number): Computation<Paths> {
  const { offsets, columns } = outgoing;
  let all = 0;
  for (const middle of columns) all += offsets[middle + 1]! - offsets[middle]!;
  const open = 2 * openCount <= all;
  const size = open ? openCount : all - openCount;
  const givers = new Uint32Array(size);
  const middles = new Uint32Array(size);
  const receivers = new Uint32Array(size);
  /** 1 + the last giver to whom the actor is tied. */
  const receivesFrom = new Uint32Array(n);
  let found = 0;
  let work = 0;
  for (let giver = 0; giver < n; giver++) {
    receivesFrom[giver] = giver + 1;
    for (let e = offsets[giver]!; e < offsets[giver + 1]!; e++) receivesFrom[columns[e]!] = giver + 1;
    for (let e = offsets[giver]!; e < offsets[giver + 1]!; e++) {
      const middle = columns[e]!;
      work += offsets[middle + 1]! - offsets[middle]!;
      for (let next = offsets[middle]!; next < offsets[middle + 1]!; next++) {
        const receiver = columns[next]!;
        if ((receivesFrom[receiver] !== giver + 1) !== open) continue;
        givers[found] = giver;
        middles[found] = middle;
        receivers[found++] = receiver;
      }
    }
    if (work < STEP_WORK) continue;
    work = 0;
    yield (giver + 1) / n;
  }
  return { open, givers, middles, receivers };
}

/** Adds to `roles`, for each middle, what the product of those who give to it and those it gives to makes. */
function addAllPaths(
  { n, outgoing, incoming }: Network,
  sectors: Uint16Array,
  from: Float64Array,
  roles: Float64Array,
): void {
  for (let middle = 0; middle < n; middle++) {
    const own = sectors[middle]!;
    const inStart = incoming.offsets[middle]!;
    const inEnd = incoming.offsets[middle + 1]!;
    const givers = inEnd - inStart;
    const receivers = outgoing.offsets[middle + 1]! - outgoing.offsets[middle]!;
    if (givers === 0 || receivers === 0) continue;
    for (let e = inStart; e < inEnd; e++) from[sectors[incoming.columns[e]!]!]!++;
    let inside = 0;
    let alike = 0;
    for (let e = outgoing.offsets[middle]!; e < outgoing.offsets[middle + 1]!; e++) {
      const sector = sectors[outgoing.columns[e]!]!;
      if (sector === own) inside++;
      else alike += from[sector]!;
    }
    const ownGivers = from[own]!;
    roles[COORDINATOR]! += ownGivers * inside;
    roles[REPRESENTATIVE]! += ownGivers * (receivers - inside);
    roles[GATEKEEPER]! += (givers - ownGivers) * inside;
    roles[ITINERANT]! += alike;
    roles[LIAISON]! += (givers - ownGivers) * (receivers - inside) - alike;
    for (let e = inStart; e < inEnd; e++) from[sectors[incoming.columns[e]!]!] = 0;
  }
}

/** The roles of the whole network with these sectors, into `roles`. */
function addRoles(
  network: Network,
  paths: Paths,
  sectors: Uint16Array,
  from: Float64Array,
  roles: Float64Array,
): void {
  const { open, givers, middles, receivers } = paths;
  roles.fill(0);
  if (!open) addAllPaths(network, sectors, from, roles);
  const each = open ? 1 : -1;
  for (let k = 0; k < givers.length; k++)
    roles[roleOf(sectors[givers[k]!]!, sectors[middles[k]!]!, sectors[receivers[k]!]!)]! += each;
}

/**
 * How often each role occurs in the whole network, against sectors dealt anew among the actors; the total, which does
 * not depend on sectors, is a fact. Null for fewer than three actors or without ties.
 */
export const gouldFernandezRoles: DetailMeasure = {
  id: 'gould-fernandez-roles',
  level: 'detail',
  group: 'brokerage',
  name: { en: 'Brokerage roles against chance', zh: '中介角色的检验' },
  symbol: 'z',
  formula: {
    text: 'z = (Σᵥ w(v) − μ)/σ',
    math: math('z', '=', fraction(row(sub('w', 'Σ'), '−', 'μ'), 'σ')),
  },
  where: {
    en: 'w is how often a role occurs in the whole network, μ and σ its mean and deviation when the sectors are dealt anew.',
    zh: 'w 为某一角色在整个网络中出现的次数，μ 与 σ 为将主体类型重新随机分配后的均值与标准差。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      OPEN_PATHS,
      halvesClause(setting),
      dealtClause(setting),
      { en: 'expected: independent ties at the same density', zh: '期望值：密度相同且各关系相互独立' },
      PARALLEL_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'pairs of others', zh: '其他主体的对数' },
  source:
    'Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks',
  status: 'established',
  says: {
    en: 'Which kinds of bridges between and within sectors are more, or less, common than chance would make them.',
    zh: '哪些类型之间或类型内部的桥接比随机情形更常见，哪些更少见。',
  },
  complexity: 'O(Σ k in·k out + permutations·m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['permutations', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, options): Computation<TestsDetail | null> {
    const { counts } = yield* within(0, 0.1, roleCounts(network));
    if (network.n < 3 || network.outgoing.columns.length === 0) return null;
    const sums = counts.map((count) => count.reduce((sum, value) => sum + value, 0));
    const each = network.directed ? 1 : 0.5;
    const paths = yield* within(0.1, 0.1, fewerPaths(network, Math.round((sums[TOTAL] ?? 0) / each)));
    const from = new Float64Array(network.sectorIds.length);
    const roles = new Float64Array(ROLE_COUNT);
    const permuted = ROLES.map(() => new Float64Array(options.permutations));
    const work = paths.givers.length + (paths.open ? 0 : 2 * network.outgoing.columns.length);
    const deals = eachDeal(network.sectors, options, work, (sectors, deal) => {
      addRoles(network, paths, sectors, from, roles);
      for (let role = 0; role < ROLE_COUNT; role++) permuted[role]![deal] = roles[role]! * each;
    });
    yield* within(0.2, 0.8, deals);
    return {
      kind: 'tests',
      rows: ROLES.map(({ id, name }, role) => ({
        id: `gould-fernandez-${id}`,
        name,
        test: permutationTest(sums[role] ?? NaN, permuted[role]!, options.seed),
      })),
      style: 'number',
      digits: 3,
      facts: facts(network, sums[TOTAL] ?? 0),
    };
  },
};

function facts(network: Network, total: number): Fact[] {
  const { n, directed } = network;
  const sizes = sectorSizes(network);
  const density = linkCount(network) / pairsAmong(n, directed);
  const expected = new Float64Array(ROLE_COUNT + 1);
  for (const [sector, size] of sizes.entries()) {
    if (size === 0) continue;
    for (const [role, count] of expectedRoles(sizes, sector, density, directed).entries())
      expected[role]! += size * count;
  }
  return [
    {
      id: 'total',
      name: { en: 'Open pairs linked, all roles', zh: '各角色合计' },
      value: total,
      style: 'number',
      digits: 3,
    },
    ...[...ROLES, { id: 'total', name: { en: 'all roles', zh: '各角色合计' } }].map(
      ({ id, name }, role): Fact => ({
        id: `expected-${id}`,
        name: {
          en: `Expected at this density: ${name.en.toLowerCase()}`,
          zh: `此密度下的期望：${name.zh}`,
        },
        value: expected[role] ?? null,
        style: 'number',
        digits: 3,
      }),
    ),
  ];
}
