import { actorPhrase, newTie } from './draft.ts';
import { atOncePropose } from './proposer.ts';

const MOST = 3;

/** D15: those who get most from a government report back to it. */
export const policyFeedback = atOncePropose((survey, { subject }) => {
  const named = subject.actors ?? [];
  const giving = named.filter((actor) => survey.sectorOf(actor) === 'government');
  const governments = giving.length > 0 ? giving : survey.actorsOf('government');
  const sectors = new Set((subject.sectors ?? []).map((k) => survey.network.sectorIds[k] ?? ''));
  sectors.delete('government');
  const takers = governments.flatMap((government) =>
    [...survey.partnersOf(government)]
      .filter(
        (actor) =>
          survey.sectorOf(actor) !== 'government' &&
          (sectors.size === 0 || sectors.has(survey.sectorOf(actor))) &&
          survey.weightBetween(actor, government) === 0,
      )
      .map((actor) => ({ actor, government, gets: survey.weightBetween(government, actor) })),
  );
  takers.sort((a, b) => b.gets - a.gets || a.actor - b.actor || a.government - b.government);
  return takers.slice(0, MOST).map(({ actor, government }) => {
    const [one, other] = [actorPhrase(survey, government), actorPhrase(survey, actor)];
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
