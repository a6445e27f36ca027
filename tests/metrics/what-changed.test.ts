import { describe, expect, it } from 'vitest';
import { networkFacts, type NetworkFacts } from '../../src/metrics/changes/network-facts.ts';
import { changeLine, whatChanged } from '../../src/metrics/changes/what-changed.ts';
import { panel } from '../../src/metrics/panel.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { actor, AS_IS, finish, graphFrom, graphOf, type SmallGraph } from './support.ts';

const IDS = ['degree', 'components', 'density', 'betweenness', 'niche-overlap'];
const nameOf = (id: string) => ({ en: id, zh: id });

function factsOf(graph: SmallGraph, options: Partial<MeasureOptions> = {}): NetworkFacts {
  const network = compileNetwork(networkInput(graph), AS_IS);
  const values = finish(panel(network, IDS, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
  const facts = networkFacts(() => values);
  if (!facts) throw new Error('no facts');
  return facts;
}

function said(
  before: readonly string[],
  after: readonly string[],
  options: Partial<MeasureOptions> = {},
): string[] {
  return whatChanged(factsOf(graphFrom(before), options), factsOf(graphFrom(after), options), nameOf).map(
    ({ says }) => says.en,
  );
}

const PATH = ['A <> B', 'B <> C', 'D <> E', 'E <> F'];

describe('what an edit did to the network', () => {
  it('is first of all that parts were joined or split', () => {
    expect(said(PATH, [...PATH, 'C <> D'])[0]).toBe('The 2 parts of the network are now one');
    expect(said([...PATH, 'C <> D'], PATH)[0]).toBe('The network now has 2 separate parts (was 1)');
  });

  it('names who stands alone, who no longer does, and who is new and has no ties yet', () => {
    expect(said(['A <> B', 'B <> C'], ['A <> B', 'C'])[0]).toBe('C now stands alone');
    expect(said(['A <> B', 'C'], ['A <> B', 'B <> C'])).toContain('C is no longer alone');
    expect(said(['A <> B', 'C', 'D'], ['A <> B', 'B <> C', 'D <> C'])).toContain(
      'C and D are no longer alone',
    );
    expect(said(['A <> B'], ['A <> B', 'C'])[0]).toBe('C is not tied to anyone yet');
  });

  it('gives the number of actors where there is nothing else to say', () => {
    expect(said([], ['A <> B'])).toEqual(['2 actors now (0 before)']);
    expect(said(['A <> B', 'B <> C'], ['A <> B', 'B <> C', 'C <> D']).at(-1)).toBe('4 actors now (3 before)');
  });

  it('says who bridges more pairs, and from which rank to which, however values are normalised', () => {
    const star = ['A <> B', 'A <> C', 'A <> D', 'D <> E'];
    const grown = [...star, 'D <> F', 'D <> G', 'D <> H'];
    for (const normalised of [false, true])
      expect(said(star, grown, { normalised })).toContain('D now bridges 15 more pairs (rank 2 → 1)');
    expect(said(grown, star)).toContain('D now bridges 15 fewer pairs (rank 1 → 2)');
  });

  it('gives the partners gained or lost and the density in points', () => {
    expect(said(['A <> B', 'C <> D', 'B <> C'], ['A <> B', 'C <> D', 'B <> C', 'A <> C', 'A <> D'])).toEqual(
      expect.arrayContaining(['A has 3 partners (+2)', 'density +33\u00a0pt (83.3\u00a0%)']),
    );
  });

  it('says whose niches got closer or moved apart', () => {
    const two = (amount: number): SmallGraph =>
      graphOf(
        [actor('A', { supply: { talent: 1 } }), actor('B', { supply: { talent: amount, data: 1 } })],
        [],
      );
    const niches = (amount: number): NetworkFacts => factsOf(two(amount), { niche: 'supply' });
    const clauses = whatChanged(niches(1), niches(9), nameOf);
    expect(clauses.map(({ says }) => says.en)).toEqual([
      'The niches of A and B got closer (overlap 0.50 → 0.90)',
    ]);
    expect(whatChanged(niches(9), niches(1), nameOf)[0]?.says.zh).toBe(
      'A与B的生态位更分离（重叠 0.90 → 0.50）',
    );
  });

  it('is nothing between equal states, and as many clauses as asked for make a line', () => {
    const facts = factsOf(graphFrom(PATH));
    expect(whatChanged(facts, facts, nameOf)).toEqual([]);
    expect(changeLine([], 2).en).toBe('The network is as it was');
    const clauses = whatChanged(facts, factsOf(graphFrom([...PATH, 'C <> D'])), nameOf);
    expect(changeLine(clauses, 2).en.split('; ')).toHaveLength(2);
  });

  it('leaves out what was not computed, or only estimated', () => {
    const network = compileNetwork(networkInput(graphFrom(PATH)), AS_IS);
    const values = finish(panel(network, ['degree'], DEFAULT_MEASURE_OPTIONS));
    const facts = networkFacts((id) => (id === 'degree' ? values : undefined));
    expect(facts).toMatchObject({ parts: null, density: null, bridged: undefined, niches: undefined });
    expect(networkFacts(() => undefined)).toBeUndefined();
  });
});
