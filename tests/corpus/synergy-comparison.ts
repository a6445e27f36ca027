import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DetailMeasure } from '../../src/metrics/measure.ts';
import { ecostate } from '../../src/metrics/niche/ecostate.ts';
import { suitability } from '../../src/metrics/niche/suitability.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { balanceOf, SHORT_BELOW } from '../../src/metrics/resources/balance.ts';
import {
  eigenvaluesAt,
  interiorEquilibrium,
  mayRunAway,
  mutualRadius,
  type GrowthModel,
} from '../../src/metrics/symbiosis/growth-model.ts';
import { flowsBetween } from '../../src/metrics/symbiosis/group-effects.ts';
import { trajectory } from '../../src/metrics/symbiosis/integrate.ts';
import { partyModel } from '../../src/metrics/symbiosis/party-model.ts';
import { coupling, couplingBand } from '../../src/metrics/synergy/coupling-degree.ts';
import { informationReader, redundancy, type Sample } from '../../src/metrics/synergy/information.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { finish } from '../metrics/support.ts';
import { difference, type Compared } from './oracle-comparison.ts';
import type { Value } from './oracle-networks.ts';
import { readPlanted } from './planted-ecosystem.ts';

const RATIONAL = 1e-9;
const ITERATIVE = 1e-6;

export interface AreaComparison {
  readonly differences: readonly string[];
  readonly compared: readonly Compared[];
}

/** Collects what was compared with what, and where the two differ. */
class Comparison implements AreaComparison {
  readonly differences: string[] = [];
  readonly compared: Compared[] = [];

  check(
    { measures, what, software = 'formula', tolerance = RATIONAL }: Checked,
    ours: Value,
    theirs: Value,
  ): void {
    const found = difference(ours, theirs, tolerance);
    if (found !== undefined) this.differences.push(`${what}: ${found}`);
    else for (const measure of measures) this.compared.push({ measure, software, network: what });
  }
}

interface Checked {
  readonly measures: readonly string[];
  readonly what: string;
  readonly software?: string;
  readonly tolerance?: number;
}

/** Supply and demand, standing, suitability, helices, coupling and simulation against every record of them. */
export function compareSynergy(folder: string): AreaComparison {
  const all = new Comparison();
  compareStanding(folder, all);
  compareHelices(folder, all);
  compareCoupling(folder, all);
  compareDynamics(folder, all);
  comparePlanted(folder, all);
  return all;
}

function read<T>(folder: string, ...path: string[]): T {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;
}

interface StandingFile {
  readonly ecostate_ecorole: {
    readonly cases: readonly { S: number[]; P: number[]; A: number; N: number[] }[];
  };
  readonly suitability: { readonly X: readonly number[][] } & Readonly<
    Record<'equal_weights' | 'weights_0.5_0.3_0.2', SuitabilityCase>
  >;
}

interface SuitabilityCase {
  readonly epsilon: number;
  readonly suitability_F: number[];
  readonly 'suitability_F_eps0.5': number[];
  readonly evolution_momentum_EM: number[];
}

function compareStanding(folder: string, all: Comparison): void {
  const file = read<StandingFile>(folder, 'niche', 'ecostate_suitability.json');
  for (const { S, P, A, N } of file.ecostate_ecorole.cases)
    all.check(
      { measures: ['ecostate-ecorole'], what: `ecostate, A = ${A}` },
      [...ecostate(S, P, A).niche],
      N,
    );
  const { X } = file.suitability;
  const factors = Float64Array.from(X.flat());
  const cases = [
    ['equal_weights', [1, 1, 1]],
    ['weights_0.5_0.3_0.2', [0.5, 0.3, 0.2]],
  ] as const;
  for (const [name, weights] of cases) {
    const expected = file.suitability[name];
    const { fit, momentum, epsilon } = suitability(factors, 3, { weights });
    const usual = suitability(factors, 3, { weights, epsilon: 0.5 });
    all.check(
      { measures: ['niche-suitability'], what: `suitability, ${name}` },
      [epsilon, ...fit, ...usual.fit],
      [expected.epsilon, ...expected.suitability_F, ...expected['suitability_F_eps0.5']],
    );
    all.check(
      { measures: ['evolution-momentum'], what: `suitability, ${name}` },
      [...momentum],
      expected.evolution_momentum_EM,
    );
  }
}

interface HelixCase {
  readonly id: string;
  readonly variables: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly expected: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
}

function compareHelices(folder: string, all: Comparison): void {
  const { cases } = read<{ cases: readonly HelixCase[] }>(folder, 'info', 'triple_helix.json');
  for (const { id, variables, rows, expected } of cases) {
    const counts = Float64Array.from(rows, (row) => Number(row.at(-1)));
    const sample: Sample = { variables: variables.length, states: statesOf(rows, variables.length), counts };
    const information = informationReader(sample)(counts);
    const { entropies, transmissions } = information;
    const setOf = (letters: string): number =>
      [...letters].reduce((set, letter) => set | (1 << variables.indexOf(letter)), 0);
    const full = (1 << variables.length) - 1;
    const ours: Record<string, Value> = {};
    for (const [key, value] of Object.entries(expected)) {
      const by = key === 'H_bits' ? entropies : transmissions;
      if (typeof value === 'object')
        ours[key] = Object.fromEntries(
          Object.keys(value).map((letters) => [letters, by[setOf(letters)] ?? null]),
        );
      else ours[key] = key.startsWith('R_') ? redundancy(information, full) : (transmissions[full] ?? null);
    }
    all.check({ measures: ['helix-redundancy', 'helix-synergy'], what: `helix ${id}` }, ours, expected);
  }
}

/** Texts become numbers, column by column. */
function statesOf(rows: HelixCase['rows'], variables: number): Int32Array {
  const names = Array.from({ length: variables }, () => [] as (string | number | undefined)[]);
  return Int32Array.from(
    rows.flatMap((row) =>
      names.map((known, k) => {
        if (!known.includes(row[k])) known.push(row[k]);
        return known.indexOf(row[k]);
      }),
    ),
  );
}

interface CouplingFile {
  readonly bands: readonly (readonly [number, number, string])[];
  readonly cases: readonly (Readonly<
    Record<'T' | 'C_classic' | 'D_classic' | 'C_modified' | 'D_modified', number>
  > & { U: number[]; weights: number[] })[];
  readonly published_consistency: {
    readonly rows: readonly Readonly<
      Record<'city' | 'C_classic' | 'C_modified' | 'implied_U_max' | 'implied_U_min', number>
    >[];
  };
}

function compareCoupling(folder: string, all: Comparison): void {
  const file = read<CouplingFile>(folder, 'info', 'coupling.json');
  for (const { U, weights, T, C_classic, D_classic, C_modified, D_modified } of file.cases) {
    const what = `coupling of ${U.join(', ')}`;
    const classic = coupling(U, 'classic', weights);
    const modified = coupling(U, 'modified', weights);
    all.check(
      { measures: ['coupling-coordination-classic'], what },
      [classic.development, classic.degree, classic.coordination],
      [T, C_classic, D_classic],
    );
    all.check(
      { measures: ['coupling-coordination'], what },
      [modified.degree, modified.coordination],
      [C_modified, D_modified],
    );
  }
  for (const { city, implied_U_max: most, implied_U_min: least, C_classic, C_modified } of file
    .published_consistency.rows)
    all.check(
      {
        measures: ['coupling-coordination', 'coupling-coordination-classic'],
        what: `Wang et al. (2021), city ${city}`,
      },
      [coupling([most, least], 'classic').degree, coupling([most, least], 'modified').degree],
      [C_classic, C_modified],
    );
  for (const [low, high, name] of file.bands)
    for (const at of [low, (low + high) / 2])
      if (!name.endsWith(couplingBand(at).zh)) all.differences.push(`band at ${at}: ${couplingBand(at).zh}`);
}

interface DynamicsCase {
  readonly id: string;
  readonly r: number[];
  readonly K: number[];
  readonly delta: number[][];
  readonly x0: number[];
  readonly interior_equilibrium: number[] | null;
  readonly eigenvalues_re: number[] | null;
  readonly interior_stable: boolean;
  readonly unbounded: boolean;
  readonly times: number[] | null;
  readonly trajectory: number[][] | null;
}

const SIMULATION = ['symbiosis-simulation'];
const OUTCOME = ['symbiosis-outcome'];

function compareDynamics(folder: string, all: Comparison): void {
  const { cases, saturating } = read<{
    cases: readonly DynamicsCase[];
    saturating: DynamicsCase & { readonly h: number };
  }>(folder, 'dynamics', 'symbiosis.json');
  for (const one of cases) {
    const model = modelOf(one, 0);
    const inUnits = (u: Float64Array): number[] => Array.from(u, (value, k) => value * (one.K[k] ?? NaN));
    const equilibrium = interiorEquilibrium(model);
    const eigenvalues = equilibrium && eigenvaluesAt(model, equilibrium);
    all.check(
      { measures: OUTCOME, what: `equilibrium, ${one.id}`, tolerance: ITERATIVE },
      [equilibrium && inUnits(equilibrium), eigenvalues?.map(({ re }) => re).sort(byValue) ?? null],
      [one.interior_equilibrium, one.eigenvalues_re && [...one.eigenvalues_re].sort(byValue)],
    );
    const stable = eigenvalues?.every(({ re }) => re < 0) === true;
    if (stable !== one.interior_stable) all.differences.push(`stability, ${one.id}: ${stable}`);
    if (mayRunAway(model) !== one.unbounded) all.differences.push(`runaway, ${one.id}: ${!one.unbounded}`);
    compareTrajectory(all, one, model);
  }
  compareTrajectory(all, { ...saturating, id: 'saturating' }, modelOf(saturating, saturating.h));
}

function modelOf({ r, delta }: Pick<DynamicsCase, 'r' | 'delta'>, saturation: number): GrowthModel {
  return { rates: Float64Array.from(r), effects: Float64Array.from(delta.flat()), saturation };
}

function compareTrajectory(
  all: Comparison,
  { id, K, x0, times, trajectory: expected }: Pick<DynamicsCase, 'id' | 'K' | 'x0' | 'times' | 'trajectory'>,
  model: GrowthModel,
): void {
  if (!times || !expected) return;
  const rows = finish(
    trajectory(
      model,
      Float64Array.from(x0, (x, k) => x / (K[k] ?? NaN)),
      times,
    ),
  );
  all.check(
    {
      measures: SIMULATION,
      what: `trajectory, ${id}`,
      software: 'deSolve 1.34',
      tolerance: ITERATIVE,
    },
    rows && times.map((_, t) => K.map((k, i) => (rows[t * K.length + i] ?? NaN) * k)),
    expected,
  );
}

interface Diagnosis {
  readonly diagnosis: Readonly<Record<'D6_supply' | 'D6_demand' | 'D6_coverage', number[]>> &
    Readonly<Record<'D6_vacant' | 'D6_short', string[]>>;
  readonly gauges: { readonly motivation: { readonly parts: number[] } };
  readonly sector_symbiosis: {
    readonly sectors: string[];
    readonly W_sector: number[][];
    readonly delta: number[][];
    readonly equilibrium_x_over_K: number[];
    readonly jacobian_eigenvalues_re_r1_K1: number[];
    readonly spectral_radius_of_positive_part: number;
  };
  readonly coupling: Readonly<Record<'U1_parts' | 'U2_parts', number[]>> &
    Readonly<Record<'U1' | 'U2' | 'T' | 'C_classic' | 'D_classic' | 'C_modified' | 'D_modified', number>>;
}

function comparePlanted(folder: string, all: Comparison): void {
  const { network } = readPlanted(folder);
  const options = DEFAULT_MEASURE_OPTIONS;
  const expected = read<Diagnosis>(folder, 'expected', 'planted.diagnosis.json');
  const balance = finish(balanceOf(network));
  const { resourceIds } = network.profiles;
  const those = (is: (r: number) => boolean): string[] => resourceIds.filter((_, r) => is(r));
  all.check(
    { measures: ['resource-board'], what: 'planted' },
    [
      [...balance.supply],
      [...balance.demand],
      [...balance.coverage],
      those((r) => balance.supply[r] === 0 && (balance.demand[r] ?? 0) > 0),
      those((r) => (balance.coverage[r] ?? 0) > 0 && (balance.coverage[r] ?? 1) < SHORT_BELOW),
    ],
    [
      expected.diagnosis.D6_supply,
      expected.diagnosis.D6_demand,
      expected.diagnosis.D6_coverage,
      expected.diagnosis.D6_vacant,
      expected.diagnosis.D6_short,
    ],
  );
  const of = (id: string): number | null => {
    const measure = measureById(id);
    return measure?.level === 'network' ? finish(measure.compute(network, options)) : null;
  };
  all.check(
    { measures: ['demand-coverage'], what: 'planted' },
    of('demand-coverage'),
    expected.gauges.motivation.parts[0] ?? null,
  );
  all.check(
    { measures: ['vacant-niches'], what: 'planted' },
    of('vacant-niches'),
    expected.diagnosis.D6_vacant.length,
  );
  const byMeasure = [
    ['industry-development', expected.coupling.U1],
    ['education-development', expected.coupling.U2],
    ['coupling-coordination', expected.coupling.D_modified],
    ['coupling-coordination-classic', expected.coupling.D_classic],
  ] as const;
  for (const [id, value] of byMeasure) all.check({ measures: [id], what: 'planted' }, of(id), value);
  const table = measureById('coupling-indicators') as DetailMeasure;
  const detail = finish(table.compute(network, options));
  const { U1_parts, U2_parts, T, C_classic, C_modified } = expected.coupling;
  const factOf = (id: string): Value => detail?.facts.find((fact) => fact.id === id)?.value ?? null;
  all.check(
    { measures: ['coupling-indicators'], what: 'planted' },
    [
      ...(detail?.kind === 'rows' ? detail.rows.map(({ values }) => values[3] ?? null) : []),
      factOf('development'),
      factOf('degree-classic'),
      factOf('degree'),
    ],
    [...U1_parts, ...U2_parts, T, C_classic, C_modified],
  );
  compareSectors(all, network, expected.sector_symbiosis);
}

function compareSectors(
  all: Comparison,
  network: ReturnType<typeof readPlanted>['network'],
  expected: Diagnosis['sector_symbiosis'],
): void {
  const found = finish(partyModel(network, { ...DEFAULT_MEASURE_OPTIONS, growth: 1 }));
  if (!found) {
    all.differences.push('planted: no model of sectors');
    return;
  }
  const { parties, effects, model } = found;
  const sectorIds = parties.ids;
  const size = sectorIds.length;
  const rowsOf = (square: Float64Array): number[][] =>
    sectorIds.map((_, i) => [...square.subarray(i * size, (i + 1) * size)]);
  all.check(
    { measures: ['symbiosis-coefficients', 'sector-symbiosis'], what: 'planted' },
    [[...sectorIds], rowsOf(flowsBetween(network, network.sectors, size)), rowsOf(effects)],
    [expected.sectors, expected.W_sector, expected.delta],
  );
  const equilibrium = interiorEquilibrium(model);
  all.check(
    { measures: OUTCOME, what: 'planted', tolerance: ITERATIVE },
    [
      equilibrium && [...equilibrium],
      (equilibrium &&
        eigenvaluesAt(model, equilibrium)
          ?.map(({ re }) => re)
          .sort(byValue)) ??
        null,
      mutualRadius(model),
    ],
    [
      expected.equilibrium_x_over_K,
      [...expected.jacobian_eigenvalues_re_r1_K1].sort(byValue),
      expected.spectral_radius_of_positive_part,
    ],
  );
}

function byValue(a: number, b: number): number {
  return a - b;
}
