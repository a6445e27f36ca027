import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/metrics/diagnosis/diagnose.ts';
import { measureById, NETWORK_MEASURES } from '../../../src/metrics/registry.ts';
import { compareStates } from '../../../src/metrics/scenarios/compare-states.ts';
import { HEADLINE_MEASURES, verdictOn } from '../../../src/metrics/scenarios/headline-measures.ts';
import { DEFAULT_DIAGNOSIS } from '../../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import { sectorNetwork } from '../sector-maps.ts';
import { finish } from '../support.ts';

const SECTORS = { A: 'university', B: 'enterprise', C: 'government', D: 'enterprise', E: 'intermediary' };
const BASE = ['A > B : 3', 'C > B', 'A > D'];
const base = () => sectorNetwork(SECTORS, BASE);
const tied = () => sectorNetwork(SECTORS, [...BASE, 'E > A', 'B > A : 2', 'D <> E']);
const cut = () => sectorNetwork({ A: 'university', B: 'enterprise', C: 'government' }, ['A > B : 3']);

const IDS = NETWORK_MEASURES.filter(({ onRequest }) => !onRequest).map(({ id }) => id);
const compared = finish(
  compareStates([base(), tied(), cut()], IDS, DEFAULT_MEASURE_OPTIONS, DEFAULT_DIAGNOSIS),
);

describe('a comparison of states', () => {
  it('gives each state the values that it has by itself', () => {
    for (const [k, network] of [base(), tied(), cut()].entries())
      for (const measure of NETWORK_MEASURES) {
        if (measure.onRequest) continue;
        const alone = finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS));
        expect(compared.readings[k]?.values.network.get(measure.id), measure.id).toBe(alone);
      }
  });

  it('diagnoses each state by the same thresholds as it would be by itself', () => {
    for (const [k, network] of [base(), tied(), cut()].entries())
      expect(compared.readings[k]?.diagnosis).toEqual(
        finish(diagnose(network, DEFAULT_MEASURE_OPTIONS, DEFAULT_DIAGNOSIS)),
      );
  });

  it('says of every state but the first what it lost and gained', () => {
    expect(compared.differences).toHaveLength(2);
    // Nobody stands alone where E is tied; with D gone nobody hangs on A but B.
    const lost = compared.differences[0]?.diagnosis.lost.map(({ finding: { id } }) => id);
    expect(lost).toContain('D1 E');
    const gained = compared.differences[1]?.diagnosis.gained.map(({ finding: { id } }) => id);
    expect(gained).toContain('D1 A');
  });

  it('opens each gauge into its three parts, and simulates each state', () => {
    for (const { gauges, simulation } of compared.readings) {
      expect(gauges?.rows).toHaveLength(16);
      expect(simulation?.kind).toBe('curve');
    }
  });

  it('has as many niche maps as states, on the actors of each', () => {
    expect(compared.niches?.states.map(({ actorIds }) => actorIds.length)).toEqual([5, 5, 3]);
  });

  it('of one state alone has nothing to differ', () => {
    const alone = finish(compareStates([base()], [], DEFAULT_MEASURE_OPTIONS, DEFAULT_DIAGNOSIS));
    expect(alone.differences).toEqual([]);
  });
});

describe('the headline of a comparison', () => {
  it('names measures of the network that need not be asked for', () => {
    for (const id of HEADLINE_MEASURES)
      expect(measureById(id), id).toSatisfy(
        (measure: ReturnType<typeof measureById>) =>
          measure?.level === 'network' && measure.onRequest !== true,
      );
  });

  it('judges a change only where a way is better', () => {
    expect(verdictOn('vacant-niches', -1)).toBe(1);
    expect(verdictOn('vacant-niches', 2)).toBe(-1);
    expect(verdictOn('demand-coverage', 0.1)).toBe(1);
    expect(verdictOn('demand-coverage', 0)).toBe(0);
    expect(verdictOn('demand-coverage', null)).toBe(0);
    expect(verdictOn('density', 0.2)).toBe(0);
  });
});
