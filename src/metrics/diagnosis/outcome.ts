import { compareIds } from '../../base/ids.ts';
import type { Fact } from '../detail.ts';
import type { Computation } from '../measure.ts';
import type { Case, Finding, KnownFinding, Outcome } from './rule.ts';

/** So many findings of a rule are told, the worst; more would bury them. */
const MOST_FINDINGS = 20;

/** A finding whose evidence is gathered only where it is told. */
export interface Suspect extends KnownFinding {
  readonly tell: () => Omit<Finding, keyof KnownFinding>;
}

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
 * @param all those that there are, if these are not all
 * @param count how many there are, if even those are not all
 */
export function found(
  findings: readonly Finding[],
  facts: readonly Fact[],
  all: readonly KnownFinding[] = findings,
  count = all.length,
): Outcome {
  const told = [...findings].sort(bySeverity).slice(0, MOST_FINDINGS);
  const known = [...all].sort(bySeverity).map(({ id, severity }) => ({ id, severity }));
  if (count <= told.length) return { applies: true, findings: told, all: known, count, facts };
  const inAll: Fact = {
    id: 'all-findings',
    name: {
      en: `In all, of which the worst ${told.length} are told`,
      zh: `总数（只列最严重的 ${told.length} 项）`,
    },
    value: count,
    style: 'count',
    digits: 3,
  };
  return { applies: true, findings: told, all: known, count, facts: [...facts, inAll] };
}

/** The same of findings of which only the worst are told in full. */
export function foundAmong(suspects: readonly Suspect[], facts: readonly Fact[]): Outcome {
  const worst = [...suspects].sort(bySeverity).slice(0, MOST_FINDINGS);
  return found(
    worst.map(({ id, severity, tell }) => ({ id, severity, ...tell() })),
    facts,
    suspects,
  );
}

export function doesNotApply(en: string, zh: string): Outcome {
  return { applies: false, why: { en, zh } };
}

/** The worst first; equal ones by id. */
export function bySeverity(a: KnownFinding, b: KnownFinding): number {
  return b.severity - a.severity || compareIds(a.id, b.id);
}
