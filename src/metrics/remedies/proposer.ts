import type { Finding } from '../diagnosis/rule.ts';
import type { Computation } from '../measure.ts';
import type { Phrase, Sentence } from '../detail.ts';
import { actorPhrase, resourcePhrase } from '../diagnosis/evidence.ts';
import { newTie, type Draft } from './draft.ts';
import type { Match, Survey } from './survey.ts';

/** What could be done about one finding of a rule: a few edits each, the likeliest first. */
export type Proposer = (survey: Survey, finding: Finding) => Computation<readonly Draft[]>;

/** A proposer short enough to be one step. */
export function atOncePropose(propose: (survey: Survey, finding: Finding) => readonly Draft[]): Proposer {
  return function* (survey, finding) {
    const drafts = propose(survey, finding);
    yield 1;
    return drafts;
  };
}

/** A tie for what one offers and the other needs; else by what is usual between their sectors. */
export function tieOf(survey: Survey, match: Match): Draft {
  const type = survey.typeFor(match.from, match.to, match.resource);
  return newTie(survey, match, type, whyOf(survey, match));
}

function whyOf(survey: Survey, { from, to, resource }: Match): Sentence {
  const [one, other] = [actorPhrase(survey.network, from), actorPhrase(survey.network, to)];
  if (resource >= 0) {
    const what: Phrase = resourcePhrase(survey.network, resource);
    return {
      en: [one, ' offers ', what, ', which ', other, ' needs.'],
      zh: [one, '供给', what, '，正是', other, '所需要的。'],
    };
  }
  return {
    en: ['Neither offers what the other needs; of those who could be tied they have the most partners.'],
    zh: ['双方供需并不对应；在可建立关系的主体中，二者的合作方最多。'],
  };
}
