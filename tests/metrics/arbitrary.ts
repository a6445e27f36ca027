import fc from 'fast-check';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { actor, tie } from './support.ts';

export interface Parts {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
}

const SECTORS = ['enterprise', 'university', 'government'];

/** Small maps with isolates, self-loops, parallel, one-way and mutual ties, several sectors and types of ties. */
export function smallMaps(
  most: { actors: number; ties: number },
  weights: fc.Arbitrary<number> = fc.integer({ min: 1, max: 6 }),
): fc.Arbitrary<Parts> {
  return fc.integer({ min: 0, max: most.actors }).chain((n) =>
    fc
      .array(
        fc.record({
          source: fc.nat(Math.max(0, n - 1)),
          target: fc.nat(Math.max(0, n - 1)),
          weight: weights,
          mutual: fc.boolean(),
          type: fc.constantFrom('knowledge', 'talent'),
        }),
        { maxLength: n === 0 ? 0 : most.ties },
      )
      .chain((ties) =>
        // Maps without any one-way tie are a kind of their own and would be rare by chance.
        fc.boolean().map((allMutual) => ({
          actors: Array.from({ length: n }, (_, k) => actor(`a${k}`, { sector: SECTORS[k % 3] ?? 'other' })),
          ties: ties.map(({ source, target, weight, mutual, type }, k) =>
            tie(`t${String(k).padStart(3, '0')}`, `a${source}`, `a${target}`, {
              type,
              weight,
              direction: allMutual || mutual ? 'mutual' : 'one-way',
            }),
          ),
        })),
      ),
  );
}
