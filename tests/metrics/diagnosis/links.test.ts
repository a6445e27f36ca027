import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/metrics/diagnosis/diagnose.ts';
import { silos } from '../../../src/metrics/diagnosis/silos.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import { finish } from '../support.ts';
import { found, HEALTHY, mapOf, outcomeOf } from './cases.ts';

describe('D1, isolated and pendant actors', () => {
  it('finds who has no partner, and who has one alone, the isolated first', () => {
    expect(found('D1', mapOf(['e1 > u1', 'u1 > i1', 'i1 > e1', 'g1 > e1', 'u2']))).toEqual([
      'D1 u2',
      'D1 g1',
    ]);
  });

  it('finds nobody where all have two partners, parallel ties not counted', () => {
    expect(found('D1', mapOf(['e1 > u1', 'u1 > i1', 'i1 > e1']))).toEqual([]);
    expect(found('D1', mapOf(['e1 > u1', 'u1 > i1', 'i1 > u1', 'e1 > u1 : talent']))).toEqual([
      'D1 e1',
      'D1 i1',
    ]);
  });
});

describe('D2, missing links between sectors', () => {
  const dense = ['e1 > u1', 'e2 > u2', 'e1 > u2', 'e2 > u1'];

  it('finds two sectors without any tie, as critical', () => {
    const outcome = outcomeOf('D2', mapOf([...dense, 'e1 > i1', 'e2 > i2', 'e1 > i2']));
    expect(outcome).toMatchObject({
      applies: true,
      findings: [{ id: 'D2 university intermediary', severity: 1, level: 'critical' }],
    });
  });

  it('does not find a pair whose density is half of the whole, but one just below', () => {
    // 15 pairs, 8 tied; between universities and intermediaries 1 of 4: 0.25 / (8 / 15) = 0.469
    const near = [...dense, 'e1 > i1', 'e2 > i2', 'e1 > i2', 'u1 > i1'];
    expect(found('D2', mapOf(near))).toEqual(['D2 university intermediary']);
    expect(found('D2', mapOf(near), { 'cross-sector-ratio': 0.46 })).toEqual([]);
    // 7 of 15: 0.536
    expect(found('D2', mapOf(near.filter((line) => line !== 'e1 > i2')))).toEqual([]);
  });

  it('leaves the sector “other” out', () => {
    expect(found('D2', mapOf(['e1 > u1', 'o1']))).toEqual([]);
    expect(found('D2', mapOf(['e1 > o1']))).toBeNull();
  });
});

describe('D3, intermediaries that do not mediate', () => {
  it('finds one that links nobody, and one that serves one sector', () => {
    expect(found('D3', mapOf(['e1 > i1', 'u1 > e1', 'e2 > i2', 'i2 > e3', 'e3 > u1']))).toEqual([
      'D3 i1',
      'D3 i2',
    ]);
  });

  it('does not find one that links two sectors that are not tied', () => {
    expect(found('D3', mapOf(['u1 > i1', 'i1 > e1']))).toEqual([]);
    // with a direct tie it links nobody
    expect(found('D3', mapOf(['u1 > i1', 'i1 > e1', 'u1 > e1']))).toEqual(['D3 i1']);
  });

  it('does not apply without intermediaries, or without two other sectors', () => {
    expect(found('D3', mapOf(['e1 > u1', 'u1 > g1']))).toBeNull();
    expect(found('D3', mapOf(['e1 > i1', 'i1 > e2']))).toBeNull();
  });
});

describe('D9, silos', () => {
  const clique = (letter: string): string[] => {
    const ids = [1, 2, 3, 4].map((k) => `${letter}${k}`);
    return ids.flatMap((one, k) => ids.slice(k + 1).map((other) => `${one} <> ${other}`));
  };

  it('finds sectors that keep to themselves, by modularity and by the E-I index', () => {
    const apart = mapOf([...clique('e'), ...clique('u'), 'e1 <> u1']);
    expect([...(found('D9', apart) ?? [])].sort()).toEqual(['D9 mixing', 'D9 modularity']);
  });

  it('finds nothing where ties cross sectors', () => {
    const crossing = ['e1', 'e2', 'e3', 'e4'].flatMap((one) =>
      ['u1', 'u2', 'u3', 'u4'].map((other) => `${one} <> ${other}`),
    );
    expect(found('D9', mapOf([...crossing, 'e1 <> e2', 'u1 <> u2']))).toEqual([]);
  });

  it('follows its threshold: the same map is none above it', () => {
    const halves = mapOf([...clique('e'), ...clique('u'), 'e1 <> u1', 'e2 <> u2', 'e3 <> u3']);
    const modularity = 12 / 15 - 0.5;
    expect(found('D9', halves, { 'silo-modularity': modularity - 0.01 })).toContain('D9 modularity');
    expect(found('D9', halves, { 'silo-modularity': modularity + 0.01 })).not.toContain('D9 modularity');
  });

  it('reads modularity as its threshold was made for, whatever the resolution of communities', () => {
    const apart = mapOf([...clique('e'), ...clique('u'), 'e1 <> u1']);
    const read = (resolution: number): unknown =>
      finish(diagnose(apart, { ...DEFAULT_MEASURE_OPTIONS, resolution }, { thresholds: {} }, [silos]));
    expect(read(0.4)).toEqual(read(1));
  });

  it('does not apply to one sector', () => {
    expect(found('D9', mapOf(clique('e')))).toBeNull();
  });
});

describe('D13, thin commitment', () => {
  it('finds a map on which most share one kind of tie alone', () => {
    expect(
      found('D13', mapOf(['u1 > e2', 'e2 > u2', 'g1 > e2', 'e1 > i1 : talent', 'e1 > i1 : capital'])),
    ).toEqual(['D13']);
  });

  it('finds nothing where 60 % do', () => {
    // e1, i1 share two kinds; u1, e2, u2 one: 3 of 5
    expect(found('D13', mapOf(['u1 > e2', 'e2 > u2', 'e1 > i1 : talent', 'e1 > i1 : capital']))).toEqual([]);
    expect(
      found('D13', mapOf(['u1 > e2', 'e2 > u2', 'e1 > i1 : talent', 'e1 > i1 : capital']), {
        'single-stranded': 0.55,
      }),
    ).toEqual(['D13']);
  });

  it('does not apply where all ties are of one type', () => {
    expect(found('D13', mapOf(['u1 > e2', 'e2 > u2']))).toBeNull();
  });
});

it('a healthy map has no missing links, silos, idle intermediaries or isolated actors', () => {
  for (const code of ['D1', 'D3', 'D9'] as const) expect(found(code, mapOf(HEALTHY))).toEqual([]);
});
