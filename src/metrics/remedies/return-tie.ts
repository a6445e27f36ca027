import type { Sentence } from '../detail.ts';
import { actorPhrase, resourcePhrase, weightBetween } from '../diagnosis/evidence.ts';
import { newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import type { ChosenType, Survey } from './survey.ts';

/** What comes back is half of what is given. */
const RETURNED = 2;

/** D7: a tie back, of what the receiver has to give: a resource, feedback, or what is usual that way. */
export const returnTie = atOncePropose((survey, { subject }) => {
  const [giver, receiver] = subject.actors ?? [];
  return giver === undefined || receiver === undefined ? [] : returned(survey, giver, receiver);
});

/** The ways in which one could give back to another, each type once. */
export function returned(survey: Survey, giver: number, receiver: number): readonly Draft[] {
  const back = survey.match(receiver, giver);
  const choices: (ChosenType & { readonly resource: number })[] = [];
  if (back.resource >= 0)
    choices.push({ ...survey.typeFor(receiver, giver, back.resource), resource: back.resource });
  choices.push({ ...survey.closing, resource: -1 }, { ...survey.typeFor(receiver, giver), resource: -1 });
  const seen = new Set<string>();
  const weight = weightBetween(survey.network, giver, receiver) / RETURNED;
  return choices.flatMap((choice) => {
    if (seen.has(choice.type.id)) return [];
    seen.add(choice.type.id);
    const stated = Number((weight / choice.type.factor).toPrecision(6));
    return [
      newTie(survey, { from: receiver, to: giver }, choice, whyOf(survey, choice, giver, receiver), {
        kind: 'return-tie',
        ...(stated > 0 ? { weight: stated } : {}),
      }),
    ];
  });
}

function whyOf(
  survey: Survey,
  { because, resource }: ChosenType & { readonly resource: number },
  giver: number,
  receiver: number,
): Sentence {
  const [one, other] = [actorPhrase(survey.network, giver), actorPhrase(survey.network, receiver)];
  if (resource >= 0) {
    const what = resourcePhrase(survey.network, resource);
    return {
      en: [other, ' gives little back, and offers ', what, ', which ', one, ' needs.'],
      zh: [other, '回馈较少，而它供给的', what, '正是', one, '所需要的。'],
    };
  }
  return because === 'closes'
    ? {
        en: ['What ', other, ' thinks of it does not come back to ', one, '.'],
        zh: [other, '的意见没有回到', one, '。'],
      }
    : {
        en: [other, ' gives little back; this is what is usual from its sector.'],
        zh: [other, '回馈较少；这是其所属类型惯常的回馈方式。'],
      };
}
