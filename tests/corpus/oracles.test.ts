import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measureById, MEASURES } from '../../src/metrics/registry.ts';
import { compareFlow } from './flow-comparison.ts';
import { compareMechanisms } from './mechanisms-comparison.ts';
import { compareNiches } from './niche-comparison.ts';
import { CHECKS, NOT_COMPARED, TRAPS } from './oracle-checks.ts';
import {
  compareNetwork,
  networkNames,
  overlooked,
  referencesFrom,
  type Outcome,
} from './oracle-comparison.ts';
import { compareSynergy } from './synergy-comparison.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const SHARED = resolve('../shared/oracles');
const REFERENCES = resolve('src/metrics/references.json');

function compareAll(folder: string): Outcome[] {
  const outcomes: Outcome[] = [];
  it.each(networkNames(folder))(
    '%s: every value equals its reference and none is a known wrong one',
    (name) => {
      const outcome = compareNetwork(folder, name);
      outcomes.push(outcome);
      expect(outcome.differences).toEqual([]);
    },
  );

  it('every record is compared, or stands in the list of those that are not, with a reason', () => {
    expect(overlooked(outcomes.flatMap(({ met }) => met))).toEqual([]);
  });
  return outcomes;
}

describe('the reference values kept here', () => {
  compareAll(FIXTURES);
});

const present = existsSync(SHARED);
describe.skipIf(!present)(
  present ? 'all reference values' : 'all reference values (skipped: ../shared/oracles is not there)',
  () => {
    if (!present) return;
    const outcomes = compareAll(SHARED);
    /** Of niches, flows and synergy, whose tests are beside this one. */
    const ecology = [compareNiches, compareFlow, compareSynergy, compareMechanisms].flatMap((compare) => [
      ...compare(SHARED).compared,
    ]);
    const everything = () => [...outcomes.flatMap(({ compared }) => compared), ...ecology];

    it('every check, trap and excuse met at least one record', () => {
      const met = new Set(outcomes.flatMap((outcome) => outcome.met));
      const known = [...CHECKS.keys(), ...TRAPS.keys(), ...NOT_COMPARED.keys()];
      expect(known.filter((m) => !met.has(m))).toEqual([]);
    });

    it('every check is of measures that are there', () => {
      const asked = [...CHECKS.values()].flatMap(({ measures }) => measures);
      expect([...new Set(asked)].filter((id) => !measureById(id))).toEqual([]);
    });

    it('what the interface says of them is what was compared (npm run references writes it anew)', () => {
      const text = `${JSON.stringify(referencesFrom(everything()), null, 2)}\n`;
      if (process.env.ECOTONE_WRITE_REFERENCES) writeFileSync(REFERENCES, text);
      expect(readFileSync(REFERENCES, 'utf8') === text).toBe(true);
    });

    afterAll(() => {
      const references = referencesFrom(everything());
      const lines = Object.entries(references).map(([id, { equals, formula, avoids }]) => {
        const all = [...equals, ...(formula.records > 0 ? [{ software: 'the formula', ...formula }] : [])];
        const equal = all.map(({ software, records }) => `${records} ${software}`).join(', ');
        const avoided = avoids.map(({ record, networks }) => `${record} on ${networks}`).join(', ');
        return `  ${id}: ${equal}${avoided === '' ? '' : `; differs from ${avoided}`}`;
      });
      const none = MEASURES.filter(({ id }) => !references[id]).map(({ id }) => id);
      const excused = [...NOT_COMPARED].map(([m, why]) => `  ${m}: ${why}`);
      const met = outcomes.flatMap((outcome) => outcome.met);
      const count = (list: { has(m: string): boolean }): number => met.filter((m) => list.has(m)).length;
      console.log(
        [
          `${met.length} records: ${count(CHECKS)} of values, ${count(TRAPS)} known to be wrong, ${count(NOT_COMPARED)} not compared.`,
          'Records that ours equal, by measure:',
          ...lines,
          `Measures without any record: ${none.join(', ')}`,
          'Records not compared:',
          ...excused,
        ].join('\n'),
      );
    });
  },
);
