// Writes public/samples/*.json from the readable sources in scripts/samples, positions by the force layout.
// Run: node scripts/make-samples.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import * as florentine from './samples/florentine.mjs';
import * as jinhua from './samples/jinhua.mjs';
import * as karate from './samples/karate.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const library = async (file) =>
  (await runnerImport(`${root}src/${file}`, { root, configFile: false, logLevel: 'error' })).module;
const { DEFAULT_SCHEME } = await library('model/scheme.ts');
const { FORCE_LAYOUT } = await library('layout/force.ts');
const { finish, layoutInput } = await library('layout/layout.ts');
const { DEFAULT_VIEW } = await library('model/view.ts');
const { buildScene, NOTHING_HIDDEN } = await library('scene/scene.ts');

/** 'talent 6, courses 4' -> { talent: 6, courses: 4 } */
function amounts(text) {
  return Object.fromEntries(
    text.split(', ').map((entry) => {
      const [resource, amount] = entry.split(' ');
      return [resource, Number(amount)];
    }),
  );
}

function jinhuaSample() {
  const actors = jinhua.actorRows.flatMap(([sector, rows]) =>
    rows.map(([id, name, secondName, cluster, size, sizeChange, supply, demand, notes]) => ({
      id,
      name,
      secondName,
      sector,
      size,
      sizeChange,
      supply: amounts(supply),
      demand: amounts(demand),
      ...(notes && { notes }),
      fields: { cluster },
    })),
  );
  const ties = jinhua.tieRows.flatMap(([source, type, receivers]) =>
    receivers.split(', ').map((receiver) => {
      const [target, weight, project] = receiver.split(' ');
      const direction = type === 'alliance' ? 'mutual' : 'one-way';
      return { source, target, type, direction, weight: Number(weight), ...(project && { project }) };
    }),
  );
  const { sectors, tieTypes, resources } = DEFAULT_SCHEME;
  const scheme = { sectors, tieTypes, resources, fields: jinhua.fields };
  return { map: jinhua.map, scheme, actors, ties, projects: jinhua.projects };
}

/** Undirected: every tie is a mutual alliance of weight 1. */
function mutual(pairs) {
  return pairs.map(([source, target]) => ({
    source,
    target,
    type: 'alliance',
    direction: 'mutual',
    weight: 1,
  }));
}

function plainScheme(sectors) {
  return { sectors, tieTypes: DEFAULT_SCHEME.tieTypes, resources: DEFAULT_SCHEME.resources, fields: [] };
}

function florentineSample() {
  const actors = florentine.families.map(([name, secondName]) => ({
    id: name,
    name,
    secondName,
    sector: florentine.sector.id,
    supply: {},
    demand: {},
    fields: {},
  }));
  return {
    map: florentine.map,
    scheme: plainScheme([florentine.sector]),
    actors,
    ties: mutual(florentine.marriages),
    projects: [],
  };
}

function karateSample() {
  const named = { 0: ['Mr. Hi', '教练'], [karate.MEMBERS - 1]: ['John A.', '管理员'] };
  const actors = Array.from({ length: karate.MEMBERS }, (_, k) => {
    const [name, secondName] = named[k] ?? [`Member ${k + 1}`, `成员${k + 1}`];
    const sector = karate.officers.has(k) ? 'officer' : 'mr-hi';
    return { id: String(k), name, secondName, sector, supply: {}, demand: {}, fields: {} };
  });
  const ties = mutual(karate.friendships.flatMap(([a, others]) => others.map((b) => [String(a), String(b)])));
  return { map: karate.map, scheme: plainScheme(karate.sectors), actors, ties, projects: [] };
}

/** How large each actor is drawn, with room for its name in either language. */
function sizesIn({ map, scheme, actors, ties }) {
  const graph = {
    revision: 0,
    info: map,
    actors: byId(actors),
    ties: byId(ties),
    projects: new Map(),
    scheme,
    view: DEFAULT_VIEW,
  };
  const partners = new Map(actors.map(({ id }) => [id, new Set()]));
  for (const { source, target } of ties) {
    partners.get(source).add(target);
    partners.get(target).add(source);
  }
  const degrees = new Map(Array.from(partners, ([id, others]) => [id, others.size]));
  const scenes = ['en', 'zh'].map((language) =>
    buildScene({
      graph,
      values: new Map([['degree', degrees]]),
      valueNames: () => ({ en: 'Degree', zh: '度' }),
      language,
      theme: 'light',
      hidden: NOTHING_HIDDEN,
    }),
  );
  return ({ id }) => {
    const marks = scenes.map((scene) => scene.actorById.get(id));
    const radius = Math.max(...marks.map(({ width, height }) => Math.max(width, height) / 2));
    const bottom = Math.max(...marks.map(({ label }) => label.top + label.height));
    return {
      radius,
      labelWidth: Math.max(...marks.map(({ label }) => label.width + 2 * label.haloWidth)),
      labelHeight: bottom - radius,
    };
  };
}

const byId = (records) => new Map(records.map((record) => [record.id, record]));

/** Numbers the ties and places the actors. */
function finished({ map, scheme, actors, ties, projects }) {
  const numbered = ties.map((tie, k) => ({ id: `t${String(k + 1).padStart(3, '0')}`, ...tie }));
  const sizeOf = sizesIn({ map, scheme, actors, ties: numbered });
  const input = layoutInput({ actors: byId(actors), ties: byId(numbered) }, sizeOf);
  const { x, y } = finish(FORCE_LAYOUT.run(input));
  const place = new Map(input.ids.map((id, i) => [id, [x[i], y[i]]]));
  const placed = actors.map((actor) => ({ ...actor, position: place.get(actor.id) }));
  return { map, scheme, actors: placed, ties: numbered, projects };
}

/** JSON with one record a line, so that a change shows as a change of its lines. */
function text({ map, scheme, actors, ties, projects }) {
  const lines = (records, indent) =>
    records.length === 0
      ? '[]'
      : `[\n${records.map((record) => `${indent}  ${JSON.stringify(record)}`).join(',\n')}\n${indent}]`;
  const schemeText = Object.entries(scheme).map(
    ([key, entries]) => `    ${JSON.stringify(key)}: ${lines(entries, '    ')}`,
  );
  return `{
  "format": "ecotone",
  "version": 1,
  "map": ${JSON.stringify(map)},
  "scheme": {
${schemeText.join(',\n')}
  },
  "actors": ${lines(actors, '  ')},
  "ties": ${lines(ties, '  ')},
  "projects": ${lines(projects, '  ')},
  "view": {}
}
`;
}

mkdirSync(`${root}public/samples`, { recursive: true });
const samples = { jinhua: jinhuaSample(), florentine: florentineSample(), karate: karateSample() };
for (const [name, sample] of Object.entries(samples)) {
  writeFileSync(`${root}public/samples/${name}.json`, text(finished(sample)));
}
