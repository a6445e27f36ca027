import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { readExpected, readNetwork, type Case, type Value } from '../corpus/oracle-networks.ts';

const FOLDER = resolve('tests/fixtures/oracles');

/** Every file of reference values kept here: its name, its network, and the values of the records with one name. */
export function referenceCases(): readonly (readonly [string, Case, (record: string) => readonly Value[]])[] {
  const files = readdirSync(`${FOLDER}/expected`).filter((file) => !file.includes('diagnosis'));
  return files.map((file) => {
    const name = file.replace(/\.json$/, '');
    const { records } = readExpected(FOLDER, file);
    return [
      name,
      readNetwork(FOLDER, name.replace(/\..*$/, '')),
      (record) => records.flatMap(({ m, v }) => (m === record && v !== undefined ? [v] : [])),
    ];
  });
}

/** Null and NaN are one; numbers agree within the tolerance, relatively. */
export function expectNear(ours: ArrayLike<number>, theirs: Value | undefined, tolerance: number): void {
  if (!Array.isArray(theirs)) throw new Error('no list of values');
  expect(ours.length).toBe(theirs.length);
  for (const [k, expected] of (theirs as readonly (number | null)[]).entries()) {
    const value = ours[k] ?? NaN;
    if (expected === null) expect(value, `actor ${k}`).toBeNaN();
    else
      expect(Math.abs(value - expected), `actor ${k}: ${value} against ${expected}`).toBeLessThanOrEqual(
        Math.max(tolerance * Math.abs(expected), 1e-12),
      );
  }
}
