import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureById } from '../../src/metrics/registry.ts';
import { chanceLoss } from '../../src/metrics/stress/chance.ts';
import { cohesionLoss } from '../../src/metrics/stress/cohesion.ts';
import { crossSectorDensity } from '../../src/metrics/stress/cross-sector.ts';
import { hitOf } from '../../src/metrics/stress/hit.ts';
import { needsLoss } from '../../src/metrics/stress/needs.ts';
import type { Hit, Shock } from '../../src/metrics/stress/shock.ts';
import { removalOf } from '../../src/metrics/stress/removal-of.ts';
import { stressOf, type StressResult } from '../../src/metrics/stress/stress.ts';
import { withHit } from '../../src/metrics/stress/with-hit.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type NetworkInput } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphFrom, graphOf, networkFrom, tie, type SmallGraph } from './support.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, ...AS_IS };
const NONE: Hit = { actors: new Set(), ties: new Set() };

function inputOf({ actors, ties }: Parts): NetworkInput {
  return networkInput(graphOf(actors, ties));
}

function stress(graph: SmallGraph, shock: Shock): StressResult {
  const input = networkInput(graph);
  const result = finish(stressOf(input, compileNetwork(input, AS_IS), shock, OPTIONS, 5));
  if (!result) throw new Error('no actors');
  return result;
}

function removal(result: StressResult): Extract<StressResult['impact'], { kind: 'removal' }> {
  if (result.impact.kind !== 'removal') throw new Error('not a removal');
  return result.impact;
}

function english({ says }: StressResult): string {
  return says.en.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('');
}

const leaving = (...actors: string[]): Shock => ({ kind: 'parts', actors, ties: [] });

const mapsAndHits = smallMaps({ actors: 7, ties: 16 }).chain((parts) =>
  fc.record({
    parts: fc.constant(parts),
    actors: fc.subarray(parts.actors.map(({ id }) => id)),
    ties: fc.subarray(parts.ties.map(({ id }) => id)),
  }),
);

describe('a network after a loss', () => {
  it('is the network of the map from which the actors and ties were deleted', () => {
    fc.assert(
      fc.property(mapsAndHits, ({ parts, actors, ties }) => {
        const hit: Hit = { actors: new Set(actors), ties: new Set(ties) };
        const left: Parts = {
          actors: parts.actors.filter(({ id }) => !hit.actors.has(id)),
          ties: parts.ties.filter(
            ({ id, source, target }) =>
              !hit.ties.has(id) && !hit.actors.has(source) && !hit.actors.has(target),
          ),
        };
        expect(withHit(inputOf(parts), hit)).toEqual(inputOf(left));
      }),
    );
  });

  it('is the same object where nothing is lost, and empty where everyone is', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 7, ties: 16 }), (parts) => {
        const input = inputOf(parts);
        expect(withHit(input, NONE)).toBe(input);
        const nobody = withHit(input, { actors: new Set(input.actorIds), ties: new Set() });
        expect(nobody.actorIds).toEqual([]);
        expect(nobody.tieIds).toEqual([]);
        expect(nobody.profiles.demand).toHaveLength(0);
      }),
    );
  });

  it('keeps fields and projects of those who stay', () => {
    const graph = {
      ...graphOf([actor('A'), actor('B', { size: 2 }), actor('C', { size: 3 })], []),
      projects: new Map([['p', { id: 'p', name: 'P', actors: ['A', 'C'], fields: {}, unknown: {} }]]),
    };
    const { profiles } = withHit(networkInput(graph), { actors: new Set(['A']), ties: new Set() });
    expect([...profiles.size]).toEqual([2, 3]);
    expect([...profiles.projects.members]).toEqual([1]);
    expect([...profiles.projects.offsets]).toEqual([0, 1]);
  });
});

/** The pieces as sets of ids, the largest first, of equal ones that of the first actor. */
function piecesOf({ actors, ties }: Parts): string[][] {
  const left = new Set(actors.map(({ id }) => id).sort());
  const pieces: string[][] = [];
  for (const start of left) {
    const piece = [start];
    left.delete(start);
    for (const member of piece)
      for (const { source, target } of ties)
        for (const [from, to] of [
          [source, target],
          [target, source],
        ] as const)
          if (from === member && left.delete(to)) piece.push(to);
    pieces.push(piece);
  }
  return pieces.sort((a, b) => b.length - a.length);
}

describe('cohesion after a loss', () => {
  it('names those who stay, had partners, and are outside the largest that is left of their own piece', () => {
    fc.assert(
      fc.property(mapsAndHits, ({ parts, actors }) => {
        const gone = new Set(actors);
        const left: Parts = {
          actors: parts.actors.filter(({ id }) => !gone.has(id)),
          ties: parts.ties.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
        };
        const earlier = piecesOf(parts);
        const pieces = piecesOf(left);
        const expected = earlier.flatMap((was) => {
          const rest = pieces.filter(([id = '']) => was.includes(id));
          const [together = []] = rest.filter(({ length }) => length > 1);
          return was.length < 2 ? [] : rest.flat().filter((id) => !together.includes(id));
        });
        const input = inputOf(parts);
        const after = withHit(input, { actors: gone, ties: new Set() });
        const found = cohesionLoss(compileNetwork(input, AS_IS), compileNetwork(after, AS_IS));
        expect(found.stranded).toEqual([...expected].sort());
        expect(found.pieces[1]).toBe(pieces.length);
        expect(found.largest).toEqual([earlier[0]?.length ?? 0, pieces[0]?.length ?? 0]);
      }),
    );
  });

  it('strands the leaves of a star and leaves its centre alone when a leaf goes', () => {
    const star = graphFrom(['H > A', 'H > B', 'H > C']);
    expect(removal(stress(star, leaving('H'))).cohesion.stranded).toEqual(['A', 'B', 'C']);
    expect(removal(stress(star, leaving('H'))).cohesion.alone).toEqual(['A', 'B', 'C']);
    expect(removal(stress(star, leaving('A'))).cohesion.stranded).toEqual([]);
  });

  it('strands those of a smaller piece too, and never says that nobody is cut off beside a list of them', () => {
    const two = graphFrom(['A > B', 'B > C', 'C > D', 'D > A', 'X > H', 'Y > H', 'Z > H']);
    const result = stress(two, leaving('H'));
    expect(removal(result).cohesion.stranded).toEqual(['X', 'Y', 'Z']);
    expect(removal(result).cutOff.rows).toHaveLength(3);
    expect(english(result)).toContain('3 actors would be cut off');
  });
});

const CHAIN = graphOf(
  [
    actor('lab', { sector: 'university', supply: { research: 2 } }),
    actor('broker', { sector: 'intermediary' }),
    actor('firm', { sector: 'enterprise', demand: { research: 2 } }),
    actor('pilot', { sector: 'enterprise', supply: { 'pilot-platform': 1 }, demand: { orders: 1 } }),
    actor('shop', { sector: 'enterprise', demand: { 'pilot-platform': 4 } }),
  ],
  [
    tie('1', 'lab', 'broker'),
    tie('2', 'broker', 'firm'),
    tie('3', 'firm', 'shop'),
    tie('4', 'pilot', 'shop', { type: 'technology' }),
  ],
);

describe('needs after a loss', () => {
  it('tells what nobody offers any more from what no longer gets there', () => {
    const offered = removal(stress(CHAIN, leaving('lab'))).needs;
    expect(offered.resources).toEqual([
      { resource: 'research', verdict: 'vacant', met: [1, 0], lost: 2, without: ['firm'], losers: ['firm'] },
    ]);
    const reached = removal(stress(CHAIN, leaving('broker'))).needs;
    expect(reached.resources.map(({ resource, verdict }) => [resource, verdict])).toEqual([
      ['research', 'unreached'],
    ]);
    expect(reached.met).toEqual([3 / 7, 1 / 7]);
  });

  it('counts the needs of those who stay alone, and never says more is lost than was met', () => {
    fc.assert(
      fc.property(mapsAndHits, ({ parts, actors, ties }) => {
        const input = inputOf(parts);
        const before = compileNetwork(input, AS_IS);
        const after = compileNetwork(withHit(input, { actors: new Set(actors), ties: new Set(ties) }), AS_IS);
        const { resources } = finish(needsLoss(before, after));
        for (const { losers, without, met, lost, resource } of resources) {
          const r = after.profiles.resourceIds.indexOf(resource);
          const needed = after.actorIds.reduce(
            (sum, _, k) => sum + after.profiles.demand[k * after.profiles.resourceIds.length + r]!,
            0,
          );
          expect(losers.filter((id) => actors.includes(id))).toEqual([]);
          expect(losers).toEqual(expect.arrayContaining([...without]));
          expect(met[0] - met[1]).toBeLessThanOrEqual(lost / needed + 1e-9);
          expect(lost).toBeLessThanOrEqual(met[0] * needed + 1e-9);
        }
      }),
    );
  });
});

describe('a stress test', () => {
  it('changes no number where nothing is hit, and says so', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 6, ties: 12 }), (parts) => {
        if (parts.actors.length === 0) return;
        const result = stress(graphOf(parts.actors, parts.ties), leaving());
        for (const { before, after } of result.headlines) expect(after).toBe(before);
        expect(removal(result).cohesion.stranded).toEqual([]);
        expect(removal(result).needs.resources).toEqual([]);
        expect(english(result)).toContain('Nothing is hit');
        expect(removalOf(result)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('gives the measures of the map from which what is lost was deleted', () => {
    fc.assert(
      fc.property(mapsAndHits, ({ parts, actors, ties }) => {
        if (parts.actors.length === 0) return;
        const result = stress(graphOf(parts.actors, parts.ties), { kind: 'parts', actors, ties });
        const after = compileNetwork(
          withHit(inputOf(parts), { actors: new Set(actors), ties: new Set(ties) }),
          AS_IS,
        );
        for (const { id, after: value, partOf } of result.headlines) {
          const measure = measureById(id);
          if (measure?.level !== 'network' || partOf !== undefined) continue;
          const expected = finish(measure.compute(after, OPTIONS));
          if (expected === null) expect(value).toBeNull();
          else expect(value).toBeCloseTo(expected, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says in one sentence who is cut off and what nobody offers any more', () => {
    expect(english(stress(CHAIN, leaving('lab')))).toBe(
      'If lab left, nobody would be cut off, and nobody would offer research any more.',
    );
    expect(english(stress(CHAIN, leaving('broker')))).toBe(
      'If broker left, 1 actor would be cut off, and research would no longer get to 1 actor that needs it.',
    );
    expect(english(stress(CHAIN, { kind: 'tie-type', id: 'technology' }))).toBe(
      'If the one tie of technology ceased, 1 actor would be cut off, and pilot-platform would no longer get to 1 actor that needs it.',
    );
    expect(english(stress(CHAIN, { kind: 'sector', id: 'enterprise' }))).toContain(
      'If all 3 actors of enterprise left, ',
    );
  });

  it('leaves nothing where everyone goes', () => {
    const result = stress(CHAIN, leaving('lab', 'broker', 'firm', 'pilot', 'shop'));
    expect(english(result)).toBe('If these 5 actors left, nobody would be left.');
    for (const { after, partOf } of result.headlines) if (partOf === undefined) expect(after).toBeNull();
    expect(removal(result).chance).toBeNull();
    expect(removalOf(result)?.actors).toHaveLength(5);
  });

  it('names the ties that go with an actor, and asks only for what goes by itself to be deleted', () => {
    const result = stress(CHAIN, leaving('firm'));
    expect(result.gone.ties).toEqual(['2', '3']);
    expect(removalOf(result)).toEqual({ actors: ['firm'], ties: [] });
  });

  it('says plainly what does not apply', () => {
    const notes = (graph: SmallGraph): string =>
      stress(graph, leaving('A'))
        .notes.map(({ en }) => en)
        .join(' ');
    expect(notes(graphFrom(['A']))).toMatch(/no ties.*Nobody states a need.*one sector/);
    expect(notes(CHAIN)).not.toMatch(/no ties|states a need|one sector/);
    const input = networkInput(graphFrom([]));
    expect(finish(stressOf(input, compileNetwork(input, AS_IS), leaving(), OPTIONS))).toBeNull();
  });

  it('takes the busiest in the order of their ids where they are alike', () => {
    const network = networkFrom(['B > A', 'B > C', 'A > C', 'D']);
    const hit = (by: 'degree' | 'betweenness', count: number): string[] => [
      ...finish(hitOf(network, { kind: 'busiest', by, count }, OPTIONS)).actors,
    ];
    expect(hit('degree', 2)).toEqual(['A', 'B']);
    expect(hit('degree', 9)).toEqual(['A', 'B', 'C', 'D']);
    expect(hit('betweenness', 0)).toEqual([]);
    const path = networkFrom(['A > B', 'B > C', 'C > D', 'D > E']);
    expect([
      ...finish(hitOf(path, { kind: 'busiest', by: 'betweenness', count: 1 }, OPTIONS)).actors,
    ]).toEqual(['C']);
  });
});

describe('failure by chance', () => {
  const ring = networkInput(graphFrom(['A <> B', 'B <> C', 'C <> D', 'D <> E', 'E <> A', 'E <> F']));
  const network = compileNetwork(ring, AS_IS);

  it('is the same for the same seed, and its first draw is the one that is shown', () => {
    const draw = (seed: number): unknown => finish(chanceLoss(ring, network, 2, seed, AS_IS, 20));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    const shown = finish(hitOf(network, { kind: 'chance', count: 2, seed: 3 }, OPTIONS));
    const after = compileNetwork(withHit(ring, shown), AS_IS);
    expect(finish(chanceLoss(ring, network, 2, 3, AS_IS, 1)).largest?.mean).toBe(
      cohesionLoss(network, after).largest[1],
    );
  });

  it('tells of its progress what is so, from the first draw on', () => {
    const steps = [...chanceLoss(ring, network, 2, 3, AS_IS, 50)];
    expect(steps[0]).toBe(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Math.max(...steps)).toBe(1);
  });

  it('has a mean within its band, and the mean of all single losses in the long run', () => {
    const { stranded, draws } = finish(chanceLoss(ring, network, 1, 1, AS_IS, 600));
    // Of six actors only E strands someone, and one.
    expect(draws).toBe(600);
    expect(stranded?.mean).toBeCloseTo(1 / 6, 1);
    expect(stranded?.low).toBe(0);
    expect(stranded?.high).toBe(1);
  });
});

it('density across sectors is what is tied of the pairs of different sectors', () => {
  expect(crossSectorDensity(compileNetwork(networkInput(CHAIN), AS_IS))).toBeCloseTo(2 / 14, 12);
  expect(crossSectorDensity(networkFrom(['A > B']))).toBeNull();
});
