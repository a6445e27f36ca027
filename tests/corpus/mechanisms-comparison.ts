import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detail } from '../../src/metrics/detail.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import type { Mechanism } from '../../src/model/scheme.ts';
import { finish } from '../metrics/support.ts';
import { difference, type Compared } from './oracle-comparison.ts';
import type { Value } from './oracle-networks.ts';
import { readPlanted } from './planted-ecosystem.ts';

interface Gauge {
  readonly parts: readonly number[];
  readonly score: number;
}

interface Diagnosis {
  readonly ena_closure: { readonly lambda: number };
  readonly gauges: Readonly<Record<string, Gauge>>;
}

/** Under which name the record has each gauge. */
const RECORDED: Readonly<Record<Mechanism, string>> = {
  motivation: 'motivation',
  symbiosis: 'cooperative_symbiosis',
  guarantee: 'guarantee',
  feedback: 'feedback',
};

const RATIONAL = 1e-9;

/** The gauges of the mechanisms and their parts against the planted ecosystem, whose flows are those of all ties. */
export function compareMechanisms(folder: string): {
  readonly differences: readonly string[];
  readonly compared: readonly Compared[];
} {
  const differences: string[] = [];
  const compared: Compared[] = [];
  const check = (measure: string, ours: Value, theirs: Value): void => {
    const found = difference(ours, theirs, RATIONAL);
    if (found !== undefined) differences.push(`${measure}: ${found}`);
    else compared.push({ measure, software: 'formula', network: 'planted' });
  };
  const record = JSON.parse(
    readFileSync(join(folder, 'expected', 'planted.diagnosis.json'), 'utf8'),
  ) as Diagnosis;
  const { network } = readPlanted(folder, true);
  const options = { ...DEFAULT_MEASURE_OPTIONS, currency: '*', lambda: record.ena_closure.lambda };

  const table = measureById('mechanism-gauges');
  const detail: Detail | null = table?.level === 'detail' ? finish(table.compute(network, options)) : null;
  const rows = detail?.kind === 'rows' ? detail.rows : [];
  for (const [mechanism, name] of Object.entries(RECORDED)) {
    const id = `gauge-${mechanism}`;
    const gauge = record.gauges[name];
    const measure = measureById(id);
    const score = measure?.level === 'network' ? finish(measure.compute(network, options)) : null;
    check(id, score, gauge?.score ?? null);
    check(
      'mechanism-gauges',
      rows.flatMap(({ partOf, values }) => (partOf === id ? [(values[0] ?? NaN) / 100] : [])),
      gauge?.parts ?? null,
    );
  }
  return { differences, compared };
}
