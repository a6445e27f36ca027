import { describe, expect, it } from 'vitest';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { isFiltering, NO_FILTER, visibleUnder } from '../../src/state/visibility.ts';

function path(...sectors: string[]) {
  const actors = sectors.map((sector, k): Actor => ({
    id: `${k}`,
    name: `${k}`,
    sector,
    supply: {},
    demand: {},
    fields: { kind: k % 2 ? 'odd' : 'even' },
    unknown: {},
  }));
  const ties = actors.slice(1).map((actor, k): Tie => ({
    id: `t${k}`,
    source: actor.id,
    target: `${k}`,
    type: k % 2 ? 'talent' : 'policy',
    direction: 'one-way',
    weight: 1,
    fields: {},
    unknown: {},
  }));
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    ties: new Map(ties.map((tie) => [tie.id, tie])),
    view: { ...DEFAULT_VIEW, colour: { kind: 'field', id: 'kind' } as const },
  };
}

describe('what a filter leaves', () => {
  it('is everything without one', () => {
    const visible = visibleUnder(path('a', 'b', 'c'), NO_FILTER);
    expect(visible.all).toBe(true);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });

  it('takes the ties of a hidden sector along', () => {
    const visible = visibleUnder(path('a', 'b', 'a'), { ...NO_FILTER, hiddenSectors: new Set(['b']) });
    expect([...visible.actors]).toEqual(['0', '2']);
    expect(visible.ties.size).toBe(0);
  });

  it('hides a category of the field that sets the colour', () => {
    const visible = visibleUnder(path('a', 'b', 'c'), { ...NO_FILTER, hiddenCategories: new Set(['odd']) });
    expect([...visible.actors]).toEqual(['0', '2']);
  });

  it('walks from the focus along visible ties in either direction', () => {
    const graph = path('a', 'a', 'a', 'a', 'a');
    const near = (steps: number, hidden: string[] = []): string[] =>
      [
        ...visibleUnder(graph, {
          ...NO_FILTER,
          focus: { actor: '2', steps },
          hiddenTieTypes: new Set(hidden),
        }).actors,
      ].sort();
    expect(near(1)).toEqual(['1', '2', '3']);
    expect(near(2)).toEqual(['0', '1', '2', '3', '4']);
    expect(near(2, ['talent'])).toEqual(['2', '3']);
  });

  it('is what is there at a time: ties go with their actors, and have dates of their own', () => {
    const { actors, ties, view } = path('a', 'a', 'a', 'a');
    const dated = {
      actors: new Map([...actors].map(([id, actor]) => [id, id === '3' ? { ...actor, to: '2019' } : actor])),
      ties: new Map([...ties].map(([id, tie]) => [id, id === 't0' ? { ...tie, from: '2021-05' } : tie])),
      view,
    };
    const at = (when: string): string[][] => {
      const visible = visibleUnder(dated, { ...NO_FILTER, when });
      return [[...visible.actors], [...visible.ties]];
    };
    expect(isFiltering({ ...NO_FILTER, when: '2020' })).toBe(true);
    expect(at('2019')).toEqual([
      ['0', '1', '2', '3'],
      ['t1', 't2'],
    ]);
    expect(at('2020')).toEqual([['0', '1', '2'], ['t1']]);
    expect(at('2021')).toEqual([
      ['0', '1', '2'],
      ['t0', 't1'],
    ]);
  });
});
