import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized.ts';
import { seededRandom } from '../../src/base/random.ts';
import { mathMarkup, type MathNode } from '../../src/metrics/math.ts';
import { settingOf, type Measure } from '../../src/metrics/measure.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { measureById, MEASURES } from '../../src/metrics/registry.ts';
import {
  compileNetwork,
  networkInput,
  type Network,
  type NetworkOptions,
} from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { AS_IS, finish, graphOf, networkFrom, tie, actor } from './support.ts';

const ALL_NETWORK_OPTIONS: NetworkOptions[] = [false, true].flatMap((ignoreDirection) =>
  [false, true].map((ignoreWeights) => ({ ignoreDirection, ignoreWeights })),
);
const ALL_OPTIONS: MeasureOptions[] = [false, true].flatMap((normalised) =>
  (['outgoing', 'incoming'] as const).map((distances) => ({
    ...DEFAULT_MEASURE_OPTIONS,
    normalised,
    distances,
  })),
);

/** The values of any measure as a list; null where undefined. */
function valuesOf(
  measure: Measure,
  network: Network,
  options: MeasureOptions = DEFAULT_MEASURE_OPTIONS,
): (number | null)[] {
  if (measure.level === 'network') return [finish(measure.compute(network, options))];
  if (measure.level === 'detail')
    return (finish(measure.compute(network, options))?.facts ?? []).map(({ value }) => value);
  return Array.from(finish(measure.compute(network, options)), (value) =>
    Number.isNaN(value) ? null : value,
  );
}

function lengthOf({ level }: Measure, network: Network): number {
  if (level === 'actor') return network.n;
  if (level === 'tie') return network.ties.ids.length;
  return level === 'sector' ? network.sectorIds.length : 1;
}

function compiled(parts: Parts, options: NetworkOptions = AS_IS): Network {
  return compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), options);
}

function expectText(text: Localized, what: string): void {
  expect(text.en.trim(), `${what} in English`).not.toBe('');
  expect(text.en, `${what} in English`).not.toMatch(/\p{Script=Han}/u);
  expect(text.zh.trim(), `${what} in Chinese`).not.toBe('');
}

function texts(tree: MathNode): string {
  return (tree.text ?? '') + (tree.children ?? []).map(texts).join('');
}

describe('the registry', () => {
  it('has every measure once, under a kebab-case id', () => {
    const ids = MEASURES.map((measure) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(measureById(id)?.id).toBe(id);
    }
    expect(measureById('__proto__')).toBeUndefined();
  });
});

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
  it('says in both languages what it is, how it is computed and what it means', () => {
    expectText(measure.name, 'name');
    expectText(measure.where, 'where');
    expectText(measure.unit, 'unit');
    expectText(measure.says, 'says');
    expect(measure.says.en).toMatch(/\.$/);
    expect(measure.says.zh).toMatch(/。$/);
    if (measure.caution) expectText(measure.caution, 'caution');
    expect(measure.symbol).not.toBe('');
    expect(measure.formula.text).toMatch(/./);
    expect(measure.formula.text, 'a formula has no words').not.toMatch(/[a-z]{4}/i);
    expect(texts(measure.formula.math)).not.toBe('');
    expect(measure.source).not.toBe('');
    expect(measure.complexity).toMatch(/^O\(/);
    for (const options of ALL_OPTIONS)
      for (const networkOptions of ALL_NETWORK_OPTIONS)
        for (const lines of [['A > B : 2'], ['A <> B : 2']]) {
          const setting = settingOf(networkFrom(lines, networkOptions), options);
          expectText(measure.convention(setting), 'convention');
          expect(measure.convention(setting).zh).toMatch(/\p{Script=Han}.*。$/u);
          const [least, most] = measure.range(setting);
          expect(least).toBeLessThanOrEqual(most);
        }
  });

  it('has a formula that is a tree of MathML, leaves with text and branches with children', () => {
    const check = (tree: MathNode): void => {
      expect(tree.children === undefined).toBe(['mi', 'mn', 'mo', 'mtext'].includes(tree.tag));
      if (tree.children === undefined) expect(tree.text).toBeTruthy();
      for (const child of tree.children ?? []) check(child);
    };
    check(measure.formula.math);
    expect(mathMarkup(measure.formula.math)).toMatch(/^<math [^<]+>.+<\/math>$/s);
  });

  it.each([
    ['no actors', []],
    ['one actor', ['A']],
    ['one actor with a self-loop', ['A > A']],
    ['two actors without ties', ['A', 'B']],
    ['two actors and a one-way tie', ['A > B : 3']],
    ['two actors and a mutual tie', ['A <> B : 3']],
    ['isolates only', ['A', 'B', 'C', 'D']],
    ['self-loops only', ['A > A', 'B <> B', 'C']],
  ])('has a finite value or none on a map with %s', (_name, lines) => {
    for (const networkOptions of ALL_NETWORK_OPTIONS) {
      const network = networkFrom(lines, networkOptions);
      for (const options of ALL_OPTIONS) {
        const values = valuesOf(measure, network, options);
        if (measure.level !== 'detail') expect(values).toHaveLength(lengthOf(measure, network));
        for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true);
      }
    }
  });

  it('stays within its range', () => {
    fc.assert(
      fc.property(
        smallMaps({ actors: 9, ties: 24 }),
        fc.constantFrom(...ALL_NETWORK_OPTIONS),
        fc.constantFrom(...ALL_OPTIONS),
        (parts, networkOptions, options) => {
          const network = compiled(parts, networkOptions);
          const [least, most] = measure.range(settingOf(network, options));
          for (const value of valuesOf(measure, network, options)) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(least - 1e-12);
            expect(value).toBeLessThanOrEqual(most * (1 + 1e-12));
          }
        },
      ),
    );
  });

  it('has the same values to the last bit whatever the order in which the map was drawn', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 24 }), fc.integer(), (parts, seed) => {
        const random = seededRandom(seed);
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => [random(), one] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, one]) => one);
        const again = { actors: shuffled(parts.actors), ties: shuffled(parts.ties) };
        expect(valuesOf(measure, compiled(again))).toEqual(valuesOf(measure, compiled(parts)));
      }),
    );
  });

  it('goes with the actors when they are given other ids', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 24 }), (parts) => {
        // The last comes first.
        const renamed = (id: string): string => `z${9 - Number(id.slice(1))}`;
        const other = {
          actors: parts.actors.map((one) => ({ ...one, id: renamed(one.id) })),
          ties: parts.ties.map((one) => ({
            ...one,
            source: renamed(one.source),
            target: renamed(one.target),
          })),
        };
        const before = valuesOf(measure, compiled(parts));
        const after = valuesOf(measure, compiled(other));
        expectClose(measure.level === 'actor' ? after.reverse() : after, before);
      }),
    );
  });

  it('gives a fresh array each time, so that a result can be handed over', () => {
    if (measure.level === 'network' || measure.level === 'detail') return;
    const network = networkFrom(['A <> B', 'B <> C']);
    const first = finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS));
    const copy = first.slice();
    first.fill(-1);
    expect(finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS))).toEqual(copy);
  });
});

function expectClose(values: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(values.map((value) => value === null)).toEqual(expected.map((value) => value === null));
  for (const [k, value] of values.entries()) expect(value ?? 0).toBeCloseTo(expected[k] ?? 0, 9);
}

function byId(id: string): Measure {
  const measure = measureById(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

describe('undefined values', () => {
  it.each([
    ['betweenness', ['A > B']],
    ['harmonic', ['A']],
    ['closeness', ['A']],
    ['density', ['A']],
    ['global-efficiency', ['A']],
    ['unreachable-pairs', ['A']],
    ['largest-component-share', []],
    ['reciprocity', ['A', 'B']],
    ['dyadic-reciprocity', ['A', 'B']],
    ['weighted-reciprocity', ['A', 'B']],
    ['average-path-length', ['A', 'B']],
    ['diameter', ['A', 'B']],
  ])('%s has none on %j', (id, lines) => {
    for (const value of valuesOf(byId(id), networkFrom(lines))) expect(value).toBeNull();
  });

  it('an actor who reaches nobody has closeness and harmonic 0, which is a value', () => {
    const network = networkFrom(['A > B', 'C']);
    expect(valuesOf(byId('closeness'), network)).toEqual([0.5, 0, 0]);
    expect(valuesOf(byId('harmonic'), network)).toEqual([0.5, 0, 0]);
  });
});

describe('how measures hang together', () => {
  const maps = smallMaps({ actors: 9, ties: 24 });

  it.each(['betweenness', 'pagerank', 'harmonic', 'global-efficiency', 'weighted-reciprocity', 'density'])(
    '%s stays as it is when all weights are multiplied by the same number',
    (id) => {
      fc.assert(
        fc.property(maps, fc.constantFrom(0.1, 3, 7.25), (parts, factor) => {
          const scaled = {
            ...parts,
            ties: parts.ties.map((one) => ({ ...one, weight: one.weight * factor })),
          };
          expectClose(valuesOf(byId(id), compiled(scaled)), valuesOf(byId(id), compiled(parts)));
        }),
      );
    },
  );

  it.each([
    'betweenness',
    'closeness',
    'harmonic',
    'pagerank',
    'density',
    'components',
    'average-path-length',
  ])('%s is the same on a mutual tie and on two one-way ties, normalised', (id) => {
    fc.assert(
      fc.property(maps, (parts) => {
        const mutual = parts.ties.map((one) => ({ ...one, direction: 'mutual' as const }));
        const twice = mutual.flatMap((one) => [
          { ...one, id: `${one.id}a`, direction: 'one-way' as const },
          { ...one, id: `${one.id}b`, direction: 'one-way' as const, source: one.target, target: one.source },
        ]);
        expectClose(
          valuesOf(byId(id), compiled({ ...parts, ties: twice })),
          valuesOf(byId(id), compiled({ ...parts, ties: mutual })),
        );
      }),
    );
  });

  it('distances inward are distances outward on the map with every tie turned round', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const turned = {
          ...parts,
          ties: parts.ties.map((one) => ({ ...one, source: one.target, target: one.source })),
        };
        for (const id of ['closeness', 'harmonic', 'betweenness', 'average-path-length'])
          expectClose(
            valuesOf(byId(id), compiled(parts), {
              ...DEFAULT_MEASURE_OPTIONS,
              distances: 'incoming',
            }),
            valuesOf(byId(id), compiled(turned)),
          );
      }),
    );
  });

  it('efficiency is the mean of harmonic closeness, and PageRank sums to 1', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...ALL_NETWORK_OPTIONS), (parts, options) => {
        const network = compiled(parts, options);
        const mean = (id: string): number =>
          valuesOf(byId(id), network).reduce<number>((sum, value) => sum + (value ?? 0), 0) / network.n;
        if (network.n > 1)
          expect(valuesOf(byId('global-efficiency'), network)[0]).toBeCloseTo(mean('harmonic'), 12);
        if (network.n > 0) expect(mean('pagerank') * network.n).toBeCloseTo(1, 9);
      }),
    );
  });

  it('an added isolate leaves degrees, strengths, raw betweenness and path lengths as they are', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const isolate = { ...actor(''), id: 'zz' };
        const more = { ...parts, actors: [...parts.actors, isolate] };
        const raw = { ...DEFAULT_MEASURE_OPTIONS, normalised: false };
        for (const id of ['degree', 'in-degree', 'out-degree', 'strength', 'in-strength', 'out-strength'])
          expect(valuesOf(byId(id), compiled(more), raw)).toEqual([
            ...valuesOf(byId(id), compiled(parts), raw),
            0,
          ]);
        for (const id of [
          'average-path-length',
          'diameter',
          'reciprocity',
          'weighted-reciprocity',
          'tied-pairs',
        ])
          expect(valuesOf(byId(id), compiled(more), raw)).toEqual(valuesOf(byId(id), compiled(parts), raw));
        if (parts.actors.length > 2)
          expect(valuesOf(byId('betweenness'), compiled(more), raw).slice(0, -1)).toEqual(
            valuesOf(byId('betweenness'), compiled(parts), raw),
          );
        expect(valuesOf(byId('components'), compiled(more), raw)[0]).toBe(
          (valuesOf(byId('components'), compiled(parts), raw)[0] ?? 0) + 1,
        );
      }),
    );
  });

  it('parallel ties raise strength and not degree', () => {
    const network = networkFrom(['A > B : 2', 'A > B : 3', 'B > A', 'A > C']);
    expect(valuesOf(byId('degree'), network)).toEqual([2, 1, 1]);
    expect(valuesOf(byId('out-degree'), network)).toEqual([2, 1, 0]);
    expect(valuesOf(byId('strength'), network)).toEqual([7, 6, 1]);
    expect(valuesOf(byId('tie-count'), network)).toEqual([4]);
    expect(valuesOf(byId('tied-pairs'), network)).toEqual([3]);
  });

  it('strong components are circles, found on a long chain without running out of stack', () => {
    const long = Array.from({ length: 20_000 }, (_, k) => tie(`t${k}`, `a${k}`, `a${k + 1}`));
    const actors = Array.from({ length: 20_001 }, (_, k) => ({ ...actor(''), id: `a${k}` }));
    expect(valuesOf(byId('strong-components'), compiled({ actors, ties: long }))).toEqual([20_001]);
    expect(valuesOf(byId('components'), compiled({ actors, ties: long }))).toEqual([1]);
    expect(valuesOf(byId('strong-components'), networkFrom(['A > B', 'B > C', 'C > A', 'C > D']))).toEqual([
      2,
    ]);
  });
});
