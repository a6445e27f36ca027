import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareMechanisms } from './mechanisms-comparison.ts';

const SHARED = resolve('../shared/oracles');
const present = existsSync(SHARED);

function compareAll(folder: string): void {
  it('the four gauges and their twelve parts equal those of the planted ecosystem', () => {
    const { differences, compared } = compareMechanisms(folder);
    expect(differences).toEqual([]);
    expect(compared).toHaveLength(8);
  });
}

describe('the reference values kept here', () => {
  compareAll(resolve('tests/fixtures/oracles'));
});

describe.skipIf(!present)(
  present ? 'all reference values' : 'all reference values (skipped: ../shared/oracles is not there)',
  () => {
    if (present) compareAll(SHARED);
  },
);
