import type { Network } from '../../network/network.ts';
import { gouldFernandezZ } from '../brokerage/gould-fernandez.ts';
import { ITINERANT, LIAISON, roleCounts, TOTAL, type RoleCounts } from '../brokerage/roles.ts';
import { actorPhrase, actorsOf, idOf, idsOf, only, partiesOf, partnersOf, tiesBetween } from './evidence.ts';
import { limit, number, OURS } from './facts.ts';
import { doesNotApply, found, MOST_FINDINGS } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { distance } from './severity.ts';

const LOW_Z: Threshold = {
  id: 'brokerage-z',
  name: { en: 'Brokerage against chance, z below', zh: '中介总量的 z 值低于' },
  standard: -1,
  min: -5,
  max: 0,
  step: 0.1,
  style: 'number',
  digits: 2,
  origin: OURS,
};

/** Links nobody; serves one sector alone; brokers less than chance, by how far. */
const SEVERITY = { none: 1, oneSector: 0.5, least: 0.2, lowest: 0.4 } as const;
/** This many deviations below the threshold there is no lower in practice. */
const DEVIATIONS = 2;

/** D3: intermediaries that link no others. Severity: 1 if it links nobody, 0.5 one sector alone, 0.2 to 0.4 by z. */
export const idleIntermediary: Rule = {
  code: 'D3',
  name: { en: 'Intermediaries that do not yet mediate', zh: '中介组织尚未发挥中介作用' },
  mechanism: 'guarantee',
  dimension: 'industry',
  thresholds: [LOW_Z],
  options: [],
  convention: {
    en: 'pairs of untied actors of other sectors that the intermediary links: w(O) within one sector, b(O) between two; the sector with the id intermediary',
    zh: '中介组织所连接的、其他类型中彼此没有关系的主体对：同一类型内记 w(O)，两类之间记 b(O)；按标识 intermediary 识别',
  },
  why: {
    en: 'An intermediary is there to bring together those who would not meet; where it links none, that service is missing.',
    zh: '中介组织的意义在于连接本不相遇的各方；若没有连接到任何一方，这项服务就是缺位的。',
  },
  sureness: {
    en: 'The counts are a fact of the map and an established measure; services that leave no tie on the map are not seen.',
    zh: '计数是地图上的事实，也是公认的测度；未在地图上留下关系的服务则看不到。',
  },
  status: 'established',
  source: 'Gould & Fernandez (1989), Structures of mediation',
  *test(given) {
    const { network, options } = given;
    const intermediaries = actorsOf(network, 'intermediary');
    if (intermediaries.length === 0)
      return doesNotApply('There is no intermediary on the map.', '地图上没有中介组织。');
    if (partiesOf(network).length < 3)
      return doesNotApply(
        'There are no two other sectors that an intermediary could link.',
        '除中介组织外不足两类主体，没有可供其连接的双方。',
      );
    const roles = yield* roleCounts(network);
    const z = yield* gouldFernandezZ.compute(network, options);
    const low = given.threshold(LOW_Z);
    const idle = intermediaries
      .flatMap((actor) => {
        const [within, between] = [roles.counts[ITINERANT]![actor]!, roles.counts[LIAISON]![actor]!];
        const verdict = verdictOf(network, actor, within, between, z[actor]!, low);
        return verdict ? [{ actor, verdict }] : [];
      })
      .sort((a, b) => b.verdict.severity - a.verdict.severity);
    return found(
      idle
        .slice(0, MOST_FINDINGS)
        .map(({ actor, verdict }) => findingOf(given, actor, verdict, roles, z[actor]!)),
      [],
      idle.length,
    );
  },
};

function findingOf(given: Case, actor: number, verdict: Verdict, { counts }: RoleCounts, z: number): Finding {
  const { network } = given;
  const id = idOf(network, actor);
  return {
    id: `D3 ${id}`,
    ...verdict,
    facts: [
      number(
        'liaison',
        'Pairs linked between two other sectors, b(O)',
        '连接的跨两类主体对 b(O)',
        counts[LIAISON]![actor]!,
      ),
      number(
        'itinerant',
        'Pairs linked within one other sector, w(O)',
        '连接的同类主体对 w(O)',
        counts[ITINERANT]![actor]!,
      ),
      number('brokerage', 'Pairs linked in all', '连接的主体对合计', counts[TOTAL]![actor]!),
      number('z', 'Against chance, z', '与随机情形相比的 z 值', Number.isNaN(z) ? null : z),
      limit(LOW_Z, given),
    ],
    actors: [id, ...idsOf(network, partnersOf(network, actor))],
    ties: tiesBetween(network, only(actor), () => true),
    pairs: [],
    subject: { actors: [actor] },
  };
}

type Verdict = Pick<Finding, 'says' | 'severity' | 'level'>;

function verdictOf(
  network: Network,
  actor: number,
  within: number,
  between: number,
  z: number,
  low: number,
): Verdict | undefined {
  const who = actorPhrase(network, actor);
  if (within + between === 0)
    return {
      says: {
        en: [who, ' does not yet link any two actors of other sectors.'],
        zh: [who, '尚未连接其他类型中的任何两个主体。'],
      },
      severity: SEVERITY.none,
      level: 'critical',
    };
  if (between === 0)
    return {
      says: {
        en: [who, ' links actors of one sector only, not two sectors with each other.'],
        zh: [who, '只在同一类主体内部牵线，尚未连接两类主体。'],
      },
      severity: SEVERITY.oneSector,
      level: 'warning',
    };
  if (!(z < low)) return undefined;
  return {
    says: {
      en: [who, ' links fewer others than chance alone would have it link.'],
      zh: [who, '所连接的主体少于随机情形下的水平。'],
    },
    severity: SEVERITY.least + (SEVERITY.lowest - SEVERITY.least) * distance(z, low, low - DEVIATIONS),
    level: 'warning',
  };
}
