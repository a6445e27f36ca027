import { expect, it } from 'vitest';
import { plantedDiagnosis, type RecordedDiagnosis } from './diagnosis-comparison.ts';
import { compareReferences } from './reference-folders.ts';

/** Where the record says nothing of what order means. */
const sorted = <T>(list: readonly T[]): T[] => [...list].sort((a, b) => (String(a) < String(b) ? -1 : 1));

function compareAll(folder: string): void {
  const { recorded, ours, fired, findings } = plantedDiagnosis(folder);

  it('the planted dilemma fires D1 to D8', () => {
    expect(fired).toEqual(expect.arrayContaining(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8']));
  });

  it.each(Object.keys(recorded) as (keyof RecordedDiagnosis)[])('%s is as recorded', (key) => {
    expect(close(ours[key], recorded[key], key)).toBe('same');
  });

  it('of feedback only its first test fires', () => {
    expect(findings('D8').map(({ id }) => id)).toEqual(['D8 news']);
  });

  it('the pair that is recorded above 0.85 is the duplication', () => {
    const doubles = recorded.D5b_supply_duplication.filter(([, , overlap]) => overlap > 0.85);
    const told = findings('D5').filter(({ id }) => id.includes('duplication'));
    expect(told.map(({ actors }) => actors)).toEqual(doubles.map(([one, other]) => [one, other]));
  });

  it('the five rivalries told are the largest recorded', () => {
    const largest = recorded.D5a_demand_rivalry.map(([, , overlap]) => overlap)
      .filter((overlap) => overlap > 0.85)
      .sort((a, b) => b - a)
      .slice(0, 5);
    const told = findings('D5').filter(({ id }) => id.includes('rivalry'));
    const overlaps = told.map(({ facts }) => facts.find(({ id }) => id === 'overlap')?.value ?? NaN);
    for (const [k, overlap] of overlaps.sort((a, b) => b - a).entries())
      expect(overlap).toBeCloseTo(largest[k] ?? NaN, 9);
    expect(overlaps).toHaveLength(largest.length);
  });
}

/** 'same', or what differs; numbers to nine places, lists of pairs in any order. */
function close(ours: unknown, theirs: unknown, path: string): string {
  if (typeof theirs === 'number')
    return typeof ours === 'number' && Math.abs(ours - theirs) < 1e-9
      ? 'same'
      : `${path}: ${String(ours)}, recorded ${theirs}`;
  if (Array.isArray(theirs)) {
    if (!Array.isArray(ours) || ours.length !== theirs.length)
      return `${path}: ${JSON.stringify(ours)}, recorded ${JSON.stringify(theirs)}`;
    const ordered = /supply$|demand$|coverage$|\]$/.test(path);
    const [a, b]: [unknown[], unknown[]] = ordered ? [ours, theirs] : [sorted(ours), sorted(theirs)];
    return first(b.map((value, k) => close(a[k], value, `${path}[${k}]`)));
  }
  if (typeof theirs === 'object' && theirs !== null)
    return first(
      Object.entries(theirs).map(([key, value]) =>
        close((ours as Record<string, unknown> | undefined)?.[key], value, `${path}.${key}`),
      ),
    );
  return ours === theirs ? 'same' : `${path}: ${String(ours)}, recorded ${String(theirs)}`;
}

function first(verdicts: readonly string[]): string {
  return verdicts.find((verdict) => verdict !== 'same') ?? 'same';
}

compareReferences(compareAll);
