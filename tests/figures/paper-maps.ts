import { finish } from '../../src/cli/finish.ts';
import type { Language } from '../../src/base/localized.ts';
import { methodsOf, type Methods } from '../../src/figures/methods/methods.ts';
import type { MethodsInput } from '../../src/figures/methods/facts.ts';
import { measuresOfTable, tablesOf, type TableWanted } from '../../src/figures/tables/registry.ts';
import type { DataTable } from '../../src/figures/tables/table.ts';
import { computeTables, viewOf } from '../../src/figures/tables/table-source.ts';
import type { Graph } from '../../src/model/graph.ts';
import { networkInput } from '../../src/network/network.ts';
import { actor, mapOf, tie } from '../scene/maps.ts';

/** Five actors with everything that a table may show: two names, amounts, fields, a namesake, a loop, parallel ties. */
export const SMALL: Graph = {
  ...mapOf(
    [
      actor('a', 'university', 0, 0, {
        name: 'Jinhua Polytechnic',
        secondName: '金华职业技术大学',
        size: 1200.5,
        supply: { talent: 40 },
        fields: { founded: 1958, tags: ['A', 'B'] },
      }),
      actor('b', 'enterprise', 9, 0, { name: '义乌 50% & Co_#1', demand: { talent: 12.25 }, pinned: true }),
      actor('c', 'enterprise', 9, 9, { name: 'Leapmotor', demand: { talent: 30, research: 2 } }),
      actor('d', 'government', 0, 9, { name: 'Bureau', notes: 'One | two\nthree' }),
      actor('e', 'other', 20, 20, { name: '=1+1' }),
    ],
    [
      tie('1', 'a', 'b', 'talent', 'one-way', 3),
      tie('2', 'a', 'c', 'talent', 'one-way', 1.5),
      tie('3', 'b', 'c', 'alliance', 'mutual', 2),
      tie('4', 'd', 'a', 'policy'),
      tie('5', 'a', 'b', 'knowledge', 'one-way', 0.5),
      tie('6', 'a', 'a', 'feedback'),
    ],
    {},
    {
      fields: [
        { id: 'founded', on: 'actor', name: { en: 'Founded', zh: '成立年份' }, kind: 'number' },
        { id: 'tags', on: 'actor', name: { en: 'Tags', zh: '标签' }, kind: 'list' },
      ],
    },
  ),
  info: { title: 'Small map', unknown: {} },
};

export function tablesIn(
  graph: Graph,
  wanted: readonly TableWanted[],
  language: Language,
): readonly DataTable[] {
  const { view } = graph;
  const options = {
    ...view.measures,
    ignoreDirection: view.ignoreDirection,
    ignoreWeights: view.ignoreWeights,
  };
  const source = finish(
    computeTables({
      graph,
      input: networkInput(graph),
      options,
      settings: view.diagnosis,
      measures: [...new Set(wanted.flatMap(measuresOfTable))],
      diagnosis: wanted.some(({ kind }) => kind === 'diagnosis'),
    }),
  );
  return wanted.flatMap((each) => tablesOf(viewOf(source, language), each));
}

export function methodsIn(graph: Graph, more: Partial<MethodsInput> = {}): Methods {
  const { view } = graph;
  return methodsOf({
    graph,
    input: networkInput(graph),
    options: { ...view.measures, ignoreDirection: view.ignoreDirection, ignoreWeights: view.ignoreWeights },
    view,
    measures: ['degree', 'betweenness'],
    diagnosis: false,
    drawn: true,
    filter: [],
    version: '1.2.3',
    ...more,
  });
}
