import { actorsOf, weightBetween } from '../diagnosis/evidence.ts';
import type { Draft } from './draft.ts';
import { supplied } from './fill-niche.ts';
import { atOncePropose, tieOf } from './proposer.ts';
import { returned } from './return-tie.ts';
import { needed, shortOnes } from './scarcity.ts';
import type { Survey } from './survey.ts';

const MOST = 3;

/** D10: what raises the indicators of the side that lags: its needs, its partners on the other side, what comes back. */
export const raiseLagging = atOncePropose((survey, { subject }) => {
  const lagging = survey.network.sectorIds[subject.sectors?.[0] ?? -1];
  if (lagging === undefined) return [];
  const own = actorsOf(survey.network, lagging);
  const others = actorsOf(survey.network, lagging === 'enterprise' ? 'university' : 'enterprise');
  const alone = own.filter((actor) => !others.some((other) => survey.tied(actor, other)));
  return [
    ...survey.matches(alone, others, MOST).map((match) => tieOf(survey, match)),
    ...neededMost(survey, own),
    ...oneWay(survey, own, others),
  ];
});

/** What is short and the side needs most of. */
function neededMost(survey: Survey, own: readonly number[]): readonly Draft[] {
  const need = (resource: number): number =>
    own.reduce((sum, actor) => sum + needed(survey, actor, resource), 0);
  const [short] = shortOnes(survey)
    .filter(({ resource }) => need(resource) > 0)
    .sort((a, b) => need(b.resource) - need(a.resource) || a.resource - b.resource);
  return short ? supplied(survey, short, short.gap, new Set()) : [];
}

/** Ties between the two sides of which the least comes back. */
function oneWay(survey: Survey, own: readonly number[], others: readonly number[]): readonly Draft[] {
  const pairs = own.flatMap((actor) =>
    others.flatMap((other) => {
      const open = weightBetween(survey.network, actor, other) - weightBetween(survey.network, other, actor);
      if (open === 0) return [];
      return [
        open > 0 ? { giver: actor, receiver: other, open } : { giver: other, receiver: actor, open: -open },
      ];
    }),
  );
  return pairs
    .sort((a, b) => b.open - a.open || a.giver - b.giver || a.receiver - b.receiver)
    .slice(0, MOST)
    .flatMap(({ giver, receiver }) => returned(survey, giver, receiver).slice(0, 1));
}
