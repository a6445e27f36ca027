import { expect, it } from 'vitest';
import { measureById } from '../../src/metrics/registry.ts';
import { compareSynergy } from './synergy-comparison.ts';
import { compareReferences } from './reference-folders.ts';

/** Values a record: 3 + 4 of standing, 8 of helices, 20 + 26 of coupling, 27 of dynamics, and those of one ecosystem. */
const FEWEST = 80;

function compareAll(folder: string): void {
  it('every value of supply, standing, helices, coupling and simulation equals its reference', () => {
    const { differences, compared } = compareSynergy(folder);
    expect(differences).toEqual([]);
    expect(compared.length).toBeGreaterThan(FEWEST);
    expect(compared.filter(({ measure }) => !measureById(measure))).toEqual([]);
  });
}

compareReferences(compareAll);
