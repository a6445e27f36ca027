import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burdenOf, diagnose } from '../../../src/metrics/diagnosis/diagnose.ts';
import { RULES } from '../../../src/metrics/diagnosis/registry.ts';
import { RULE_CODES } from '../../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../../src/model/measure-options.ts';
import { finish } from '../support.ts';
import { diagnosisOf, HEALTHY, mapOf, outcomeOf } from './cases.ts';

/** Codes of the rules that apply. */
function applying(lines: readonly string[]): string[] {
  return diagnosisOf(mapOf(lines)).results.flatMap(({ code, outcome }) => (outcome.applies ? [code] : []));
}

describe('what the rules say of maps that lack what they are about', () => {
  it('none applies to an empty map', () => {
    expect(applying([])).toEqual([]);
  });

  it('none applies to two actors without ties', () => {
    expect(applying(['o1', 'o2'])).toEqual([]);
  });

  it('of two that are tied, only those apply that two can answer', () => {
    expect(applying(['e1 > u1'])).toEqual(['D2', 'D7', 'D8', 'D9', 'D10']);
  });

  it('without ties only those apply that need none', () => {
    expect(applying(['e1', 'u1', 'g1', 'i1'])).toEqual(['D1', 'D3', 'D10']);
  });

  it('every rule that does not apply says why, in both languages', () => {
    for (const { outcome } of diagnosisOf(mapOf(['o1'])).results) {
      expect(outcome.applies).toBe(false);
      if (!outcome.applies)
        expect(outcome.why).toEqual({ en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) });
    }
  });
});

describe('the registry', () => {
  it('has all rules in the order of the catalogue', () => {
    expect(RULES.map(({ code }) => code)).toEqual([...RULE_CODES]);
  });

  it('no two thresholds share an id, and each standard is within its bounds', () => {
    const all = RULES.flatMap(({ thresholds }) => thresholds);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, standard, min, max, step } of all) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(standard).toBeGreaterThanOrEqual(min);
      expect(standard).toBeLessThanOrEqual(max);
      expect(step).toBeGreaterThan(0);
    }
  });
});

const SECTOR_LETTERS = ['g', 'e', 'u', 'i', 'o'];
const actorName = fc
  .tuple(fc.constantFrom(...SECTOR_LETTERS), fc.integer({ min: 1, max: 4 }))
  .map(([letter, k]) => `${letter}${k}`);
const line = fc
  .tuple(
    actorName,
    fc.constantFrom('>', '<>'),
    actorName,
    fc.constantFrom('talent', 'capital', 'feedback'),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([from, sign, to, type, weight]) => `${from} ${sign} ${to} : ${type} ${weight}`);
const amounts = fc.dictionary(fc.constantFrom('talent', 'funding', 'data'), fc.integer({ min: 1, max: 5 }));
const anyMap = fc
  .tuple(
    fc.array(line, { maxLength: 30 }),
    fc.dictionary(actorName, fc.record({ supply: amounts, demand: amounts }), { maxKeys: 8 }),
  )
  .map(([lines, profiles]) => mapOf(lines, profiles));

describe('on any map', () => {
  it('severities are in [0, 1], the worst first, every id of the evidence is on the map, and facts are finite or null', () => {
    fc.assert(
      fc.property(anyMap, (network) => {
        const actors = new Set(network.actorIds);
        const ties = new Set(network.ties.ids);
        for (const { outcome, severity } of diagnosisOf(network).results) {
          if (!outcome.applies) {
            expect(severity).toBeNull();
            continue;
          }
          const severities = outcome.findings.map((one) => one.severity);
          expect(severities).toEqual([...severities].sort((a, b) => b - a));
          expect(new Set(outcome.findings.map(({ id }) => id)).size).toBe(outcome.findings.length);
          expect(severity).toBe(Math.max(0, ...severities));
          for (const finding of outcome.findings) {
            expect(finding.severity).toBeGreaterThan(0);
            expect(finding.severity).toBeLessThanOrEqual(1);
            expect(finding.actors.every((id) => actors.has(id))).toBe(true);
            expect(finding.ties.every((id) => ties.has(id))).toBe(true);
            for (const { value } of finding.facts)
              expect(value === null || Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the same map gives the same diagnosis', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(diagnosisOf(mapOf(lines))).toEqual(diagnosisOf(mapOf(lines)));
      }),
      { numRuns: 15 },
    );
  });
});

it('muting takes the findings of a rule out of the burden, not out of the diagnosis', () => {
  const diagnosis = diagnosisOf(mapOf(['e1 > u1', 'u1 > g1', 'i1']));
  const all = burdenOf(diagnosis, {});
  const outcome = outcomeOf('D1', mapOf(['e1 > u1', 'u1 > g1', 'i1']));
  const own = outcome.applies ? outcome.findings.reduce((sum, { severity }) => sum + severity, 0) : NaN;
  expect(burdenOf(diagnosis, { D1: 'new here' })).toBeCloseTo(all - own, 12);
});

it('a threshold outside of its bounds counts as the nearest within', () => {
  const network = mapOf(['e1 > u1', 'u1 > g1', 'g1 > i1', 'i1 > e1']);
  const read = (value: number): unknown =>
    finish(diagnose(network, DEFAULT_MEASURE_OPTIONS, { thresholds: { 'strong-share': value } }));
  expect(read(7)).toEqual(read(1));
  expect(read(-1)).toEqual(read(0.05));
});

it('at most twenty findings of a rule are told, and a fact says how many there are', () => {
  const outcome = outcomeOf('D1', mapOf(Array.from({ length: 30 }, (_, k) => `e${k}`)));
  expect(outcome).toMatchObject({ applies: true, facts: [{ id: 'all-findings', value: 30 }] });
  expect(outcome.applies ? outcome.findings : []).toHaveLength(20);
  expect(outcome.applies ? outcome.all : []).toHaveLength(30);
});

it('those that are told are the worst, not the heaviest', () => {
  // 25 heavy ties of which a tenth comes back, and a lighter one of which nothing does
  const pairs = Array.from({ length: 25 }, (_, k) => [
    `e${k} > u${k} : talent 100`,
    `u${k} > e${k} : capital 19`,
  ]).flat();
  const light = Array.from({ length: 80 }, (_, k) => `g${k} > i${k} : policy 2`);
  const outcome = outcomeOf('D7', mapOf([...pairs, ...light, 'o1 > o2 : talent 90']));
  expect(outcome.applies ? outcome.count : 0).toBe(26);
  expect(outcome.applies ? outcome.findings[0]?.id : '').toBe('D7 o1 o2');
});

it('the burden counts findings that are not told too', () => {
  const isolated = (count: number): number => {
    const network = mapOf(Array.from({ length: count }, (_, k) => `e${k}`));
    return burdenOf(diagnosisOf(network), Object.fromEntries(RULE_CODES.slice(1).map((code) => [code, ''])));
  };
  expect(isolated(25) - isolated(24)).toBeCloseTo(1, 12);
});

it('what a rule finds depends on the options that it names, and on no others', () => {
  const network = mapOf([...HEALTHY, 'e1 > u2 : talent 9', 'g1 > u1 : policy 5', 'i2'], {
    e1: { demand: { talent: 4, data: 1 } },
    e2: { demand: { talent: 4, data: 1 }, supply: { funding: 1 } },
    u1: { supply: { talent: 1 }, demand: { funding: 2 } },
  });
  const other: MeasureOptions = {
    ...DEFAULT_MEASURE_OPTIONS,
    normalised: !DEFAULT_MEASURE_OPTIONS.normalised,
    distances: 'incoming',
    spectral: 'weights',
    participation: 'strength',
    resolution: 2,
    runs: 2,
    attack: 'random',
    mixing: 'configuration',
    niche: 'demand',
    currency: 'talent',
    lambda: 0.3,
    permutations: 99,
    seed: 5,
  };
  for (const rule of RULES) {
    const own = Object.fromEntries(rule.options.map((id) => [id, DEFAULT_MEASURE_OPTIONS[id]]));
    const read = (options: MeasureOptions): unknown =>
      finish(diagnose(network, options, { thresholds: {} }, [rule]));
    expect(read({ ...other, ...own })).toEqual(read(DEFAULT_MEASURE_OPTIONS));
  }
});
