import { describe, expect, test } from 'vitest';
import { viewerData, type ViewerData, type ViewerInput } from '../../src/figures/viewer/viewer-data.ts';
import { viewerFile } from '../../src/figures/viewer/viewer-file.ts';
import { markedMap } from '../../src/formats/packed-map.ts';
import { ownText, graphToDraft } from '../../src/formats/own-write.ts';
import { settingOf } from '../../src/metrics/measure.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { readOne } from '../formats/reading.ts';
import { actor, degrees, mapOf, randomMap, tie } from '../scene/maps.ts';

const PAGE = { script: 'start()', style: 'p{}', policy: "default-src 'none'; script-src 'sha256-x'" };

function inputOf(graph: ViewerInput['graph'], more: Partial<ViewerInput> = {}): ViewerInput {
  return {
    version: '1.2',
    language: 'en',
    graph,
    measures: ['degree', 'betweenness'],
    values: new Map([['degree', degrees(graph)]]),
    details: false,
    ...more,
  };
}

/** What the script of a page would read. */
function dataIn(html: string): ViewerData {
  const [, json = ''] = /<script type="application\/json" id="map-data">([^<]*)<\/script>/u.exec(html) ?? [];
  return JSON.parse(json) as ViewerData;
}

const NASTY = '</script><script>alert(1)</script><!-- & "\u2028';

const PEOPLE = mapOf(
  [
    actor('b', 'university', 0, 0, {
      name: NASTY,
      notes: 'hard to work with',
      fields: { mood: 'bad', staff: 3 },
    }),
    actor('a', 'enterprise', 90, 0, { name: '零跑', secondName: 'Leapmotor' }),
    actor('c', 'other', 0, 90, { name: 'Apart' }),
  ],
  [{ ...tie('t', 'b', 'a'), notes: 'since the fair' }],
  { size: { kind: 'field', id: 'staff' } },
  {
    fields: [
      { id: 'staff', on: 'actor', name: { en: 'Staff', zh: '人数' }, kind: 'number' },
      { id: 'mood', on: 'actor', name: { en: 'Mood', zh: '态度' }, kind: 'text' },
    ],
  },
);

describe('the page of a map', () => {
  test('holds the map as data that no name can turn into markup', () => {
    const data = viewerData(inputOf(PEOPLE));
    const html = viewerFile(PAGE, { ...data, info: { title: NASTY } });
    expect(dataIn(html).actors.map(({ name }) => name)).toEqual(['零跑', NASTY, 'Apart']);
    expect(html.match(/<script/gu)).toHaveLength(2);
    expect(html).not.toContain('alert(1)</script>');
    expect(html).toContain('<title>&lt;/script&gt;');
  });

  test('carries its own policy, and nothing that is fetched', () => {
    const html = viewerFile(PAGE, viewerData(inputOf(PEOPLE)));
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-x'"`);
    expect(html).not.toMatch(/\b(?:src|href)=/u);
  });

  test('leaves notes and custom fields out, but for those that the map is drawn by', () => {
    const bare = JSON.stringify(viewerData(inputOf(PEOPLE)));
    expect(bare).not.toMatch(/hard to work|since the fair|bad|态度/u);
    expect(bare).toContain('"staff":3');
    const all = JSON.stringify(viewerData(inputOf(PEOPLE, { details: true })));
    for (const told of ['hard to work with', 'since the fair', 'bad', '态度']) expect(all).toContain(told);
  });

  test('shows what is seen: who is hidden is not in the file', () => {
    const shown = { actors: new Set(['a', 'b']), ties: new Set<string>() };
    const data = viewerData(inputOf(PEOPLE, { shown }));
    expect(data.actors.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(data.ties).toEqual([]);
    expect(JSON.stringify(data)).not.toContain('Apart');
    // How much that was is said, and nothing else of it.
    expect(data.whole).toEqual({ actors: 3, ties: 1 });
    expect(viewerData(inputOf(PEOPLE)).whole).toBeNull();
  });

  test('names, explains and sources every measure; those without values are left out, undefined is null', () => {
    const values = new Map([
      [
        'degree',
        new Map<string, number | null>([
          ['a', 2],
          ['b', Number.NaN],
        ]),
      ],
    ]);
    const { measures } = viewerData(inputOf(PEOPLE, { values }));
    expect(measures.map(({ id }) => id)).toEqual(['degree']);
    expect(measures[0]).toMatchObject({
      name: { en: 'Degree', zh: '度' },
      status: { en: 'Well established' },
      values: [2, null, null],
    });
    expect(measures[0]?.source).toContain('Freeman');
    expect(measures[0]?.range).toEqual([null, null]);
    const setting = settingOf(compileNetwork(networkInput(PEOPLE), PEOPLE.view), DEFAULT_MEASURE_OPTIONS);
    const [measured] = viewerData(inputOf(PEOPLE, { values, setting })).measures;
    expect(measured).toMatchObject({ range: [0, 2], unit: { en: 'partners' } });
    expect(measured?.where.zh).not.toBe('');
  });

  test('can be opened again where it was asked for, and else not', () => {
    const text = ownText(graphToDraft(PEOPLE));
    const html = viewerFile(PAGE, viewerData(inputOf(PEOPLE)), markedMap(text));
    expect(ownText(readOne('map.html', html).draft)).toBe(ownText(readOne('map.json', text).draft));
    expect(viewerFile(PAGE, viewerData(inputOf(PEOPLE)))).not.toContain('ecotone-map');
  });

  test('is small: the data of 300 actors and 900 ties are under 250 kB', () => {
    const html = viewerFile({ ...PAGE, script: '', style: '' }, viewerData(inputOf(randomMap(300, 900, 1))));
    expect(Buffer.byteLength(html)).toBeLessThan(250_000);
  });
});
