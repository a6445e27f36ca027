import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utilityOf } from '../../src/metrics/symbiosis/utility.ts';
import { finish } from '../metrics/support.ts';
import { compareFlow, flowCases, flowNumbers, modelOf, printedRelation } from './flow-comparison.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const SHARED = resolve('../shared/oracles');

describe('the reference values of flows kept here', () => {
  const { differences, compared } = compareFlow(FIXTURES);

  it('equal ours on the planted map, under every closure', () => {
    expect(differences).toEqual([]);
    expect(compared.length).toBeGreaterThan(25);
  });
});

const present = existsSync(join(SHARED, 'ena'));
describe.skipIf(!present)(
  present
    ? 'all reference values of flows'
    : 'all reference values of flows (skipped: ../shared/oracles is not there)',
  () => {
    if (!present) return;
    const { differences, compared } = compareFlow(SHARED);
    const cases = new Map(flowCases(SHARED).map((one) => [one.id, one]));
    const caseOf = (id: string) => {
      const one = cases.get(id);
      if (!one) throw new Error(`no case ${id}`);
      return one;
    };

    it('equal ours', () => {
      expect(differences).toEqual([]);
      expect(new Set(compared.map(({ software }) => software))).toEqual(
        new Set(['formula', 'enaR 3.0.0', 'NetIndices 1.4.4.1']),
      );
      expect(new Set(compared.map(({ network }) => network))).toEqual(new Set([...cases.keys(), 'planted']));
    });

    // each digit as it is printed
    it.each([
      ['cone_spring', 'finn-cycling', 0.0919, 4],
      ['cone_spring', 'relative-ascendency', 0.418, 3],
      ['cone_spring', 'ascendency', 56725.49, 2],
      ['cone_spring_eutrophic', 'relative-ascendency', 0.529, 3],
      ['oyster_reef', 'total-throughflow', 83.5833, 4],
      ['oyster_reef', 'total-throughput', 125.0533, 4],
      ['oyster_reef', 'average-flow-path', 2.015512, 6],
      ['oyster_reef', 'finn-cycling', 0.1101686, 7],
      ['oyster_reef', 'flow-information', 1.330211, 6],
      ['oyster_reef', 'ascendency', 166.3473, 4],
      ['oyster_reef', 'development-capacity', 377.4452, 4],
      ['oyster_reef', 'flow-overhead', 211.0979, 4],
      ['oyster_reef', 'relative-ascendency', 0.4407191, 7],
      ['oyster_reef', 'flow-robustness', 0.3611021, 7],
      ['oyster_reef', 'utility-radius', 0.8991676, 7],
      ['oyster_reef', 'synergism', 4.915298, 6],
      ['oyster_reef', 'mutualism', 2.272727, 6],
      ['chain3', 'finn-cycling', 0, 12],
      ['cycle3', 'finn-cycling', 0.5, 12],
    ])('%s has the published %s of %d', (id, measure, value, digits) => {
      const ours = flowNumbers(modelOf(caseOf(id)))[measure];
      expect(Number(ours?.toFixed(digits))).toBe(value);
    });

    it('one sink for exports and losses gives another ascendency than two, and the same throughflow and cycling', () => {
      const one = flowNumbers(modelOf(caseOf('cone_spring'), 'one'));
      const two = flowNumbers(modelOf(caseOf('cone_spring'), 'two'));
      for (const id of ['ascendency', 'development-capacity', 'relative-ascendency'])
        expect(Math.abs((one[id] ?? 0) / (two[id] ?? 0) - 1), id).toBeGreaterThan(0.01);
      for (const id of ['total-throughput', 'finn-cycling', 'synergism'])
        expect(one[id], id).toBeCloseTo(two[id] ?? NaN, 12);
    });

    it('read from columns to rows, whoever gained directly loses', () => {
      const one = caseOf('cone_spring');
      const turned = { ...one, flow: one.flow.map((_, i) => one.flow.map((line) => line[i] ?? 0)) };
      const utility = finish(utilityOf(modelOf(turned)));
      expect(utility && printedRelation(utility, utility.direct, 0, 4)).toBe('(-,+)');
    });

    it('respirations entered as flows between actors, as one public table of the Cone Spring has them, give other values', () => {
      const one = caseOf('cone_spring');
      const wrong = {
        ...one,
        flow: one.flow.map((line, i) =>
          line.map((flow, j) => (j === 0 && i > 0 ? (one.respiration[i] ?? 0) : flow)),
        ),
      };
      expect(flowNumbers(modelOf(wrong))['relative-ascendency']).not.toBeCloseTo(0.418, 2);
    });
  },
);
