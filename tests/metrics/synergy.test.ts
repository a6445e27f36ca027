import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowsDetail } from '../../src/metrics/detail.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { bootstrapInterval } from '../../src/metrics/synergy/bootstrap.ts';
import { coupling, couplingBand } from '../../src/metrics/synergy/coupling-degree.ts';
import { helixRedundancy, helixSynergy } from '../../src/metrics/synergy/helix.ts';
import {
  readIndicators,
  USUAL_INDICATORS,
  writeIndicators,
} from '../../src/metrics/synergy/indicator-text.ts';
import { informationReader, redundancy, sampleOf } from '../../src/metrics/synergy/information.ts';
import type { Actor, Project, Tie } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import type { Field } from '../../src/model/scheme.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from './support.ts';

const OPTIONS: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, permutations: 199 };

interface Content {
  readonly actors: readonly Actor[];
  readonly ties?: readonly Tie[];
  readonly projects?: readonly (readonly string[])[];
  readonly fields?: readonly Field[];
}

function networkOf({ actors, ties = [], projects = [], fields = [] }: Content): Network {
  const graph = graphOf(actors, ties);
  return compileNetwork(
    networkInput({
      ...graph,
      scheme: { ...graph.scheme, fields },
      projects: new Map(
        projects.map((own, k): [string, Project] => [
          `p${k}`,
          { id: `p${k}`, name: '', actors: own, unknown: {} },
        ]),
      ),
    }),
    AS_IS,
  );
}

function rowsOf(id: string, network: Network, options: MeasureOptions = OPTIONS): RowsDetail {
  const measure = measureById(id);
  const detail = measure?.level === 'detail' ? finish(measure.compute(network, options)) : null;
  if (detail?.kind !== 'rows') throw new Error(`no rows of ${id}`);
  return detail;
}

const HELIX = [
  actor('U', { sector: 'university' }),
  actor('E', { sector: 'enterprise' }),
  actor('F', { sector: 'enterprise' }),
  actor('G', { sector: 'government' }),
];

describe('information', () => {
  it('is the same whatever the names of states, and entropies grow with more variables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 1, maxLength: 30 }),
        (units) => {
          const of = (list: readonly (readonly number[])[]) => {
            const sample = sampleOf(list, 3);
            return informationReader(sample)(sample.counts);
          };
          const { entropies, transmissions } = of(units);
          const renamed = of(units.map(([a, b, c]) => [2 - a, b === 0 ? 7 : b, 1 - c]));
          for (let set = 0; set < 8; set++) {
            expect(renamed.entropies[set]).toBeCloseTo(entropies[set] ?? NaN, 12);
            for (let more = set; more < 8; more++)
              if ((more & set) === set)
                expect(entropies[more] ?? NaN).toBeGreaterThanOrEqual((entropies[set] ?? NaN) - 1e-12);
          }
          for (const pair of [3, 5, 6]) expect(transmissions[pair] ?? NaN).toBeGreaterThanOrEqual(-1e-12);
        },
      ),
    );
  });

  it('is corrected upwards by the number of occupied cells', () => {
    const sample = sampleOf([[0], [0], [1], [2]], 1);
    const read = informationReader(sample);
    const raised = (read(sample.counts, true).entropies[1] ?? 0) - (read(sample.counts).entropies[1] ?? 0);
    expect(raised).toBeCloseTo(2 / (2 * 4 * Math.LN2), 12);
  });

  it('has an interval that is seeded and encloses what was observed of a fair sample', () => {
    const counts = Float64Array.of(40, 60);
    const share = (drawn: Float64Array): number => (drawn[0] ?? NaN) / 100;
    const [low, high] = finish(bootstrapInterval(counts, { permutations: 999, seed: 1 }, share));
    expect(finish(bootstrapInterval(counts, { permutations: 999, seed: 1 }, share))).toEqual([low, high]);
    // 1.96 standard errors of 0.049
    expect(low).toBeCloseTo(0.3, 1);
    expect(high).toBeCloseTo(0.5, 1);
    expect(low).toBeLessThan(0.4);
    expect(high).toBeGreaterThan(0.4);
  });
});

describe('helix synergy', () => {
  it('is that of the sectors in joint projects', () => {
    const projects = [['U', 'E'], ['U', 'G'], ['E', 'G'], ['U', 'E', 'G'], ['U'], ['E', 'F'], ['G']];
    const network = networkOf({ actors: HELIX, projects });
    const sample = sampleOf(
      [
        [1, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
        [1, 1, 1],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      3,
    );
    const expected = 1000 * redundancy(informationReader(sample)(sample.counts), 7);
    expect(finish(helixRedundancy.compute(network, OPTIONS))).toBeCloseTo(expected, 9);
    const detail = rowsOf('helix-synergy', network);
    expect(detail.rows.map(({ says }) => says.en.length)).toEqual([5, 3, 3, 3, 1, 1, 1]);
    const value = (id: string) => detail.facts.find((fact) => fact.id === id)?.value ?? NaN;
    expect(value('redundancy')).toBeCloseTo(expected, 9);
    expect(value('low')).toBeLessThanOrEqual(value('high'));
    expect(value('units')).toBe(7);
    expect(detail.facts.some(({ id }) => id === 'too-few')).toBe(true);
  });

  it('has a fourth helix where there are intermediaries', () => {
    const network = networkOf({
      actors: [...HELIX, actor('I', { sector: 'intermediary' })],
      projects: [['U', 'E', 'G', 'I'], ['U', 'I'], ['I']],
    });
    const detail = rowsOf('helix-synergy', network);
    expect(detail.rows[0]?.says.en).toContainEqual({ of: 'sector', id: 'intermediary' });
    // The project of intermediaries alone is a unit of the four, not of the three.
    expect(detail.facts.find(({ id }) => id === 'units')?.value).toBe(2);
  });

  it('counts the ends of a tie that belongs to a project', () => {
    const network = networkOf({
      actors: HELIX,
      projects: [['U', 'E'], ['E'], ['G']],
      ties: [tie('t', 'G', 'F', { project: 'p0' })],
    });
    expect(finish(helixRedundancy.compute(network, OPTIONS))).not.toBeNull();
  });

  it.each([
    ['no project', { actors: HELIX }, /joint projects/],
    [
      'pairs alone',
      {
        actors: HELIX,
        projects: [
          ['U', 'E'],
          ['E', 'G'],
          ['U', 'G'],
        ],
      },
      /joint projects/,
    ],
    ['a sector missing', { actors: HELIX.slice(0, 3), projects: [['U', 'E', 'F']] }, /government/],
  ])('has no value but a reason with %s', (_, content: Content, reason) => {
    const network = networkOf(content);
    expect(finish(helixRedundancy.compute(network, OPTIONS))).toBeNull();
    expect(rowsOf('helix-synergy', network).rows).toEqual([]);
    expect(rowsOf('helix-synergy', network).none.en).toMatch(reason);
  });

  describe('of actors', () => {
    const field = (id: string): Field => ({ id, on: 'actor', name: { en: id, zh: id }, kind: 'category' });
    const fields = [field('site'), field('area'), field('size')];
    const bits = [...Array(16).keys()].map((k) => [k & 1, (k >> 1) & 1] as const);
    const actors = bits.map(([area, size], k) =>
      actor(`a${k}`, {
        sector: area === size ? 'enterprise' : 'university',
        fields: { site: `https://${k}`, area: `area ${area}`, size: `size ${size}` },
      }),
    );

    it('is a bit where the sector is settled by two attributes together and by none alone', () => {
      const network = networkOf({ actors, fields });
      const options: MeasureOptions = { ...OPTIONS, helix: 'actors' };
      expect(finish(helixRedundancy.compute(network, options))).toBeCloseTo(-1000, 9);
      const detail = finish(helixSynergy.compute(network, options)) as RowsDetail;
      // Every actor has a site of its own: that is a name, no attribute.
      expect(detail.rows[0]?.says.zh).toEqual([
        '主体类型',
        ' × ',
        { of: 'field', id: 'area' },
        ' × ',
        { of: 'field', id: 'size' },
      ]);
      expect(detail.rows[0]?.tag?.name.en).toBe('synergy');
    });

    it('has no value with one attribute', () => {
      const network = networkOf({ actors, fields: fields.slice(0, 2) });
      expect(finish(helixRedundancy.compute(network, { ...OPTIONS, helix: 'actors' }))).toBeNull();
    });
  });
});

describe('coupling coordination', () => {
  const level = fc.double({ min: 0, max: 1, noNaN: true });

  it('is in [0, 1], symmetric, and the modified form never above the classic', () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const classic = coupling([a, b], 'classic').coordination;
        const modified = coupling([a, b], 'modified').coordination;
        expect(modified).toBeGreaterThanOrEqual(0);
        expect(classic).toBeLessThanOrEqual(1);
        expect(modified).toBeLessThanOrEqual(classic + 1e-9);
        expect(coupling([b, a], 'modified').coordination).toBeCloseTo(modified, 12);
      }),
    );
  });

  it('is the root of the level where both are alike, and 0 where one is', () => {
    fc.assert(
      fc.property(level, (u) => {
        for (const form of ['classic', 'modified'] as const) {
          expect(coupling([u, u], form).coordination).toBeCloseTo(Math.sqrt(u), 6);
          expect(coupling([0, u], form).coordination).toBe(0);
        }
      }),
    );
  });

  it('has ten bands, the last with 1 in it', () => {
    expect(couplingBand(0).zh).toBe('极度失调');
    expect(couplingBand(0.3).zh).toBe('轻度失调');
    expect(couplingBand(0.6234).zh).toBe('初级协调');
    expect(couplingBand(1).zh).toBe('优质协调');
  });

  const network = networkOf({
    actors: [
      actor('E', { sector: 'enterprise', demand: { talent: 4 }, fields: { patents: 30 } }),
      actor('F', { sector: 'enterprise', fields: { patents: 10 } }),
      actor('U', { sector: 'university', supply: { talent: 3 }, fields: { patents: 90 } }),
    ],
    ties: [tie('t', 'E', 'U', { weight: 2 }), tie('u', 'U', 'E', { weight: 8 })],
    fields: [{ id: 'patents', on: 'actor', name: { en: 'Patents', zh: '专利' }, kind: 'number' }],
  });
  const values = (options: MeasureOptions = OPTIONS): (number | null | undefined)[] =>
    rowsOf('coupling-indicators', network, options).rows.map((row) => row.values[3]);

  it('has the usual indicators: coverage, partners, reciprocity; those without a value left out', () => {
    expect(values()).toEqual([0.75, 0.5, 0.25, null, 1, 0.75]);
    const facts = rowsOf('coupling-indicators', network).facts;
    expect(facts.find(({ id }) => id === 'industry')?.value).toBeCloseTo(0.5, 12);
    expect(facts.find(({ id }) => id === 'education')?.value).toBeCloseTo(0.875, 12);
    expect(facts.find(({ id }) => id === 'lag')?.name.en).toMatch(/Industry lags/);
    expect(facts.find(({ id }) => id === 'without')?.says?.en).toBe('1');
  });

  it('takes fields, measures and weights of the map’s own, between its goalposts', () => {
    const couplingIndicators = JSON.stringify([
      { id: 'field:patents@enterprise', side: 'industry', weight: 3, low: 0, high: 40 },
      { id: 'density', side: 'industry', low: 1, high: 0 },
      { id: 'field:patents', side: 'education', low: 100, high: 200 },
      { id: 'nothing of the kind', side: 'education' },
    ]);
    const options = { ...OPTIONS, couplingIndicators };
    expect(values(options)).toEqual([0.5, expect.closeTo(2 / 3, 12), 0, null]);
    const industry = measureById('industry-development');
    if (industry?.level !== 'network') throw new Error('no measure');
    expect(finish(industry.compute(network, options))).toBeCloseTo((3 * 0.5 + 2 / 3) / 4, 12);
  });

  it('falls back on the usual indicators, and says so, where its list cannot be read', () => {
    const options = { ...OPTIONS, couplingIndicators: '[{"id":"density"' };
    expect(values(options)).toEqual(values());
    const { facts } = rowsOf('coupling-indicators', network, options);
    expect(facts.some(({ id }) => id === 'malformed')).toBe(true);
  });

  it.each([
    '',
    'null',
    '{}',
    '[]',
    '[1]',
    '[{"id":"density","side":"industry"}]',
    '[{"id":"a","side":"industry"},{"id":"b","side":"schools"}]',
    '[{"id":"a","side":"industry"},{"id":"b","side":"education","weight":0}]',
    '[{"id":"a","side":"industry"},{"id":"b","side":"education","low":1}]',
    '[{"id":"a","side":"industry"},{"id":"b","side":"education","high":1e999}]',
    '[{"id":"","side":"industry"},{"id":"b","side":"education"}]',
  ])('reads %s as no list of indicators', (text) => {
    expect(readIndicators(text)).toBeNull();
  });

  it('writes what it reads, and the usual indicators as nothing', () => {
    expect(writeIndicators(USUAL_INDICATORS)).toBe('');
    const own = USUAL_INDICATORS.map((one) => ({ ...one, weight: 2 }));
    expect(readIndicators(writeIndicators(own))).toEqual(own);
  });
});
