import type { Computation } from '../measure.ts';
import type { Finding } from '../diagnosis/rule.ts';
import { bypassHub } from './bypass-hub.ts';
import { newTie, type Draft } from './draft.ts';
import type { Survey } from './survey.ts';

const MOST = 5;
/** Actors with the fewest partners that are looked at. */
const FEWEST = 24;

/** D12: ways round the actor whose loss does most harm, and ties among those who have the fewest partners. */
export function* withstandLoss(survey: Survey, finding: Finding): Computation<readonly Draft[]> {
  return [...(yield* bypassHub(survey, finding)), ...amongTheFew(survey)];
}

/** They are left when the busiest have gone. */
function amongTheFew(survey: Survey): readonly Draft[] {
  const few = [...survey.everyone]
    .sort((a, b) => survey.partners[a]! - survey.partners[b]! || a - b)
    .slice(0, FEWEST);
  return survey.matches(few, few, MOST).map((match) =>
    newTie(survey, match, survey.typeFor(match.from, match.to, match.resource), {
      en: ['Both have few partners: they still hold together when the busiest have left.'],
      zh: ['双方合作方都较少：最活跃的主体退出后，它们仍相互连接。'],
    }),
  );
}
