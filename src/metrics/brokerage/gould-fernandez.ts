import type { Localized } from '../../base/localized.ts';
import { linkCount, type Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, type MathNode } from '../math.ts';
import type { ActorMeasure, Computation, Setting } from '../measure.ts';
import { ROLES } from './role-names.ts';
import { ITINERANT, LIAISON, roleCounts, TOTAL, type RoleCounts } from './roles.ts';

const SOURCE =
  'Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks';

export const OPEN_PATHS: Localized = {
  en: 'a gives to v and v to c, without a tie from a to c',
  zh: 'a 向 v、v 向 c 提供资源，而 a 到 c 没有关系',
};

/** What an undirected network makes of roles that depend on direction. */
export function halvesClause({ directed }: Pick<Setting, 'directed'>): Localized | false {
  return (
    !directed && {
      en: 'each pair counts once; gatekeeper and representative, which only direction tells apart, have half of it each',
      zh: '每对只计一次；守门人与代言人只有凭方向才能区分，各计一半',
    }
  );
}

const WHERE: Localized = {
  en: 'A from a to v is 1 where a gives to v, else 0; s is the sector of an actor. v stands between a and c.',
  zh: 'a 向 v 提供资源时 A 为 1，否则为 0；s 为主体类型。v 处于 a 与 c 之间。',
};

/** Number of possible two-paths through one actor. */
function possible({ n, directed }: Pick<Setting, 'n' | 'directed'>): number {
  return (Math.max(0, n - 1) * Math.max(0, n - 2)) / (directed ? 1 : 2);
}

/** A_av A_vc (1 - A_ac) */
const OPEN: readonly MathNode[] = [
  sub('A', row('a', 'v')),
  sub('A', row('v', 'c')),
  row('(', '1', '−', sub('A', row('a', 'c')), ')'),
];

type Texts = Pick<
  ActorMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'where' | 'status' | 'says' | 'caution'
> &
  Partial<Pick<ActorMeasure, 'range' | 'convention' | 'style' | 'unit' | 'unsureWhenSmall'>>;

function brokerageMeasure(
  texts: Texts,
  values: (counts: RoleCounts, network: Network) => Float64Array,
): ActorMeasure {
  return {
    level: 'actor',
    group: 'brokerage',
    convention: (setting) =>
      clauses(directionClause(setting), OPEN_PATHS, halvesClause(setting), PARALLEL_CLAUSE),
    range: (setting) => [0, possible(setting)],
    hasNormalisedForm: false,
    unit: { en: 'pairs of others', zh: '其他主体的对数' },
    source: SOURCE,
    complexity: 'O(Σ k in·k out)',
    // Halves occur in undirected networks.
    style: 'number',
    digits: 3,
    usesPaths: false,
    ...texts,
    *compute(network: Network): Computation<Float64Array> {
      return values(yield* roleCounts(network), network);
    },
  };
}

/**
 * The five roles of Gould & Fernandez (1989): open two-paths a -> v -> c counted at v, by the sectors of the three. Counts
 * >= 0; in an undirected network in halves, see `roleCounts`.
 */
export const gouldFernandezRoleMeasures: readonly ActorMeasure[] = ROLES.map((role, place) =>
  brokerageMeasure(
    {
      id: `gould-fernandez-${role.id}`,
      name: role.name,
      symbol: role.symbol.join(' '),
      formula: {
        text: `${role.symbol.join('(')}) = Σ A_av·A_vc·(1 − A_ac),  ${role.sectors}`,
        math: math(
          sub(...role.symbol),
          '=',
          sumOver(row('a', '≠', 'c')),
          ...OPEN,
          ',',
          ...sectorsMath(place),
        ),
      },
      where: WHERE,
      status: 'established',
      says: role.says,
      ...(place === LIAISON || place === ITINERANT
        ? {}
        : {
            caution: {
              en: 'Depends on how sectors are drawn: a large sector has more partners of its own to link.',
              zh: '取决于类型的划分：主体多的类型内部可连接的对象也多。',
            },
          }),
    },
    ({ counts }) => counts[place]!.slice(),
  ),
);

function sectorsMath(place: number): (MathNode | string)[] {
  const [a, v, c] = [sub('s', 'a'), sub('s', 'v'), sub('s', 'c')];
  const relations: readonly (readonly (MathNode | string)[])[] = [
    [a, '=', v, '=', c],
    [a, '=', c, '≠', v],
    [a, '=', v, '≠', c],
    [a, '≠', v, '=', c],
    [a, '≠', v, '≠', c, '≠', a],
  ];
  return [...(relations[place] ?? [])];
}

/** Sum of the five roles: all open two-paths through the actor. Gould & Fernandez (1989). */
export const gouldFernandezTotal = brokerageMeasure(
  {
    id: 'gould-fernandez-total',
    name: { en: 'Brokerage', zh: '中介总量' },
    symbol: 't',
    formula: {
      text: 't = Σ A_av·A_vc·(1 − A_ac)',
      math: math('t', '=', sumOver(row('a', '≠', 'c')), ...OPEN),
    },
    where: WHERE,
    status: 'established',
    says: {
      en: 'How often this actor links two others that are not tied, whatever their sectors.',
      zh: '不论类型，该主体有多少次连接彼此没有关系的另外两个主体。',
    },
  },
  ({ counts }) => counts[TOTAL]!.slice(),
);

/** w_O + b_O: only these two roles link other sectors than the actor's own. */
export const intermediation = brokerageMeasure(
  {
    id: 'intermediation',
    name: { en: 'Links between other actors’ sectors', zh: '跨外部类型中介' },
    symbol: 'w O + b O',
    formula: {
      text: 'w(O) + b(O)',
      math: math(sub('w', 'O'), '+', sub('b', 'O')),
    },
    where: {
      en: 'w(O) counts the pairs linked as itinerant broker, b(O) those linked as liaison.',
      zh: 'w(O) 为作为外来顾问所连接的对数，b(O) 为作为联络人所连接的对数。',
    },
    status: 'established',
    says: {
      en: 'How often this actor links untied actors of sectors that are not its own: what an intermediary is for.',
      zh: '该主体有多少次连接其他类型中彼此没有关系的主体，这正是中介组织的作用。',
    },
  },
  ({ counts }) => counts[ITINERANT]!.map((count, actor) => count + counts[LIAISON]![actor]!),
);

/** Sum of min(W_av, W_vc) over the open two-paths: what could at most flow through the actor. Our own. */
export const gouldFernandezWeighted = brokerageMeasure(
  {
    id: 'gould-fernandez-weighted',
    name: { en: 'Brokered weight', zh: '中介权重' },
    symbol: 't W',
    formula: {
      text: 't(W) = Σ min(W_av, W_vc)·(1 − A_ac)',
      math: math(
        sub('t', 'W'),
        '=',
        sumOver(row('a', '≠', 'c')),
        'min',
        '(',
        sub('W', row('a', 'v')),
        ',',
        sub('W', row('v', 'c')),
        ')',
        '(',
        '1',
        '−',
        sub('A', row('a', 'c')),
        ')',
      ),
    },
    where: {
      en: 'W from a to v is the sum of the weights of all ties in which a gives to v; A is 1 where W is above 0.',
      zh: 'W 为 a 向 v 提供资源的全部关系的权重之和；W 大于 0 时 A 为 1。',
    },
    convention: (setting) =>
      clauses(
        directionClause(setting),
        OPEN_PATHS,
        { en: 'each counts the smaller of its two weights', zh: '每条路径按两个权重中较小者计' },
        SUMMED_CLAUSE,
      ),
    range: () => [0, Infinity],
    unit: { en: 'weight', zh: '权重' },
    status: 'ours',
    says: {
      en: 'How much could flow through this actor between others that are not tied.',
      zh: '彼此没有关系的主体之间，经由该主体最多能流动多少。',
    },
  },
  ({ weighted }) => weighted.slice(),
);

/**
 * Standard score of the total against a network of the same density whose ties are independent: expectation
 * (n - 1)(n - 2) p with p = d^2 (1 - d), and two paths that share a tie go together. NaN where there is no spread (no
 * ties, all ties, n < 3). Gould & Fernandez (1989); equal to sna's in directed and in undirected networks.
 */
export const gouldFernandezZ = brokerageMeasure(
  {
    id: 'gould-fernandez-z',
    name: { en: 'Brokerage against chance', zh: '中介总量的 z 值' },
    symbol: 'z t',
    formula: {
      text: 'z = (t − E)/σ,  E = (n − 1)(n − 2)·p,  σ² = (n − 1)(n − 2)(p(1 − p) + 2(n − 3)d³(1 − d)³),  p = d²(1 − d)',
      math: math(
        'z',
        '=',
        fraction(row('t', '−', 'E', '(', 't', ')'), sub('σ', 't')),
        ',',
        row('E', '(', 't', ')'),
        '=',
        row('(', 'n', '−', '1', ')', '(', 'n', '−', '2', ')', 'd', 'd', '(', '1', '−', 'd', ')'),
      ),
    },
    where: {
      en: 't is the number of open pairs linked, d the density, E and σ the mean and deviation of t by chance.',
      zh: 't 为所连接的未直接相连的对数，d 为密度，E 与 σ 为随机情形下 t 的均值与标准差。',
    },
    convention: (setting) =>
      clauses(
        directionClause(setting),
        { en: 'chance: independent ties at the same density', zh: '随机基准：密度相同且各关系相互独立' },
        !setting.directed && {
          en: 'as in the original, the two directions of a tie are taken as independent',
          zh: '沿用原文，将一条关系的两个方向视为相互独立',
        },
        PARALLEL_CLAUSE,
      ),
    range: () => [-Infinity, Infinity],
    unit: { en: 'standard deviations', zh: '个标准差' },
    status: 'established',
    says: {
      en: 'Whether this actor brokers more (above 2) or less (below -2) than chance at this density would give.',
      zh: '与相同密度的随机情形相比，该主体的中介作用偏多（大于 2）还是偏少（小于 -2）。',
    },
    caution: {
      en: 'Real networks have hubs and clusters, so that large values are common; in an undirected network values are larger by √2 than independent undirected ties would give.',
      zh: '真实网络存在枢纽与聚集，较大的值很常见；在无向网络中，其值比按无向关系独立计算的大 √2 倍。',
    },
    unsureWhenSmall: true,
  },
  ({ counts }, network) => {
    const { n, directed } = network;
    const density = linkCount(network) / possible({ n: n + 1, directed });
    const open = density * density * (1 - density);
    const paths = (n - 1) * (n - 2);
    const shared = 2 * (n - 3) * density ** 3 * (1 - density) ** 3;
    const deviation = Math.sqrt(paths * (open * (1 - open) + shared));
    return counts[TOTAL]!.map((count) =>
      n < 3 || !(deviation > 0) ? NaN : (count * (directed ? 1 : 2) - paths * open) / deviation,
    );
  },
);
