import type { Finding } from './rule.ts';

/** What a finding weighs that is just at its threshold. Ours. */
export const AT_THRESHOLD = 0.2;
/** From here on a finding is told as critical, where its rule does not say otherwise. Ours. */
const CRITICAL_FROM = 0.5;

/** How far a value is from where a rule begins to fire to the worst possible, in [0, 1]. */
export function distance(value: number, threshold: number, worst: number): number {
  const span = worst - threshold;
  return span === 0 ? 1 : Math.min(1, Math.max(0, (value - threshold) / span));
}

/** 0.2 at the threshold, 1 at the worst possible, in a straight line between. */
export function severityAt(value: number, threshold: number, worst: number): number {
  return severityFor(distance(value, threshold, worst));
}

/** @param far from the threshold (0) to the worst possible (1) */
export function severityFor(far: number): number {
  return AT_THRESHOLD + (1 - AT_THRESHOLD) * far;
}

export function levelAt(severity: number): Finding['level'] {
  return severity >= CRITICAL_FROM ? 'critical' : 'warning';
}
