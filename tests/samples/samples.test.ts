import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import type { Actor, Graph, MapInfo, Project, Tie } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME, type Scheme } from '../../src/model/scheme.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { labelBox } from '../../src/scene/labels.ts';
import { buildScene, markBox, NOTHING_HIDDEN } from '../../src/scene/scene.ts';

interface Sample {
  readonly format: string;
  readonly version: number;
  readonly map: MapInfo;
  readonly scheme: Scheme;
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
  readonly projects: readonly Project[];
}

function read(name: string): Sample {
  return JSON.parse(readFileSync(`public/samples/${name}.json`, 'utf8')) as Sample;
}

function graphOf({ map, scheme, actors, ties }: Sample): Graph {
  return {
    revision: 0,
    info: map,
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    ties: new Map(ties.map((tie) => [tie.id, tie])),
    projects: new Map(),
    scheme,
    view: DEFAULT_VIEW,
  };
}

/** Number of partners of each actor: what sets the size of its mark. */
function degrees({ actors, ties }: Sample): ReadonlyMap<string, number> {
  const partners = new Map(actors.map(({ id }) => [id, new Set<string>()]));
  for (const { source, target } of ties) {
    partners.get(source)?.add(target);
    partners.get(target)?.add(source);
  }
  return new Map(Array.from(partners, ([id, others]) => [id, others.size]));
}

const ids = (records: readonly { readonly id: string }[]): Set<string> =>
  new Set(records.map(({ id }) => id));

describe.each(['jinhua', 'florentine', 'karate'])('the sample %s', (name) => {
  const sample = read(name);
  const { actors, ties, projects, scheme } = sample;

  it('is our own format and says what it is, where it comes from, in both languages', () => {
    expect([sample.format, sample.version]).toEqual(['ecotone', 1]);
    for (const text of [sample.map.title, sample.map.description]) {
      expect(text).toMatch(/[a-z]/);
      expect(text).toMatch(/\p{Script=Han}/u);
    }
    expect(sample.map.source).toBeTruthy();
  });

  it('names nothing that it does not hold', () => {
    for (const list of [actors, ties, projects]) expect(ids(list).size).toBe(list.length);
    const known = ids(actors);
    const sectors = ids(scheme.sectors);
    const types = ids(scheme.tieTypes);
    const resources = ids(scheme.resources);
    for (const actor of actors) {
      expect(sectors).toContain(actor.sector);
      for (const resource of [...Object.keys(actor.supply), ...Object.keys(actor.demand)]) {
        expect(resources).toContain(resource);
      }
      for (const [field, value] of Object.entries(actor.fields)) {
        expect(scheme.fields.find(({ id }) => id === field)?.categories).toContain(value);
      }
    }
    for (const tie of ties) {
      expect(known).toContain(tie.source);
      expect(known).toContain(tie.target);
      expect(tie.source).not.toBe(tie.target);
      expect(types).toContain(tie.type);
      expect(tie.weight).toBeGreaterThan(0);
      if (tie.project !== undefined) {
        const project = projects.find(({ id }) => id === tie.project);
        expect(project?.actors).toEqual(expect.arrayContaining([tie.source, tie.target]));
      }
    }
    for (const project of projects) for (const actor of project.actors) expect(known).toContain(actor);
  });

  it('names every actor in both languages, no two the same', () => {
    for (const actor of actors) expect(actor.secondName).toMatch(/\p{Script=Han}/u);
    expect(new Set(actors.map((actor) => actor.name)).size).toBe(actors.length);
    expect(new Set(actors.map((actor) => actor.secondName)).size).toBe(actors.length);
  });

  it.each(['en', 'zh'] as const)('opens with every mark and label (%s) free of the others', (language) => {
    const scene = buildScene({
      graph: graphOf(sample),
      values: new Map([['degree', degrees(sample)]]),
      valueNames: () => same('Degree'),
      language,
      theme: 'light',
      hidden: NOTHING_HIDDEN,
    });
    const boxes = scene.actors.flatMap((mark) => [
      { id: mark.id, ...markBox(mark) },
      { id: mark.id, ...labelBox(mark) },
    ]);
    const covered: string[] = [];
    for (const a of boxes) {
      for (const b of boxes) {
        if (a.id < b.id && a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
          covered.push(`${a.id} ${b.id}`);
      }
    }
    expect(covered).toEqual([]);
    for (const { x1, y1, x2, y2 } of boxes) expect([x1, y1, x2, y2].every(Number.isFinite)).toBe(true);
  });
});

describe('the Jinhua sample', () => {
  const { actors, ties, projects, scheme, map } = read('jinhua');
  const sectorOf = new Map(actors.map((actor) => [actor.id, actor.sector]));
  const gives = (source: string, target: string): number =>
    ties
      .filter(
        (tie) =>
          (tie.source === source && tie.target === target) ||
          (tie.direction === 'mutual' && tie.source === target && tie.target === source),
      )
      .reduce((sum, { weight }) => sum + weight, 0);
  const partners = (id: string): Set<string> =>
    new Set(ties.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])));

  it('has the size of a region that one can survey', () => {
    expect(actors.length).toBeGreaterThanOrEqual(48);
    expect(actors.length).toBeLessThanOrEqual(56);
    expect(ties.length).toBeGreaterThanOrEqual(120);
    expect(ties.length).toBeLessThanOrEqual(170);
    expect(projects.length).toBeGreaterThanOrEqual(4);
  });

  it('uses the default scheme, with all four sectors, all eight tie types and weights 1 to 5', () => {
    const { sectors, tieTypes, resources } = DEFAULT_SCHEME;
    expect(scheme).toMatchObject({ sectors, tieTypes, resources });
    for (const sector of ['government', 'enterprise', 'university', 'intermediary']) {
      expect(actors.filter((actor) => actor.sector === sector).length).toBeGreaterThanOrEqual(8);
    }
    expect(new Set(ties.map(({ type }) => type))).toEqual(ids(tieTypes));
    expect(new Set(ties.map(({ weight }) => weight))).toEqual(new Set([1, 2, 3, 4, 5]));
    for (const tie of ties) expect(tie.direction).toBe(tie.type === 'alliance' ? 'mutual' : 'one-way');
  });

  it('gives every actor a size, its change, supply and demand', () => {
    for (const { size, sizeChange, supply, demand } of actors) {
      expect(size).toBeGreaterThan(0);
      expect(sizeChange).toBeTypeOf('number');
      expect(Object.keys(supply).length).toBeGreaterThan(0);
      expect(Object.keys(demand).length).toBeGreaterThan(0);
    }
  });

  it('says that it is illustrative and that dilemmas are planted', () => {
    expect(map.description).toMatch(/illustrative.*planted.*示意.*埋设/is);
  });

  it('has an isolated enterprise, and only one', () => {
    expect(actors.filter(({ id }) => partners(id).size === 0).map(({ id }) => id)).toEqual(['e-embroidery']);
  });

  it('has an intermediary that passes nothing on, and one that serves enterprises alone', () => {
    expect(ties.filter(({ source }) => source === 'i-think-tank')).toEqual([]);
    expect(partners('i-think-tank').size).toBeGreaterThanOrEqual(3);
    expect(new Set([...partners('i-hardware')].map((id) => sectorOf.get(id)))).toEqual(
      new Set(['enterprise']),
    );
  });

  it('has a strong flow from a university to an enterprise without any return', () => {
    const weights = ties.map(({ weight }) => weight).sort((a, b) => a - b);
    const median = weights[Math.floor(weights.length / 2)] ?? 0;
    expect(gives('u-institute', 'e-vehicle')).toBeGreaterThanOrEqual(2 * median);
    expect(gives('e-vehicle', 'u-institute')).toBe(0);
  });

  it('has two colleges whose supply overlaps by more than 0.85 (Schoener)', () => {
    const [b, c] = ['u-vocational-b', 'u-vocational-c'].map((id) => {
      const supply = actors.find((actor) => actor.id === id)?.supply ?? {};
      const total = Object.values(supply).reduce((sum, amount) => sum + amount, 0);
      return new Map(Object.entries(supply).map(([resource, amount]) => [resource, amount / total]));
    });
    let overlap = 0;
    for (const [resource, share] of b ?? []) overlap += Math.min(share, c?.get(resource) ?? 0);
    expect(overlap).toBeGreaterThan(0.85);
  });

  it('has a pilot-scale platform that several want and nobody offers, the only such resource', () => {
    const wanted = (resource: string): number =>
      actors.filter(({ demand }) => (demand[resource] ?? 0) > 0).length;
    const offered = (resource: string): number =>
      actors.filter(({ supply }) => (supply[resource] ?? 0) > 0).length;
    expect(wanted('pilot-platform')).toBeGreaterThanOrEqual(5);
    expect(
      scheme.resources.filter(({ id }) => wanted(id) > 0 && offered(id) === 0).map(({ id }) => id),
    ).toEqual(['pilot-platform']);
  });

  it('hangs on one bureau: the most tied actor, without which three others lose the map', () => {
    const byPartners = [...actors].sort((a, b) => partners(b.id).size - partners(a.id).size);
    expect(byPartners[0]?.id).toBe('g-science');
    const reached = new Set(['u-comprehensive']);
    for (const id of reached) for (const other of partners(id)) if (other !== 'g-science') reached.add(other);
    const lost = actors.filter(({ id }) => !reached.has(id) && id !== 'g-science' && partners(id).size > 0);
    expect(lost.map(({ id }) => id).sort()).toEqual(['e-dyeing', 'g-county', 'i-makerspace']);
  });

  it('has no feedback or information from an enterprise to a university', () => {
    const back = ties.filter(
      ({ source, target, type }) =>
        (type === 'feedback' || type === 'information') &&
        sectorOf.get(source) === 'enterprise' &&
        sectorOf.get(target) === 'university',
    );
    expect(back).toEqual([]);
  });
});

describe('the classic samples', () => {
  const pairs = (list: readonly { source: string; target: string }[]): string[] =>
    list.map(({ source, target }) => [source, target].sort().join(' ')).sort();
  const oracle = (name: string): string => resolve('../shared/oracles/networks', `${name}.json`);

  it('have the published numbers of actors and ties, all mutual and of weight 1', () => {
    for (const [name, actors, ties] of [
      ['florentine', 16, 20],
      ['karate', 34, 78],
    ] as const) {
      const sample = read(name);
      expect([sample.actors.length, sample.ties.length]).toEqual([actors, ties]);
      for (const tie of sample.ties) expect([tie.direction, tie.weight]).toEqual(['mutual', 1]);
    }
  });

  describe.each(['florentine', 'karate'])('%s', (name) => {
    it.skipIf(!existsSync(oracle(name)))(
      `has the ties of the oracle network (skipped without ../shared)`,
      () => {
        const reference = JSON.parse(readFileSync(oracle(name), 'utf8')) as {
          nodes: { id: string; sector?: string }[];
          links: { source: string; target: string }[];
        };
        const sample = read(name);
        expect(pairs(sample.ties)).toEqual(pairs(reference.links));
        for (const { id, sector } of reference.nodes) {
          const ours = sample.actors.find((actor) => actor.id === id);
          expect(ours).toBeDefined();
          if (sector) expect(ours?.sector).toBe(sector === 'Officer' ? 'officer' : 'mr-hi');
        }
      },
    );
  });
});
