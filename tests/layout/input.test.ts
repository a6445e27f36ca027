import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutInput } from '../../src/layout/layout.ts';
import { estimatedSize } from '../../src/layout/size.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';

interface Sample {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
}
const sample = JSON.parse(readFileSync('public/samples/karate.json', 'utf8')) as Sample;
const graph = {
  actors: new Map(sample.actors.map((actor) => [actor.id, actor])),
  ties: new Map(sample.ties.map((tie) => [tie.id, tie])),
};

describe('the arrays of a map', () => {
  const input = layoutInput(graph);

  it('are ordered by id and name the ends of each tie', () => {
    expect(input.ids).toEqual([...graph.actors.keys()].sort());
    const first = sample.ties[0];
    expect([input.ids[input.source[0] ?? -1], input.ids[input.target[0] ?? -1]]).toEqual([
      first?.source,
      first?.target,
    ]);
  });

  it('carry positions, with NaN for an actor that has none', () => {
    const [first, ...others] = sample.actors;
    if (!first) throw new Error('the sample is empty');
    const { position: _, ...unplaced } = first;
    const some = layoutInput({
      ...graph,
      actors: new Map([unplaced, ...others].map((actor) => [actor.id, actor])),
    });
    expect(some.x[0]).toBeNaN();
    expect([some.x[1], some.y[1]]).toEqual(graph.actors.get(some.ids[1] ?? '')?.position);
  });

  it('take the sizes that they are given', () => {
    const given = layoutInput(graph, () => ({ radius: 5, labelWidth: 6, labelHeight: 7 }));
    expect([given.radius[3], given.labelWidth[3], given.labelHeight[3]]).toEqual([5, 6, 7]);
  });
});

describe('the estimated size', () => {
  it('counts a Chinese character as a full em and wraps after nine', () => {
    expect(estimatedSize('金华市').labelWidth).toBe(36);
    expect(estimatedSize('金华市').labelHeight).toBeCloseTo(18.9);
    expect(estimatedSize('市人力资源和社会保障局').labelHeight).toBeCloseTo(33.3);
  });

  it('breaks Latin text between words', () => {
    expect(estimatedSize('Contract research laboratory U').labelHeight).toBeCloseTo(47.7);
    expect(estimatedSize('Makerspace').labelHeight).toBeCloseTo(18.9);
  });

  it('is the same for a label of three lines and one of 10 kB', () => {
    expect(estimatedSize('长'.repeat(10_000))).toEqual(estimatedSize('长'.repeat(27)));
  });

  it('has no label for an empty name', () => {
    expect(estimatedSize('')).toMatchObject({ labelWidth: 0, labelHeight: 0 });
  });
});
