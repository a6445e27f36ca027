import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHECKS, difference, readExpected, readNetwork, TRAPS } from './oracle-records.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const SHARED = resolve('../shared/oracles');

function compareAll(folder: string): void {
  const compared = new Map<string, number>();
  const avoided = new Map<string, number>();
  const later = new Set<string>();

  const names = readdirSync(join(folder, 'networks')).map((file) => file.replace(/\.json$/, ''));
  const files = readdirSync(join(folder, 'expected'));
  it.each(names)('%s: every value equals its reference and none is a known wrong one', (name) => {
    const input = readNetwork(folder, name);
    const differences: string[] = [];
    for (const file of files.filter(
      (one) => one.startsWith(`${name}.`) && !one.endsWith('.diagnosis.json'),
    )) {
      const { order, records } = readExpected(folder, file);
      for (const { m, by, v } of records) {
        const right = TRAPS.get(m);
        const check = CHECKS.get(right ?? m);
        if (!check) {
          later.add(m);
          continue;
        }
        const ours = check.ours({ input, order });
        if (right === undefined) {
          const found = difference(ours, v, check.tolerance);
          if (found) differences.push(`${m} by ${by}: ${found}`);
          compared.set(m, (compared.get(m) ?? 0) + 1);
          continue;
        }
        const correct = files
          .filter((one) => one.startsWith(`${name}.`) && !one.endsWith('.diagnosis.json'))
          .flatMap((one) => readExpected(folder, one).records)
          .find((record) => record.m === right);
        if (!correct || !difference(correct.v, v, check.tolerance)) continue;
        if (!difference(ours, v, check.tolerance))
          differences.push(`${m} by ${by}: ours equals the wrong value`);
        avoided.set(m, (avoided.get(m) ?? 0) + 1);
      }
    }
    expect(differences).toEqual([]);
  });

  it('every check met at least one record', () => {
    expect([...CHECKS.keys()].filter((m) => !compared.has(m))).toEqual([]);
  });

  afterAll(() => {
    const lines = [...CHECKS.keys()].map((m) => `  ${String(compared.get(m) ?? 0).padStart(4)} ${m}`);
    const wrong = [...avoided].map(([m, count]) => `  ${String(count).padStart(4)} ${m}`);
    const sum = [...compared.values()].reduce((total, count) => total + count, 0);
    console.log(
      [
        `${sum} records compared:`,
        ...lines,
        'wrong records avoided:',
        ...wrong,
        `of measures that are not there yet: ${[...later].sort().join(', ')}`,
      ].join('\n'),
    );
  });
}

describe('the reference values kept here', () => {
  compareAll(FIXTURES);
});

const present = existsSync(SHARED);
describe.skipIf(!present)(
  present ? 'all reference values' : 'all reference values (skipped: ../shared/oracles is not there)',
  () => {
    if (present) compareAll(SHARED);
  },
);
