import { largestOf, strongComponents } from '../structure/components.ts';
import { actorPhrase, actorsOf, partnersOf, weightBetween } from '../diagnosis/evidence.ts';
import { NO_NEWS, NO_WIDE_CIRCLE } from '../diagnosis/missing-feedback.ts';
import { closedCircles } from './close-circle.ts';
import { newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import type { Survey } from './survey.ts';

/** Of each kind of loop. */
const MOST = 3;

/**
 * D8: enterprises tell universities how what they got from them works, and ties back draw more actors into the core, or
 * close a circle; that first which the finding is about.
 */
export const closeLoop = atOncePropose((survey, { id }) => {
  const [told, drawn] = [toldBack(survey), drawnIn(survey)];
  if (id === NO_NEWS) return [...told, ...drawn];
  return id === NO_WIDE_CIRCLE ? [...closedCircles(survey, MOST), ...drawn] : [...drawn, ...told];
});

/** Pairs in which a university gives most and hears least. */
function toldBack(survey: Survey): readonly Draft[] {
  const universities = actorsOf(survey.network, 'university');
  const enterprises = new Set(actorsOf(survey.network, 'enterprise'));
  const pairs = universities.flatMap((university) =>
    [...partnersOf(survey.network, university)]
      .filter((partner) => enterprises.has(partner))
      .map((enterprise) => ({
        university,
        enterprise,
        open:
          weightBetween(survey.network, university, enterprise) -
          weightBetween(survey.network, enterprise, university),
      })),
  );
  pairs.sort((a, b) => b.open - a.open || a.university - b.university || a.enterprise - b.enterprise);
  if (pairs.length === 0) return firstNews(survey, [...enterprises], universities);
  return pairs.slice(0, MOST).map(({ university, enterprise }) => {
    const [one, other] = [actorPhrase(survey.network, university), actorPhrase(survey.network, enterprise)];
    return newTie(survey, { from: enterprise, to: university }, survey.closing, {
      en: [one, ' works for ', other, ' and should hear what comes of it.'],
      zh: [one, '为', other, '服务，应当了解成效如何。'],
    });
  });
}

/** Where none of them is tied to any of the others. */
function firstNews(
  survey: Survey,
  enterprises: readonly number[],
  universities: readonly number[],
): readonly Draft[] {
  return survey.matches(enterprises, universities, MOST).map(({ from, to }) => {
    const [enterprise, university] = universities.includes(from) ? [to, from] : [from, to];
    const who = actorPhrase(survey.network, university);
    return newTie(survey, { from: enterprise, to: university }, survey.closing, {
      en: [who, ' hears of no enterprise what is needed.'],
      zh: [who, '尚未从任何企业了解需求。'],
    });
  });
}

/** Ties back at the edge of the largest group in which all reach each other: each draws one more actor in. */
function drawnIn(survey: Survey): readonly Draft[] {
  const { network } = survey;
  if (!network.directed) return [];
  const components = strongComponents(network);
  const largest = components.sizes.indexOf(largestOf(components));
  const { offsets, columns, weights } = network.outgoing;
  const edges: { readonly from: number; readonly to: number; readonly weight: number }[] = [];
  for (let from = 0; from < network.n; from++)
    for (let e = offsets[from]!; e < offsets[from + 1]!; e++) {
      const to = columns[e]!;
      if ((components.of[from] === largest) === (components.of[to] === largest)) continue;
      edges.push({ from, to, weight: weights[e]! });
    }
  edges.sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to);
  const seen = new Set<number>();
  const drafts: Draft[] = [];
  for (const { from, to } of edges) {
    const outside = components.of[from] === largest ? to : from;
    if (seen.has(outside) || drafts.length === MOST) continue;
    seen.add(outside);
    const who = actorPhrase(survey.network, outside);
    drafts.push(
      newTie(
        survey,
        { from: to, to: from },
        survey.closing,
        {
          en: ['It draws ', who, ' into the largest group in which everyone reaches everyone.'],
          zh: ['使', who, '进入彼此均可到达的最大群体。'],
        },
        { kind: 'return-tie' },
      ),
    );
  }
  return drafts;
}
