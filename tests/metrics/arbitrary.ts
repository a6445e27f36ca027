import fc from 'fast-check';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { actor, tie } from './support.ts';

export interface Parts {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
}

const SECTORS = ['enterprise', 'university', 'government'];

const amounts = fc.dictionary(
  fc.constantFrom('talent', 'funding', 'equipment', 'data'),
  fc.integer({ min: 1, max: 5 }),
  { maxKeys: 3 },
);

/** What actors offer, need and have; some say nothing of it. */
const profiles: fc.Arbitrary<Partial<Actor>> = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      supply: amounts,
      demand: amounts,
      size: fc.integer({ min: 0, max: 9 }),
      sizeChange: fc.integer({ min: -3, max: 3 }),
      inflow: fc.integer({ min: 0, max: 5 }),
      outflow: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: ['supply', 'demand'] },
  ),
);

/** Small maps with isolates, self-loops, parallel, one-way and mutual ties, several sectors and types of ties, and supply and demand. */
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
        fc
          .tuple(fc.boolean(), fc.array(profiles, { minLength: n, maxLength: n }))
          .map(([allMutual, own]) => ({
            actors: own.map((profile, k) =>
              actor(`a${k}`, { sector: SECTORS[k % 3] ?? 'other', ...profile }),
            ),
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
