import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureById } from '../../src/metrics/registry.ts';
import type { References } from '../../src/metrics/references.ts';
import { CHECKS, NOT_COMPARED, TRAPS, type Check } from './oracle-checks.ts';
import {
  readExpected,
  readNetwork,
  readRoles,
  type Case,
  type OracleRecord,
  type Value,
} from './oracle-networks.ts';

export interface Compared {
  readonly measure: string;
  readonly software: string;
  readonly network: string;
  /** Set where ours differs from a record that is wrong on purpose. */
  readonly trap?: string;
}

/** What became of the records of one network. */
export interface Outcome {
  readonly differences: readonly string[];
  readonly compared: readonly Compared[];
  /** Names of all records that were met. */
  readonly met: readonly string[];
}

export function networkNames(folder: string): string[] {
  return readdirSync(join(folder, 'networks')).map((file) => file.replace(/\.json$/, ''));
}

/** Compares every record of a network that some check knows. */
export function compareNetwork(folder: string, network: string): Outcome {
  const one = readNetwork(folder, network);
  const records = readdirSync(join(folder, 'expected'))
    .filter((file) => file.startsWith(`${network}.`) && !file.endsWith('.diagnosis.json'))
    .flatMap((file) => readExpected(folder, file).records)
    .concat(readRoles(folder, network));
  const differences: string[] = [];
  const compared: Compared[] = [];
  for (const record of records) {
    const { m, by } = record;
    const right = TRAPS.get(m);
    const check = CHECKS.get(right ?? m);
    if (!check || record.v === undefined || !check.measures.every(measureById)) continue;
    const found = differs(check, one, record);
    const add = (trap?: string): void => {
      for (const measure of check.measures)
        compared.push({ measure, software: softwareOf(by), network, ...(trap ? { trap } : {}) });
    };
    if (right === undefined) {
      if (found !== undefined) differences.push(`${m} by ${by}: ${found}`);
      else add();
    } else if (isWrong(record, right, records, check)) {
      if (found === undefined) differences.push(`${m} by ${by}: ours equals the wrong value`);
      else add(m);
    }
  }
  return { differences, compared, met: records.map(({ m }) => m) };
}

/** True where the record that is wrong on purpose differs from the right one on this network. */
function isWrong(
  { v }: OracleRecord,
  right: string,
  records: readonly OracleRecord[],
  { tolerance }: Check,
): boolean {
  const correct = records.find((record) => record.m === right);
  return correct?.v !== undefined && v !== undefined && difference(correct.v, v, tolerance) !== undefined;
}

function differs(check: Check, one: Case, record: OracleRecord): string | undefined {
  const { v = null } = record;
  return difference(check.ours(one, record), check.theirs ? check.theirs(v, one) : v, check.tolerance);
}

/** Where two values differ by more than the tolerance allows, in words; undefined where they agree. */
export function difference(ours: Value, theirs: Value, tolerance: number, at = ''): string | undefined {
  const unequal = `${at} ${JSON.stringify(ours)} against ${JSON.stringify(theirs)}`;
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= Math.max(tolerance * Math.abs(theirs), 1e-12) ? undefined : unequal;
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null)
    return ours === theirs ? undefined : unequal;
  const left = new Map(Object.entries(ours));
  const right = new Map(Object.entries(theirs));
  if (left.size !== right.size) return `${at} ${left.size} values against ${right.size}`;
  for (const [key, expected] of right) {
    const found = difference(left.get(key) ?? null, expected, tolerance, `${at}[${key}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The package that a person knows: python-igraph is igraph; what was written from the formula is no package. */
function softwareOf(by: string): string {
  if (/^own|^numpy/.test(by)) return 'formula';
  return by.replace(/^python-igraph/, 'igraph').replace('R sna 2.7.1', 'sna 2.7-1');
}

/** Records that are neither compared nor listed as not comparable. */
export function overlooked(met: Iterable<string>): string[] {
  return [...new Set(met)].filter((m) => !CHECKS.has(m) && !TRAPS.has(m) && !NOT_COMPARED.has(m)).sort();
}

/** What the interface shows beside a measure: by measure id, sorted, so that the same records give the same bytes. */
export function referencesFrom(compared: readonly Compared[]): Record<string, References> {
  const measures = [...new Set(compared.map(({ measure }) => measure))].sort();
  return Object.fromEntries(
    measures.map((measure) => {
      const own = compared.filter((one) => one.measure === measure);
      const equal = own.filter(({ trap }) => trap === undefined);
      const count = (of: readonly Compared[]): { records: number; networks: number } => ({
        records: of.length,
        networks: new Set(of.map(({ network }) => network)).size,
      });
      const names = (of: readonly (string | undefined)[]): string[] =>
        [...new Set(of)].filter((name) => name !== undefined).sort();
      return [
        measure,
        {
          equals: names(equal.map(({ software }) => software))
            .filter((software) => software !== 'formula')
            .map((software) => ({
              software,
              ...count(equal.filter((one) => one.software === software)),
            })),
          formula: count(equal.filter(({ software }) => software === 'formula')),
          avoids: names(own.map(({ trap }) => trap)).map((record) => {
            const met = own.filter(({ trap }) => trap === record);
            return { record, software: met[0]?.software ?? '', networks: count(met).networks };
          }),
        },
      ];
    }),
  );
}
