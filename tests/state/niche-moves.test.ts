import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { asNamed } from '../../src/state/niche-moves.svelte.ts';
import { actor, graphOf, tie } from '../metrics/support.ts';

const whole = (parts: ReturnType<typeof graphOf>): Graph =>
  ({
    ...parts,
    projects: new Map([['p', { id: 'p', name: 'P', actors: ['1', 'a'], unknown: {} }]]),
  }) as unknown as Graph;

describe('actors of another state of a map', () => {
  const known = graphOf(
    [actor('a', { name: 'College' }), actor('b', { name: 'Firm' }), actor('c', { name: 'Firm' })],
    [],
  );
  const other = whole(
    graphOf(
      [actor('1', { name: ' college ' }), actor('2', { name: 'Firm' }), actor('3', { name: 'New' })],
      [tie('t', '1', '3')],
    ),
  );

  it('are those of the same id, else of the same name where only one has it', () => {
    expect([...asNamed(other, known).actors.keys()]).toEqual(['a', '2', '3']);
    expect(asNamed(other, known).ties.get('t')).toMatchObject({ source: 'a', target: '3' });
  });

  it('are never two with one id', () => {
    const both = whole(graphOf([actor('a', { name: 'Other' }), actor('1', { name: 'College' })], []));
    expect([...asNamed(both, known).actors.keys()]).toEqual(['a', '1']);
  });
});
