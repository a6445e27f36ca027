import { describe, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { codes, file, paste, read, readOne, refusal } from './reading.ts';
import { LIMITS } from '../../src/formats/limits.ts';
import { ownText } from '../../src/formats/own-write.ts';
import { emptyDraft } from '../../src/model/make.ts';

const edges = (rows: string): string => `Source,Target,Weight\n${rows}`;

type Refused = readonly [
  what: string,
  name: string,
  content: string | Uint8Array,
  code: string,
  line?: number,
];

describe('what is no map is refused with a message in both languages', () => {
  const refused: readonly Refused[] = [
    ['an empty file', 'a.csv', '', 'empty'],
    ['blank lines', 'a.csv', '\n\n  \n', 'empty'],
    ['a byte order mark alone', 'a.csv', '\ufeff', 'empty'],
    ['a header without rows', 'a.csv', 'Source,Target\n', 'nothing-found'],
    ['a picture', 'a.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'figure-without-map'],
    ['zero bytes', 'a.csv', new Uint8Array([65, 0, 0, 0, 66, 0, 1, 200, 3]), 'binary'],
    ['a PDF that calls itself a table', 'a.xlsx', '%PDF-1.7 ...', 'binary'],
    ['an old Excel file', 'a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
    ['a truncated workbook', 'a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'zip-damaged'],
    [
      'an archive of something else',
      'a.ods',
      zipSync({ mimetype: strToU8('application/x') }),
      'unsupported-format',
    ],
    ['JSON cut short', 'a.json', '{"nodes": [\n{"id": "a"},', 'json-broken', 2],
    ['JSON with a slip', 'a.json', '{"nodes": [\n{"id": "a"}\n{"id": "b"}]}', 'json-broken', 3],
    ['JSON of another kind', 'a.json', '{"type": "FeatureCollection", "features": []}', 'unsupported-format'],
    ['JSON that means nothing here', 'a.json', '{"menu": {"id": 1}}', 'unknown-json'],
    ['a JSON number', 'a.json', '[1, 2]', 'unknown-json'],
    ['an empty network', 'a.json', '{"nodes": [], "links": []}', 'nothing-found'],
    [
      'XML cut short',
      'a.graphml',
      '<graphml><graph edgedefault="directed">\n<node id="a"/>\n',
      'xml-broken',
      3,
    ],
    ['XML with a slip', 'a.graphml', '<graphml>\n<node id="a" id="b"></graphml>', 'xml-broken', 2],
    ['GraphML without nodes', 'a.graphml', '<graphml><graph/></graphml>', 'nothing-found'],
    ['a page of the web', 'a.graphml', '<!-- x --><html><body>404</body></html>', 'figure-without-map'],
    ['a quotation mark that never closes', 'a.csv', 'Source,Target\na,b\n"c,d\ne,f\n', 'quote-open', 3],
    ['a table of ties with no weight above 0', 'a.csv', edges('a,b,0\nb,c,-1\n'), 'no-valid-weight', 2],
    [
      'a backup of the whole library',
      'a.json',
      '{"format": "ecotone-backup", "version": 1, "maps": []}',
      'is-backup',
    ],
    ['a map of a newer version', 'a.json', '{"format": "ecotone", "version": 2}', 'newer-version'],
  ];
  for (const [what, name, content, code, line] of refused)
    test(what, () => {
      const problem = refusal([file(name, content)]);
      expect(problem.code).toBe(code);
      if (line !== undefined) expect(problem.line).toBe(line);
      expect(problem.message.en.length).toBeGreaterThan(20);
      expect(problem.message.zh).toMatch(/\p{Script=Han}/u);
    });

  test('no file at all', () => {
    expect(refusal([]).code).toBe('empty');
  });

  test('two files of which one is no table', () => {
    const table = file('a.csv', edges('a,b,1\n'));
    const problem = refusal([table, file('b.graphml', '<graphml/>')]);
    expect(problem.code).toBe('not-together');
    expect(problem.message.en).toContain('b.graphml');
  });

  test('a file above the limit of bytes', () => {
    expect(refusal([file('a.csv', new Uint8Array(LIMITS.bytes + 1))]).code).toBe('too-large');
  });

  test('our own format may be larger, so that whatever we write can be opened again', () => {
    const bytes = new Uint8Array(LIMITS.bytes + 1).fill(0x20);
    bytes.set(new TextEncoder().encode('{"format": "ecotone", "version": 1, "map": {"title": "Large"}}'));
    expect(readOne('a.json', bytes).draft.info.title).toBe('Large');
  });
});

describe('what was made to harm is refused, quickly', () => {
  test('a document type in XML', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<graphml><graph><node id="&b;"/></graph></graphml>`;
    const problem = refusal([file('a.graphml', bomb)]);
    expect(problem).toMatchObject({ code: 'xml-doctype', line: 2 });
  });

  test('an entity that nobody declared', () => {
    expect(refusal([file('a.graphml', '<graphml><graph><node id="&xxe;"/></graph></graphml>')]).code).toBe(
      'xml-broken',
    );
  });

  test('XML and JSON of great depth', () => {
    const xml = `<graphml>${'<graph><node id="a">'.repeat(200)}`;
    expect(refusal([file('a.graphml', xml)]).code).toBe('too-deep');
    expect(refusal([file('a.json', `{"a":${'['.repeat(100_000)}`)]).code).toBe('too-deep');
  });

  test('brackets in texts are no depth', () => {
    const name = '['.repeat(200);
    expect(readOne('a.json', JSON.stringify({ nodes: [{ id: name }], links: [] })).draft.actors[0]?.id).toBe(
      name,
    );
  });

  test('an archive that unpacks to hundreds of megabytes', () => {
    const sheet = new Uint8Array(60 * 1024 * 1024).fill(0x20);
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(refusal([file('a.xlsx', bytes)]).code).toBe('zip-bomb');
  });

  test('a document type inside a workbook', () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') });
    expect(refusal([file('a.xlsx', bytes)]).code).toBe('xml-doctype');
  });

  test('names that objects have anyway are names as any other', () => {
    const { draft } = paste('Source,Target,constructor\n__proto__,toString,__proto__\n');
    expect(draft.actors.map((actor) => actor.id)).toEqual(['__proto__', 'toString']);
    const fields = draft.ties[0]?.fields ?? {};
    expect(Object.entries(fields)).toEqual([['constructor-entry', '__proto__']]);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });

  test('keys named __proto__ in JSON are kept as data', () => {
    const text = `{"format": "ecotone", "version": 1, "actors": [{"id": "a", "name": "a", "__proto__": {"polluted": true}, "supply": {"__proto__": 2}}]}`;
    const [actor] = readOne('a.json', text).draft.actors;
    expect(Object.entries(actor?.unknown ?? {})).toEqual([['__proto__', { polluted: true }]]);
    expect(Object.entries(actor?.supply ?? {})).toEqual([['__proto__', 2]]);
    expect((actor as unknown as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('scripts and formulas are texts', () => {
    const { draft } = paste('Id,Label,Notes\na,<script>alert(1)</script>,=HYPERLINK("x")\n');
    expect(draft.actors[0]).toMatchObject({ name: '<script>alert(1)</script>', notes: '=HYPERLINK("x")' });
  });

  test('control characters are taken out of names, and line ends become blanks', () => {
    const { draft } = paste('Id,Label\na,"x\u0007y\nz\u001b[31m"\n');
    expect(draft.actors[0]?.name).toBe('xy z[31m');
  });
});

describe('a slip in a row is told with its line, and the rest is read', () => {
  test('weights that are 0, negative, no number or infinite', () => {
    const reading = paste(edges('a,b,1\nb,c,0\nc,d,-2\nd,e,NaN\ne,f,x\nf,g,1e999\ng,h,\n'));
    const refused = reading.report.notes.filter((note) => note.code === 'weight-left-out');
    expect(refused.map((note) => note.line)).toEqual([3, 4, 5, 6, 7]);
    expect(refused[0]?.message.en).toContain('“0”');
    expect(reading.draft.ties.map((tie) => tie.weight)).toEqual([1, 1]);
    expect(reading.report.notes.find((note) => note.code === 'weight-empty')?.count).toBe(1);
    // Who stands in such a row is still on the map.
    expect(reading.draft.actors).toHaveLength(8);
  });

  test('lines are counted as an editor shows them, through cells of several lines', () => {
    const reading = paste('Source,Target,Weight,Notes\na,b,1,"one\ntwo\nthree"\n\nb,c,0,\n');
    expect(reading.report.notes.find((note) => note.code === 'weight-left-out')?.line).toBe(6);
  });

  test('a tie that names an actor who is not in the list', () => {
    const files = [
      file('n.csv', 'Id,Label\na,Alpha\nb,Beta\n'),
      file('e.csv', 'Source,Target\na,b\na,ghost\n'),
    ];
    const made = read(files);
    expect(made.draft.actors.map((actor) => actor.id)).toEqual(['a', 'b', 'ghost']);
    expect(made.report.notes.find((note) => note.code === 'unknown-actor')).toMatchObject({
      severity: 'warning',
      line: 3,
    });
    const dropped = read(files, { strangers: 'drop' });
    expect(dropped.draft.actors).toHaveLength(2);
    expect(dropped.draft.ties).toHaveLength(1);
  });

  test('a tie with one end', () => {
    const reading = paste('Source,Target\na,b\nc,\n');
    expect(reading.draft.actors.map((actor) => actor.id)).toEqual(['a', 'b', 'c']);
    expect(reading.report.notes.find((note) => note.code === 'tie-without-end')?.line).toBe(3);
  });

  test('ids used twice: rows that agree become one, rows that disagree stay apart', () => {
    const text = 'Id,Label,City\n1,Alpha,Jinhua\n1,Alpha,\n2,Beta,Yiwu\n2,Beta,Hangzhou\n';
    const reading = paste(text);
    expect(reading.draft.actors.map((actor) => actor.id)).toEqual(['1', '2', '2-2']);
    expect(reading.report.notes.map((note) => [note.code, note.line]).slice(0, 2)).toEqual([
      ['duplicate-merged', 3],
      ['duplicate-renamed', 5],
    ]);
    expect(paste(text, { duplicates: 'merge' }).draft.actors).toHaveLength(2);
    expect(paste(text, { duplicates: 'apart' }).draft.actors).toHaveLength(4);
  });

  test('ties of an actor with itself are kept and told, or left out when asked', () => {
    const text = 'Source,Target\na,b\nb,b\n';
    const reading = paste(text);
    expect(reading.draft.ties).toHaveLength(2);
    expect(reading.report.notes.find((note) => note.code === 'self-loop')?.line).toBe(3);
    expect(paste(text, { loops: 'drop' }).draft.ties).toHaveLength(1);
  });

  test('parallel ties stay apart, or are summed when asked', () => {
    const text = 'Source,Target,Weight,Relation\na,b,1,talent\na,b,2,talent\na,b,4,capital\nb,a,8,talent\n';
    const reading = paste(text);
    expect(reading.draft.ties).toHaveLength(4);
    expect(codes(reading)).toContain('parallel');
    expect(paste(text, { parallel: 'sum' }).draft.ties.map((tie) => tie.weight)).toEqual([3, 4, 8]);
  });

  test('a name of 10 kB is cut, and stands whole in the notes', () => {
    const long = '金'.repeat(10_000);
    for (const reading of [
      paste(`Id,Label\na,${long}\n`),
      readOne('a.json', JSON.stringify({ format: 'ecotone', version: 1, actors: [{ id: 'a', name: long }] })),
      paste(`Source,Target\n${long},b\n`),
    ]) {
      const [actor] = reading.draft.actors;
      expect(actor?.name).toHaveLength(1000);
      expect(actor?.notes).toBe(long);
      expect(actor?.id.length).toBeLessThanOrEqual(LIMITS.idLength);
      expect(codes(reading)).toContain('name-cut');
    }
  });

  test('a row without id and name', () => {
    const reading = paste('Id,Label,City\na,Alpha,x\n,,y\n');
    expect(reading.report.notes.find((note) => note.code === 'row-without-name')?.line).toBe(3);
  });

  test('a thousand slips of one kind are fifty notes and a count', () => {
    const reading = paste(edges(`a,b,1\n${'a,b,0\n'.repeat(1000)}`));
    const refused = reading.report.notes.filter((note) => note.code === 'weight-left-out');
    expect(refused).toHaveLength(51);
    expect(refused.at(-1)).toMatchObject({ count: 950 });
  });

  test('rows longer than the header keep their cells', () => {
    const reading = paste('Id,Label\na,Alpha,extra\nb,Beta\n');
    expect(reading.draft.actors[0]?.fields).toEqual({ 'column-3': 'extra' });
  });
});

describe('our own format with slips', () => {
  const own = (parts: object): ReturnType<typeof readOne> =>
    readOne('a.json', JSON.stringify({ format: 'ecotone', version: 1, map: { title: 'M' }, ...parts }));

  test('values of the wrong kind are left out and told, the rest is read', () => {
    const reading = own({
      actors: [
        {
          id: 'a',
          name: 'A',
          size: 'big',
          supply: { talent: -1, funding: 2 },
          position: [1],
          from: 'May',
          extra: [1],
        },
        'nonsense',
        { name: 'no id' },
      ],
    });
    expect(reading.draft.actors.map((actor) => actor.id)).toEqual(['a', 'actor-2', 'actor-3']);
    expect(reading.draft.actors[0]).toEqual({
      id: 'a',
      name: 'A',
      sector: 'other',
      supply: { funding: 2 },
      demand: {},
      fields: {},
      unknown: { extra: [1] },
    });
    const left = reading.report.notes.filter((note) => note.code === 'value-left-out');
    expect(left).toHaveLength(4);
  });

  test('ties: unknown ends are added, bad weights left out', () => {
    const reading = own({
      actors: [{ id: 'a', name: 'A' }],
      ties: [
        { id: 't', source: 'a', target: 'ghost', type: 'talent', direction: 'one-way', weight: 1 },
        { id: 'u', source: 'a', target: 'ghost', type: 'talent', direction: 'one-way', weight: 0 },
        { id: 't', source: 'ghost', target: 'a', direction: 'sideways' },
        { id: 'v', source: 'a' },
      ],
    });
    expect(reading.draft.actors.map((actor) => actor.id)).toEqual(['a', 'ghost']);
    expect(reading.draft.ties.map((tie) => [tie.id, tie.type])).toEqual([
      ['t', 'talent'],
      ['t-2', 'unspecified'],
    ]);
    expect(reading.draft.scheme.tieTypes.at(-1)?.id).toBe('unspecified');
    expect(codes(reading).sort()).toEqual([
      'direction-unknown',
      'id-changed',
      'tie-without-end',
      'unknown-actor',
      'weight-left-out',
    ]);
  });

  test('lists that are none, and parts that nobody knows', () => {
    const reading = own({ actors: {}, ties: 3, scheme: [], view: 'x', projects: null, later: 1 });
    expect(reading.draft).toMatchObject({ actors: [], ties: [], projects: [], view: {} });
    expect(codes(reading)).toContain('key-left-out');
  });

  test('an empty map is a map', () => {
    const draft = emptyDraft('空');
    expect(readOne('a.json', ownText(draft)).draft).toEqual(draft);
  });
});
