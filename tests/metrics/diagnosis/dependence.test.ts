import { describe, expect, it } from 'vitest';
import { found, HEALTHY, mapOf, outcomeOf } from './cases.ts';

const ring = (size: number): string[] =>
  Array.from({ length: size }, (_, k) => `e${k} <> e${(k + 1) % size}`);

describe('D4, over-dependence on a hub', () => {
  it('finds the centre of a star by its share, the concentration and who would be cut off', () => {
    const star = mapOf(['g1 > e1', 'g1 > e2', 'g1 > e3', 'g1 > e4', 'g1 > e5', 'g1 > e6']);
    expect([...(found('D4', star) ?? [])].sort()).toEqual(['D4 concentration', 'D4 cut g1', 'D4 share g1']);
    expect(outcomeOf('D4', star)).toMatchObject({ findings: [{ severity: 1 }, { severity: 1 }, {}] });
  });

  it('finds nothing on a ring, nor an actor that cuts off one other', () => {
    expect(found('D4', mapOf(ring(8)))).toEqual([]);
    expect(found('D4', mapOf([...ring(8), 'e0 <> u1']))).toEqual([]);
    expect(found('D4', mapOf([...ring(8), 'e0 <> u1', 'u1 <> u2']))).toEqual(['D4 cut e0']);
  });

  it('compares shares as they are shown: 7 of 100 are seven per cent', () => {
    const many = mapOf([...ring(93), 'e0 <> u1', ...[2, 3, 4, 5, 6, 7].map((k) => `u1 <> u${k}`)]);
    const set = { 'hub-stranded': 50, 'fragile-split': 0.07 };
    expect(many.n).toBe(100);
    expect(found('D12', many, set)).toContain('D12 split e0');
    expect(found('D4', many, { ...set, 'hub-drop': 0.069 })).toContain('D4 cut e0');
    expect(found('D4', many, { ...set, 'hub-drop': 0.07 })).toEqual([]);
  });

  it('is critical from a value set below the warning on too, and weighs a cut from its threshold', () => {
    const spread = mapOf([...ring(8), 'e0 <> e3', 'e0 <> e4', 'e0 <> e5', 'e0 <> e2', 'e0 <> e6']);
    const concentration = { 'hub-hhi': 0.1, 'hub-hhi-warning': 0.4, 'hub-top-share': 0.5 };
    expect(found('D4', spread, { ...concentration, 'hub-hhi': 0.3 })).toEqual([]);
    expect(outcomeOf('D4', spread, { ...concentration, 'hub-hhi': 0.13 })).toMatchObject({
      findings: [{ id: 'D4 concentration', level: 'critical' }],
    });
    const tail = mapOf([...ring(8), 'e0 <> u1', 'u1 <> u2']);
    expect(outcomeOf('D4', tail)).toMatchObject({ findings: [{ id: 'D4 cut e0', severity: 0.2 }] });
  });

  it('does not blame small maps for shares that equal ones would have too', () => {
    expect(found('D4', mapOf(ring(4)))).toEqual([]);
    expect(found('D4', mapOf(['e1 > u1']))).toBeNull();
  });
});

describe('D11, brittle or loose flows', () => {
  it('finds a single line of flow brittle', () => {
    expect(found('D11', mapOf(['e1 > u1', 'u1 > g1', 'g1 > i1', 'i1 > e2']))).toEqual(['D11 brittle']);
  });

  it('finds everybody giving to everybody alike loose', () => {
    const ids = ['e1', 'e2', 'e3', 'u1', 'u2', 'u3', 'g1', 'i1'];
    const all = ids.flatMap((one, k) => ids.slice(k + 1).map((other) => `${one} <> ${other}`));
    expect(found('D11', mapOf(all))).toEqual(['D11 loose']);
  });

  it('finds nothing between its thresholds', () => {
    const network = mapOf(['e1 > u1', 'u1 > g1', 'g1 > i1', 'i1 > e1', 'e1 > g1', 'u1 > i1', 'g1 > e1']);
    const outcome = outcomeOf('D11', network);
    const order = outcome.applies
      ? (outcome.facts.find(({ id }) => id === 'relative-ascendency')?.value ?? NaN)
      : NaN;
    expect(order).toBeGreaterThan(0.25);
    expect(order).toBeLessThan(0.55);
    expect(found('D11', network)).toEqual([]);
    expect(found('D11', network, { 'flow-loose': order + 0.01 })).toEqual(['D11 loose']);
    expect(found('D11', network, { 'flow-brittle': order - 0.01 })).toEqual(['D11 brittle']);
  });
});

describe('D12, fragile when actors leave', () => {
  it('finds a star fragile, by R and by the one loss', () => {
    const star = mapOf(Array.from({ length: 9 }, (_, k) => `g1 <> e${k}`));
    expect([...(found('D12', star) ?? [])].sort()).toEqual(['D12 robustness', 'D12 split g1']);
  });

  it('finds nothing where all work with all', () => {
    const ids = ['e1', 'e2', 'u1', 'u2', 'g1', 'i1'];
    expect(
      found('D12', mapOf(ids.flatMap((one, k) => ids.slice(k + 1).map((other) => `${one} <> ${other}`)))),
    ).toEqual([]);
  });

  it('one loss is told from a tenth of all actors on', () => {
    const withTail = [...ring(9), 'e0 <> u1'];
    expect(found('D12', mapOf(withTail))).toEqual(['D12 split e0']);
    expect(found('D12', mapOf([...ring(10), 'e0 <> u1']))).toEqual([]);
  });
});

describe('D14, a single source of supply', () => {
  const need = { u1: { demand: { orders: 2 } }, u2: { demand: { orders: 1 } } };

  it('finds what one actor alone offers and others need', () => {
    expect(found('D14', mapOf([], { ...need, e1: { supply: { orders: 5 } } }))).toEqual(['D14 orders']);
  });

  it('finds nothing with a second supplier, however small, or without need', () => {
    expect(
      found('D14', mapOf([], { ...need, e1: { supply: { orders: 5 } }, e2: { supply: { orders: 0.1 } } })),
    ).toEqual([]);
    expect(found('D14', mapOf([], { ...need, e1: { supply: { data: 5 } } }))).toEqual([]);
  });

  it('is worst where everybody else needs it', () => {
    expect(outcomeOf('D14', mapOf([], { ...need, e1: { supply: { orders: 5 } } }))).toMatchObject({
      findings: [{ severity: 1 }],
    });
  });

  it('does not apply without needs or without supply', () => {
    expect(found('D14', mapOf([], { e1: { supply: { orders: 5 } } }))).toBeNull();
    expect(found('D14', mapOf([], need))).toBeNull();
  });
});

it('a healthy map depends on nobody', () => {
  for (const code of ['D4', 'D12', 'D14'] as const) expect(found(code, mapOf(HEALTHY)) ?? []).toEqual([]);
});
