import { atOncePropose, tieOf } from './proposer.ts';

const MOST = 3;

/** D1: a tie to the actors of other sectors that fit best; where there are none, of its own. */
export const connectIsolated = atOncePropose((survey, { subject }) => {
  const [actor] = subject.actors ?? [];
  if (actor === undefined) return [];
  const sector = survey.sectorOf(actor);
  const others = survey.everyone.filter((other) => survey.sectorOf(other) !== sector);
  const found = survey.matches([actor], others, MOST);
  return (found.length > 0 ? found : survey.matches([actor], survey.everyone, MOST)).map((match) =>
    tieOf(survey, match),
  );
});
