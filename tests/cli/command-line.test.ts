import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUsual } from '../../src/cli/arguments.ts';
import { seededRandom } from '../../src/base/random.ts';
import { DEFAULT_MEASURE_OPTIONS, OPTION_VALUES } from '../../src/model/measure-options.ts';
import { MEASURES } from '../../src/metrics/registry.ts';
import { difference } from '../corpus/oracle-comparison.ts';
import { readExpected } from '../corpus/oracle-networks.ts';
import { buildCommand, byActor, ecotone, measuresJson, type MeasuresJson } from './running.ts';

const ORACLES = 'tests/fixtures/oracles';
const folder = mkdtempSync(join(tmpdir(), 'ecotone-cli-'));

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface NodeLink {
  readonly directed: boolean;
  readonly nodes: readonly { readonly id: string; readonly sector?: string }[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

function network(name: string): NodeLink {
  return JSON.parse(readFileSync(join(ORACLES, 'networks', `${name}.json`), 'utf8')) as NodeLink;
}

function graphml({ directed, nodes, links }: NodeLink): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="d0" for="node" attr.name="sector" attr.type="string"/>',
    '<key id="d1" for="edge" attr.name="weight" attr.type="double"/>',
    `<graph edgedefault="${directed ? 'directed' : 'undirected'}">`,
    ...nodes.map(({ id, sector = 'other' }) => `<node id="${id}"><data key="d0">${sector}</data></node>`),
    ...links.map(
      ({ source, target, weight }) =>
        `<edge source="${source}" target="${target}"><data key="d1">${weight}</data></edge>`,
    ),
    '</graph></graphml>',
  ].join('\n');
}

function edgeList({ links }: NodeLink): string {
  return [
    'source,target,weight',
    ...links.map((link) => `${link.source},${link.target},${link.weight}`),
  ].join('\n');
}

/** Records of the oracles by what is asked of the command: measure ids as they stand in its output. */
const RECORDS: Readonly<Record<'strength' | 'ignore', Readonly<Record<string, string>>>> = {
  strength: {
    neighbours: 'degree',
    strength: 'strength',
    strength_in: 'in-strength',
    strength_out: 'out-strength',
    closeness_wf_weighted: 'closeness',
    closeness_wf_out_weighted: 'closeness',
    harmonic_mean_all_weighted: 'harmonic',
    harmonic_mean_out_weighted: 'harmonic',
    betweenness_raw_weighted: 'betweenness',
    pagerank_weighted: 'pagerank',
    density: 'density',
    reciprocity_weighted: 'weighted-reciprocity',
    constraint_weighted: 'burt-constraint',
    effective_size_weighted: 'effective-size',
    hierarchy_burt_weighted: 'hierarchy',
    hub_max1_weighted: 'hub',
    authority_max1_weighted: 'authority',
    modularity_sector_weighted: 'sector-modularity',
    eigenvector_max1: 'eigenvector',
    katz_raw: 'katz',
    core_number: 'k-core',
  },
  ignore: {
    degree: 'degree',
    degree_in: 'in-degree',
    degree_out: 'out-degree',
    closeness_wf: 'closeness',
    closeness_wf_out: 'closeness',
    harmonic_mean_all: 'harmonic',
    harmonic_mean_out: 'harmonic',
    betweenness_raw: 'betweenness',
    pagerank: 'pagerank',
    density: 'density',
    avg_path_length_connected_pairs: 'average-path-length',
    diameter_connected_pairs: 'diameter',
    constraint_binary: 'burt-constraint',
    effective_size: 'effective-size',
    efficiency: 'efficiency',
    hierarchy_burt: 'hierarchy',
    hub_max1: 'hub',
    authority_max1: 'authority',
    transitivity: 'transitivity',
    avg_clustering: 'average-clustering',
    assortativity_sector: 'sector-assortativity',
    degree_assortativity: 'degree-assortativity',
    ei_index: 'e-i-index',
    ei_index_network: 'network-e-i-index',
    participation_sector: 'participation',
    modularity_sector: 'sector-modularity',
  },
};

const SPECTRAL = ['pagerank', 'hub', 'authority', 'eigenvector', 'katz'];

describe('the values of the command', () => {
  const cases = ['karate', 'karate_w', 'florentine', 'edgecases', 'planted', 'rand_dw200', 'sc_d12'].flatMap(
    (name) => (['strength', 'ignore'] as const).map((weights) => [name, weights] as const),
  );
  it.concurrent.each(cases)('equal the references on %s with --weights %s', async (name, weights) => {
    const result = await measuresJson(join(ORACLES, 'networks', `${name}.json`), '--weights', weights);
    const expected = ['python', 'r', 'own'].map((by) => readExpected(ORACLES, `${name}.${by}.json`));
    const order = expected[0]?.order ?? [];
    const records = expected.flatMap((file) => file.records).filter(({ v }) => v !== undefined);
    const known = records.filter(({ m }) => RECORDS[weights][m] !== undefined);
    expect(known.length).toBeGreaterThan(weights === 'ignore' ? 20 : 2);
    const differences = known.flatMap(({ m, v = null }) => {
      const id = RECORDS[weights][m] ?? '';
      const of = byActor(result, id);
      const ours = Array.isArray(v)
        ? order.map((actor) => of.get(actor) ?? null)
        : result.networkMeasures[id];
      const found = difference(ours ?? null, v, SPECTRAL.includes(id) ? 1e-6 : 1e-9);
      return found === undefined ? [] : [`${m}: ${found}`];
    });
    expect(differences).toEqual([]);
  });

  it('are the same from node-link JSON, GraphML and a list of ties', async () => {
    const planted = network('rand_dw200');
    const tied = new Set(planted.links.flatMap(({ source, target }) => [source, target]));
    const [json, xml, csv] = await Promise.all([
      measuresJson(join(ORACLES, 'networks/rand_dw200.json')),
      measuresJson(file('network.graphml', graphml(planted))),
      measuresJson(file('network.csv', edgeList(planted))),
    ]);
    expect(xml.actors).toEqual(json.actors);
    expect(xml.actorMeasures).toEqual(json.actorMeasures);
    expect(xml.networkMeasures).toEqual(json.networkMeasures);
    // a list of ties knows no isolates
    const strengths = [...byActor(json, 'strength')].filter(([id]) => tied.has(id));
    expect([...byActor(csv, 'strength')]).toEqual(strengths);
  });

  it('are of mutual ties where the file is undirected, whatever its format', async () => {
    const karate = network('karate_w');
    const rows = karate.links.map(({ source, target, weight }) => `${source},${target},${weight},Undirected`);
    const [json, xml, csv] = await Promise.all([
      measuresJson(join(ORACLES, 'networks/karate_w.json')),
      measuresJson(file('karate.graphml', graphml(karate))),
      measuresJson(file('karate.csv', ['Source,Target,Weight,Type', ...rows].join('\n'))),
    ]);
    expect(json.options['directed']).toBe(false);
    expect([xml.options['directed'], csv.options['directed']]).toEqual([false, false]);
    expect(xml.actorMeasures).toEqual(json.actorMeasures);
    expect(csv.actorMeasures['betweenness']).toEqual(json.actorMeasures['betweenness']);
  });

  it('know what actors offer and need, fields and joint projects', async () => {
    const { networkMeasures } = await measuresJson(
      'public/samples/jinhua.json',
      '--measures',
      'vacant-niches,helix-redundancy',
    );
    expect(networkMeasures['vacant-niches']).toBe(1);
    expect(networkMeasures['helix-redundancy']).not.toBeNull();
  });

  it('are raw without being asked otherwise, and follow the options', async () => {
    const path = join(ORACLES, 'networks/sc_d12.json');
    const only = ['--measures', 'betweenness,closeness,degree'];
    const [raw, normalised, inward, undirected] = await Promise.all([
      measuresJson(path, ...only),
      measuresJson(path, ...only, '--normalised'),
      measuresJson(path, ...only, '--distances', 'incoming'),
      measuresJson(path, ...only, '--direction=ignore'),
    ]);
    expect(Object.keys(raw.actorMeasures)).toEqual(['degree', 'betweenness', 'closeness']);
    expect(raw.networkMeasures).toEqual({});
    expect(raw.options['normalised']).toBe(false);
    const pairs = 11 * 10;
    expect(normalised.actorMeasures['betweenness']?.[0]).toBeCloseTo(
      (raw.actorMeasures['betweenness']?.[0] ?? NaN) / pairs,
      12,
    );
    expect(inward.actorMeasures['closeness']).not.toEqual(raw.actorMeasures['closeness']);
    expect(inward.actorMeasures['betweenness']).toEqual(raw.actorMeasures['betweenness']);
    expect(undirected.options['directed']).toBe(false);
  });

  it('--normalised may be said with a value, before a file or after it', async () => {
    const path = file('three.csv', 'source,target\nA,B\nB,C');
    for (const [words, wanted] of [
      [['--normalised', 'true', path], true],
      [[path, '--normalised', 'false'], false],
      [['--normalised', path], true],
    ] as const) {
      const { output } = await ecotone('measures', '--json', ...words);
      expect((JSON.parse(output) as MeasuresJson).options['normalised']).toBe(wanted);
    }
  });

  it('every option has a flag, whose value the output states', async () => {
    const flags: string[] = [];
    const wanted: Record<string, unknown> = {};
    for (const [id, allowed] of Object.entries(OPTION_VALUES)) {
      const value = 'longest' in allowed ? '*' : 'min' in allowed ? Math.max(allowed.min, 2) : allowed.at(-1);
      wanted[id] = id === 'normalised' ? true : value;
      flags.push(`--${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=${String(wanted[id])}`);
    }
    expect(Object.keys(wanted)).toEqual(Object.keys(DEFAULT_MEASURE_OPTIONS));
    const { options } = await measuresJson(
      file('two.csv', 'source,target\nA,B'),
      ...flags,
      '--measures=degree',
    );
    expect(options).toEqual({ direction: 'as-is', weights: 'strength', directed: true, ...wanted });
  });

  it('hold every measure when all are asked for, the slow ones only then; the same seed gives the same', async () => {
    const path = join(ORACLES, 'networks/planted.json');
    const all = ['--measures', 'all', '--permutations', '99', '--seed', '7'];
    const [usual, first, again] = await Promise.all([
      measuresJson(path),
      measuresJson(path, ...all),
      measuresJson(path, ...all),
    ]);
    const keys = (result: typeof usual): string[] =>
      [
        result.actorMeasures,
        result.tieMeasures ?? {},
        result.sectorMeasures ?? {},
        result.networkMeasures,
        result.details ?? {},
      ].flatMap((part) => Object.keys(part));
    expect(keys(first)).toEqual(MEASURES.map(({ id }) => id));
    expect(keys(usual)).toEqual(MEASURES.filter(isUsual).map(({ id }) => id));
    expect(again).toEqual(first);
  });

  it('stand under ids that scripts rely on', async () => {
    const result = await measuresJson(join(ORACLES, 'networks/planted.json'));
    const roles = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'];
    const ids =
      'degree in-degree out-degree strength in-strength out-strength closeness harmonic betweenness eigenvector katz ' +
      'pagerank hub authority k-core clustering eccentricity burt-constraint effective-size efficiency hierarchy ' +
      'e-i-index participation articulation-point multiplexity actor-reciprocity';
    const wanted = [...ids.split(' '), ...roles.map((role) => `gould-fernandez-${role}`)];
    expect(wanted.filter((id) => result.actorMeasures[id]?.length !== result.actors.length)).toEqual([]);
  });

  it('of five thousand actors come too', async () => {
    const random = seededRandom(3);
    const lines = Array.from(
      { length: 15_000 },
      () => `n${Math.floor(random() * 5000)},n${Math.floor(random() * 5000)},${1 + Math.floor(random() * 9)}`,
    );
    const ids = Array.from({ length: 5000 }, (_, k) => `n${k},n${(k + 1) % 5000},1`);
    const path = file('large.csv', ['source,target,weight', ...ids, ...lines].join('\n'));
    const { actors, actorMeasures } = await measuresJson(path);
    expect(actors).toHaveLength(5000);
    expect(actorMeasures['betweenness']).toHaveLength(5000);
  });
});

describe('info', () => {
  it('counts what the file holds', async () => {
    const path = file(
      'map.json',
      JSON.stringify({
        directed: true,
        multigraph: true,
        graph: {},
        nodes: [
          { id: 'a', sector: 'business' },
          { id: 'b', sector: 'Business' },
          { id: 'c', sector: 'enterprise' },
          { id: 'd', sector: 'company' },
          { id: 'e' },
        ],
        links: [
          { source: 'a', target: 'b', weight: 2 },
          { source: 'a', target: 'b', weight: 1 },
          { source: 'b', target: 'a', weight: 0.5 },
          { source: 'c', target: 'c', weight: 1 },
        ],
      }),
    );
    const { output } = await ecotone('info', path, '--json');
    expect(JSON.parse(output)).toMatchObject({
      actors: 5,
      ties: 4,
      directed: true,
      selfLoops: 1,
      parallelTies: 1,
      components: 4,
      weights: [0.5, 2],
      format: 'node-link JSON',
    });
  });

  it.each([
    ['GraphML', 'sectors.graphml'],
    ['JSON', 'sectors.json'],
    ['CSV', 'sectors.csv'],
  ])('each word of a sector is a sector of its own in %s, as the file writes it', async (_, name) => {
    const words = ['business', 'Business', 'enterprise', 'company', '高校', 'university'];
    const nodes = words.map((sector, index) => ({ id: `n${index}`, sector }));
    const links = words
      .slice(1)
      .map((_word, index) => ({ source: 'n0', target: `n${index + 1}`, weight: 1 }));
    const map = { directed: false, nodes, links };
    const text = name.endsWith('graphml')
      ? graphml(map)
      : name.endsWith('json')
        ? JSON.stringify(map)
        : ['id,sector', ...nodes.map(({ id, sector }) => `${id},${sector}`)].join('\n');
    const { output } = await ecotone('info', file(name, text), '--json');
    const { sectors } = JSON.parse(output) as { sectors: { id: string; actors: number }[] };
    expect(sectors.map(({ id }) => id).sort()).toEqual([...words].sort());
    expect(sectors.map(({ actors }) => actors)).toEqual(words.map(() => 1));
  });
});

it('sectors may be as many as the file has', async () => {
  const rows = Array.from({ length: 60 }, (_, k) => `n${k},sector ${k}`);
  const { output } = await ecotone('info', file('many.csv', ['id,sector', ...rows].join('\n')), '--json');
  expect((JSON.parse(output) as { sectors: unknown[] }).sectors).toHaveLength(60);
});

describe('types of ties', () => {
  it('are the words of the file too, so that multiplexity counts what the file tells apart', async () => {
    const path = file('types.csv', 'source,target,tie type\nA,B,training\nA,B,knowledge\nB,C,Training\n');
    const result = await measuresJson(path, '--measures', 'multiplexity');
    expect([...byActor(result, 'multiplexity')]).toEqual([
      ['A', 2],
      ['B', 1.5],
      ['C', 1],
    ]);
  });
});

describe('the other outputs', () => {
  it('--csv has one row an actor, quoted where needed, and nothing that a spreadsheet runs', async () => {
    const path = file(
      'names.csv',
      'id,name,sector\na,"Wu, ""the"" maker",enterprise\nb,=1+1,university\nc,+C,other\n',
    );
    const { output } = await ecotone('measures', path, '--csv', '--measures', 'degree,closeness');
    expect(output.split('\r\n')).toEqual([
      'id,name,sector,degree,closeness',
      'a,"Wu, ""the"" maker",enterprise,0,0',
      "b,'=1+1,university,0,0",
      "c,'+C,other,0,0",
      '',
    ]);
  });

  it('--csv leaves undefined values empty and prints every digit of others', async () => {
    const path = file('three.csv', 'source,target,weight\nA,B,3\nB,C,7\n');
    const { output } = await ecotone('measures', path, '--csv', '--measures', 'pagerank,strength');
    const [, first = ''] = output.split('\r\n');
    const result = await measuresJson(path, '--measures', 'pagerank');
    expect(Number(first.split(',')[4])).toBe(result.actorMeasures['pagerank']?.[0]);
    const single = file('one.csv', 'id,name\nA,A\n');
    const { output: alone } = await ecotone('measures', single, '--csv', '--measures', 'closeness');
    expect(alone).toBe('id,name,sector,closeness\r\nA,A,other,\r\n');
  });

  it('without --json or --csv it is a table to read, and --help lists every measure', async () => {
    const { output, error, code } = await ecotone('measures', file('pair.csv', 'source,target\nA,B\n'));
    expect([code, error]).toEqual([0, '']);
    expect(output).toMatch(/^Density +0\.5\d* +density$/m);
    expect(output).toMatch(/^A +1 +/m);
    const broken = await ecotone(
      'measures',
      file('lines.csv', 'source,target\n"A\nB",C\n'),
      '--measures=degree',
    );
    expect(broken.output).toMatch(/^A B \(A B\) +1$/m);
    const help = await ecotone('--help');
    expect(help.code).toBe(0);
    for (const { id } of MEASURES) expect(help.output).toContain(`  ${id} `);
  });
});

describe('what it cannot do is one line on standard error, exit code 1, and nothing else', () => {
  const good = (): string => file('good.csv', 'source,target\nA,B\n');
  it.concurrent.each([
    ['no command', () => []],
    ['an unknown command', () => ['measure', good()]],
    ['no file', () => ['measures']],
    ['two files', () => ['measures', good(), good()]],
    ['a missing file', () => ['measures', join(folder, 'none.csv'), '--json']],
    ['a folder', () => ['info', folder, '--json']],
    ['an empty file', () => ['measures', file('empty.csv', ''), '--json']],
    ['a file of blanks', () => ['measures', file('blank.csv', ' \n\n'), '--json']],
    ['broken JSON', () => ['measures', file('broken.json', '{"nodes": [')]],
    ['broken GraphML', () => ['measures', file('broken.graphml', '<graphml><graph>')]],
    ['something else', () => ['measures', file('bytes.bin', '\u0000\u0001\u0002\u0000')]],
    ['an unknown option', () => ['measures', good(), '--colour']],
    ['an option without its value', () => ['measures', good(), '--seed']],
    ['a value that is not allowed', () => ['measures', good(), '--closeness', 'best']],
    ['a number out of bounds', () => ['measures', good(), '--permutations', '1']],
    ['a number that is none', () => ['measures', good(), '--seed', '']],
    ['a value where none belongs', () => ['measures', good(), '--json=yes']],
    ['an unknown direction', () => ['measures', good(), '--direction', 'both']],
    ['an unknown measure', () => ['measures', good(), '--json', '--measures', 'degree,power']],
    ['no measure', () => ['measures', good(), '--measures', '']],
    ['two outputs', () => ['measures', good(), '--json', '--csv']],
  ] as const)('%s', async (_, words) => {
    const { code, output, error } = await ecotone(...words());
    expect([code, output]).toEqual([1, '']);
    expect(error).toMatch(/^ecotone: \S[^\n]*[.)]\n$/);
  });
});
