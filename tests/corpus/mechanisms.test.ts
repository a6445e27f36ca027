import { expect, it } from 'vitest';
import { compareMechanisms } from './mechanisms-comparison.ts';
import { compareReferences } from './reference-folders.ts';

function compareAll(folder: string): void {
  it('the four gauges and their twelve parts equal those of the planted ecosystem', () => {
    const { differences, compared } = compareMechanisms(folder);
    expect(differences).toEqual([]);
    expect(compared).toHaveLength(8);
  });
}

compareReferences(compareAll);
