import { describe, expect, it } from 'vitest';
import type { Graph, Project } from '../../src/model/graph.ts';
import { DIMENSIONS } from '../../src/model/scheme.ts';
import { networkInput } from '../../src/network/network.ts';
import { actor, graphOf, tie } from '../metrics/support.ts';

function project(id: string, ...actors: string[]): [string, Project] {
  return [id, { id, name: id, actors, unknown: {} }];
}

describe('profiles', () => {
  const graph: Pick<Graph, 'actors' | 'ties' | 'scheme' | 'projects'> = {
    ...graphOf(
      [
        actor('b', {
          demand: { talent: 2, 'wind tunnel': 1 },
          size: 0,
          outflow: 3,
          fields: { area: 'north' },
        }),
        actor('a', {
          supply: { funding: 5 },
          sizeChange: -2,
          inflow: 1,
          fields: { staff: 40, area: 'south' },
        }),
        actor('c', { fields: { area: 'north', staff: 0 } }),
      ],
      [tie('t', 'a', 'b', { type: 'policy' }), tie('u', 'a', 'b', { type: 'unheard-of' })],
    ),
    projects: new Map([project('q', 'c', 'a', 'missing'), project('p')]),
  };
  const scheme = {
    ...graph.scheme,
    fields: [
      { id: 'area', on: 'actor', name: { en: 'Area', zh: '区域' }, kind: 'category' },
      { id: 'staff', on: 'actor', name: { en: 'Staff', zh: '人员' }, kind: 'number' },
      { id: 'since', on: 'tie', name: { en: 'Since', zh: '起始' }, kind: 'number' },
    ],
  } as const;
  const { profiles, tieTypeIds } = networkInput({ ...graph, scheme });

  it('have the amounts of each actor, with resources that the scheme lacks after its own', () => {
    const width = profiles.resourceIds.length;
    const column = (id: string): number => profiles.resourceIds.indexOf(id);
    expect(profiles.resourceIds.at(-1)).toBe('wind tunnel');
    expect(profiles.supply[column('funding')]).toBe(5);
    expect(profiles.demand[width + column('talent')]).toBe(2);
    expect(profiles.demand[width + column('wind tunnel')]).toBe(1);
    expect(profiles.supply.reduce((sum, one) => sum + one, 0)).toBe(5);
  });

  it('tell what is not stated from zero', () => {
    expect([...profiles.size]).toEqual([NaN, 0, NaN]);
    expect([...profiles.sizeChange]).toEqual([-2, NaN, NaN]);
    expect([...profiles.inflow]).toEqual([1, NaN, NaN]);
    expect([...profiles.outflow]).toEqual([NaN, 3, NaN]);
  });

  it('have the dimension of each resource and tie type', () => {
    const of = (ids: readonly string[], dimensions: Uint8Array, id: string) =>
      DIMENSIONS[dimensions[ids.indexOf(id)] ?? -1];
    expect(of(profiles.resourceIds, profiles.resourceDimensions, 'talent')).toBe('talent');
    expect(of(tieTypeIds, profiles.tieTypeDimensions, 'policy')).toBe('industry');
    expect(of(tieTypeIds, profiles.tieTypeDimensions, 'unheard-of')).toBe('economy');
  });

  it('have the actors of each project that are visible', () => {
    const { ids, offsets, members } = profiles.projects;
    expect(ids).toEqual(['p', 'q']);
    expect([...offsets]).toEqual([0, 0, 2]);
    expect([...members]).toEqual([0, 2]);
    const visible = networkInput({ ...graph, scheme }, new Set(['b', 'c'])).profiles.projects;
    expect([...visible.members]).toEqual([1]);
  });

  it('count both ends of a tie that belongs to a project among its actors, once', () => {
    const ties = [
      tie('t', 'a', 'b', { project: 'q' }),
      tie('u', 'c', 'b', { project: 'q' }),
      tie('v', 'b', 'c', { project: 'removed' }),
    ];
    const joined = { ...graphOf([...graph.actors.values()], ties), projects: graph.projects };
    expect([...networkInput(joined).profiles.projects.members]).toEqual([0, 1, 2]);
    const hidden = networkInput(joined, undefined, ({ id }) => id === 'v').profiles.projects;
    expect([...hidden.members]).toEqual([0, 2]);
  });

  it('have fields of texts as attributes and fields of numbers as indicators', () => {
    expect(profiles.attributes.map(({ id }) => id)).toEqual(['area']);
    expect([...(profiles.attributes[0]?.of ?? [])]).toEqual([0, 1, 1]);
    expect(profiles.attributes[0]?.values).toEqual(['south', 'north']);
    expect(profiles.indicators.map(({ id, of }) => [id, [...of]])).toEqual([['staff', [40, NaN, 0]]]);
  });
});
