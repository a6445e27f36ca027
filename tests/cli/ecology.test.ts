import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowCases, type FlowCase } from '../corpus/flow-comparison.ts';
import { difference } from '../corpus/oracle-comparison.ts';
import type { Value } from '../corpus/oracle-networks.ts';
import { buildCommand, ecotone } from './running.ts';

const ORACLES = 'tests/fixtures/oracles';
const SHARED = resolve('../shared/oracles');
const RATIONAL = 1e-9;
const ITERATIVE = 1e-6;
const folder = mkdtempSync(join(tmpdir(), 'ecotone-ecology-'));

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Matrix = readonly (readonly number[])[];
type Values = readonly (number | null)[];

interface EcologyJson {
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly actors: readonly string[];
  readonly resources: readonly string[];
  readonly actorMeasures: Readonly<Record<string, Values>>;
  readonly pairMeasures: Readonly<Record<string, readonly Values[]>>;
  readonly networkMeasures: Readonly<Record<string, number | null>>;
  readonly notes: readonly string[];
}

async function json(command: string, file: string, ...words: string[]): Promise<EcologyJson> {
  const { code, output, error } = await ecotone(command, file, '--json', ...words);
  if (code !== 0) throw new Error(error);
  return JSON.parse(output) as EcologyJson;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

function csv(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly [string, readonly number[]])[],
): string {
  return file(name, [['', ...heads], ...rows.map(([head, cells]) => [head, ...cells])].join('\n'));
}

/** Names of records, and of the ids they are compared with, whose values differ. */
function differences(
  names: Readonly<Record<string, string>>,
  ours: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
  tolerance = RATIONAL,
): string[] {
  return Object.entries(names).flatMap(([record, id]) => {
    const found =
      theirs[record] === undefined ? 'no record' : difference(ours[id] ?? null, theirs[record], tolerance);
    return found === undefined ? [] : [`${id}: ${found}`];
  });
}

interface ProfileFile {
  readonly actors: readonly string[];
  readonly matrix: Matrix;
  readonly availability: readonly number[];
  readonly breadth: Readonly<Record<string, Value>>;
  readonly overlap: Readonly<Record<string, Value>>;
  readonly reference: Readonly<Record<string, Value>>;
}

function profileCsv(name: string): { readonly path: string; readonly record: ProfileFile } {
  const record = read<ProfileFile>(ORACLES, 'niche', `${name}.json`);
  const heads = record.availability.map((_, r) => `r${r}`);
  const rows = record.matrix.map((cells, k) => [record.actors[k] ?? '', cells] as const);
  return { path: csv(`${name}.csv`, heads, [...rows, ['availability', record.availability]]), record };
}

describe('niche', () => {
  it.each(['analytic_profiles', 'availability_profiles'])(
    'of a matrix equals the references on %s',
    async (name) => {
      const { path, record } = profileCsv(name);
      const ours = await json('niche', path);
      expect(ours.actors).toEqual(record.actors);
      expect(ours.resources).toEqual(record.availability.map((_, r) => `r${r}`));
      const breadths = {
        levins_B: 'levins-b',
        levins_BA: 'levins-b-a',
        shannon_H_nats: 'shannon',
        evenness_J: 'evenness-j',
        hurlbert_Bprime: 'hurlbert-b',
        hurlbert_BprimeA: 'hurlbert-b-a',
        smith_FT: 'smith-ft',
        n_used: 'states-used',
      };
      const overlaps = {
        pianka: 'pianka',
        schoener: 'schoener',
        levins_alpha_row_on_self: 'macarthur-levins-alpha',
        morisita_horn: 'morisita-horn',
        horn_R0: 'horn',
        hurlbert_L: 'hurlbert-l',
      };
      const means = { EcoSimR_mean_pianka: 'mean-pianka', EcoSimR_mean_czekanowski: 'mean-schoener' };
      expect(differences(breadths, ours.actorMeasures, record.breadth)).toEqual([]);
      expect(differences({ bipartite_PDI_rows: 'pdi' }, ours.actorMeasures, record.reference)).toEqual([]);
      expect(differences(overlaps, ours.pairMeasures, record.overlap)).toEqual([]);
      expect(differences(means, ours.networkMeasures, record.reference)).toEqual([]);
    },
  );

  it('of a matrix of needs equals that of the planted map, unused columns counted when asked', async () => {
    const profiles = read<{ actors: string[]; resources: string[]; supply: Matrix }>(
      ORACLES,
      'niche/planted_profiles.json',
    );
    const expected = read<{
      niche_from_supply: { breadth: { B: number; BA: number; H: number }[]; pianka: Matrix };
    }>(ORACLES, 'expected/planted.diagnosis.json').niche_from_supply;
    const rows = profiles.supply.map((cells, k) => [profiles.actors[k] ?? '', cells] as const);
    const path = csv('supply.csv', profiles.resources, rows);
    const [all, used] = await Promise.all([
      json('niche', path, '--niche-states', 'all'),
      json('niche', path),
    ]);
    const of = (key: 'B' | 'BA' | 'H'): Value => expected.breadth.map((values) => values[key]);
    expect(difference(all.actorMeasures['levins-b'] ?? null, of('B'), RATIONAL)).toBeUndefined();
    expect(difference(all.actorMeasures['levins-b-a'] ?? null, of('BA'), RATIONAL)).toBeUndefined();
    expect(difference(all.actorMeasures['shannon'] ?? null, of('H'), RATIONAL)).toBeUndefined();
    expect(difference(all.pairMeasures['pianka'] ?? null, expected.pianka, RATIONAL)).toBeUndefined();
    expect([all, used].map(({ networkMeasures }) => networkMeasures['resource-states'])).toEqual([8, 7]);
    expect(used.resources).not.toContain('pilot_platform');
    expect(used.notes).toContain('R = 7.');
  });

  it('of the planted map reads the roles held, where nothing else is stated', async () => {
    const record = read<{
      order: string[];
      niche_from_ties: { breadth: ({ B: number; BA: number } | null)[]; pianka: readonly Values[] };
    }>(ORACLES, 'expected/planted.diagnosis.json');
    const ours = await json('niche', join(ORACLES, 'networks/planted.json'));
    const place = record.order.map((id) => ours.actors.indexOf(id));
    const breadths = place.map((actor) => ours.actorMeasures['levins-b-a']?.[actor] ?? null);
    const pianka = place.map((row) =>
      place.map((column) => ours.pairMeasures['pianka']?.[row]?.[column] ?? null),
    );
    const { breadth, pianka: overlap } = record.niche_from_ties;
    expect(
      difference(
        breadths,
        breadth.map((values) => values?.BA ?? null),
        RATIONAL,
      ),
    ).toBeUndefined();
    expect(difference(pianka, overlap, RATIONAL)).toBeUndefined();
    expect(ours.options['niche']).toBe('role');
    expect(ours.notes.join(' ')).toContain('No --niche was given');
  });

  it('of a map reads needs first, and what --niche says', async () => {
    const [usual, offered, fields] = await Promise.all([
      json('niche', 'public/samples/jinhua.json'),
      json('niche', 'public/samples/jinhua.json', '--niche', 'supply'),
      json('niche', file('fields.csv', 'id,supply: talent,supply: capital\nA,1,3\nB,0,3\n')),
    ]);
    expect([usual, offered, fields].map(({ options }) => options['niche'])).toEqual([
      'demand',
      'supply',
      'supply',
    ]);
    expect(usual.actorMeasures['levins-b']).not.toEqual(offered.actorMeasures['levins-b']);
    expect(usual.actorMeasures['crowding-within']).toHaveLength(usual.actors.length);
    expect(fields.actorMeasures['levins-b']).toEqual([1.6, 1]);
  });

  it('has the nestedness that vegan has', async () => {
    interface Case {
      readonly name: string;
      readonly matrix?: Matrix;
      readonly weighted?: boolean;
      readonly vegan: Readonly<Record<string, Value>>;
    }
    const { cases } = read<{ cases: Case[] }>(ORACLES, 'niche/nestedness.json');
    const whole = cases.filter(({ matrix }) => matrix !== undefined);
    expect(whole.length).toBeGreaterThan(3);
    for (const { name, matrix = [], weighted, vegan } of whole) {
      const heads = (matrix[0] ?? []).map((_, r) => `r${r}`);
      const path = csv(
        `${name}.csv`,
        heads,
        matrix.map((cells, k) => [`a${k}`, cells] as const),
      );
      const { networkMeasures } = await json('niche', path);
      const names: Record<string, string> = weighted
        ? { NODF: 'wnodf' }
        : { NODF: 'nodf', 'N.rows': 'nodf-rows', 'N.columns': 'nodf-columns' };
      expect(differences(names, networkMeasures, vegan), name).toEqual([]);
    }
  });

  it('is null without a niche, never 0, and crowding counts the others that have one', async () => {
    const path = file('bare.csv', 'who,a,b\nA,1,1\nB,2,0\nC,,\n');
    const { actorMeasures, pairMeasures, notes } = await json('niche', path);
    expect(actorMeasures['levins-b']).toEqual([2, 1, null]);
    expect(actorMeasures['crowding']).toEqual([0.5, 0.5, null]);
    expect(actorMeasures['non-overlap-density']).toEqual([0.5, 0.5, null]);
    expect(actorMeasures['diffuse-competition']).toEqual([1, 0.5, null]);
    expect(actorMeasures).not.toHaveProperty('crowding-within');
    expect(pairMeasures['schoener']).toEqual([
      [1, 0.5, null],
      [0.5, 1, null],
      [null, null, null],
    ]);
    expect(notes.join(' ')).toContain('Without a niche, and so without values: C.');
    const alone = await json('niche', file('alone.csv', 'who,a\nA,3\n'));
    expect(alone.networkMeasures['nodf']).toBeNull();
    expect(alone.actorMeasures['levins-b-a']).toEqual([null]);
    const nobody = await json('niche', file('nobody.csv', 'who,a,b\nA,0,0\nB,0,0\n'));
    expect(nobody.actorMeasures['levins-b']).toEqual([null, null]);
    expect(nobody.resources).toEqual([]);
  });

  it('takes a list of ties for what it is, with a header or without', async () => {
    const lists = ['who,whom,amount\nA,B,3\nB,C,2\n', 'A,B,3,2020\nB,C,2,2021\n'];
    for (const [k, list] of lists.entries()) {
      const { options, actors } = await json('niche', file(`list-${k}.csv`, list));
      expect(options['niche'], list).toBe('role');
      expect(actors, list).toHaveLength(3);
    }
  });

  it('reads decimal commas and other delimiters as the app does', async () => {
    const { actorMeasures } = await json('niche', file('comma.csv', 'wer;a;b\nA;0,5;0,5\nB;1,5;4,5\n'));
    expect(actorMeasures['levins-b']).toEqual([2, 1.6]);
  });
});

/** As a matrix with a row of imports and a column for each sink. */
function flowCsv(one: FlowCase): string {
  const rows = one.nodes.map(
    (name, k) => [name, [...(one.flow[k] ?? []), one.export[k] ?? 0, one.respiration[k] ?? 0]] as const,
  );
  return csv(`${one.id}.csv`, [...one.nodes, 'export', 'respiration'], [...rows, ['import', one.import]]);
}

const FLOW_RECORDS = {
  TST_throughflow: 'total-throughflow',
  TSTp_throughput: 'total-throughput',
  boundary_input: 'boundary-input',
  APL: 'average-path-length',
  FCI: 'finn-cycling-index',
  AMI: 'average-mutual-information',
  ascendency: 'ascendency',
  capacity: 'development-capacity',
  overhead: 'overhead',
  alpha: 'ascendency-ratio',
  robustness_natural: 'robustness',
  fitness_F_Ulanowicz2009: 'fitness',
};

const present = existsSync(join(SHARED, 'ena'));
describe.skipIf(!present)(
  present
    ? 'flow and symbiosis of published matrices'
    : 'flow and symbiosis of published matrices (skipped: ../shared/oracles is not there)',
  () => {
    it.each(flowCases(SHARED).map((one) => [one.id, one] as const))(
      'equal the references on %s',
      async (_, one) => {
        const path = flowCsv(one);
        const [flow, symbiosis] = await Promise.all([
          json('flow', path, '--sinks', 'two'),
          json('symbiosis', path),
        ]);
        expect(flow.actors).toEqual(one.nodes);
        expect(differences(FLOW_RECORDS, flow.networkMeasures, one.own)).toEqual([]);
        expect(differences({ T: 'throughflow' }, flow.actorMeasures, one.own)).toEqual([]);
        expect(differences({ N: 'integral-flow-intensity' }, flow.pairMeasures, one.own)).toEqual([]);
        expect(flow.pairMeasures['flow']).toEqual(one.flow);
        const relations = {
          D: 'direct-utility',
          U: 'integral-utility',
          Upsilon: 'utility',
          signs_direct: 'direct-sign',
          signs_integral: 'integral-sign',
        };
        const known = Object.fromEntries(Object.entries(relations).filter(([record]) => record in one.own));
        expect(Object.keys(known).length).toBeGreaterThan(3);
        expect(differences(known, symbiosis.pairMeasures, one.own)).toEqual([]);
        const indices = { mutualism: 'mutualism', synergism: 'synergism' };
        expect(differences(indices, symbiosis.networkMeasures, one.own)).toEqual([]);
        const radius = { spectral_radius_D: 'utility-radius' };
        expect(differences(radius, symbiosis.networkMeasures, one.own, ITERATIVE)).toEqual([]);
        const diverges = symbiosis.notes.some((note) => note.includes('does not converge'));
        expect(diverges).toBe((symbiosis.networkMeasures['utility-radius'] ?? 0) >= 1);
      },
    );
  },
);

describe('flow and symbiosis', () => {
  it('of the planted map equal the references at its λ', async () => {
    const { ena_closure: record, ena_lambda_sensitivity: sensitivity } = read<{
      ena_closure: Record<string, Value> & {
        actors: string[];
        T: number[];
        pair_relations: Record<string, number>;
      };
      ena_lambda_sensitivity: { lambda: number; FCI: number; alpha: number }[];
    }>(ORACLES, 'expected/planted.diagnosis.json');
    const path = join(ORACLES, 'networks/planted.json');
    const all = ['--currency', '*'];
    const [flow, symbiosis, stronger] = await Promise.all([
      json('flow', path, ...all),
      json('symbiosis', path, ...all),
      json('flow', path, ...all, '--lambda', '0.5'),
    ]);
    const through = record.actors.map(
      (id) => flow.actorMeasures['throughflow']?.[flow.actors.indexOf(id)] ?? null,
    );
    expect(difference(through, record.T, RATIONAL)).toBeUndefined();
    expect(flow.actorMeasures['throughflow']?.[flow.actors.indexOf('E7')]).toBeNull();
    const names = {
      FCI: 'finn-cycling-index',
      TSTp: 'total-throughput',
      ascendency: 'ascendency',
      capacity: 'development-capacity',
      alpha: 'ascendency-ratio',
      robustness: 'robustness',
    };
    expect(differences(names, flow.networkMeasures, record)).toEqual([]);
    expect(
      differences({ mutualism: 'mutualism', synergism: 'synergism' }, symbiosis.networkMeasures, record),
    ).toEqual([]);
    const counted = {
      mutualism: 'mutualism-pairs',
      exploitation: 'exploitation-pairs',
      competition: 'competition-pairs',
    };
    expect(differences(counted, symbiosis.networkMeasures, record.pair_relations)).toEqual([]);
    const half = sensitivity.find(({ lambda }) => lambda === 0.5);
    expect(stronger.networkMeasures['finn-cycling-index']).toBeCloseTo(half?.FCI ?? NaN, 10);
    expect(stronger.options['lambda']).toBe(0.5);
  });

  it('follow one currency unless told otherwise, and name it', async () => {
    const path = join(ORACLES, 'networks/planted.json');
    const [one, all, none] = await Promise.all([
      json('flow', path),
      json('flow', path, '--currency', '*'),
      json('flow', path, '--currency', 'water'),
    ]);
    expect(one.resources).toHaveLength(1);
    expect(all.resources.length).toBeGreaterThan(5);
    expect(none.networkMeasures['total-throughflow']).toBeNull();
    expect(none.notes).toContain('Nothing flows by ties of the type water.');
  });

  const LOOP = 'from,a,b,c,export,loss\na,0,100,0,0,0\nb,0,0,100,0,0\nc,50,0,0,30,20\nimport,50,0,0\n';

  it('of a loop with half returned have their closed forms, with one sink unless two are asked for', async () => {
    const path = file('loop.csv', LOOP);
    const [one, two] = await Promise.all([json('flow', path), json('flow', path, '--sinks', 'two')]);
    expect(one.networkMeasures['finn-cycling-index']).toBeCloseTo(0.5, 12);
    expect(one.networkMeasures['ascendency']).toBeCloseTo(582.57422272, 8);
    expect(one.pairMeasures['integral-flow-intensity']?.[0]?.[0]).toBeCloseTo(2, 12);
    expect([one, two].map(({ options }) => options['sinks'])).toEqual(['one', 'two']);
    expect(two.networkMeasures['development-capacity']).toBeGreaterThan(
      one.networkMeasures['development-capacity'] ?? Infinity,
    );
    expect(one.notes.join(' ')).toContain('one sink');
  });

  it('of a matrix without a boundary are closed as the app closes the same matrix', async () => {
    const bare = file('bare-flows.csv', 'from,a,b,c\na,0,3,0\nb,0,0,2\nc,1,0,0\n');
    const ties = file('ties.csv', 'source,target,weight\na,b,3\nb,c,2\nc,a,1\n');
    const [matrix, list] = await Promise.all([json('flow', bare), json('flow', ties)]);
    expect(difference(matrix.networkMeasures, list.networkMeasures, RATIONAL)).toBeUndefined();
    expect(matrix.notes.join(' ')).toContain('λ = 0.05');
    const niche = await json('niche', bare);
    expect(niche.options['niche']).toBe('role');
  });

  it('say who does not balance, and leave out who has no flow and what flows to itself', async () => {
    const path = file('odd.csv', 'from,a,b,c,export\na,7,4,0,1\nb,0,0,0,5\nc,0,0,0,0\nimport,5,2,0\n');
    const { actorMeasures, notes } = await json('flow', path);
    expect(actorMeasures['throughflow']).toEqual([5, 6, null]);
    expect(notes.join(' ')).toMatch(/itself.*without values: c\..*Not as much leaves as enters.*: b\./);
  });

  it('of nothing are null and a sentence', async () => {
    const path = file('zero.csv', 'from,a,b,export\na,0,0,0\nb,0,0,0\nimport,0,0,\n');
    const [flow, symbiosis] = await Promise.all([json('flow', path), json('symbiosis', path)]);
    for (const { networkMeasures, pairMeasures, notes } of [flow, symbiosis]) {
      expect(new Set(Object.values(networkMeasures))).toEqual(new Set([null]));
      expect(new Set(Object.values(pairMeasures).flat(2))).toEqual(new Set([null]));
      expect(notes).toContain('Nothing flows.');
    }
  });
});

it('--csv has one row an actor, and without it there is a table to read', async () => {
  const path = file('pair.csv', 'who,a,b\nA,1,1\n=B,2,0\n');
  const { output } = await ecotone('niche', path, '--csv');
  expect(output.split('\r\n').map((line) => line.split(',').slice(0, 3))).toEqual([
    ['id', 'levins-b', 'levins-b-a'],
    ['A', '2', '1'],
    ["'=B", '1', '0'],
    [''],
  ]);
  const named = await ecotone('symbiosis', 'public/samples/jinhua.json', '--csv');
  expect(named.output).toMatch(/^id,name,sector,throughflow,net-utility\r\n/);
  const table = await ecotone('niche', path);
  expect(table.output).toMatch(/^nodf +\S+$/m);
  expect(table.output).toMatch(/^A +2/m);
});

it('--help lists the three commands', async () => {
  const { output } = await ecotone('--help');
  for (const command of ['niche', 'flow', 'symbiosis']) expect(output).toContain(`  ecotone ${command} FILE`);
});

describe('what can not be done is one line on standard error, exit code 1, and nothing else', () => {
  const matrix = (cell: string): string => file('cell.csv', `who,a,b\nA,1,2\nB,3,${cell}\nC,1,1\n`);
  it.each([
    ['a negative amount', () => ['niche', matrix('-3')], /Row "B", column "b": "-3" is negative/],
    ['no number', () => ['niche', matrix('lots')], /Row "B", column "b": "lots" is no number/],
    [
      'no number in a single row',
      () => ['niche', file('one.csv', 'who,a,b\nA,1,lots\n')],
      /Row "A", column "b"/,
    ],
    [
      'an infinite amount',
      () => ['niche', matrix('Infinity')],
      /Row "B", column "b": "Infinity" is no number/,
    ],
    ['an absurd amount', () => ['niche', matrix('1e300')], /Row "B", column "b": "1e300" is more than 1e15/],
    [
      'a name twice',
      () => ['niche', file('twice.csv', 'who,a\nA,1\nA,2\n')],
      /"A" stands at the head of two/,
    ],
    ['a row too long', () => ['niche', file('long.csv', 'who,a\nA,1,2\n')], /column of numbers in place 2/],
    [
      'a negative flow',
      () => ['flow', file('minus.csv', 'from,a,b,export\na,0,-1,1\nb,0,0,1\nimport,1,1\n')],
      /Row "a", column "b": "-1" is negative/,
    ],
    [
      'a matrix that is not square',
      () => ['symbiosis', file('oblong.csv', 'from,a,b,export\na,0,1,1\nimport,1,1\n')],
      /"b" has a column but no row/,
    ],
    ['a missing file', () => ['niche', join(folder, 'none.csv')], /there is no such file/],
    ['an option of another command', () => ['flow', matrix('1'), '--niche', 'role'], /not --niche/],
    ['sinks where there are none', () => ['measures', matrix('1'), '--sinks', 'two'], /--sinks belongs to/],
    ['a value that is not allowed', () => ['niche', matrix('1'), '--niche', 'best'], /--niche takes role/],
    ['unknown sinks', () => ['flow', matrix('1'), '--sinks', 'three'], /--sinks takes one, two/],
    ['no file', () => ['symbiosis'], /ecotone symbiosis FILE/],
  ] as const)('%s', async (_, words, says) => {
    const { code, output, error } = await ecotone(...words(), '--json');
    expect([code, output]).toEqual([1, '']);
    expect(error).toMatch(/^ecotone: \S[^\n]*[.)]\n$/);
    expect(error).toMatch(says);
  });
});
