import type { Computation } from '../measure.ts';
import type { Finding } from '../diagnosis/rule.ts';
import { measureById } from '../registry.ts';
import { actorPhrase, newTie, strengthened, type Draft } from './draft.ts';
import type { Survey } from './survey.ts';

const MOST = 4;
/** Between what is loose and what is brittle: about where ecosystems that last are. Contested. */
const BALANCED = 0.4;

/** D11: a second way beside the heaviest flows where all is too tidy; where it is too loose, the main ones get stronger. */
export function* balanceFlow(survey: Survey, _finding: Finding): Computation<readonly Draft[]> {
  const measure = measureById('relative-ascendency');
  const alpha = measure?.level === 'network' ? yield* measure.compute(survey.network, survey.options) : null;
  if (alpha === null) return [];
  const { ties } = survey.network;
  const heaviest = Array.from(ties.ids.keys())
    .filter((tie) => ties.source[tie] !== ties.target[tie])
    .sort((a, b) => ties.weight[b]! - ties.weight[a]! || a - b);
  return alpha < BALANCED
    ? heaviest.slice(0, MOST).map((tie) =>
        strengthened(survey, tie, {
          en: ['It is among the main ways already; little flows on each of the others.'],
          zh: ['它已是主要通道之一，其余各条流量都很小。'],
        }),
      )
    : heaviest.flatMap((tie) => besides(survey, tie)).slice(0, MOST);
}

/** A tie that makes a second way of two steps, by the partner that has most others. */
function besides(survey: Survey, tie: number): readonly Draft[] {
  const { ties } = survey.network;
  const [from, to] = [ties.source[tie]!, ties.target[tie]!];
  const [through] = [...survey.partnersOf(from)]
    .filter((other) => other !== to && survey.weightBetween(from, other) > 0 && !survey.tied(other, to))
    .sort((a, b) => survey.partners[b]! - survey.partners[a]! || a - b);
  if (through === undefined) return [];
  const type = survey.type(ties.typeIds[ties.types[tie]!] ?? '');
  const [one, other] = [actorPhrase(survey, from), actorPhrase(survey, to)];
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
