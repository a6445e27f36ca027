import { LOOSE_FLOWS } from '../diagnosis/flow-order.ts';
import { actorPhrase, partnersOf, weightBetween } from '../diagnosis/evidence.ts';
import { newTie, strengthened, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import type { Survey } from './survey.ts';

const MOST = 4;

/** D11: a second way beside the heaviest flows where all is too tidy; where it is too loose, the main ones get stronger. */
export const balanceFlow = atOncePropose((survey, { id }) => {
  const { ties } = survey.network;
  const heaviest = Array.from(ties.ids.keys())
    .filter((tie) => ties.source[tie] !== ties.target[tie])
    .sort((a, b) => ties.weight[b]! - ties.weight[a]! || a - b);
  return id === LOOSE_FLOWS
    ? heaviest.slice(0, MOST).map((tie) =>
        strengthened(survey, tie, {
          en: ['It is among the main ways already; little flows on each of the others.'],
          zh: ['它已是主要通道之一，其余各条流量都很小。'],
        }),
      )
    : heaviest.flatMap((tie) => besides(survey, tie)).slice(0, MOST);
});

/** A tie that makes a second way of two steps, by the partner that has most others. */
function besides(survey: Survey, tie: number): readonly Draft[] {
  const { ties } = survey.network;
  const [from, to] = [ties.source[tie]!, ties.target[tie]!];
  const [through] = [...partnersOf(survey.network, from)]
    .filter(
      (other) => other !== to && weightBetween(survey.network, from, other) > 0 && !survey.tied(other, to),
    )
    .sort((a, b) => survey.partners[b]! - survey.partners[a]! || a - b);
  if (through === undefined) return [];
  const type = survey.type(ties.typeIds[ties.types[tie]!] ?? '');
  const [one, other] = [actorPhrase(survey.network, from), actorPhrase(survey.network, to)];
  return [
    newTie(
      survey,
      { from: through, to },
      { type, because: 'usual' },
      {
        en: ['What flows from ', one, ' to ', other, ' has a second way then.'],
        zh: ['使', one, '到', other, '的流动另有一条通道。'],
      },
    ),
  ];
}
