import { actorsOf } from '../diagnosis/evidence.ts';
import { atOncePropose, tieOf } from './proposer.ts';
import { sectorGaps } from './sector-gaps.ts';

/** Ties for two sectors that lack them, as the catalogue says. */
const MOST = 3;
/** Of silos, so many of the thinnest pairs of sectors. */
const THINNEST = 3;

/** D2 and D9: the best ties between two sectors; where the finding names none, between those that are tied least. */
export const linkSectors = atOncePropose((survey, { subject }) => {
  const { network } = survey;
  const [one, other] = subject.sectors ?? [];
  const pairs =
    one !== undefined && other !== undefined ? [{ one, other }] : sectorGaps(network).slice(0, THINNEST);
  return pairs.flatMap((pair) =>
    survey
      .matches(actorsOf(network, pair.one), actorsOf(network, pair.other), MOST)
      .map((match) => tieOf(survey, match)),
  );
});
