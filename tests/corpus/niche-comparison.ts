import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatrixDetail, TestsDetail } from '../../src/metrics/detail.ts';
import { nestedness } from '../../src/metrics/niche/nestedness.ts';
import { nicheOverlap } from '../../src/metrics/niche/niche-overlap.ts';
import { nicheStates } from '../../src/metrics/niche/niche-states.ts';
import { measureById } from '../../src/metrics/registry.ts';
import {
  allowedOption,
  DEFAULT_MEASURE_OPTIONS,
  type MeasureOptions,
} from '../../src/model/measure-options.ts';
import type { Network } from '../../src/network/network.ts';
import { finish } from '../metrics/support.ts';
import { idOf, networkOf, networkWithAvailability, plantedNetwork } from './niche-networks.ts';
import { difference, type Compared } from './oracle-comparison.ts';
import type { Value } from './oracle-networks.ts';

type Matrix = readonly (readonly number[])[];
type Values = readonly (number | null)[];
type Square = readonly Values[];

interface ProfileFile {
  readonly matrix: Matrix;
  readonly availability: readonly number[];
  readonly breadth: Readonly<Record<string, Values>>;
  readonly overlap: Readonly<Record<string, Square>>;
  readonly reference: Readonly<Record<string, Value>>;
}

interface NestednessFile {
  readonly cases: readonly {
    readonly name: string;
    readonly matrix?: Matrix;
    readonly matrix_ref?: string;
    readonly weighted?: boolean;
    readonly vegan: Readonly<Record<'N.columns' | 'N.rows' | 'NODF', number>>;
  }[];
}

interface Niches {
  readonly breadth: readonly ({ readonly B: number; readonly BA: number; readonly H: number } | null)[];
  readonly pianka: Square;
}

const TOLERANCE = 1e-9;

const PROFILE_FILES = [
  'analytic_profiles',
  'availability_profiles',
  'krebs_finches',
  'macarthur_warblers',
] as const;

/** What the formulas give, by the name of the record. */
const BREADTHS: Readonly<Record<string, string>> = {
  levins_B: 'levins-b',
  levins_BA: 'niche-breadth',
  shannon_H_nats: 'niche-shannon',
  evenness_J: 'niche-evenness',
  hurlbert_Bprime: 'hurlbert-b',
  hurlbert_BprimeA: 'hurlbert-b-a',
  smith_FT: 'smith-ft',
  n_used: 'states-used',
};

const OVERLAPS: Readonly<Record<string, MeasureOptions['overlap']>> = {
  pianka: 'pianka',
  schoener: 'schoener',
  levins_alpha_row_on_self: 'macarthur-levins',
  morisita_horn: 'morisita-horn',
  horn_R0: 'horn',
  hurlbert_L: 'hurlbert',
  morisita_counts: 'morisita',
};

/** Records of programs: the measure or index of ours, and the program. */
const BREADTH_REFERENCES: Readonly<Record<string, readonly [measure: string, software: string]>> = {
  'spaa_niche.width_levins': ['levins-b', 'spaa 0.2.5'],
  'spaa_niche.width_shannon': ['niche-shannon', 'spaa 0.2.5'],
  vegan_inverse_simpson_equals_levins_B: ['levins-b', 'vegan 2.6.4'],
  vegan_shannon_nats: ['niche-shannon', 'vegan 2.6.4'],
  bipartite_PDI_rows: ['paired-difference', 'bipartite 2.24'],
};

const OVERLAP_REFERENCES: Readonly<
  Record<string, readonly [index: MeasureOptions['overlap'], software: string]>
> = {
  spaa_pianka: ['pianka', 'spaa 0.2.5'],
  spaa_schoener: ['schoener', 'spaa 0.2.5'],
  spaa_morisita_is_MorisitaHorn: ['morisita-horn', 'spaa 0.2.5'],
  vegan_1_minus_bray_on_proportions_equals_schoener: ['schoener', 'vegan 2.6.4'],
  vegan_1_minus_horn_equals_morisita_horn: ['morisita-horn', 'vegan 2.6.4'],
};

const MEAN_REFERENCES: Readonly<Record<string, MeasureOptions['overlap']>> = {
  EcoSimR_mean_pianka: 'pianka',
  EcoSimR_mean_czekanowski: 'schoener',
};

/** Fills both triangles alike, though the index has a direction. */
const ONE_TRIANGLE = 'spaa_levins_LOWER_TRIANGLE_ONLY';

function optionsFor(options: Partial<MeasureOptions>): MeasureOptions {
  return { ...DEFAULT_MEASURE_OPTIONS, nicheStates: 'all', permutations: 99, ...options };
}

function actorValues(network: Network, id: string, options: MeasureOptions, n: number): Values {
  const measure = measureById(id);
  if (measure?.level !== 'actor') throw new Error(`no measure ${id}`);
  const values = finish(measure.compute(network, options));
  return Array.from(values.subarray(0, n), (value) => (Number.isNaN(value) ? null : value));
}

/** The first layer in the order of the file; null for actors that have no row. */
function squareOf(detail: MatrixDetail | null, n: number): Square {
  const place = new Map(detail?.rows.ids.map((id, k) => [id, k]));
  const size = detail?.rows.ids.length ?? 0;
  const all = Array.from({ length: n }, (_, k) => place.get(idOf(k)));
  return all.map((row) =>
    all.map((column) => {
      if (row === undefined || column === undefined) return null;
      const value = detail?.layers[0]?.values[row * size + column] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }),
  );
}

function overlapsOf(network: Network, options: MeasureOptions, n: number): Square {
  return squareOf(finish(nicheOverlap.compute(network, options)) as MatrixDetail | null, n);
}

/** Programs leave the diagonal empty, or not. */
function besideDiagonal(square: Square): Square {
  return square.map((row, k) => row.filter((_, column) => column !== k));
}

function read<T>(folder: string, file: string): T | undefined {
  const path = join(folder, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}

/** Every record of niches that the folder has, against ours. */
export function compareNiches(folder: string): { differences: string[]; compared: Compared[] } {
  const differences: string[] = [];
  const compared: Compared[] = [];
  const check = (name: string, one: Compared, ours: Value, theirs: Value): void => {
    const found = difference(ours, theirs, TOLERANCE);
    if (found === undefined) compared.push(one);
    else differences.push(`${name} of ${one.network} by ${one.software}: ${found}`);
  };
  for (const file of PROFILE_FILES) {
    const profiles = read<ProfileFile>(join(folder, 'niche'), `${file}.json`);
    if (profiles) compareProfiles(file, profiles, check, compared, differences);
  }
  compareNestedness(folder, check);
  comparePlanted(folder, check);
  return { differences, compared };
}

/** One number of a file of profiles: a breadth of an actor, the mean of an index, or the index of the first two actors. */
export function nicheNumber(folder: string, file: string, what: string): number | null {
  const { matrix, availability } = read<ProfileFile>(join(folder, 'niche'), `${file}.json`) as ProfileFile;
  const network = networkWithAvailability(matrix, availability);
  const options = optionsFor({ niche: 'demand', availability: 'supply' });
  const [, mean, index = '', actor, reversed] =
    /^(mean )?([\w-]+)(?: of (\d))?( reversed)?$/.exec(what) ?? [];
  if (actor !== undefined) return actorValues(network, index, options, matrix.length)[Number(actor)] ?? null;
  const overlap = allowedOption('overlap', index);
  if (overlap === undefined) throw new Error(`no index ${index}`);
  const detail = finish(nicheOverlap.compute(network, { ...options, overlap })) as MatrixDetail;
  if (mean) return detail.facts.find(({ id }) => id === 'mean')?.value ?? null;
  const square = squareOf(detail, matrix.length);
  return (reversed ? square[1]?.[0] : square[0]?.[1]) ?? null;
}

type CheckRecord = (name: string, one: Compared, ours: Value, theirs: Value) => void;

function compareProfiles(
  network: string,
  { matrix, availability, breadth, overlap, reference }: ProfileFile,
  check: CheckRecord,
  compared: Compared[],
  differences: string[],
): void {
  const n = matrix.length;
  const ours = networkWithAvailability(matrix, availability);
  const options = optionsFor({ niche: 'demand', availability: 'supply' });
  const counts = matrix.every((row) => row.every(Number.isInteger));

  for (const [record, measure] of Object.entries(BREADTHS))
    check(
      record,
      { measure, software: 'formula', network },
      actorValues(ours, measure, options, n),
      breadth[record] ?? [],
    );
  for (const [record, index] of Object.entries(OVERLAPS)) {
    // Morisita's index is of counts: the file gives it for amounts too.
    if (index === 'morisita' && !counts) continue;
    check(
      record,
      { measure: 'niche-overlap', software: 'formula', network },
      overlapsOf(ours, { ...options, overlap: index }, n),
      overlap[record] ?? [],
    );
  }
  for (const [record, [measure, software]] of Object.entries(BREADTH_REFERENCES))
    check(
      record,
      { measure, software, network },
      actorValues(ours, measure, options, n),
      reference[record] ?? null,
    );
  for (const [record, [index, software]] of Object.entries(OVERLAP_REFERENCES))
    check(
      record,
      { measure: 'niche-overlap', software, network },
      besideDiagonal(overlapsOf(ours, { ...options, overlap: index }, n)),
      besideDiagonal(reference[record] as Square),
    );
  for (const [record, index] of Object.entries(MEAN_REFERENCES)) {
    const detail = finish(nicheOverlap.compute(ours, { ...options, overlap: index }));
    check(
      record,
      { measure: 'niche-overlap', software: 'EcoSimR 0.1.0', network },
      detail?.facts.find(({ id }) => id === 'mean')?.value ?? null,
      reference[record] ?? null,
    );
  }
  const wrong = besideDiagonal(reference[ONE_TRIANGLE] as Square);
  const alpha = besideDiagonal(overlapsOf(ours, { ...options, overlap: 'macarthur-levins' }, n));
  if (difference(alpha, wrong, TOLERANCE) === undefined)
    differences.push(`${ONE_TRIANGLE} of ${network}: ours equals the wrong value`);
  else compared.push({ measure: 'niche-overlap', software: 'spaa 0.2.5', network, trap: ONE_TRIANGLE });
}

function compareNestedness(folder: string, check: CheckRecord): void {
  const file = read<NestednessFile>(join(folder, 'niche'), 'nestedness.json');
  for (const { name, matrix, matrix_ref: other, weighted, vegan } of file?.cases ?? []) {
    const cells = matrix ?? (other ? read<ProfileFile>(join(folder, 'niche'), other)?.matrix : undefined);
    if (!cells) continue;
    const detail = finish(
      nestedness.compute(networkOf(cells), optionsFor({ niche: 'supply' })),
    ) as TestsDetail | null;
    const observed = (id: string): number | null =>
      detail?.rows.find((row) => row.id === id)?.test?.observed ?? null;
    const one = { measure: 'nestedness', software: 'vegan 2.6.4', network: name };
    if (weighted) {
      check('WNODF', one, observed('weighted'), vegan.NODF);
      continue;
    }
    check(
      'NODF',
      one,
      [observed('rows'), observed('columns'), observed('all')],
      [vegan['N.rows'], vegan['N.columns'], vegan.NODF],
    );
    const total = measureById('nodf');
    if (total?.level === 'network')
      check(
        'NODF',
        { ...one, measure: 'nodf' },
        finish(total.compute(networkOf(cells), optionsFor({ niche: 'supply' }))),
        vegan.NODF,
      );
  }
}

function comparePlanted(folder: string, check: CheckRecord): void {
  const diagnosis = read<{
    readonly niche_from_ties: Niches & { readonly columns: readonly string[]; readonly matrix: Matrix };
    readonly niche_from_supply: Niches;
    readonly niche_from_demand: Niches;
  }>(join(folder, 'expected'), 'planted.diagnosis.json');
  const profiles = read<{ readonly supply: Matrix; readonly demand: Matrix }>(
    join(folder, 'niche'),
    'planted_profiles.json',
  );
  if (!diagnosis || !profiles) return;
  const declared = networkOf(profiles.supply, profiles.demand);
  const held = plantedNetwork(folder);
  const cases = [
    ['niche_from_ties', held, optionsFor({ niche: 'role', nicheStates: 'used' })],
    ['niche_from_supply', declared, optionsFor({ niche: 'supply' })],
    ['niche_from_demand', declared, optionsFor({ niche: 'demand' })],
  ] as const;
  for (const [record, network, options] of cases) {
    const { breadth, pianka } = diagnosis[record];
    const one = (measure: string): Compared => ({
      measure,
      software: 'formula',
      network: `planted ${record}`,
    });
    for (const [key, id] of [
      ['B', 'levins-b'],
      ['BA', 'niche-breadth'],
      ['H', 'niche-shannon'],
    ] as const)
      check(
        record,
        one(id),
        actorValues(network, id, options, breadth.length),
        breadth.map((values) => values?.[key] ?? null),
      );
    check(
      record,
      one('niche-overlap'),
      overlapsOf(network, { ...options, overlap: 'pianka' }, pianka.length),
      pianka,
    );
  }
  const states = finish(nicheStates.compute(held, cases[0][2])) as MatrixDetail;
  const { columns, matrix } = diagnosis.niche_from_ties;
  const row = new Map(states.rows.ids.map((id, k) => [id, k]));
  const ours = matrix.map((_, actor) =>
    columns.map((column) => {
      const place = row.get(idOf(actor));
      const state = states.columns.ids.indexOf(column);
      return place === undefined ? 0 : (states.layers[0]?.values[place * columns.length + state] ?? null);
    }),
  );
  check(
    'niche_from_ties',
    { measure: 'niche-states', software: 'formula', network: 'planted niche_from_ties' },
    [[...states.columns.ids].sort(), ours],
    [[...columns].sort(), matrix],
  );
}
