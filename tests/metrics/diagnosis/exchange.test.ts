import { describe, expect, it } from 'vitest';
import { found, mapOf, outcomeOf } from './cases.ts';

describe('D5, crowded niches', () => {
  const alike = { demand: { funding: 3, talent: 1 } };

  it('finds two of one sector that need the same which is short', () => {
    expect(found('D5', mapOf([], { e1: alike, e2: alike }))).toEqual(['D5 rivalry e1 e2']);
  });

  it('finds no rivalry where there is enough of it, or between sectors', () => {
    const enough = { g1: { supply: { funding: 6, talent: 2 } } };
    expect(found('D5', mapOf([], { e1: alike, e2: alike, ...enough }))).toEqual([]);
    expect(found('D5', mapOf([], { e1: alike, u1: alike }))).toBeNull();
  });

  it('finds two that offer the same, as a warning', () => {
    const offers = { supply: { talent: 2, courses: 1 } };
    expect(outcomeOf('D5', mapOf([], { u1: offers, u2: offers }))).toMatchObject({
      findings: [{ id: 'D5 duplication u1 u2', level: 'warning', severity: 0.5 }],
    });
  });

  it('does not find an overlap of 0.8 unless its threshold says so', () => {
    const near = { e1: { demand: { funding: 1, talent: 1 } }, e2: { demand: { funding: 3, talent: 7 } } };
    expect(found('D5', mapOf([], near))).toEqual([]);
    expect(found('D5', mapOf([], near), { 'niche-overlap': 0.75 })).toEqual(['D5 rivalry e1 e2']);
  });

  it('does not compare actors that state one resource alone', () => {
    expect(
      found('D5', mapOf([], { e1: { demand: { talent: 1 } }, e2: { demand: { talent: 1 } } })),
    ).toBeNull();
  });
});

describe('D6, vacant niches and unmet needs', () => {
  it('finds what nobody offers before what is short', () => {
    const network = mapOf([], { e1: { demand: { data: 2, talent: 5 } }, u1: { supply: { talent: 2 } } });
    expect(found('D6', network)).toEqual(['D6 data', 'D6 talent']);
  });

  it('finds nothing where half of the need is offered', () => {
    expect(found('D6', mapOf([], { e1: { demand: { talent: 4 } }, u1: { supply: { talent: 2 } } }))).toEqual(
      [],
    );
  });

  it('does not apply without needs', () => {
    expect(found('D6', mapOf(['e1 > u1'], { u1: { supply: { talent: 2 } } }))).toBeNull();
  });
});

describe('D7, one-way relations', () => {
  const small = ['e1 > e2', 'e2 > e3', 'e3 > e1', 'u1 > u2'];

  it('finds much that goes one way', () => {
    expect(found('D7', mapOf([...small, 'u1 > e1 : talent 5']))).toEqual(['D7 u1 e1']);
  });

  it('does not find what is returned by a fifth, nor what is less than twice the median', () => {
    expect(found('D7', mapOf([...small, 'u1 > e1 : talent 5', 'e1 > u1 : capital 1']))).toEqual([]);
    expect(found('D7', mapOf([...small, 'u1 > e1 : talent 1.9']))).toEqual([]);
  });

  it('does not apply where ties have no direction', () => {
    expect(found('D7', mapOf(['e1 <> u1 : alliance 5', 'e1 <> e2']))).toBeNull();
  });
});

describe('D8, missing feedback', () => {
  const circle = ['u1 > e1 : talent', 'e1 > g1 : capital', 'g1 > i1 : policy', 'i1 > u1 : information'];

  it('finds universities that hear nothing from enterprises', () => {
    expect(found('D8', mapOf(circle))).toEqual(['D8 news']);
  });

  it('finds nothing once feedback closes the loop', () => {
    expect(found('D8', mapOf([...circle, 'e1 > u1 : feedback']))).toEqual([]);
  });

  it('wants no circle through “other”', () => {
    const closed = [...circle, 'e1 > u1 : feedback'];
    expect(found('D8', mapOf([...closed, 'o1 <> e1 : talent']))).toEqual([]);
  });

  it('finds everything where nothing comes back', () => {
    const line = mapOf(circle.slice(0, 3));
    expect([...(found('D8', line) ?? [])].sort()).toEqual([
      'D8 circle',
      'D8 cycling',
      'D8 news',
      'D8 strong',
    ]);
  });
});

describe('D10, industry and education out of step', () => {
  it('finds both where enterprises and universities have nothing to do with each other', () => {
    const network = mapOf(['u1 > i1', 'u2 > i1'], {
      e1: { demand: { data: 3 } },
      u1: { demand: { funding: 1 } },
      g1: { supply: { funding: 1 } },
    });
    expect([...(found('D10', network) ?? [])].sort()).toEqual(['D10 coordination', 'D10 gap']);
    expect(outcomeOf('D10', network)).toMatchObject({ findings: [{ actors: ['e1'] }, { actors: ['e1'] }] });
  });

  it('finds nothing where both are served and give to each other', () => {
    const network = mapOf(['e1 <> u1'], {
      e1: { demand: { talent: 1 }, supply: { funding: 1 } },
      u1: { demand: { funding: 1 }, supply: { talent: 1 } },
    });
    expect(found('D10', network)).toEqual([]);
  });

  it('finds a gap only above its threshold', () => {
    const network = mapOf(['e1 > u1'], {
      e1: { demand: { talent: 1 }, supply: { funding: 1 } },
      u1: { demand: { funding: 1 }, supply: { talent: 1 } },
    });
    // U1 = (1 + 1 + 0) / 3, U2 = 1
    expect(found('D10', network)).toEqual(['D10 gap']);
    expect(found('D10', network, { 'coupling-gap': 0.34 })).toEqual([]);
  });

  it('does not apply without enterprises or universities', () => {
    expect(found('D10', mapOf(['e1 > g1']))).toBeNull();
    expect(found('D10', mapOf(['u1 > g1']))).toBeNull();
  });
});

describe('D15, policy without take-up', () => {
  it('finds a sector that gets from government and gives nothing on', () => {
    expect(found('D15', mapOf(['g1 > u1 : policy 2', 'e1 > g1']))).toEqual(['D15 university']);
  });

  it('does not find one that reports back, or passes something on', () => {
    expect(found('D15', mapOf(['g1 > u1 : policy 2', 'u1 > g1 : feedback']))).toEqual([]);
    expect(found('D15', mapOf(['g1 > u1 : policy 2', 'u1 > e1 : talent']))).toEqual([]);
  });

  it('follows its threshold', () => {
    const network = mapOf(['g1 > u1 : policy 10', 'u1 > e1 : talent']);
    expect(found('D15', network, { 'policy-uptake': 0.1 })).toEqual(['D15 university']);
  });

  it('does not apply without government, or where it gives nothing', () => {
    expect(found('D15', mapOf(['e1 > u1']))).toBeNull();
    expect(found('D15', mapOf(['e1 > g1']))).toBeNull();
  });
});
