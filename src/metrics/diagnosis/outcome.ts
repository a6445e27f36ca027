import { compareIds } from '../../base/ids.ts';
import type { Fact } from '../detail.ts';
import type { Computation } from '../measure.ts';
import type { Case, Finding, Outcome } from './rule.ts';

/** So many findings of a rule are told, the worst; more would bury them. */
export const MOST_FINDINGS = 20;

/** A test short enough to be one step. */
export function atOnceOutcome(test: (given: Case) => Outcome): (given: Case) => Computation<Outcome> {
  return function* (given) {
    const outcome = test(given);
    yield 1;
    return outcome;
  };
}

/**
 * The worst findings, in order. Where there are more than are told, a fact says how many.
 *
 * @param all how many there are, those that were not handed over too
 */
export function found(findings: readonly Finding[], facts: readonly Fact[], all = findings.length): Outcome {
  const told = [...findings].sort(bySeverity).slice(0, MOST_FINDINGS);
  if (all <= told.length) return { applies: true, findings: told, facts };
  const count: Fact = {
    id: 'all-findings',
    name: {
      en: `In all, of which the worst ${told.length} are told`,
      zh: `总数（只列最严重的 ${told.length} 项）`,
    },
    value: all,
    style: 'count',
    digits: 3,
  };
  return { applies: true, findings: told, facts: [...facts, count] };
}

export function doesNotApply(en: string, zh: string): Outcome {
  return { applies: false, why: { en, zh } };
}

/** The worst first; equal ones by id. */
function bySeverity(a: Finding, b: Finding): number {
  return b.severity - a.severity || compareIds(a.id, b.id);
}
