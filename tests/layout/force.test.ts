import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORCE_LAYOUT } from '../../src/layout/force.ts';
import { finish, type LayoutInput, type LayoutOutcome } from '../../src/layout/layout.ts';
import { LAYOUTS } from '../../src/layout/registry.ts';
import { groupedTies, inputOf, overlaps } from './inputs.ts';

const arrange = (input: LayoutInput, options?: Record<string, number>): LayoutOutcome =>
  finish(FORCE_LAYOUT.run(input, options));

const ring = (n: number): [number, number][] => Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);
const clusters = inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7) });

describe('the force layout', () => {
  it('gives the same bits for the same input and seed', () => {
    expect(arrange(clusters)).toEqual(arrange(clusters));
  });

  it('gives another picture for another seed', () => {
    expect(arrange({ ...clusters, seed: 2 }).x).not.toEqual(arrange(clusters).x);
  });

  it('does not depend on the order of actors and ties', () => {
    const ids = clusters.ids;
    const shuffled = ids.map((_, i) => (i * 17) % ids.length);
    const indexOf = new Map(shuffled.map((old, i) => [old, i]));
    const tieOrder = Array.from(clusters.source, (_, t) => t).reverse();
    const other: LayoutInput = {
      ...clusters,
      ids: shuffled.map((old) => ids[old] ?? ''),
      source: Uint32Array.from(tieOrder, (t) => indexOf.get(clusters.source[t] ?? 0) ?? 0),
      target: Uint32Array.from(tieOrder, (t) => indexOf.get(clusters.target[t] ?? 0) ?? 0),
      weight: Float64Array.from(tieOrder, (t) => clusters.weight[t] ?? 0),
    };
    const first = arrange(clusters);
    const second = arrange(other);
    shuffled.forEach((old, i) => {
      expect([second.x[i], second.y[i]]).toEqual([first.x[old], first.y[old]]);
    });
  });

  it('leaves no mark and no label covered on maps of the size of the samples', () => {
    for (const seed of [1, 2, 3]) {
      const input = inputOf({ n: 54, ties: groupedTies(54, 170, 6, seed), seed });
      const { x, y } = arrange(input);
      expect(overlaps(input, x, y)).toEqual([]);
    }
  });

  it('leaves so much room between the few marks of a small map that its ties are seen', () => {
    const ties = [
      [0, 1],
      [1, 2],
      [1, 3],
      [3, 4],
      [2, 3],
    ] as const;
    const small = { ...inputOf({ n: 5, ties }), radius: new Float64Array(5).fill(35) };
    const { x, y } = arrange(small);
    const seen = ties.map(([i, j]) => Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)) - 70);
    seen.sort((p, q) => p - q);
    expect(seen[2]).toBeGreaterThan(30);
  });

  it('prefers the shape of a screen', () => {
    const { x, y } = arrange(inputOf({ n: 54, ties: groupedTies(54, 170, 6, 5) }));
    const aspect = (Math.max(...x) - Math.min(...x)) / (Math.max(...y) - Math.min(...y));
    expect(aspect).toBeGreaterThan(1.1);
    expect(aspect).toBeLessThan(2.4);
  });

  it('rounds to a tenth of a unit', () => {
    for (const value of arrange(clusters).x) expect(Math.round(value * 10) / 10).toBe(value);
  });

  it('draws what is tied closer together than what is not', () => {
    const { x, y } = arrange(clusters);
    const distance = (i: number, j: number): number =>
      Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0));
    let tied = 0;
    clusters.source.forEach((source, t) => (tied += distance(source, clusters.target[t] ?? 0)));
    tied /= clusters.source.length;
    let all = 0;
    let pairs = 0;
    for (let i = 0; i < 50; i++) for (let j = 0; j < i; j++, pairs++) all += distance(i, j);
    expect(tied).toBeLessThan((0.6 * all) / pairs);
  });

  it('spreads the map with the spacing', () => {
    const width = ({ x }: LayoutOutcome): number => Math.max(...x) - Math.min(...x);
    expect(width(arrange(clusters, { spacing: 2 }))).toBeGreaterThan(1.5 * width(arrange(clusters)));
  });

  it('draws clusters closer with more tightness', () => {
    const within = ({ x, y }: LayoutOutcome): number => {
      const lengths = Array.from(clusters.source, (s, t) => {
        const e = clusters.target[t] ?? 0;
        return Math.hypot((x[s] ?? 0) - (x[e] ?? 0), (y[s] ?? 0) - (y[e] ?? 0));
      }).sort((p, q) => p - q);
      // the median length beside the width: clusters are small parts of the whole
      return (lengths[lengths.length >> 1] ?? 0) / (Math.max(...x) - Math.min(...x));
    };
    const bare = inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), labels: false });
    expect(within(arrange(bare, { tightness: 4 }))).toBeLessThan(
      0.8 * within(arrange(bare, { tightness: 0 })),
    );
  });

  it('shows pictures on the way, all of them finite and free to keep', () => {
    const frames: LayoutOutcome[] = [];
    for (const step of FORCE_LAYOUT.run(clusters)) if (typeof step === 'object') frames.push(step.partial());
    expect(frames.length).toBeGreaterThan(20);
    expect(new Set(frames.map(({ x }) => x.buffer)).size).toBe(frames.length);
    for (const frame of frames) expect([...frame.x, ...frame.y].every(Number.isFinite)).toBe(true);
  });

  it('tells a share done that never falls', () => {
    let last = 0;
    for (const step of FORCE_LAYOUT.run(clusters)) {
      if (typeof step !== 'number') continue;
      expect(step).toBeGreaterThanOrEqual(last);
      last = step;
    }
    expect(last).toBeGreaterThan(0.85);
    expect(last).toBeLessThanOrEqual(1);
  });
});

const everyLayout = LAYOUTS.map((layout) => [layout.id, layout] as const);

describe.each(everyLayout)('pins in the layout %s', (_, layout) => {
  const arrange = (input: LayoutInput): LayoutOutcome => finish(layout.run(input));

  it('never move, not even by rounding', () => {
    const places = Array.from({ length: 50 }, (_, i): [number, number] => [
      i * 40.123456,
      (i % 7) * 90.987654,
    ]);
    const pinned = [0, 7, 20, 33];
    const { x, y } = arrange({ ...inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), places, pinned }) });
    for (const i of pinned) expect([x[i], y[i]]).toEqual(places[i]);
  });

  it('hold whatever is tied to them near', () => {
    const places = [[5000, 5000], null, null, null] as const;
    const { x, y } = arrange(
      inputOf({
        n: 4,
        ties: [
          [0, 1],
          [1, 2],
          [2, 0],
        ],
        places,
        pinned: [0],
      }),
    );
    expect([x[0], y[0]]).toEqual([5000, 5000]);
    for (const i of [1, 2]) expect(Math.hypot((x[i] ?? 0) - 5000, (y[i] ?? 0) - 5000)).toBeLessThan(400);
  });

  it('keep free marks off the pinned ones', () => {
    const input = inputOf({
      n: 20,
      ties: ring(20),
      places: Array.from({ length: 20 }, (_, i) => (i < 3 ? ([i * 150, 0] as const) : null)),
      pinned: [0, 1, 2],
    });
    const { x, y } = arrange(input);
    expect(overlaps(input, x, y)).toEqual([]);
  });

  it('without a place are free', () => {
    const { x, y } = arrange(inputOf({ n: 3, ties: ring(3), pinned: [0, 1, 2] }));
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(overlaps(inputOf({ n: 3, ties: [] }), x, y)).toEqual([]);
  });
});

describe('laying out again', () => {
  const places = ({ x, y }: LayoutOutcome): [number, number][] =>
    Array.from(x, (value, i) => [value, y[i] ?? 0]);
  const first = arrange(clusters);
  const width = Math.max(...first.x) - Math.min(...first.x);
  const meanShift = (a: LayoutOutcome, b: LayoutOutcome): number =>
    a.x.reduce((sum, x, i) => sum + Math.hypot(x - (b.x[i] ?? 0), (a.y[i] ?? 0) - (b.y[i] ?? 0)), 0) /
    a.x.length;

  it('keeps a sound picture nearly as it is', () => {
    const again = arrange(inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), places: places(first) }));
    expect(meanShift(first, again)).toBeLessThan(0.05 * width);
  });

  it('keeps the way a mirrored and turned picture lies', () => {
    const turned = places(first).map(([x, y]): [number, number] => [
      0.6 * x + 0.8 * y + 3000,
      0.8 * x - 0.6 * y,
    ]);
    const again = arrange(inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), places: turned }));
    const before = { x: Float64Array.from(turned, ([x]) => x), y: Float64Array.from(turned, ([, y]) => y) };
    expect(meanShift(before, again)).toBeLessThan(0.08 * width);
  });

  it('starts anew from a picture that shows nothing of the ties', () => {
    const scattered = places(first).map((_, i): [number, number] => [(i * 7919) % 900, (i * 104729) % 600]);
    const again = arrange(inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), places: scattered }));
    const length = ({ x, y }: LayoutOutcome): number =>
      clusters.source.reduce((sum, s, t) => {
        const e = clusters.target[t] ?? 0;
        return sum + Math.hypot((x[s] ?? 0) - (x[e] ?? 0), (y[s] ?? 0) - (y[e] ?? 0));
      }, 0);
    expect(length(again)).toBeLessThan(1.1 * length(first));
  });

  it('brings newcomers in beside their partners', () => {
    const known = places(first).map((place, i) => (i % 10 === 0 ? null : place));
    const { x, y } = arrange(inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7), places: known }));
    expect(overlaps(clusters, x, y)).toEqual([]);
    expect(meanShift(first, { x, y })).toBeLessThan(0.1 * width);
  });
});

describe.each(everyLayout)('parts of a map in the layout %s', (_, layout) => {
  const arrange = (input: LayoutInput): LayoutOutcome => finish(layout.run(input));

  it('stand side by side without covering each other', () => {
    const ties = [0, 10, 20, 26, 30].flatMap((start, k) =>
      ring([10, 10, 6, 4, 2][k] ?? 0).map(([a, b]): [number, number] => [a + start, b + start]),
    );
    const input = inputOf({ n: 32, ties });
    const { x, y } = arrange(input);
    expect(overlaps(input, x, y)).toEqual([]);
    expect(Math.max(...x) - Math.min(...x)).toBeLessThan(1500);
  });

  it('of many small ones lie in rows', () => {
    const ties = Array.from({ length: 60 }, (_, k): [number, number] => [2 * k, 2 * k + 1]);
    const input = inputOf({ n: 120, ties });
    const { x, y } = arrange(input);
    expect(overlaps(input, x, y)).toEqual([]);
  });

  it('without partners form a tidy block near the rest', () => {
    const input = inputOf({ n: 26, ties: ring(20) });
    const { x, y } = arrange(input);
    expect(overlaps(input, x, y)).toEqual([]);
    const isolates = [20, 21, 22, 23, 24, 25];
    const lines = Math.min(new Set(isolates.map((i) => x[i])).size, new Set(isolates.map((i) => y[i])).size);
    expect(lines).toBeLessThanOrEqual(3);
    for (const i of isolates) {
      const nearest = Math.min(
        ...Array.from({ length: 20 }, (_, j) =>
          Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)),
        ),
      );
      expect(nearest).toBeLessThan(600);
    }
  });
});

describe.each(everyLayout)('hard cases of the layout %s', (_, layout) => {
  const arrange = (input: LayoutInput): LayoutOutcome => finish(layout.run(input));
  const star = Array.from({ length: 199 }, (_, i): [number, number] => [0, i + 1]);
  const none = new Float64Array(200);
  const full = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: i }, (_, j): [number, number] => [i, j]),
  ).flat();
  const cases = {
    'no actor': inputOf({ n: 0, ties: [] }),
    'one actor': inputOf({ n: 1, ties: [] }),
    'one actor tied to itself': inputOf({ n: 1, ties: [[0, 0]] }),
    'two actors': inputOf({ n: 2, ties: [[0, 1]] }),
    'isolates alone': inputOf({ n: 40, ties: [] }),
    'everyone pinned in one spot': inputOf({
      n: 5,
      ties: ring(5),
      places: Array.from({ length: 5 }, () => [1, 1] as const),
      pinned: [0, 1, 2, 3, 4],
    }),
    'everyone in one spot': inputOf({
      n: 30,
      ties: ring(30),
      places: Array.from({ length: 30 }, () => [0, 0] as const),
    }),
    'everyone on one line': inputOf({
      n: 30,
      ties: ring(30),
      places: Array.from({ length: 30 }, (_, i) => [i, 0] as const),
    }),
    'a star of 200': inputOf({ n: 200, ties: star }),
    'a chain of 100': inputOf({ n: 100, ties: ring(100).slice(0, 99) }),
    'all tied to all': inputOf({ n: 12, ties: full }),
    'self-loops and parallel ties': inputOf({
      n: 4,
      ties: [
        [0, 0],
        [0, 1],
        [1, 0],
        [0, 1, 5],
        [2, 2],
        [2, 3],
      ],
    }),
    'weights far apart': inputOf({
      n: 4,
      ties: [
        [0, 1, 1e-300],
        [1, 2, 1e300],
        [2, 3, 1],
      ],
    }),
    'marks without size': { ...inputOf({ n: 9, ties: ring(9), labels: false }), radius: new Float64Array(9) },
    'places far out': inputOf({
      n: 3,
      ties: ring(3),
      places: [
        [1e7, 1e7],
        [1e7 + 50, 1e7],
        [1e7, 1e7 + 50],
      ],
    }),
  };
  for (const [name, input] of Object.entries(cases)) {
    it(`end at rest with finite places: ${name}`, () => {
      const { x, y } = arrange(input);
      expect(x.length).toBe(input.ids.length);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
      // On larger maps labels may cover each other, marks never.
      const drawn = input.ids.length > 120 ? { ...input, labelWidth: none, labelHeight: none } : input;
      if (!input.pinned.includes(1)) expect(overlaps(drawn, x, y)).toEqual([]);
    });
  }

  it('any small map is laid out without overlap and with its pins in place', () => {
    const maps = fc.integer({ min: 0, max: 14 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        ties:
          n === 0
            ? fc.constant([])
            : fc.array(
                fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.double({ min: 0.01, max: 100, noNaN: true })),
                { maxLength: 30 },
              ),
        places: fc.array(
          fc.option(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }))),
          { minLength: n, maxLength: n },
        ),
        pinned: fc.uniqueArray(fc.nat(Math.max(0, n - 1)), { maxLength: 3 }),
        seed: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(maps, (sketch) => {
        const input = inputOf(sketch);
        const { x, y } = arrange(input);
        expect([...x, ...y].every(Number.isFinite)).toBe(true);
        const pins = sketch.pinned.filter((i) => sketch.places[i]);
        for (const i of pins) expect([x[i], y[i]]).toEqual(sketch.places[i]);
        const free = overlaps(input, x, y).filter(([i, j]) => !(pins.includes(i) && pins.includes(j)));
        if (pins.length < 2) expect(free).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('every layout of the registry', () => {
  it.each(everyLayout)('%s names itself in both languages', (_, layout) => {
    for (const text of [layout.name, layout.says, ...layout.options.map((option) => option.name)]) {
      expect(text.en).not.toBe('');
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
    for (const { min, max, standard } of layout.options) {
      expect(min).toBeLessThanOrEqual(standard);
      expect(standard).toBeLessThanOrEqual(max);
    }
  });
});
