import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes, file, read, readOne, refusal } from '../formats/reading.ts';
import type { Choices, Reading } from '../../src/formats/format.ts';

const folder = resolve('../shared/samples');
const present = existsSync(folder);
if (!present) console.warn('Skipped: the real network files (../shared/samples) are not there.');

function bytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(folder, name)));
}

function open(name: string, choices: Choices = {}): Reading {
  return readOne(name, bytes(name), choices);
}

/** Ties as pairs of names with weights, whichever way round: what twins of different dialects have in common. */
function pairs({ draft }: Reading): string[] {
  const names = new Map(draft.actors.map((actor) => [actor.id, actor.name]));
  return draft.ties
    .map(({ source, target, weight }) => [[names.get(source), names.get(target)].sort(), weight])
    .map((pair) => JSON.stringify(pair))
    .sort();
}

describe.skipIf(!present)('real files open with the counts that an independent reader found', () => {
  const counts: readonly (readonly [string, number, number])[] = [
    ['gd03_social_network.graphml.xml', 26, 64],
    ['yed_sample.graphml.xml', 3, 2],
    ['graphml_namespace_prefix.xml', 3, 2],
    ['gephi_football.graphml', 115, 613],
    ['graphology_mixed_multigraph.graphml', 6, 8],
    ['graphology_miserables.graphml', 77, 254],
    ['gephi_utf8_bom.csv', 3, 0],
    ['gephi_edges_timeset_intervals.csv', 3, 5],
    ['hongloumeng_edges_utf8.csv', 179, 3950],
    ['hongloumeng_edges_gbk_DERIVED.csv', 179, 3950],
    ['hongloumeng_edges_utf8bom_DERIVED.csv', 179, 3950],
    ['hongloumeng_nodes_utf8.csv', 180, 0],
    ['batagelj_bibLinks.csv', 16, 19],
    ['batagelj_bibNodes.csv', 16, 0],
    ['kumu_paypal_mafia.xlsx', 34, 49],
    ['d3_miserables_index.json', 77, 254],
    ['jgf_les_miserables.json', 77, 254],
    ['padgett_marriage.netsJSON.json', 16, 20],
    ['kumu_tutorial_project.json', 51, 113],
    ['cyjs_compound.json', 28, 35],
  ];
  test.each(counts)('%s: %i actors, %i ties', (name, actors, ties) => {
    const { report } = open(name);
    expect([report.actors, report.ties]).toEqual([actors, ties]);
  });
});

describe.skipIf(!present)('the traps of the real files', () => {
  test('a user’s file of 7,346 rows keeps every tie, and tells those of an actor with itself; they are left out when asked', () => {
    const name = 'gephi_issue1848_edges.csv';
    const without = open(name, { loops: 'drop' }).report;
    expect([without.actors, without.ties]).toEqual([176, 7346 - 343]);
    const { report } = open(name);
    expect([report.actors, report.ties]).toEqual([176, 7346]);
    expect(report.notes.filter((note) => note.code === 'self-loop')[0]?.line).toBe(411);
    const told = report.notes.filter((note) => note.code === 'self-loop');
    expect(told.reduce((sum, note) => sum + (note.count ?? 1), 0)).toBe(343);
  });

  test('parallel ties are summed when that is chosen: 246 ordered pairs', () => {
    const { draft } = open('gephi_issue1848_edges.csv', { loops: 'keep', parallel: 'sum' });
    expect(draft.ties).toHaveLength(246);
    expect(draft.ties.reduce((sum, tie) => sum + tie.weight, 0)).toBe(7346);
    const mutual = open('gephi_issue1848_edges.csv', { loops: 'keep', parallel: 'sum', direction: 'mutual' });
    expect(mutual.draft.ties).toHaveLength(226);
  });

  // The manifest counts 8: two cells of its own reader are the text " 0". Six are not 0, two of them on the diagonal.
  test('a matrix gives a tie for each cell that is not 0', () => {
    const reading = open('gephi_matrix.csv', { loops: 'keep' });
    expect(reading.draft.actors.map((actor) => actor.name)).toEqual(['A', 'B', 'C', 'D', 'E']);
    const ties = reading.draft.ties.map(({ source, target, weight }) => `${source}${target}${weight}`);
    expect(ties).toEqual(['AB1', 'AD2', 'BA1', 'CC1', 'DB3.5', 'DD4.2']);
  });

  test('hyperedges become joint projects, those of one giver and one receiver ties, with a warning', () => {
    const { draft, report } = open('jgf_hyper_directed.json');
    expect(report.actors).toBe(8);
    expect(draft.ties.length + draft.projects.length).toBe(4);
    expect(draft.ties.map((tie) => [tie.source, tie.target, tie.weight])).toEqual([
      ['c', 'd', 45],
      ['d', 'e', 46],
    ]);
    expect(report.notes.some((note) => note.code === 'hyperedges' && note.severity === 'warning')).toBe(true);
  });

  test('a decimal comma is read as one', () => {
    const { draft } = open('cyweb_european_quoted.csv');
    expect(draft.ties).toHaveLength(10);
    expect(draft.ties[0]).toMatchObject({ source: 'Alice', target: 'Charlie', weight: 22.41 });
  });

  test('the list of nodes and the list of links of one network are read together', () => {
    const { draft, report } = read([
      file('batagelj_bibNodes.csv', bytes('batagelj_bibNodes.csv')),
      file('batagelj_bibLinks.csv', bytes('batagelj_bibLinks.csv')),
    ]);
    expect([report.actors, report.ties]).toEqual([16, 19]);
    expect(draft.info.title).toBe('batagelj_bib');
    expect(draft.actors.find((actor) => actor.name === 'Ferligoj, Anuška')?.fields).toEqual({
      mode: 'person',
      country: 'SI',
      sex: 'f',
    });
    expect(new Set(draft.ties.map((tie) => tie.type)).size).toBe(5);
  });

  test('the Chinese list of nodes joins its list of ties, whichever is given first', () => {
    const nodes = file('n.csv', bytes('hongloumeng_nodes_utf8.csv'));
    const edges = file('e.csv', bytes('hongloumeng_edges_gbk_DERIVED.csv'));
    for (const files of [
      [nodes, edges],
      [edges, nodes],
    ]) {
      const { report } = read(files);
      expect(report.ties).toBe(3950);
      expect(report.actors).toBeGreaterThanOrEqual(180);
    }
  });

  test('mixed directions and parallel edges of GraphML are kept', () => {
    const { draft } = open('graphology_mixed_multigraph.graphml');
    expect(draft.ties.filter((tie) => tie.direction === 'one-way').map((tie) => tie.id)).toEqual([
      'e3',
      'e6',
    ]);
    expect(draft.ties.filter((tie) => tie.source === 'n2' && tie.target === 'n4')).toHaveLength(2);
    // A declared default holds where an element says nothing.
    expect(draft.actors.map((actor) => actor.fields['color'])).toEqual([
      'green',
      'yellow',
      'blue',
      'red',
      'yellow',
      'turquoise',
    ]);
  });

  test('yEd’s labels and places are read from its own elements', () => {
    const { draft } = open('yed_sample.graphml.xml');
    expect(draft.actors.map((actor) => actor.name)).toEqual(['A', 'B', 'X']);
    expect(draft.actors.every((actor) => actor.position)).toBe(true);
  });

  test('Gephi’s times become dates, its type a direction', () => {
    const { draft } = open('gephi_edges_timeset_intervals.csv');
    expect(draft.ties[1]).toMatchObject({ direction: 'one-way', from: '2016-03-04' });
    expect(draft.ties[1]).not.toHaveProperty('to');
    expect(draft.ties.every((tie) => tie.direction === 'one-way')).toBe(true);
  });

  test('rows of one id that disagree stay two actors, and that is told with the line', () => {
    const { draft, report } = open('gephi_utf8_bom.csv');
    expect(draft.actors.map((actor) => actor.id)).toEqual(['1', '2', '2-2']);
    expect(draft.actors[0]?.fields['utf8']).toBe('漢語');
    expect(report.notes.find((note) => note.code === 'duplicate-renamed')?.line).toBe(4);
    expect(open('gephi_utf8_bom.csv', { duplicates: 'merge' }).report.actors).toBe(2);
  });

  test('Kumu’s workbook: sheets of elements and connections, types, lists, an empty type', () => {
    const { draft } = open('kumu_paypal_mafia.xlsx');
    const sectors = new Map<string, number>();
    for (const { sector } of draft.actors) sectors.set(sector, (sectors.get(sector) ?? 0) + 1);
    expect([...sectors.keys()].sort()).toEqual(['enterprise', 'person']);
    expect(draft.scheme.fields.find((field) => field.name.en === 'Board Affiliations')?.kind).toBe('list');
    expect(draft.ties.some((tie) => tie.type === 'investor')).toBe(true);
  });

  test('Kumu’s project: numbers are numbers, places and directions kept', () => {
    const { draft } = open('kumu_tutorial_project.json');
    expect(draft.actors[0]).toMatchObject({ name: 'New York', pinned: true });
    expect(draft.ties.every((tie) => tie.direction === 'mutual')).toBe(true);
    expect(draft.info.title).toBe('US State Population Growth');
  });
});

describe.skipIf(!present)('twins: one network in several dialects is one network', () => {
  test('Les Misérables as GraphML, JSON Graph Format and by index', () => {
    const mutual = { direction: 'mutual' };
    const byIndex = pairs(open('d3_miserables_index.json', mutual));
    expect(byIndex).toHaveLength(254);
    expect(pairs(open('jgf_les_miserables.json', mutual))).toEqual(byIndex);
    const graphml = open('graphology_miserables.graphml', { weight: 'ignore' });
    // This one spells Mlle. and Mme. without points.
    const letters = (list: readonly string[]): string[] =>
      list.map((pair) => pair.replace(/[^\w,]/gu, '').toLowerCase()).sort();
    const plain = open('d3_miserables_index.json', { weight: 'ignore' });
    expect(letters(pairs(graphml))).toEqual(letters(pairs(plain)));
  });

  test('Dream of the Red Chamber in UTF-8, with a byte order mark, and in GB18030', () => {
    const [plain, marked, chinese] = ['utf8', 'utf8bom_DERIVED', 'gbk_DERIVED'].map((kind) =>
      open(`hongloumeng_edges_${kind}.csv`),
    );
    expect(marked?.draft.ties).toEqual(plain?.draft.ties);
    expect(chinese?.draft.ties).toEqual(plain?.draft.ties);
    expect(chinese?.draft.actors).toEqual(plain?.draft.actors);
    expect(plain?.draft.actors[0]?.name).toBe('甄士隐');
    expect(plain && codes(plain)).toContain('all-reciprocal');
  });
});

describe.skipIf(!present)('what can’t be read is refused with a way out, in both languages', () => {
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['kumu_euro_crisis_CORRUPT.xlsx', 'zip-damaged', /EF BF BD/u],
    ['cyweb_truncated_INVALID.cx2', 'unsupported-format', /CX2/u],
    ['cyweb_medium_network.cx2', 'unsupported-format', /CX2/u],
    ['cyweb_complex_names.sif', 'unsupported-format', /SIF/u],
    ['gephi_les_miserables.gexf', 'unsupported-format', /GEXF/u],
    ['graphology_celegans.gexf', 'unsupported-format', /GEXF/u],
    ['karate.gml', 'unsupported-format', /GML/u],
    ['gd03_social_network.gml', 'unsupported-format', /GML/u],
    ['graphviz_b124.dot', 'unsupported-format', /DOT/u],
    ['graphviz_Latin1.dot', 'unsupported-format', /DOT/u],
    ['padgett_ucinet.paj', 'unsupported-format', /Pajek/u],
    ['utf8_with_bom.net', 'unsupported-format', /Pajek/u],
    ['PADGETT.DAT', 'unsupported-format', /UCINET/u],
    ['DAVIS.DAT', 'unsupported-format', /UCINET/u],
  ];
  test.each(refused)('%s: %s', (name, code, says) => {
    const problem = refusal([file(name, bytes(name))]);
    expect(problem.code).toBe(code);
    expect(problem.message.en).toMatch(says);
    expect(problem.message.zh).toMatch(/\p{Script=Han}/u);
  });

  test('a name with another extension does not change what a file is', () => {
    expect(refusal([file('map.csv', bytes('gephi_les_miserables.gexf'))]).code).toBe('unsupported-format');
    expect(readOne('map.csv', bytes('gephi_football.graphml')).report.actors).toBe(115);
    expect(readOne('map.json', bytes('kumu_paypal_mafia.xlsx')).report.ties).toBe(49);
    expect(readOne('map.xlsx', bytes('batagelj_bibLinks.csv')).report.ties).toBe(19);
  });
});
