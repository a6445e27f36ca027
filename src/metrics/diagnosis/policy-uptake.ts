import type { Network } from '../../network/network.ts';
import { actorsOf, among, idsOf, partiesOf, sectorPhrase, tiesFrom } from './evidence.ts';
import { count, limit, number, share } from './facts.ts';
import { atOnceOutcome, doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { severityFor } from './severity.ts';

const UPTAKE: Threshold = {
  id: 'policy-uptake',
  name: { en: 'What those reached give, over what they got, at most', zh: '受惠主体付出与所得之比不超过' },
  standard: 0,
  min: 0,
  max: 1,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: { en: 'Ours: nothing at all', zh: '本软件自拟：完全没有' },
};

/** What government gives to a sector, and what comes of it. */
interface Uptake {
  readonly sector: number;
  /** The actors of the sector to whom government gives. */
  readonly reached: readonly number[];
  readonly given: number;
  /** What they give back to government, and on to others, their own sector too. */
  readonly returned: number;
  readonly onward: number;
}

/** D15: what government gives to a sector ends there. Severity: 1 where that is all that government gives. */
export const policyUptake: Rule = {
  code: 'D15',
  name: { en: 'Policy without take-up', zh: '政策未见承接' },
  mechanism: 'feedback',
  dimension: 'economy',
  thresholds: [UPTAKE],
  options: [],
  convention: {
    en: 'weight of all ties from government to the actors of a sector, against what these give back or on to anybody; the sector with the id government',
    zh: '政府给予某类主体的全部关系权重，与这些主体回馈政府或传递给任何主体的权重比较；按标识 government 识别',
  },
  why: {
    en: 'What government gives and nobody carries on or reports on cannot be steered, and its effect ends with the money.',
    zh: '政府给予之后若无人承接与反馈，政策便难以调整，效果也随投入结束而终止。',
  },
  sureness: {
    en: 'Our heuristic: take-up that leaves no tie, such as work within one organisation, is not on the map.',
    zh: '属自拟启发式：未形成关系的承接（如组织内部的工作）不在图上。',
  },
  status: 'ours',
  source: 'Ecotone’s own',
  test: atOnceOutcome((given) => {
    const { network } = given;
    const government = actorsOf(network, 'government');
    if (government.length === 0)
      return doesNotApply('There is no government on the map.', '地图上没有政府。');
    if (!network.directed)
      return doesNotApply(
        'Ties have no direction here, so that whatever is given also comes back.',
        '这里的关系没有方向，给出的即有回流。',
      );
    const uptakes = uptakesOf(network);
    const all = uptakes.reduce((sum, { given: weight }) => sum + weight, 0);
    if (all === 0)
      return doesNotApply('Government gives nothing to other sectors.', '政府没有给予其他类型主体任何资源。');
    const most = given.threshold(UPTAKE);
    return found(
      uptakes
        .filter((one) => one.given > 0 && one.returned + one.onward <= most * one.given)
        .map((one) => findingOf(given, one, one.given / all)),
      [number('given', 'What government gives to other sectors', '政府给予其他类型的总量', all)],
    );
  }),
};

function uptakesOf(network: Network): Uptake[] {
  const { outgoing, incoming, sectors, sectorIds } = network;
  const government = sectorIds.indexOf('government');
  return partiesOf(network)
    .filter((sector) => sector !== government)
    .map((sector) => {
      const reached: number[] = [];
      let [given, returned, onward] = [0, 0, 0];
      for (const actor of actorsOf(network, sector)) {
        let got = 0;
        for (let e = incoming.offsets[actor]!; e < incoming.offsets[actor + 1]!; e++)
          if (sectors[incoming.columns[e]!] === government) got += incoming.weights[e]!;
        if (got === 0) continue;
        reached.push(actor);
        given += got;
        for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++)
          if (sectors[outgoing.columns[e]!] === government) returned += outgoing.weights[e]!;
          else onward += outgoing.weights[e]!;
      }
      return { sector, reached, given, returned, onward };
    });
}

function findingOf(given: Case, { sector, reached, ...uptake }: Uptake, part: number): Finding {
  const { network } = given;
  const government = actorsOf(network, 'government');
  const ties = tiesFrom(network, among(government), among(reached));
  const party = sectorPhrase(network, sector);
  const from = { of: 'sector', id: 'government' } as const;
  const nothing = uptake.returned + uptake.onward === 0;
  return {
    id: `D15 ${network.sectorIds[sector] ?? ''}`,
    says: {
      en: [
        'What ',
        from,
        ' gives to ',
        party,
        nothing ? ' is not yet passed on or reported on.' : ' is hardly passed on or reported on.',
      ],
      zh: [from, '对', party, nothing ? '的投入尚未得到承接或反馈。' : '的投入很少得到承接或反馈。'],
    },
    severity: severityFor(part),
    level: 'warning',
    facts: [
      number('given', 'Given by government', '政府给予', uptake.given),
      share('part', 'Of all that it gives', '占其给予总量', part),
      number('returned', 'Given back to it', '回馈政府', uptake.returned),
      number('onward', 'Given on to others', '传递给其他主体', uptake.onward),
      limit(UPTAKE, given),
      count('reached', 'Actors reached', '受惠主体数', reached.length),
    ],
    actors: idsOf(
      network,
      [...government, ...reached].sort((a, b) => a - b),
    ),
    ties: ties.map((tie) => network.ties.ids[tie] ?? ''),
    pairs: [],
    subject: { sectors: [sector, network.sectorIds.indexOf('government')], actors: reached },
  };
}
