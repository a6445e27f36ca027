import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareNiches, nicheNumber } from './niche-comparison.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const SHARED = resolve('../shared/oracles');

describe('the reference values of niches kept here', () => {
  const { differences, compared } = compareNiches(FIXTURES);

  it('equal ours, and none of ours is a known wrong one', () => {
    expect(differences).toEqual([]);
    expect(compared.length).toBeGreaterThan(70);
  });
});

const present = existsSync(SHARED);
describe.skipIf(!present)(
  present
    ? 'all reference values of niches'
    : 'all reference values of niches (skipped: ../shared/oracles is not there)',
  () => {
    if (!present) return;
    const { differences, compared } = compareNiches(SHARED);

    it('equal ours, and none of ours is a known wrong one', () => {
      expect(differences).toEqual([]);
      expect(new Set(compared.map(({ software }) => software))).toEqual(
        new Set(['formula', 'spaa 0.2.5', 'vegan 2.6.4', 'bipartite 2.24', 'EcoSimR 0.1.0']),
      );
    });

    it.each([
      ['macarthur_warblers', 'mean pianka', 0.555138],
      ['macarthur_warblers', 'mean schoener', 0.5065],
      ['krebs_finches', 'levins-b of 0', 1.533313],
      ['krebs_finches', 'levins-b of 1', 2.491417],
      ['krebs_finches', 'pianka', 0.284055],
      ['krebs_finches', 'schoener', 0.261603],
      ['krebs_finches', 'macarthur-levins', 0.22284],
      ['krebs_finches', 'macarthur-levins reversed', 0.362084],
      ['krebs_finches', 'morisita', 0.276806],
      ['krebs_finches', 'morisita-horn', 0.275889],
      ['krebs_finches', 'horn', 0.447366],
      ['krebs_finches', 'hurlbert', 1.017328],
    ] as const)('%s: %s is %f, as is printed', (file, what, expected) => {
      expect(nicheNumber(SHARED, file, what)).toBeCloseTo(expected, 6);
    });

    it('cover each file of niches', () => {
      const networks = new Set(compared.map(({ network }) => network));
      for (const file of [
        'analytic_profiles',
        'availability_profiles',
        'krebs_finches',
        'macarthur_warblers',
      ])
        expect(networks).toContain(file);
      expect(networks).toContain('warblers_weighted');
      expect(networks).toContain('planted niche_from_ties');
    });
  },
);
