import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScene, NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import { keyCsv } from '../../src/formats/anonymous-key.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { networkFigure } from '../../src/figures/network-figure.ts';
import { viewerData } from '../../src/figures/viewer/viewer-data.ts';
import { viewerFile } from '../../src/figures/viewer/viewer-file.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { anonymise } from '../../src/model/anonymise.ts';
import type { Graph } from '../../src/model/graph.ts';
import { INFLUENCE, voterField } from '../../src/model/influence.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { graphOf } from '../formats/reading.ts';
import { actor, mapOf, randomMap, tie } from '../scene/maps.ts';
import { arbitraryDraft } from './drafts.ts';

const OPTIONS = { seed: 7, language: 'en' } as const;

/** Everything that is written of a map, in one text. */
function allOutput(graph: Graph): string {
  const values = new Map([['degree', new Map([...graph.actors.keys()].map((id) => [id, 1]))]]);
  const input = {
    graph,
    values,
    valueNames: () => ({ en: 'Degree', zh: '度' }),
    theme: 'light' as const,
    hidden: NOTHING_HIDDEN,
  };
  const figures = (['en', 'zh'] as const).map((language) =>
    networkFigure(buildScene({ ...input, language }), {
      widthMm: 183,
      labels: 'all',
      title: graph.info.title,
    }),
  );
  const page = viewerFile(
    { script: '', style: '', policy: '' },
    viewerData({
      version: '1',
      language: 'en',
      graph,
      measures: ['degree'],
      values,
      details: true,
    }),
  );
  const files = FORMATS.flatMap(({ write }) => write?.(graph) ?? []);
  return [...figures, page, ...files.flatMap(({ name, text }) => [name, text])].join('\n');
}

/** Letters that nothing of ours is written in, so that whatever is found of them has leaked. */
const SECRET = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';

/** The same map with every word of people in secret letters: names, notes, fields, titles, ids. */
function inSecret(graph: Graph): Graph {
  let count = 0;
  const secret = (): string => {
    const number = count++;
    return [0, 1, 2, 3].map((k) => SECRET[(number * 7 + k * (number + 3)) % SECRET.length]).join('') + number;
  };
  const ids = new Map([...graph.actors.keys()].map((id) => [id, `${secret()} ${id}`]));
  const idOf = (id: string): string => ids.get(id) ?? '';
  const fieldIds = new Map<string, string>();
  const fieldOf = (id: string): string => {
    const known = fieldIds.get(id) ?? secret();
    fieldIds.set(id, known);
    return known;
  };
  const fields = (of: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(of).map((id) => [fieldOf(id), secret()]));
  const projects = new Map([...graph.projects.keys()].map((id) => [id, secret()]));
  return {
    ...graph,
    info: {
      title: secret(),
      description: secret(),
      author: secret(),
      source: secret(),
      distinct: [[[...ids.values()][0] ?? '', [...ids.values()][1] ?? '']],
      adopted: { [secret()]: [secret()] },
      brought: [secret()],
      unknown: { [secret()]: secret() },
    },
    actors: new Map(
      [...graph.actors.values()].map((one) => [
        idOf(one.id),
        {
          ...one,
          id: idOf(one.id),
          name: secret(),
          secondName: secret(),
          aliases: [secret(), secret()],
          notes: secret(),
          fields: fields(one.fields),
          unknown: { [secret()]: secret() },
        },
      ]),
    ),
    ties: new Map(
      [...graph.ties.values()].map((one, k) => [
        `${secret()}${k}`,
        {
          ...one,
          id: `${secret()}${k}`,
          source: idOf(one.source),
          target: idOf(one.target),
          ...(one.project !== undefined && { project: projects.get(one.project) ?? secret() }),
          notes: secret(),
          fields: fields(one.fields),
          unknown: { [secret()]: secret() },
        },
      ]),
    ),
    projects: new Map(
      [...graph.projects.values()].map((one) => {
        const id = projects.get(one.id) ?? secret();
        return [id, { id, name: secret(), actors: one.actors.map(idOf), unknown: { [secret()]: secret() } }];
      }),
    ),
    scheme: {
      ...graph.scheme,
      fields: graph.scheme.fields.map((field) => ({
        ...field,
        id: fieldOf(field.id),
        name: { en: secret(), zh: secret() },
        unit: secret(),
        categories: [secret()],
      })),
    },
    view: {
      ...graph.view,
      size: { kind: 'field', id: fieldOf('stray') },
      colour: { kind: 'field', id: fieldOf('stray') },
      measures: {
        ...graph.view.measures,
        couplingIndicators: `[{"id":"field:${fieldOf('stray')}","side":"industry"}]`,
      },
      diagnosis: { ...graph.view.diagnosis, muted: { D4: secret() } },
      regions: graph.view.regions.map((region) => ({ ...region, id: secret() })),
      views: graph.view.views.map((view) => ({ ...view, id: secret(), name: secret(), note: secret() })),
      style: { id: secret(), name: secret() },
    },
  };
}

describe('an anonymised map', () => {
  test('tells no word of people, in no figure, table, page or file', () => {
    const letters = new RegExp(`[${SECRET}]`, 'u');
    fc.assert(
      fc.property(arbitraryDraft, fc.nat(), fc.boolean(), (draft, seed, renameResources) => {
        // Sectors and other roles stay, whatever they are called.
        fc.pre(!letters.test(JSON.stringify(draft)));
        const secret = inSecret(graphOf(draft));
        expect(letters.test(allOutput(secret))).toBe(true);
        const { graph } = anonymise(secret, { seed, language: 'en', renameResources });
        expect(letters.exec(allOutput(graph))).toBeNull();
        expect(letters.exec(JSON.stringify([...graph.actors, ...graph.ties, ...graph.projects]))).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test('has the structure that it had: what is measured is the same', () => {
    const before = randomMap(40, 120, 3);
    const { graph, actors } = anonymise(before, OPTIONS);
    for (const id of ['degree', 'betweenness', 'strength']) {
      const measure = measureById(id);
      if (measure?.level !== 'actor') throw new Error('no measure of actors');
      const valuesOf = (of: Graph): Map<string, number | undefined> => {
        const input = networkInput(of);
        const network = compileNetwork(input, { ignoreDirection: false, ignoreWeights: false });
        const steps = measure.compute(network, DEFAULT_MEASURE_OPTIONS);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const values = step.value;
        return new Map(input.actorIds.map((actorId, k) => [actorId, values[k]]));
      };
      const [was, is] = [valuesOf(before), valuesOf(graph)];
      for (const [old, renamed] of actors) expect(is.get(renamed)).toBeCloseTo(was.get(old) ?? Number.NaN, 9);
    }
  });

  test('calls actors by their roles, numbered from 1 without gaps, in both languages', () => {
    const { graph } = anonymise(randomMap(30, 10, 1), OPTIONS);
    const names = [...graph.actors.values()].filter(({ sector }) => sector === 'university');
    expect(names.map(({ name }) => name).sort()).toEqual(names.map((_, k) => `University ${k + 1}`).sort());
    expect(names.map(({ secondName }) => secondName).sort()).toEqual(
      names.map((_, k) => `高校 ${k + 1}`).sort(),
    );
    expect(new Set([...graph.actors.values()].map(({ name }) => name)).size).toBe(30);
  });

  test('betrays no alphabet: numbers follow neither names nor ids, and differ from seed to seed', () => {
    const before = randomMap(60, 0, 1);
    const orderOf = (seed: number): string[] => {
      const { actors } = anonymise(before, { ...OPTIONS, seed });
      return [...actors].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
    };
    const sorted = [...before.actors.keys()].sort();
    expect(orderOf(1)).not.toEqual(sorted);
    expect(orderOf(1)).not.toEqual(orderOf(2));
    expect(orderOf(1)).toEqual(orderOf(1));
    const kept = sorted.filter((id, k) => orderOf(1)[k] === id);
    expect(kept.length).toBeLessThan(10);
  });

  test('leaves the others in their order when one actor is gone', () => {
    const before = randomMap(20, 0, 1);
    const fewer = { ...before, actors: new Map([...before.actors].slice(1)) };
    const order = (of: Graph): string[] =>
      [...anonymise(of, OPTIONS).actors].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
    expect(order(before).filter((id) => fewer.actors.has(id))).toEqual(order(fewer));
  });

  test('keeps the fields, dates and projects that are asked for, and no voter by name', () => {
    const vote = voterField('v1', 'Ms Wang');
    const before: Graph = {
      ...mapOf(
        [
          actor('a', 'university', 0, 0, {
            fields: { size: 3, secret: 'x', [vote.id]: 4 },
            from: '1956',
          }),
          actor('b', 'enterprise', 9, 0),
        ],
        [{ ...tie('t', 'a', 'b'), project: 'p9' }],
        {},
        {
          fields: [
            { id: 'size', on: 'actor', name: { en: 'Staff', zh: '人数' }, kind: 'number' },
            INFLUENCE,
            vote,
          ],
        },
      ),
      projects: new Map([['p9', { id: 'p9', name: 'Sino lab', actors: ['a', 'b'], unknown: {} }]]),
    };
    const bare = anonymise(before, OPTIONS).graph;
    expect([...bare.actors.values()].map(({ fields }) => fields)).toEqual([{}, {}]);
    expect(JSON.stringify([...bare.actors, ...bare.projects])).not.toMatch(/1956|Sino/u);
    const kept = anonymise(before, {
      ...OPTIONS,
      fields: new Set(['size', vote.id]),
      keepDates: true,
      keepProjects: true,
    }).graph;
    const one = [...kept.actors.values()].find(({ from }) => from === '1956');
    expect(one?.fields).toEqual({ size: 3, [vote.id]: 4 });
    expect([...kept.projects.values()][0]).toMatchObject({ name: 'Sino lab', actors: ['a1', 'a2'] });
    expect([...kept.ties.values()][0]?.project).toBe([...kept.projects.keys()][0]);
    expect(kept.scheme.fields.map(({ name }) => name.en)).toEqual(['Staff', 'Influence: voter 1']);
  });

  test('two roles that are called alike are still told apart', () => {
    const look = { colour: '#123456', shape: 'star' } as const;
    const { graph } = anonymise(
      mapOf(
        [actor('a', 'x', 0, 0), actor('b', 'y', 1, 0)],
        [],
        {},
        { sectors: ['x', 'y'].map((id) => ({ id, name: { en: 'Lab', zh: '实验室' }, ...look })) },
      ),
      OPTIONS,
    );
    expect([...graph.actors.values()].map(({ name }) => name).sort()).toEqual(['Lab 1', 'Lab 2']);
  });
});

test('the key says who is who, and can be opened in a spreadsheet without running anything', () => {
  const { key } = anonymise(
    mapOf([
      actor('a', 'university', 0, 0, { name: '=CMD()', secondName: '金华' }),
      actor('b', 'university', 0, 0, { name: 'Lab, the "old"' }),
    ]),
    OPTIONS,
  );
  const csv = keyCsv(key, 'en');
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeffKind,New name,New name (Chinese),Old name,Old second name');
  expect(lines[1]).toMatch(/^Actor,University 1,高校 1,/u);
  expect(lines[2]).toMatch(/^Actor,University 2,高校 2,/u);
  expect(csv).toContain("'=CMD(),金华");
  expect(csv).toContain('"Lab, the ""old"""');
});
