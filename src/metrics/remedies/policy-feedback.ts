import { actorPhrase, actorsOf, partnersOf, weightBetween } from '../diagnosis/evidence.ts';
import { newTie } from './draft.ts';
import { atOncePropose } from './proposer.ts';

const MOST = 3;

/** D15: those who get most from a government report back to it. */
export const policyFeedback = atOncePropose((survey, { subject }) => {
  const governments = actorsOf(survey.network, 'government');
  const sectors = new Set((subject.sectors ?? []).map((k) => survey.network.sectorIds[k] ?? ''));
  sectors.delete('government');
  const takers = governments.flatMap((government) =>
    [...partnersOf(survey.network, government)]
      .filter(
        (actor) =>
          survey.sectorOf(actor) !== 'government' &&
          (sectors.size === 0 || sectors.has(survey.sectorOf(actor))) &&
          weightBetween(survey.network, actor, government) === 0,
      )
      .map((actor) => ({ actor, government, gets: weightBetween(survey.network, government, actor) })),
  );
  takers.sort((a, b) => b.gets - a.gets || a.actor - b.actor || a.government - b.government);
  return takers.slice(0, MOST).map(({ actor, government }) => {
    const [one, other] = [actorPhrase(survey.network, government), actorPhrase(survey.network, actor)];
    return newTie(
      survey,
      { from: actor, to: government },
      survey.closing,
      {
        en: [one, ' gives to ', other, ' and does not hear what comes of it.'],
        zh: [one, '向', other, '给予支持，却不了解成效。'],
      },
      { kind: 'return-tie' },
    );
  });
});
