import { describe, expect, test } from 'vitest';
import { codes, readOne, refusal, file } from './reading.ts';
import type { Reading } from '../../src/formats/format.ts';

function open(value: unknown): Reading {
  return readOne('map.json', JSON.stringify(value));
}

function ties({ draft }: Reading): string[] {
  return draft.ties.map(
    (tie) => `${tie.source}${tie.direction === 'mutual' ? '<>' : '>'}${tie.target}:${tie.weight}`,
  );
}

describe('node-link JSON in the ways that programs write it', () => {
  const nodes = [
    { id: 'a', name: 'Alpha' },
    { id: 'b', name: 'Beta' },
  ];

  test('networkx: ids, a flag for direction, links or edges', () => {
    for (const key of ['links', 'edges']) {
      const links = [{ source: 'a', target: 'b', weight: 2 }];
      expect(ties(open({ directed: true, multigraph: false, graph: {}, nodes, [key]: links }))).toEqual([
        'a>b:2',
      ]);
      expect(ties(open({ directed: false, nodes, [key]: links }))).toEqual(['a<>b:2']);
    }
  });

  test('d3: places in the list, values, and nodes in place of ids after drawing', () => {
    const named = [
      { name: 'Alpha', group: 1 },
      { name: 'Beta', group: 1 },
    ];
    expect(ties(open({ nodes: named, links: [{ source: 0, target: 1, value: 3 }] }))).toEqual([
      'Alpha<>Beta:3',
    ]);
    const drawn = { source: { name: 'Alpha', index: 0, x: 1 }, target: { name: 'Beta', index: 1 } };
    expect(ties(open({ nodes: named, links: [drawn] }))).toEqual(['Alpha<>Beta:1']);
  });

  test('numbers are ids when they fit, else places, which is told', () => {
    const numbered = [{ id: 1 }, { id: 2 }, { id: 3 }];
    expect(ties(open({ nodes: numbered, links: [{ source: 1, target: 3 }] }))).toEqual(['1<>3:1']);
    const reading = open({ nodes: numbered, links: [{ source: 0, target: 2 }] });
    expect(ties(reading)).toEqual(['1<>3:1']);
    expect(codes(reading)).toContain('links-by-index');
  });

  test('vis.js: from and to', () => {
    expect(
      ties(
        open({
          nodes: [
            { id: 1, label: 'A' },
            { id: 2, label: 'B' },
          ],
          edges: [{ from: 1, to: 2 }],
        }),
      ),
    ).toEqual(['1<>2:1']);
  });

  test('graphology: keys and attributes', () => {
    const reading = open({
      options: { type: 'directed', multi: true },
      nodes: [
        { key: 'a', attributes: { label: 'Alpha', x: 10, y: 2000 } },
        { key: 'b', attributes: { x: 0, y: 0 } },
      ],
      edges: [
        { key: 'e', source: 'a', target: 'b', attributes: { weight: 5 } },
        { source: 'b', target: 'a', undirected: true },
      ],
    });
    expect(ties(reading)).toEqual(['a>b:5', 'b<>a:1']);
    expect(reading.draft.actors[0]).toMatchObject({ name: 'Alpha', position: [10, 2000] });
  });

  test('ECharts: a series of type graph, its categories by number', () => {
    const reading = open({
      series: [
        {
          type: 'graph',
          categories: [{ name: '企业' }, { name: '高校' }],
          data: [
            { name: '甲', category: 0 },
            { name: '乙', category: 1 },
          ],
          links: [{ source: '甲', target: '乙' }],
        },
      ],
    });
    expect(reading.draft.actors.map((actor) => actor.sector)).toEqual(['enterprise', 'university']);
    expect(reading.draft.ties).toHaveLength(1);
  });

  test('texts of digits stay texts, nested values stay readable, lists are lists', () => {
    const { draft } = open({
      nodes: [{ id: 'a', code2: '007', tags: ['x', 'y'], deep: { z: 1 } }],
      links: [],
    });
    expect(draft.actors[0]?.fields).toEqual({ code2: '007', tags: ['x', 'y'], deep: '{"z":1}' });
  });
});

describe('other dialects', () => {
  test('JSON Graph Format: directed unless it says otherwise, nodes by id or as a list', () => {
    const edges = [{ source: 'a', target: 'b', relation: 'policy', metadata: { weight: 2 } }];
    const reading = open({ graph: { label: 'A graph', nodes: { a: { label: 'Alpha' }, b: {} }, edges } });
    expect(ties(reading)).toEqual(['a>b:2']);
    expect(reading.draft.ties[0]?.type).toBe('policy');
    expect(reading.draft.info.title).toBe('A graph');
    const listed = { directed: false, nodes: [{ id: 'a' }, { id: 'b' }], edges };
    expect(ties(open({ graphs: [{ ...listed }, {}] }))).toEqual(['a<>b:2']);
  });

  test('Cytoscape.js: elements as an object, a list, or bare', () => {
    const a = { data: { id: 'a', name: 'Alpha' }, position: { x: 1000, y: 0 } };
    const b = { data: { id: 'b' }, position: { x: 0, y: 5 } };
    const e = { data: { id: 'e', source: 'a', target: 'b', weight: 4 } };
    for (const value of [{ elements: { nodes: [a, b], edges: [e] } }, { elements: [a, b, e] }, [a, b, e]]) {
      const reading = open(value);
      expect(ties(reading)).toEqual(['a>b:4']);
      expect(reading.draft.actors[0]).toMatchObject({ name: 'Alpha', position: [1000, 0] });
    }
  });

  test('a list of objects is a table', () => {
    expect(ties(open([{ source: 'a', target: 'b', weight: 2 }]))).toEqual(['a>b:2']);
    expect(open([{ name: 'Alpha', sector: '企业' }]).draft.actors[0]).toMatchObject({
      name: 'Alpha',
      sector: 'enterprise',
    });
  });

  test('dialects that are not read are named', () => {
    const named: readonly (readonly [unknown, RegExp])[] = [
      [[{ CXVersion: '2.0' }, { nodes: [] }], /CX2/u],
      [[{ numberVerification: [{}] }], /CX /u],
      [{ nodes: [{ id: 'a' }], adjacency: [[]] }, /networkx/u],
      [{ name: 'root', children: [] }, /d3-hierarchy/u],
    ];
    for (const [value, dialect] of named) {
      const problem = refusal([file('a.json', JSON.stringify(value))]);
      expect(problem.code).toBe('unsupported-format');
      expect(problem.message.en).toMatch(dialect);
      expect(problem.message.zh).toMatch(dialect);
    }
  });
});
