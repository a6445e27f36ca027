import { describe, expect, test } from 'vitest';
import { codes, graphOf, read, readOne, file } from './reading.ts';
import { writeCsv } from '../../src/formats/csv-write.ts';
import { writeGraphml } from '../../src/formats/graphml-write.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { emptyDraft } from '../../src/model/make.ts';
import type { Draft } from '../../src/model/draft.ts';
import { actor, tie } from '../model/records.ts';

const graphml = (body: string, keys = ''): string =>
  `<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${keys}\n${body}</graphml>`;

const small: Draft = {
  ...emptyDraft('产教融合 <map>'),
  actors: [
    actor('a', { name: '=cmd', sector: 'enterprise', supply: { talent: 2 } }),
    actor('b', { name: '金华', sector: 'university', position: [1, -2] }),
  ],
  ties: [tie('t', 'a', 'b', { type: 'talent', direction: 'mutual', weight: 2.5 })],
};

describe('GraphML', () => {
  test('direction by element, by default, and when nothing is said', () => {
    const body = (mode: string): string =>
      graphml(
        `<graph${mode}><node id="a"/><node id="b"/><edge source="a" target="b"/><edge source="a" target="b" directed="true"/></graph>`,
      );
    const directions = (text: string): string[] =>
      readOne('a.graphml', text).draft.ties.map((tie) => tie.direction);
    expect(directions(body(' edgedefault="directed"'))).toEqual(['one-way', 'one-way']);
    expect(directions(body(' edgedefault="undirected"'))).toEqual(['mutual', 'one-way']);
    expect(directions(body(''))).toEqual(['mutual', 'one-way']);
  });

  test('keys of any name become columns: label, weight, sector, and fields by their type', () => {
    const keys = [
      '<key id="d0" for="node" attr.name="Label" attr.type="string"/>',
      '<key id="d1" for="node" attr.name="类型" attr.type="string"/>',
      '<key id="d2" for="node" attr.name="code" attr.type="string"/>',
      '<key id="d3" for="edge" attr.name="weight" attr.type="double"/>',
      '<key id="d4" for="all" attr.name="flag" attr.type="boolean"><default>false</default></key>',
    ].join('');
    const { draft } = readOne(
      'a.graphml',
      graphml(
        '<graph edgedefault="directed"><node id="n1"><data key="d0">甲 &amp; 乙</data><data key="d1">企业</data><data key="d2">7</data></node><node id="n2"><data key="d4">true</data></node><edge source="n1" target="n2"><data key="d3">2.5</data></edge></graph>',
        keys,
      ),
    );
    expect(draft.actors[0]).toMatchObject({ id: 'n1', name: '甲 & 乙', sector: 'enterprise' });
    expect(draft.actors.map((actor) => actor.fields['flag'])).toEqual(['false', 'true']);
    expect(draft.actors[0]?.fields['code']).toBe('7');
    expect(draft.ties[0]).toMatchObject({ weight: 2.5, direction: 'one-way' });
  });

  test('yEd’s desktop dialect: labels and geometry in elements, groups flat', () => {
    const keys =
      '<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>';
    const node = (id: string, label: string, x: number, inner = ''): string =>
      `<node id="${id}"><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="${x}" y="0"/><y:NodeLabel>${label}</y:NodeLabel></y:ShapeNode></data>${inner}</node>`;
    const reading = readOne(
      'a.graphml',
      graphml(
        `<graph edgedefault="directed">${node('g', 'Group', 0, `<graph id="g:" edgedefault="directed">${node('g::a', 'Alpha', 500)}</graph>`)}${node('b', 'Beta', 900)}<edge id="e" source="g::a" target="b"/></graph>`,
        keys,
      ).replace('<graphml ', '<graphml xmlns:y="http://www.yworks.com/xml/graphml" '),
    );
    expect(reading.draft.actors.map((actor) => [actor.name, actor.position])).toEqual([
      ['Group', [15, 15]],
      ['Alpha', [515, 15]],
      ['Beta', [915, 15]],
    ]);
    expect(reading.draft.actors[1]?.fields).toEqual({ group: 'g' });
    expect(codes(reading)).toEqual(expect.arrayContaining(['nested', 'drawing-left-out']));
  });

  test('hyperedges become joint projects', () => {
    const reading = readOne(
      'a.graphml',
      graphml(
        '<graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/><hyperedge id="h"><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge></graph>',
      ),
    );
    expect(reading.draft.projects).toEqual([{ id: 'h', name: 'h', actors: ['a', 'b', 'c'], unknown: {} }]);
    expect(codes(reading)).toContain('hyperedges');
  });

  test('Gephi’s size of a dot is not the size of an organisation', () => {
    const keys = ['r', 'g', 'b', 'size', 'x', 'y']
      .map((name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="float"/>`)
      .join('');
    const data = ['r', 'g', 'b', 'size', 'x', 'y'].map((name) => `<data key="${name}">10</data>`).join('');
    const [actor] = readOne('a.graphml', graphml(`<graph><node id="a">${data}</node></graph>`, keys)).draft
      .actors;
    expect(actor).not.toHaveProperty('size');
    expect(actor?.fields['size']).toBe(10);
    expect(actor?.position).toEqual([10, 10]);
  });

  test('what we write has plain keys that other programs show', () => {
    const [written] = writeGraphml(graphOf(small));
    expect(written?.name).toBe('产教融合 map.graphml');
    expect(written?.text).toContain('attr.name="label" attr.type="string"');
    expect(written?.text).toContain('attr.name="weight" attr.type="double"');
    expect(written?.text).toContain('directed="false"');
  });
});

describe('the pair of tables', () => {
  test('is for Excel: a byte order mark, lines of Windows, and no formula', () => {
    const [actors, ties] = writeCsv(graphOf(small));
    expect(actors?.name).toBe('产教融合 map actors.csv');
    expect(actors?.text).toBe(
      "\ufeffId,Label,Sector,Supply: Skilled talent {supply:talent},x,y\r\na,'=cmd,Enterprise,2,,\r\nb,金华,University,,1,-2\r\n",
    );
    expect(ties?.text).toBe('\ufeffId,Source,Target,Type,Weight,Tie type\r\nt,a,b,Undirected,2.5,Talent\r\n');
  });

  test('a name that a spreadsheet changed is read as changed', () => {
    const files = writeCsv(graphOf(small)).map(({ name, text }) =>
      file(name, text.replace('金华', '金华市')),
    );
    const { draft } = read(files, { positions: 'keep' });
    expect(draft.actors.map((actor) => actor.name)).toEqual(['=cmd', '金华市']);
    expect(draft.ties).toEqual(small.ties);
  });
});

describe('the registry', () => {
  test('every format that is written is read', () => {
    for (const { reads, write, extensions } of FORMATS) {
      expect(reads).toBe(true);
      for (const { name } of write?.(graphOf(small)) ?? [])
        expect(name.endsWith(`.${extensions[0]}`)).toBe(true);
    }
  });

  test('equal maps are written as equal bytes, whatever the order of their records', () => {
    const turned = { ...small, actors: [...small.actors].reverse() };
    for (const { write } of FORMATS) expect(write?.(graphOf(turned))).toEqual(write?.(graphOf(small)));
  });
});
