import type { Sentence } from '../detail.ts';
import { actorPhrase, actorsOf, partnersOf, sectorPhrase, weightBetween } from '../diagnosis/evidence.ts';
import { newIntermediary, newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import { sectorGaps } from './sector-gaps.ts';
import type { Survey } from './survey.ts';

/** So many of the pairs of sectors that are tied least are brought together. */
const GAPS = 2;
/** Actors of a sector to whom a way is looked for. */
const MOST_WAYS = 8;

/** D3: ties the intermediary to both of two sectors that lack ties; or sets up another between their busiest actors. */
export const useIntermediary = atOncePropose((survey, { subject }) => {
  const { network } = survey;
  const [actor] = subject.actors ?? [];
  const own = actor === undefined ? undefined : network.sectors[actor];
  const gaps = sectorGaps(network).filter(({ one, other }) => one !== own && other !== own);
  return gaps.slice(0, GAPS).flatMap(({ one, other }): Draft[] => {
    const ends = [actorsOf(network, one), actorsOf(network, other)] as const;
    const [a, b] = [sectorPhrase(network, one), sectorPhrase(network, other)];
    const why: Sentence = {
      en: ['Of all sectors, ', a, ' and ', b, ' are tied least.'],
      zh: ['各类主体中，', a, '与', b, '之间的关系最少。'],
    };
    return [
      ...(actor === undefined ? [] : attached(survey, actor, ends, why)),
      newIntermediary(
        survey,
        ends.map((actors) => busiestOf(survey, actors)),
        why,
      ),
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

/** A way both there and back between an intermediary and another; what it takes, which is nothing where it is there. */
interface Way {
  readonly to: number;
  readonly draft: Draft | undefined;
}

/** One remedy of the ties that it lacks: it brokers only between two that are not tied and that it has both ways. */
function attached(
  survey: Survey,
  actor: number,
  [ones, others]: readonly [readonly number[], readonly number[]],
  why: Sentence,
): Draft[] {
  const second = waysTo(survey, actor, others, why);
  for (const one of waysTo(survey, actor, ones, why))
    for (const other of second) {
      if (survey.tied(one.to, other.to)) continue;
      if (!one.draft && !other.draft) continue;
      return [together(survey, actor, one, other, why)];
    }
  return [];
}

/** Those first to whom least is lacking, then by how well they fit. */
function waysTo(survey: Survey, actor: number, others: readonly number[], why: Sentence): readonly Way[] {
  const { network } = survey;
  const partners = new Set(partnersOf(network, actor));
  const gives = (to: number): boolean => weightBetween(network, actor, to) > 0;
  const gets = (from: number): boolean => weightBetween(network, from, actor) > 0;
  const tied = others.filter((other) => partners.has(other));
  const closed = tied.filter((to) => gives(to) && gets(to)).map((to): Way => ({ to, draft: undefined }));
  const halfOpen = tied
    .filter((to) => !gives(to) || !gets(to))
    .map((to): Way => {
      const lacking = gives(to) ? { from: to, to: actor } : { from: actor, to };
      const type = survey.typeFor(lacking.from, lacking.to);
      return { to, draft: newTie(survey, lacking, type, why, { direction: 'one-way' }) };
    });
  const open = survey.matches([actor], others, MOST_WAYS).map((match): Way => {
    const type = survey.typeFor(match.from, match.to, match.resource);
    return {
      to: match.from === actor ? match.to : match.from,
      draft: newTie(survey, match, type, why, { direction: 'mutual' }),
    };
  });
  return [closed, halfOpen, open].flatMap((ways) => ways.slice(0, MOST_WAYS));
}

function together(survey: Survey, actor: number, first: Way, second: Way, why: Sentence): Draft {
  const [one, other] = [first, second].flatMap(({ draft }) => draft ?? []);
  if (one && !other) return one;
  const { network } = survey;
  const [it, a, b] = [actor, first.to, second.to].map((each) => actorPhrase(network, each));
  return {
    kind: 'add-tie',
    edits: [...(one?.edits ?? []), ...(other?.edits ?? [])],
    says: {
      en: ['Tie ', it ?? '', ' both to ', a ?? '', ' and to ', b ?? ''],
      zh: ['使', it ?? '', '同时与', a ?? '', '和', b ?? '', '建立关系'],
    },
    why,
  };
}
