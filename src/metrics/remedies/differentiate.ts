import { actorPhrase, resourcePhrase } from '../diagnosis/evidence.ts';
import { differentiated, newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import { needed, offered, scarcities, shortOnes, type Scarcity } from './scarcity.ts';
import type { Survey } from './survey.ts';

/** D5: one of the two turns to a niche that is vacant or short; where they compete for what is short, they join forces. */
export const differentiate = atOncePropose((survey, { subject }) => {
  const [one, other] = subject.actors ?? [];
  if (one === undefined || other === undefined) return [];
  const drafts: Draft[] = [];
  for (const actor of [one, other]) {
    const mate = actor === one ? other : one;
    drafts.push(...turnedSupply(survey, actor, mate), ...turnedDemand(survey, actor, mate));
  }
  if (!survey.tied(one, other)) {
    const alliance = survey.ground.scheme.tieTypes.find(({ direction }) => direction === 'mutual');
    const type = alliance ? ({ type: alliance, because: 'usual' } as const) : survey.typeFor(one, other);
    drafts.push(
      newTie(survey, { from: one, to: other }, type, {
        en: ['They are alike: as allies they share what they now compete for.'],
        zh: ['二者生态位相近：结盟后可共享目前相互竞争的资源。'],
      }),
    );
  }
  return drafts;
});

/** What both have most of, by the lesser amount; undefined where they share nothing. */
function shared(
  survey: Survey,
  [one, other]: readonly [number, number],
  amount: typeof offered,
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const { resource } of scarcities(survey)) {
    const common = Math.min(amount(survey, one, resource), amount(survey, other, resource));
    if (common <= most) continue;
    most = common;
    best = resource;
  }
  return best;
}

function turnedSupply(survey: Survey, actor: number, mate: number): readonly Draft[] {
  const from = shared(survey, [actor, mate], offered);
  const to = shortOnes(survey).find(({ resource }) => resource !== from);
  if (from === undefined || !to) return [];
  const [rival, niche] = [actorPhrase(survey.network, mate), resourcePhrase(survey.network, to.resource)];
  return [
    differentiated(
      survey,
      actor,
      'supply',
      { from, to: to.resource },
      {
        en: [rival, ' offers the same, and too little of ', niche, ' is offered.'],
        zh: [rival, '的供给与之相同，而', niche, '供给不足。'],
      },
    ),
  ];
}

function turnedDemand(survey: Survey, actor: number, mate: number): readonly Draft[] {
  const from = shared(survey, [actor, mate], needed);
  const surplus = ({ supply, demand }: Scarcity): number => supply - demand;
  const [to] = scarcities(survey)
    .filter((one) => one.resource !== from && surplus(one) > 0)
    .sort((a, b) => surplus(b) - surplus(a) || a.resource - b.resource);
  if (from === undefined || !to) return [];
  const [rival, plenty] = [actorPhrase(survey.network, mate), resourcePhrase(survey.network, to.resource)];
  return [
    differentiated(
      survey,
      actor,
      'demand',
      { from, to: to.resource },
      {
        en: [rival, ' needs the same, and more of ', plenty, ' is offered than needed.'],
        zh: [rival, '的需求与之相同，而', plenty, '供过于求。'],
      },
    ),
  ];
}
