import type { Sentence } from '../detail.ts';
import { actorPhrase, newIntermediary, newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import { sectorGaps } from './sector-gaps.ts';
import type { Survey } from './survey.ts';

/** So many of the pairs of sectors that are tied least are brought together. */
const GAPS = 2;

/** D3: ties the intermediary to both of two sectors that lack ties; or sets up another between their busiest actors. */
export const useIntermediary = atOncePropose((survey, { subject }) => {
  const [actor] = subject.actors ?? [];
  const own = actor === undefined ? undefined : survey.sectorOf(actor);
  const gaps = sectorGaps(survey).filter(({ one, other }) => one !== own && other !== own);
  return gaps.slice(0, GAPS).flatMap(({ one, other }): Draft[] => {
    const ends = [one, other].map((sector) => survey.actorsOf(sector));
    const why: Sentence = {
      en: [
        'Of all sectors, ',
        { of: 'sector', id: one },
        ' and ',
        { of: 'sector', id: other },
        ' are tied least.',
      ],
      zh: ['各类主体中，', { of: 'sector', id: one }, '与', { of: 'sector', id: other }, '之间的关系最少。'],
    };
    const busiest = ends.map((actors) => busiestOf(survey, actors));
    return [
      ...(actor === undefined ? [] : [attached(survey, actor, ends, why)].flat()),
      newIntermediary(survey, busiest, why),
    ];
  });
});

/** The first of those with the most partners. */
function busiestOf(survey: Survey, actors: readonly number[]): number {
  return actors.reduce(
    (best, actor) => (survey.partners[actor]! > survey.partners[best]! ? actor : best),
    actors[0] ?? 0,
  );
}

/** One remedy of the ties that it lacks to the two sectors: it brokers only once it has both. */
function attached(
  survey: Survey,
  actor: number,
  ends: readonly (readonly number[])[],
  why: Sentence,
): Draft[] {
  const drafts = ends.flatMap((actors) => {
    if (actors.some((other) => survey.tied(actor, other))) return [];
    const [match] = survey.matches([actor], actors, 1);
    return match
      ? [{ match, draft: newTie(survey, match, survey.typeFor(match.from, match.to, match.resource), why) }]
      : [];
  });
  const [first, second] = drafts;
  if (!first) return [];
  if (!second) return [first.draft];
  const partner = ({ match: { from, to } }: typeof first): ReturnType<typeof actorPhrase> =>
    actorPhrase(survey, from === actor ? to : from);
  const [it, one, other] = [actorPhrase(survey, actor), partner(first), partner(second)];
  return [
    {
      kind: 'add-tie',
      edits: [...first.draft.edits, ...second.draft.edits],
      says: {
        en: ['Tie ', it, ' both to ', one, ' and to ', other],
        zh: ['使', it, '同时与', one, '和', other, '建立关系'],
      },
      why,
    },
  ];
}
