import { compareIds } from '../../base/ids.ts';
import type { Computation } from '../measure.ts';
import type { Case, Finding, Outcome } from './rule.ts';

/** A test short enough to be one step. */
export function atOnceOutcome(test: (given: Case) => Outcome): (given: Case) => Computation<Outcome> {
  return function* (given) {
    const outcome = test(given);
    yield 1;
    return outcome;
  };
}

/** The worst first; equal ones by id. */
export function bySeverity(a: Finding, b: Finding): number {
  return b.severity - a.severity || compareIds(a.id, b.id);
}
