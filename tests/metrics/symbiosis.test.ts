import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closureOf } from '../../src/metrics/flow/closure.ts';
import type { FlowModel } from '../../src/metrics/flow/flow-model.ts';
import type { Detail, MatrixDetail, RowsDetail, Sentence } from '../../src/metrics/detail.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { relationOf, RELATIONS } from '../../src/metrics/symbiosis/relations.ts';
import { utilityOf, utilityRadius, type Utility } from '../../src/metrics/symbiosis/utility.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

const ALL: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, normalised: false, currency: '*' };

function modelIn(network: Network, lambda = ALL.lambda): FlowModel | null {
  return finish(closureOf(network, { ...ALL, lambda }))?.model ?? null;
}

function utilityIn(model: FlowModel): Utility {
  const utility = finish(utilityOf(model));
  if (!utility) throw new Error('no utility');
  return utility;
}

function mapOf({ actors, ties }: Parts): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function value(id: string, network: Network): number | null {
  const measure = measureById(id);
  if (measure?.level !== 'network') throw new Error(`no measure ${id}`);
  return finish(measure.compute(network, ALL));
}

function detailOf<K extends Detail['kind']>(
  id: string,
  kind: K,
  network: Network,
): Extract<Detail, { kind: K }> {
  const measure = measureById(id);
  const detail = measure?.level === 'detail' ? finish(measure.compute(network, ALL)) : null;
  if (detail?.kind !== kind) throw new Error(`no ${kind} of ${id}`);
  return detail as Extract<Detail, { kind: K }>;
}

function spoken(sentence: Sentence | undefined, language: 'en' | 'zh'): string | undefined {
  return sentence?.[language].map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('');
}

const unstated = (parts: Parts): Parts => ({
  ...parts,
  actors: parts.actors.map(({ inflow: _z, outflow: _y, ...one }) => one),
});

const maps = smallMaps({ actors: 9, ties: 24 });

describe('utility', () => {
  it('is the series I + D + D² + … times throughflow, where that converges', () => {
    let converging = 0;
    fc.assert(
      fc.property(maps, fc.constantFrom(0.5, 2, 5), (parts, lambda) => {
        const model = modelIn(mapOf(unstated(parts)), lambda);
        fc.pre(model !== null);
        const radius = finish(utilityRadius(model));
        fc.pre(radius !== null && radius < 0.8);
        converging++;
        const { size, direct, integral } = utilityIn(model);
        let power = Float64Array.from({ length: size * size }, (_, cell) =>
          cell % (size + 1) === 0 ? 1 : 0,
        );
        const series = power.slice();
        for (let step = 0; step < 200; step++) {
          power = power.map((_, cell) => {
            const [row, column] = [Math.floor(cell / size), cell % size];
            let entry = 0;
            for (let k = 0; k < size; k++)
              entry += (power[row * size + k] ?? 0) * (direct[k * size + column] ?? 0);
            return entry;
          });
          for (const [cell, entry] of power.entries()) series[cell] = (series[cell] ?? 0) + entry;
        }
        for (const [cell, entry] of series.entries()) {
          const through = model.throughflow[Math.floor(cell / size)] ?? 0;
          expect(Math.abs((integral[cell] ?? 0) - entry * through)).toBeLessThan(1e-7 * through);
        }
      }),
    );
    expect(converging).toBeGreaterThan(10);
  });

  it('is positive of each actor from itself', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const model = modelIn(mapOf(parts));
        fc.pre(model !== null);
        const { size, integral } = utilityIn(model);
        for (let k = 0; k < size; k++) expect(integral[k * size + k]).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps every sign when all weights grow or shrink alike', () => {
    const signsOf = (parts: Parts): number[] | null => {
      const model = modelIn(mapOf(parts));
      if (!model) return null;
      const { direct, integral } = utilityIn(model);
      return [...direct, ...integral].map((one) => Math.sign(one) + 0);
    };
    fc.assert(
      fc.property(maps, fc.constantFrom(1e-9, 0.1, 3, 1e9), (drawn, factor) => {
        const parts = unstated(drawn);
        const scaled = parts.ties.map((one) => ({ ...one, weight: one.weight * factor }));
        expect(signsOf({ ...parts, ties: scaled })).toEqual(signsOf(parts));
      }),
    );
  });

  it('has the radius of closed forms: of two actors, and of three by the sum of squares', () => {
    const radius = (lines: readonly string[]): number | null => value('utility-radius', networkFrom(lines));
    expect(radius(['A > B : 3'])).toBeCloseTo(1 / 1.05, 12);
    expect(radius(['A <> B : 3'])).toBe(0);
    // every throughflow is 3.15
    expect(radius(['A > B : 3', 'B > C : 3'])).toBeCloseTo(Math.sqrt(9 + 9) / 3.15, 12);
    expect(radius(['A > B : 3', 'B > C : 3', 'C > A : 1'])).toBeCloseTo(Math.sqrt(9 + 9 + 1) / 3.15, 12);
  });
});

describe('relations', () => {
  it('have their names whoever comes first', () => {
    expect(relationOf(1, 1)).toBe('mutualism');
    expect(relationOf(-1, -1)).toBe('competition');
    expect(relationOf(0, 0)).toBe('neutralism');
    for (const [one, other, name] of [
      [1, -1, 'exploitation'],
      [1, 0, 'commensalism'],
      [-1, 0, 'amensalism'],
    ] as const) {
      expect(relationOf(one, other)).toBe(name);
      expect(relationOf(other, one)).toBe(name);
    }
  });

  it('are counted once for each pair, and those between tied ones are among all', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = mapOf(parts);
        const model = modelIn(network);
        fc.pre(model !== null);
        const { rows, facts }: RowsDetail = detailOf('symbiosis-census', 'rows', network);
        const n = model.throughflow.length;
        const sum = (column: number): number =>
          rows.reduce((all, { values }) => all + (values[column] ?? 0), 0);
        expect(rows.map(({ id }) => id)).toEqual(RELATIONS);
        expect([sum(0), sum(1)]).toEqual([(n * (n - 1)) / 2, (n * (n - 1)) / 2]);
        expect(sum(2)).toBe(facts.find(({ id }) => id === 'tied-pairs')?.value);
        // by the ties alone, what the one gains the other loses
        const direct = new Map(rows.map(({ id, values }) => [id, values[0]]));
        for (const kind of ['mutualism', 'competition', 'commensalism', 'amensalism'])
          expect(direct.get(kind), kind).toBe(0);
        const mutual = rows.find(({ id }) => id === 'mutualism')?.values[2] ?? 0;
        const share = value('mutual-pairs', network);
        if (sum(2) === 0) expect(share).toBeNull();
        else expect(share).toBeCloseTo(mutual / sum(2), 12);
      }),
    );
  });

  it('have no index where nobody loses anything', () => {
    const even = networkFrom(['A <> B : 3', 'B <> C : 2']);
    expect(value('mutualism', even)).toBeNull();
    expect(value('synergism', even)).toBeNull();
    expect(value('mutual-pairs', even)).toBe(0);
    expect(value('utility-radius', even)).toBe(0);
  });
});

describe('pairs that the network changes', () => {
  const chain = networkFrom(['A > B : 4', 'B > C : 4']);

  it('are those whose signs differ, in words of both languages, and shown on the map', () => {
    const { rows } = detailOf('symbiosis-pairs', 'rows', chain);
    const [row] = rows;
    expect(rows).toHaveLength(1);
    expect(spoken(row?.says, 'en')).toBe('A and C: no tie on paper, mutual through the network');
    expect(spoken(row?.says, 'zh')).toBe('A与C：纸面上没有关系，经由网络互利');
    expect(row?.tag).toEqual({ name: { en: 'Mutualism (+, +)', zh: '互利共生（+，+）' }, tone: 'good' });
    expect(row).toMatchObject({ actors: ['A', 'C'], ties: [], pairs: [['A', 'C']] });
  });

  it('say one-way on paper, mutual through the network, where that is so', () => {
    const detour = networkFrom(['A > B : 1', 'A > C : 5', 'C > B : 4']);
    const { rows } = detailOf('symbiosis-pairs', 'rows', detour);
    const row = rows.find(({ id }) => id === 'B A');
    expect(spoken(row?.says, 'en')).toBe('B and A: one-way on paper, mutual through the network');
    expect(spoken(row?.says, 'zh')).toBe('B与A：纸面上单向，经由网络互利');
    expect(spoken(row?.why, 'en')).toBe('Directly A gives to B and gets nothing back.');
    expect(row?.ties).toEqual(['t0000']);
    expect(row?.values).toEqual([expect.closeTo(2.03225806, 7), expect.closeTo(1.18716065, 7)]);
  });

  it('say uneven, and not one-way, where something comes back', () => {
    const { rows } = detailOf(
      'symbiosis-pairs',
      'rows',
      networkFrom(['A > B : 2', 'B > A : 1', 'A > C : 5', 'C > B : 4']),
    );
    const row = rows.find(({ actors }) => actors?.includes('A') && actors.includes('B'));
    expect(spoken(row?.says, 'en')).toMatch(/: uneven on paper, /);
    expect(spoken(row?.why, 'en')).toBe('Directly A gives B more than it gets back.');
  });

  it('put first whoever gains more, on any map', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = mapOf(parts);
        fc.pre(modelIn(network) !== null);
        const { rows } = detailOf('symbiosis-pairs', 'rows', network);
        for (const { values, says } of rows) {
          expect(values[0]).toBeGreaterThanOrEqual((values[1] ?? NaN) - 1e-7);
          expect(says.zh.some((phrase) => typeof phrase === 'string' && phrase.includes('：'))).toBe(true);
        }
      }),
    );
  });
});

describe('the matrix of who gains from whom', () => {
  it('has actors by sector, the signs on paper beside those through the network, and only actors with flows', () => {
    const network = mapOf({
      actors: [
        actor('A', { sector: 'university' }),
        actor('B', { sector: 'government' }),
        actor('C', { sector: 'university' }),
        actor('D', { sector: 'enterprise' }),
      ],
      ties: [tie('1', 'A', 'B', { weight: 2 }), tie('2', 'B', 'C', { weight: 2 })],
    });
    const { rows, columns, layers, beside }: MatrixDetail = detailOf('symbiosis-matrix', 'matrix', network);
    expect([rows.ids, columns.ids, beside]).toEqual([['B', 'A', 'C'], ['B', 'A', 'C'], true]);
    const [direct, integral, utility] = layers;
    // B gains from A, which gives, and loses to C
    expect(direct?.values).toEqual(Float64Array.of(0, 1, -1, -1, 0, 0, 1, 0, 0));
    expect(integral?.values).toEqual(utility?.values.map(Math.sign));
    expect([direct?.signs, integral?.signs, utility?.signs]).toEqual([true, true, undefined]);
  });
});
