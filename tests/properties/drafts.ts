import fc from 'fast-check';
import { compareIds } from '../../src/base/ids.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Actor, FieldValue, Json, Project, Tie } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import {
  LABEL_CHOICES,
  TIE_COLOURS,
  type ColourBy,
  type SavedView,
  type SizeBy,
} from '../../src/model/view.ts';
import { DEFAULT_SCHEME, SHAPES, type Field, type FieldKind } from '../../src/model/scheme.ts';

/** Arbitrary maps with the names, texts and keys that break programs. */

const nasty = [
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  '=1+1',
  "'=2",
  '-5',
  '+cmd|x',
  '@SUM(A1)',
  'a "quoted" b',
  'line\nend',
  'tab\there',
  '金华职业技术大学',
  '浙江，义乌；',
  '👩‍🔬 lab',
  'a,b;c|d',
  '&amp;<![CDATA[x]]>',
  '007',
  '1,234',
  'x {number:y}',
  'null',
  'sep=;',
  '%7B',
  '﻿',
];

const word = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);

// eslint-disable-next-line no-control-regex -- control characters are what is cleaned
const control = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/** What the model lets through: no control characters, halves of characters or outer blanks. */
const clean = (text: string): string => text.replace(control, '');
const line = word
  .map((text) =>
    clean(text)
      .replace(/[\s\u2028\u2029]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const text = word.map(clean).filter((value) => value.trim() !== '');
const number = fc
  .oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);
const amount = number.map(Math.abs);
const weight = amount.map((value) => (value === 0 ? 1 : value));
const date = fc.constantFrom('2019', '2020-05', '2024-02-29');

const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

function record<T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 3, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

const known = new Set(
  'id name secondName aliases sector size sizeChange inflow outflow supply demand from to notes position pinned fields source target type direction weight project actors title description author date'.split(
    ' ',
  ),
);
const unknown = record(
  line.filter((key) => !known.has(key)),
  json,
);

const kinds: readonly FieldKind[] = ['text', 'number', 'category', 'date', 'list'];
const fieldValue: fc.Arbitrary<FieldValue> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.array(line, { maxLength: 3 }),
  fc.constant(''),
);

function present<T extends object>(entries: object): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

const lines = fc.uniqueArray(line, { maxLength: 2 });
const savedView: fc.Arbitrary<SavedView> = fc
  .record({
    id: line,
    name: line,
    note: maybe(line),
    frame: maybe(fc.record({ x: number, y: number, width: weight, height: weight })),
    hiddenSectors: lines,
    hiddenTieTypes: lines,
    hiddenCategories: lines,
    focus: maybe(fc.record({ actor: line, steps: fc.integer({ min: 1, max: 9 }) })),
    when: maybe(date),
    actors: lines,
    ties: lines,
    spotlight: fc.boolean(),
    look: fc.record({
      size: fc.constantFrom<SizeBy>({ kind: 'same' }, { kind: 'field', id: 'a:b' }),
      colour: fc.constantFrom<ColourBy>({ kind: 'sector' }, { kind: 'group', id: 'communities' }),
      width: fc.constantFrom('weight', 'same'),
      tieColour: fc.constantFrom(...TIE_COLOURS),
      labels: fc.constantFrom(...LABEL_CHOICES),
    }),
    unknown,
  })
  .map((entries) => present<SavedView>(entries));

const scheme = fc.record({
  sectorIds: fc.uniqueArray(line, { maxLength: 2 }),
  typeIds: fc.uniqueArray(line, { maxLength: 2 }),
  resourceIds: fc.uniqueArray(line, { maxLength: 2 }),
  fields: fc.uniqueArray(
    fc.record({
      id: line,
      on: fc.constantFrom('actor' as const, 'tie' as const),
      name: line,
      kind: fc.constantFrom(...kinds),
    }),
    { maxLength: 4, selector: (field) => field.id },
  ),
});

/** Ids are unique; ties join actors of the map; records lie in the order of their ids. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .record({
    scheme,
    actorIds: fc.uniqueArray(line, { minLength: 1, maxLength: 6 }),
    tieIds: fc.uniqueArray(line, { maxLength: 6 }),
    projectIds: fc.uniqueArray(line, { maxLength: 2 }),
    title: line,
    description: maybe(text),
    author: maybe(line),
    unknown,
    views: fc.uniqueArray(savedView, { maxLength: 3, selector: ({ id }) => id }),
  })
  .chain((base) => {
    const fieldIds = [...base.scheme.fields.map((field) => field.id), 'stray', '__proto__'];
    const sectors = [...base.scheme.sectorIds, 'government', 'other', 'stranger'];
    const types = [...base.scheme.typeIds, 'talent', 'alliance', 'stranger'];
    const resources = [...base.scheme.resourceIds, 'talent', '__proto__'];
    const end = fc.constantFrom(...base.actorIds);
    const actor = (id: string): fc.Arbitrary<Actor> =>
      fc
        .record({
          id: fc.constant(id),
          name: line,
          secondName: maybe(line),
          aliases: maybe(fc.array(line, { minLength: 1, maxLength: 3 })),
          sector: fc.constantFrom(...sectors),
          size: maybe(amount),
          sizeChange: maybe(number),
          inflow: maybe(amount),
          outflow: maybe(amount),
          supply: record(fc.constantFrom(...resources), amount),
          demand: record(fc.constantFrom(...resources), amount),
          from: maybe(date),
          to: maybe(date),
          notes: maybe(text),
          position: maybe(fc.tuple(number, number)),
          pinned: maybe(fc.constant(true as const)),
          fields: record(fc.constantFrom(...fieldIds), fieldValue),
          unknown,
        })
        .map((entries) => present<Actor>(entries));
    const tie = (id: string): fc.Arbitrary<Tie> =>
      fc
        .record({
          id: fc.constant(id),
          source: end,
          target: end,
          type: fc.constantFrom(...types),
          direction: fc.constantFrom('one-way' as const, 'mutual' as const),
          weight,
          from: maybe(date),
          to: maybe(date),
          project:
            base.projectIds.length === 0
              ? fc.constant(undefined)
              : maybe(fc.constantFrom(...base.projectIds)),
          notes: maybe(text),
          fields: record(fc.constantFrom(...fieldIds), fieldValue),
          unknown,
        })
        .map((entries) => present<Tie>(entries));
    const project = (id: string): fc.Arbitrary<Project> =>
      fc.record({
        id: fc.constant(id),
        name: line,
        actors: fc.uniqueArray(end, { maxLength: 3 }).map((ids) => ids.sort()),
        unknown,
      });
    const all = <T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      fc.tuple(...[...ids].sort().map(make)) as unknown as fc.Arbitrary<T[]>;
    return fc
      .record({
        actors: all(base.actorIds, actor),
        ties: all(base.tieIds, tie),
        projects: all(base.projectIds, project),
      })
      .map(({ actors, ties, projects }): Draft => {
        const fields = base.scheme.fields.map((field): Field => ({
          ...field,
          name: { en: field.name, zh: field.name },
        }));
        const name = (id: string): { en: string; zh: string } => ({ en: `${id} en`, zh: id });
        return {
          info: present({
            title: base.title,
            description: base.description,
            author: base.author,
            distinct: pairOf(base.actorIds),
            unknown: base.unknown,
          }),
          actors,
          ties,
          projects,
          scheme: {
            complete: true,
            sectors: [
              ...DEFAULT_SCHEME.sectors,
              ...base.scheme.sectorIds.map((id, k) => ({
                id,
                name: name(id),
                colour: '#123456',
                shape: SHAPES[k] ?? SHAPES[0],
              })),
            ].filter(firstOfItsId),
            tieTypes: [
              ...DEFAULT_SCHEME.tieTypes,
              ...base.scheme.typeIds.map((id) => ({
                id,
                name: name(id),
                colour: '#654321',
                dash: 'dotted' as const,
                direction: 'mutual' as const,
                factor: 0.5,
                mechanism: 'feedback' as const,
                dimension: 'talent' as const,
              })),
            ].filter(firstOfItsId),
            resources: [
              ...DEFAULT_SCHEME.resources,
              ...base.scheme.resourceIds.map((id) => ({ id, name: name(id), dimension: 'talent' as const })),
            ].filter(firstOfItsId),
            fields,
          },
          view: {
            labels: 'all',
            tieColour: 'mechanism',
            size: { kind: 'measure', id: 'betweenness' },
            colour: { kind: 'group', id: 'communities' },
            ignoreWeights: true,
            measures: { ...DEFAULT_MEASURE_OPTIONS, resolution: 1.5, normalised: false },
            regions: [
              { id: 'r1', x: -10.5, y: 20, width: 300, height: 80.1 },
              { id: 'r2', x: 0, y: 0, width: 1, height: 1 },
            ],
            layout: { id: 'stress', options: { spacing: 1.2 } },
            ...(base.views.length > 0 && {
              diagnosis: {
                thresholds: { 'hub-hhi': 0.3 },
                muted: { D4: 'one hub is meant', D13: '' },
                costs: { 'add-tie': 1.5 },
              },
            }),
            ...(base.views.length > 0 && {
              palette: 'tol-muted' as const,
              numbers: 'cividis' as const,
              labelSize: 1.4,
              tieSize: 0.55,
              style: { id: 's:1', name: 'House “style”' },
              views: base.views,
            }),
          },
        };
      });
  });

function firstOfItsId<T extends { readonly id: string }>(
  entry: T,
  index: number,
  list: readonly T[],
): boolean {
  return list.findIndex((other) => other.id === entry.id) === index;
}

/** The draft as it reads after one trip: values of equal meaning in equal spelling. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sortedKeys(item)]);
}

/** Two actors that are not the same. */
function pairOf(ids: readonly string[]): Draft['info']['distinct'] {
  const [a, b] = [...ids].sort(compareIds);
  return a === undefined || b === undefined ? undefined : [[a, b]];
}
