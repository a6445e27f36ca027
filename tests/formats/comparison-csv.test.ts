import { expect, test } from 'vitest';
import { comparisonCsv } from '../../src/formats/comparison-csv.ts';
import { compareGraphs } from '../../src/model/compare.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';

function actor(id: string, name: string, rest: Partial<Actor> = {}): Actor {
  return { id, name, sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {}, ...rest };
}

function graph(actors: readonly Actor[], ties: readonly Tie[] = []) {
  return {
    actors: new Map(actors.map((each) => [each.id, each])),
    ties: new Map(ties.map((each) => [each.id, each])),
  };
}

test('a comparison is one table: who is new or gone, what fields were and are, and the measures that moved', () => {
  const tie: Tie = {
    ...{ id: 't', source: 'a', target: 'b', type: 'talent', direction: 'mutual', weight: 2 },
    ...{ fields: {}, unknown: {} },
  };
  const before = graph([actor('a', '=Evil, "Ltd"', { size: 3 }), actor('b', 'B')], [tie]);
  const after = graph([actor('a', '=Evil, "Ltd"', { size: 5 }), actor('c', '金华')]);
  const names = new Map([...before.actors, ...after.actors].map(([id, { name }]) => [id, name]));
  const text = comparisonCsv(
    compareGraphs(before, after),
    [
      { measure: 'density', before: 0.5, after: 0 },
      { measure: 'reciprocity', before: 1, after: null },
      { measure: 'components', before: 1, after: 1 },
      { measure: 'degree', actor: { id: 'a', name: 'A' }, before: 1, after: 0 },
    ],
    (id) => names.get(id) ?? id,
  );
  expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
    'what,change,id,name,field,before,after,difference',
    'actor,added,c,金华,,,,',
    'actor,removed,b,B,,,,',
    `actor,changed,a,"'=Evil, ""Ltd""",size,3,5,2`,
    `tie,removed,t,"'=Evil, ""Ltd"" <> B",,,,`,
    'network measure,changed,,,density,0.5,0,-0.5',
    'network measure,changed,,,reciprocity,1,,',
    'actor measure,changed,a,A,degree,1,0,-1',
    '',
  ]);
});
