import type { Phrase, Sentence } from '../detail.ts';
import { partnersOf, resourcePhrase } from '../diagnosis/evidence.ts';
import { newIntermediary, newSupply, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import { needed, offered, scarcities, type Scarcity } from './scarcity.ts';
import type { Survey } from './survey.ts';

const BEST_PLACED = 3;
/** Of a newcomer, those who need most. */
const SERVED = 2;

/** D6: the best-placed actors offer what is missing, or a new provider does. */
export const fillNiche = atOncePropose((survey, { subject: { resource } }) => {
  const short = resource === undefined ? undefined : scarcities(survey)[resource];
  return short && short.gap > 0 ? supplied(survey, short, short.gap, new Set()) : [];
});

/** D14: somebody else offers half of what is needed. */
export const secondSupplier = atOncePropose((survey, { subject: { resource } }) => {
  const short = resource === undefined ? undefined : scarcities(survey)[resource];
  if (!short || short.demand === 0) return [];
  const now = new Set(survey.everyone.filter((actor) => offered(survey, actor, short.resource) > 0));
  return supplied(survey, short, short.demand / 2, now);
});

/**
 * Nobody is asked for more than the most that anybody on the map offers of anything.
 *
 * @param missing how much more should be offered
 * @param without who is not asked
 */
export function supplied(
  survey: Survey,
  { resource }: Pick<Scarcity, 'resource'>,
  missing: number,
  without: ReadonlySet<number>,
): readonly Draft[] {
  const most = survey.network.profiles.supply.reduce((largest, one) => Math.max(largest, one), 0);
  const amount = most > 0 ? Math.min(missing, most) : missing;
  const what = resourcePhrase(survey.network, resource);
  const placed = survey.everyone
    // Who needs it itself would offer it to have it.
    .filter((actor) => !without.has(actor) && needed(survey, actor, resource) === 0)
    .map((actor) => ({
      actor,
      near: needNear(survey, actor, resource),
      kin: kinship(survey, actor, resource),
    }))
    .sort(
      (a, b) =>
        b.near * (1 + b.kin) - a.near * (1 + a.kin) ||
        b.kin - a.kin ||
        survey.partners[b.actor]! - survey.partners[a.actor]! ||
        a.actor - b.actor,
    );
  const drafts: Draft[] = placed
    .slice(0, BEST_PLACED)
    .map(({ actor, near, kin }) =>
      newSupply(
        survey,
        actor,
        resource,
        offered(survey, actor, resource) + amount,
        whyOf(what, near > 0, kin > 0),
      ),
    );
  const neediest = survey.everyone
    .filter((actor) => needed(survey, actor, resource) > 0)
    .sort((a, b) => needed(survey, b, resource) - needed(survey, a, resource) || a - b)
    .slice(0, SERVED);
  const id = survey.network.profiles.resourceIds[resource] ?? '';
  const name = survey.ground.scheme.resources.find((each) => each.id === id)?.name ?? { en: id, zh: id };
  if (neediest.length > 0)
    drafts.push(
      newIntermediary(
        survey,
        neediest,
        { en: ['They need ', what, ' most.'], zh: ['它们对', what, '的需求最大。'] },
        { resource, amount, name },
      ),
    );
  return drafts;
}

function whyOf(what: Phrase, near: boolean, akin: boolean): Sentence {
  if (near && akin)
    return {
      en: ['Those who need ', what, ' are near, and it offers what serves the same dimension.'],
      zh: ['需要', what, '的主体就在近旁，且其现有供给属于同一维度。'],
    };
  if (near) return { en: ['Those who need ', what, ' are near.'], zh: ['需要', what, '的主体就在近旁。'] };
  return akin
    ? {
        en: ['It offers what serves the same dimension, and does not need ', what, ' itself.'],
        zh: ['其现有供给属于同一维度，且自身并不需要', what, '。'],
      }
    : { en: ['It does not need ', what, ' itself.'], zh: ['其自身并不需要', what, '。'] };
}

/** How much of it an actor's partners need. */
function needNear(survey: Survey, actor: number, resource: number): number {
  let sum = 0;
  for (const partner of partnersOf(survey.network, actor)) sum += needed(survey, partner, resource);
  return sum;
}

/** How many resources of the same dimension it offers. */
function kinship(survey: Survey, actor: number, resource: number): number {
  const { resourceDimensions } = survey.network.profiles;
  let count = 0;
  for (const [other, dimension] of resourceDimensions.entries())
    if (dimension === resourceDimensions[resource] && offered(survey, actor, other) > 0) count++;
  return count;
}
