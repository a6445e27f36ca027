import { seededRandom } from '../../src/base/random.ts';
import type { LayoutOutcome } from '../../src/layout/layout.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';

const CLUSTER = 40;
const WITHIN = 0.8;
const PLACES = ['Jinhua', 'Ningbo', 'Wenzhou', 'Hangzhou', 'Shaoxing', '金华', '宁波', '温州'];
const KINDS = ['Tools', 'College', 'Fund', 'Institute', 'Alliance', '职业学院', '智能装备', '行业协会'];

/**
 * An invented ecosystem: clusters of some 40 actors, four ties of five within one, a few actors with many partners.
 * The same numbers give the same map.
 */
export function ecosystem(n: number, m: number): Draft {
  const random = seededRandom(n);
  const below = (limit: number): number => Math.floor(random() * limit);
  /** Squared, so that the first of a cluster are met most often. */
  const member = (cluster: number): number =>
    Math.min(n - 1, cluster * CLUSTER + Math.floor(random() ** 2 * CLUSTER));
  const clusters = Math.ceil(n / CLUSTER);
  const sectors = DEFAULT_SCHEME.sectors;
  const types = DEFAULT_SCHEME.tieTypes;

  const actors = Array.from({ length: n }, (_, i): Actor => ({
    id: `a${i}`,
    name: `${PLACES[below(PLACES.length)] ?? ''} ${KINDS[below(KINDS.length)] ?? ''} ${i}`,
    sector: sectors[below(sectors.length)]?.id ?? 'other',
    supply: {},
    demand: {},
    fields: {},
    unknown: {},
  }));
  const ties: Tie[] = [];
  const taken = new Set<number>();
  while (ties.length < m) {
    const i = below(n);
    const home = Math.floor(i / CLUSTER);
    const j = member(random() < WITHIN ? home : below(clusters));
    if (i === j || taken.has(i * n + j)) continue;
    taken.add(i * n + j);
    const type = types[below(types.length)];
    ties.push({
      id: `t${ties.length}`,
      source: `a${i}`,
      target: `a${j}`,
      type: type?.id ?? 'talent',
      direction: type?.id === 'alliance' ? 'mutual' : 'one-way',
      weight: 1 + below(5),
      fields: {},
      unknown: {},
    });
  }
  return {
    info: { title: `${n} actors, ${m} ties`, unknown: {} },
    actors,
    ties,
    projects: [],
    scheme: { complete: true, ...DEFAULT_SCHEME },
    view: {},
  };
}

/** The same map with the outcome of a layout; `ids` are those of the layout's input. */
export function placed(draft: Draft, ids: readonly string[], { x, y }: LayoutOutcome): Draft {
  const index = new Map(ids.map((id, k) => [id, k]));
  return {
    ...draft,
    actors: draft.actors.map((actor) => {
      const k = index.get(actor.id) ?? -1;
      return { ...actor, position: [x[k] ?? 0, y[k] ?? 0] };
    }),
  };
}
