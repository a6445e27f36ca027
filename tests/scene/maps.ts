import { same } from '../../src/base/localized.ts';
import { seededRandom } from '../../src/base/random.ts';
import type { Actor, Graph, Tie } from '../../src/model/graph.ts';
import type { Direction } from '../../src/model/scheme.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import type { Scheme } from '../../src/model/scheme.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import type { View } from '../../src/model/view.ts';
import { buildScene, NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import type { Scene, SceneInput } from '../../src/scene/scene.ts';

export function actor(id: string, sector: string, x: number, y: number, more: Partial<Actor> = {}): Actor {
  return { id, name: id, sector, supply: {}, demand: {}, fields: {}, unknown: {}, position: [x, y], ...more };
}

export function tie(
  id: string,
  source: string,
  target: string,
  type = 'talent',
  direction: Direction = 'one-way',
  weight = 1,
): Tie {
  return { id, source, target, type, direction, weight, fields: {}, unknown: {} };
}

export function mapOf(
  actors: readonly Actor[],
  ties: readonly Tie[] = [],
  view: Partial<View> = {},
  scheme: Partial<Scheme> = {},
): Graph {
  return {
    revision: 1,
    info: { title: '', unknown: {} },
    actors: new Map(actors.map((record) => [record.id, record])),
    ties: new Map(ties.map((record) => [record.id, record])),
    projects: new Map(),
    scheme: { ...DEFAULT_SCHEME, ...scheme },
    view: { ...DEFAULT_VIEW, ...view },
  };
}

/** Number of ties of each actor. */
export function degrees(graph: Graph): Map<string, number | null> {
  const found = new Map<string, number | null>([...graph.actors.keys()].map((id) => [id, 0]));
  for (const { source, target } of graph.ties.values()) {
    for (const end of [source, target]) found.set(end, (found.get(end) ?? 0) + 1);
  }
  return found;
}

export function sceneInput(graph: Graph, more: Partial<SceneInput> = {}): SceneInput {
  return {
    graph,
    values: new Map([['degree', degrees(graph)]]),
    valueNames: (id) => (id === 'degree' ? { en: 'degree', zh: '度' } : same(id)),
    language: 'en',
    theme: 'light',
    hidden: NOTHING_HIDDEN,
    ...more,
  };
}

export function sceneOf(graph: Graph, more: Partial<SceneInput> = {}): Scene {
  return buildScene(sceneInput(graph, more));
}

const SECTORS = ['government', 'enterprise', 'university', 'intermediary', 'other'] as const;
const NAMES = [
  '金华职业技术大学',
  'Bureau of Science and Technology',
  '浙江中国小商品城集团',
  'Leapmotor',
] as const;

/** A map of any size, the same for the same seed; places are spread at random. */
export function randomMap(
  actorCount: number,
  tieCount: number,
  seed: number,
  view: Partial<View> = {},
): Graph {
  const random = seededRandom(seed);
  const side = 130 * Math.sqrt(actorCount);
  const id = (k: number): string => `a${String(k).padStart(5, '0')}`;
  const actors = Array.from({ length: actorCount }, (_, k) =>
    actor(id(k), SECTORS[k % 5] ?? 'other', Math.round(random() * side), Math.round(random() * side), {
      name: `${NAMES[k % 4] ?? ''} ${k}`,
    }),
  );
  const ties = Array.from({ length: tieCount }, (_, k) => {
    const type = DEFAULT_SCHEME.tieTypes[Math.floor(random() * 8)];
    const [source, target] = [random() ** 2, random()].map((part) => id(Math.floor(part * actorCount)));
    return tie(
      `t${String(k).padStart(5, '0')}`,
      source ?? '',
      target ?? '',
      type?.id,
      type?.direction,
      1 + Math.floor(random() * 5),
    );
  });
  return mapOf(actors, ties, view);
}
