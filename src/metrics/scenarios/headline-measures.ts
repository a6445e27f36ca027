import { betterWay } from '../better.ts';

/** What a comparison of states shows of the whole network before anyone asks for more, in this order. */
export const HEADLINE_MEASURES = [
  'actor-count',
  'tie-count',
  'density',
  'largest-component-share',
  'average-path-length',
  'weighted-reciprocity',
  'network-e-i-index',
  'top-share',
  'articulation-points',
  'demand-coverage',
  'reachable-coverage',
  'vacant-niches',
  'coupling-coordination',
  'finn-cycling',
  'mutual-pairs',
] as const;

/** Whether a change is for the better (1), for the worse (-1), or neither (0). */
export function verdictOn(measure: string, change: number | null): -1 | 0 | 1 {
  const way = betterWay(measure);
  if (way === 0 || change === null || change === 0) return 0;
  return change > 0 === (way === 1) ? 1 : -1;
}
