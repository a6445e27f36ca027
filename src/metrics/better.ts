/**
 * Which way is better, where the rules and gauges of the diagnosis say so: what raises a gauge or keeps a rule silent.
 * Of all others, such as density or path length, more is neither better nor worse in itself. Ours.
 */
const BETTER: ReadonlyMap<string, 1 | -1> = new Map([
  ['largest-component-share', 1],
  ['unreachable-pairs', -1],
  ['weighted-reciprocity', 1],
  ['network-e-i-index', 1],
  ['mean-multiplexity', 1],
  ['articulation-points', -1],
  ['top-share', -1],
  ['hub-dependence', -1],
  ['robustness', 1],
  ['finn-cycling', 1],
  ['mutual-pairs', 1],
  ['demand-coverage', 1],
  ['reachable-coverage', 1],
  ['vacant-niches', -1],
  ['coupling-coordination', 1],
  ['gauge-motivation', 1],
  ['gauge-symbiosis', 1],
  ['gauge-guarantee', 1],
  ['gauge-feedback', 1],
]);

/** 1 where more of the measure is better, -1 where less is, 0 where neither is. */
export function betterWay(measure: string): -1 | 0 | 1 {
  return BETTER.get(measure) ?? 0;
}
