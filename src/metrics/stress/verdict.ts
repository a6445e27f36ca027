import type { Network } from '../../network/network.ts';
import { counted, percent } from '../counted.ts';
import type { Sentence } from '../detail.ts';
import type { CohesionLoss } from './cohesion.ts';
import type { FundingLoss } from './funding.ts';
import type { NeedsLoss } from './needs.ts';
import { joined, resourcesNamed, sentence, words } from './words.ts';

/** What a loss does, in one plain sentence after its premise. */
export function removalVerdict(
  premise: Sentence,
  after: Pick<Network, 'n'>,
  cohesion: CohesionLoss,
  needs: NeedsLoss,
): Sentence {
  if (after.n === 0) return sentence(premise, words('nobody would be left.', '将不剩任何主体。'));
  const clauses: Sentence[] = [strandedClause(cohesion), ...needClauses(needs)];
  return sentence(premise, joined(clauses), words('.', '。'));
}

function strandedClause({ stranded, largest: [was] }: CohesionLoss): Sentence {
  const count = stranded.length;
  if (was < 2)
    return words('nobody would be cut off, as nobody has ties', '不会有主体失去联系，因为本就没有关系');
  if (count === 0) return words('nobody would be cut off', '不会有主体失去联系');
  return words(`${counted(count, 'actor', 'actors')} would be cut off`, `将有 ${count} 个主体失去联系`);
}

function needClauses({ met: [before, after], resources }: NeedsLoss): Sentence[] {
  if (before === null || after === null) return [];
  const of = (wanted: string): readonly string[] =>
    resources.flatMap(({ verdict, resource }) => (verdict === wanted ? [resource] : []));
  const vacant = of('vacant');
  const unreached = of('unreached');
  const clauses: Sentence[] = [];
  if (vacant.length > 0) {
    const { en, zh } = resourcesNamed(vacant);
    clauses.push({ en: ['nobody would offer ', ...en, ' any more'], zh: ['将不再有主体供给', ...zh] });
  }
  if (unreached.length > 0) {
    const who = new Set(resources.flatMap(({ verdict, without }) => (verdict === 'unreached' ? without : [])))
      .size;
    const { en, zh } = resourcesNamed(unreached);
    clauses.push({
      en: [
        ...en,
        ` would no longer get to ${who === 1 ? '1 actor that needs' : `${who} actors that need`} ${unreached.length === 1 ? 'it' : 'them'}`,
      ],
      zh: [...zh, `将不再能到达 ${who} 个需要的主体`],
    });
  }
  if (clauses.length > 0) return clauses;
  if (resources.length === 0)
    return [words('the needs of the others would be met as before', '其余主体的需求满足程度不变')];
  return [
    words(
      `the needs of the others would be met to ${percent(after).en}, down from ${percent(before).en}`,
      `其余主体的需求满足率将从 ${percent(before).zh} 降至 ${percent(after).zh}`,
    ),
  ];
}

/** What a cut in funding does. */
export function fundingVerdict(premise: Sentence, network: Network, loss: FundingLoss): Sentence {
  const [was, is] = loss.throughflow;
  const lost = Math.max(0, was - is) / was;
  if (loss.withheld === 0)
    return sentence(
      premise,
      words('nothing would change: nothing flows there.', '不会有变化：那里没有流动。'),
    );
  const most = loss.lost.indexOf(loss.lost.reduce((largest, one) => Math.max(largest, one), 0));
  const id = network.actorIds[loss.actors[most] ?? 0] ?? '';
  const own = percent(Math.min(1, (loss.lost[most] ?? 0) / (loss.before[most] ?? 1)));
  return sentence(
    premise,
    words(
      `${percent(lost).en} less would pass through the ecosystem in all; most would be lacking at `,
      `整个生态系统的通流量将减少 ${percent(lost).zh}；损失最大的是`,
    ),
    { en: [{ of: 'actor', id }], zh: [{ of: 'actor', id }] },
    words(` (${own.en} less).`, `（减少 ${own.zh}）。`),
  );
}
