import type { Actor, Tie } from '../../src/model/graph.ts';

/** An actor of which no more is known than is said. */
export function actor(id: string, more: Partial<Actor> = {}): Actor {
  return { id, name: id, sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {}, ...more };
}

export function tie(id: string, source: string, target: string, more: Partial<Tie> = {}): Tie {
  return {
    id,
    source,
    target,
    type: 'knowledge',
    direction: 'one-way',
    weight: 1,
    fields: {},
    unknown: {},
    ...more,
  };
}
