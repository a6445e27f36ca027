import { diagnose, type Diagnosis } from '../../../src/metrics/diagnosis/diagnose.ts';
import { ruleByCode } from '../../../src/metrics/diagnosis/registry.ts';
import type { Outcome } from '../../../src/metrics/diagnosis/rule.ts';
import type { RuleCode } from '../../../src/model/diagnosis-settings.ts';
import type { Actor } from '../../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie, type SmallGraph } from '../support.ts';

const SECTORS: Readonly<Record<string, string>> = {
  g: 'government',
  e: 'enterprise',
  u: 'university',
  i: 'intermediary',
  o: 'other',
};

/**
 * A map of actors whose first letter is their sector's, and ties as `e1 > u1 : feedback 3`, `<>` for mutual ones; an
 * actor alone on its line has no ties.
 */
export function mapOf(lines: readonly string[], profiles: Profiles = {}): Network {
  return compileNetwork(networkInput(graphOfLines(lines, profiles)), AS_IS);
}

type Profiles = Readonly<Record<string, Partial<Pick<Actor, 'supply' | 'demand'>>>>;

/** The same before it is compiled. */
export function graphOfLines(lines: readonly string[], profiles: Profiles = {}): SmallGraph {
  const ids = new Set(Object.keys(profiles));
  const ties = lines.flatMap((line, k) => {
    const [, source = '', sign, target = '', type = 'knowledge', weight = '1'] =
      /^(\w+)(?: (<?>) (\w+)(?: : (\S+)(?: ([\d.]+))?)?)?$/.exec(line) ?? [];
    ids.add(source);
    if (sign === undefined) return [];
    ids.add(target);
    return tie(`t${String(k).padStart(4, '0')}`, source, target, {
      type,
      direction: sign === '<>' ? 'mutual' : 'one-way',
      weight: Number(weight),
    });
  });
  const actors = [...ids].map((id) =>
    actor(id, { sector: SECTORS[id.charAt(0)] ?? 'other', ...profiles[id] }),
  );
  return graphOf(actors, ties);
}

export function outcomeOf(
  code: RuleCode,
  network: Network,
  thresholds: Readonly<Record<string, number>> = {},
): Outcome {
  const rule = ruleByCode(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const [result] = finish(diagnose(network, DEFAULT_MEASURE_OPTIONS, { thresholds }, [rule])).results;
  if (!result) throw new Error('no result');
  return result.outcome;
}

/** Ids of the findings, the worst first; null where the rule does not apply. */
export function found(
  code: RuleCode,
  network: Network,
  thresholds?: Readonly<Record<string, number>>,
): readonly string[] | null {
  const outcome = outcomeOf(code, network, thresholds);
  return outcome.applies ? outcome.findings.map(({ id }) => id) : null;
}

export function diagnosisOf(network: Network): Diagnosis {
  return finish(diagnose(network, DEFAULT_MEASURE_OPTIONS, { thresholds: {} }));
}

/** Two rings through all four sectors, well tied and returned: nothing much is wrong with it. */
export const HEALTHY: readonly string[] = [
  'g1 <> e1 : capital',
  'e1 <> u1 : talent',
  'u1 <> i1 : knowledge',
  'i1 <> g1 : information',
  'g2 <> e2 : capital',
  'e2 <> u2 : talent',
  'u2 <> i2 : knowledge',
  'i2 <> g2 : information',
  'g1 <> u2 : policy',
  'e1 <> i2 : information',
  'u1 <> g2 : policy',
  'i1 <> e2 : information',
];
