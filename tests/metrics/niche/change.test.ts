import { describe, expect, it } from 'vitest';
import { jointNicheMap, nicheChange } from '../../../src/metrics/niche/change.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../../src/model/measure-options.ts';
import type { Actor, Tie } from '../../../src/model/graph.ts';
import { compileNetwork, networkInput, type Network } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from '../support.ts';

const SUPPLY: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, niche: 'supply' };

function map(actors: readonly Actor[], ties: readonly Tie[] = []): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function offering(supplies: Record<string, Record<string, number>>): Network {
  return map(Object.entries(supplies).map(([id, supply]) => actor(id, { supply })));
}

const before = offering({
  grown: { talent: 1 },
  moved: { talent: 1 },
  same: { talent: 1, funding: 1 },
  shrunk: { talent: 1, funding: 1 },
  gone: { talent: 1 },
  quiet: {},
});
const after = offering({
  grown: { talent: 1, data: 1 },
  moved: { data: 1 },
  same: { talent: 2, funding: 2 },
  shrunk: { funding: 1 },
  quiet: { talent: 1 },
  come: { data: 4 },
});

describe('how niches changed', () => {
  const { actors, states } = nicheChange(before, after, SUPPLY);
  const of = (id: string) => actors.find((one) => one.id === id);

  it('matches actors by id and states by what they are', () => {
    expect([...states.ids].sort()).toEqual(['data', 'funding', 'talent']);
    expect(actors.map(({ id }) => id)).toEqual(
      ['come', 'gone', 'grown', 'moved', 'quiet', 'same', 'shrunk'].sort(),
    );
  });

  it('tells expansion, contraction, shift and stability apart', () => {
    expect(of('grown')).toMatchObject({ breadthBefore: 0, breadthAfter: 0.5, kind: 'expansion' });
    expect(of('shrunk')).toMatchObject({ breadthChange: -0.5, kind: 'contraction' });
    expect(of('moved')).toMatchObject({ breadthChange: 0, distance: 1, kind: 'shift' });
    expect(of('same')).toMatchObject({ breadthChange: 0, kind: 'stable' });
    expect(of('same')?.distance).toBeCloseTo(0, 7);
    expect(of('grown')?.distance).toBeCloseTo(Math.sqrt(1 - Math.sqrt(0.5)), 12);
  });

  it('says nothing of a change where one of the two niches is missing', () => {
    expect(of('come')).toEqual({
      id: 'come',
      breadthBefore: null,
      breadthAfter: 0,
      breadthChange: null,
      distance: null,
      kind: null,
    });
    expect(of('gone')).toMatchObject({ breadthBefore: 0, breadthAfter: null, distance: null, kind: null });
    expect(of('quiet')).toMatchObject({ breadthBefore: null, breadthAfter: 0, distance: null, kind: null });
  });

  it('reads both with direction where one of them has it', () => {
    const people = [actor('a'), actor('b'), actor('c')];
    const mutual = tie('t', 'a', 'b', { direction: 'mutual' });
    const change = nicheChange(
      map(people, [mutual]),
      map(people, [mutual, tie('u', 'b', 'c')]),
      DEFAULT_MEASURE_OPTIONS,
    );
    expect([...change.states.ids].sort()).toEqual(['in|knowledge|other', 'out|knowledge|other']);
    expect(change.states.labels).toHaveLength(2);
    expect(change.actors[0]).toMatchObject({ id: 'a', breadthChange: 0, kind: 'stable' });
  });

  it('is nothing between a map and itself', () => {
    for (const one of nicheChange(before, before, SUPPLY).actors)
      expect(one.kind).toBe(one.id === 'quiet' ? null : 'stable');
  });
});

describe('the joint niche map', () => {
  const joint = finish(jointNicheMap([before, after, before], SUPPLY));
  const at = (side: 'before' | 'after' | 'again', id: string): [number, number] => {
    const placed = joint?.states[['before', 'after', 'again'].indexOf(side)];
    const k = placed?.actorIds.indexOf(id) ?? -1;
    return [placed?.xs[k] ?? NaN, placed?.ys[k] ?? NaN];
  };

  it('has both states of an actor, in one place where nothing changed', () => {
    expect(at('before', 'same')[0]).toBeCloseTo(at('after', 'same')[0], 9);
    expect(at('before', 'same')[1]).toBeCloseTo(at('after', 'same')[1], 9);
    const [x, y] = at('before', 'moved');
    const [laterX, laterY] = at('after', 'moved');
    expect(Math.hypot(laterX - x, laterY - y)).toBeGreaterThan(0.5);
  });

  it('holds as many states as there are, alike ones in the same places', () => {
    for (const id of ['grown', 'moved', 'same', 'shrunk', 'gone'])
      for (const axis of [0, 1] as const)
        expect(at('again', id)[axis]).toBeCloseTo(at('before', id)[axis], 9);
  });

  it('has no place for an empty niche', () => {
    expect(at('before', 'quiet')).toEqual([NaN, NaN]);
    expect(joint?.shares[0]).toBeGreaterThan(0);
  });
});
