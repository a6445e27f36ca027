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

/**
 * Which way is better, where the rules and gauges of the diagnosis say so: what raises a gauge or keeps a rule silent.
 * Of all others, such as density or path length, more is neither better nor worse in itself. Ours.
 */
const AIMS: ReadonlyMap<string, 'more' | 'less'> = new Map([
  ['largest-component-share', 'more'],
  ['unreachable-pairs', 'less'],
  ['weighted-reciprocity', 'more'],
  ['articulation-points', 'less'],
  ['top-share', 'less'],
  ['hub-dependence', 'less'],
  ['robustness', 'more'],
  ['finn-cycling', 'more'],
  ['mutual-pairs', 'more'],
  ['demand-coverage', 'more'],
  ['reachable-coverage', 'more'],
  ['vacant-niches', 'less'],
  ['coupling-coordination', 'more'],
  ['gauge-motivation', 'more'],
  ['gauge-symbiosis', 'more'],
  ['gauge-guarantee', 'more'],
  ['gauge-feedback', 'more'],
]);

/** Whether a change is for the better (1), for the worse (-1), or neither (0). */
export function verdictOn(measure: string, change: number | null): -1 | 0 | 1 {
  const aim = AIMS.get(measure);
  if (aim === undefined || change === null || change === 0) return 0;
  return change > 0 === (aim === 'more') ? 1 : -1;
}
