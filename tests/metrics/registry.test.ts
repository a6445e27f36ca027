import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized.ts';
import { seededRandom } from '../../src/base/random.ts';
import { mathMarkup, type MathNode } from '../../src/metrics/math.ts';
import { settingOf, type Measure, type Setting } from '../../src/metrics/measure.ts';
import type { Actor } from '../../src/model/graph.ts';
import {
  DEFAULT_MEASURE_OPTIONS,
  OPTION_VALUES,
  type MeasureOptions,
  type OptionId,
} from '../../src/model/measure-options.ts';
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
/** Of each property of each measure. */
fc.configureGlobal({ numRuns: process.env['ECOTONE_LONG'] ? 200 : 30 });

/** Few permutations and runs: what they give is tested where they are made. */
const OPTIONS: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, permutations: 99, runs: 4 };
const ALL_OPTIONS: MeasureOptions[] = [false, true].flatMap((normalised) =>
  (['outgoing', 'incoming'] as const).map((distances) => ({ ...OPTIONS, normalised, distances })),
);

/** Each option with each of its values; of numbers the least and one more. */
const CHANGED_OPTIONS: readonly (readonly [OptionId, MeasureOptions])[] = (
  Object.keys(OPTION_VALUES) as OptionId[]
).flatMap((id) => {
  const allowed = OPTION_VALUES[id];
  const values =
    'longest' in allowed
      ? ['', '*', 'knowledge', 'no such thing']
      : 'min' in allowed
        ? [allowed.min, allowed.whole ? allowed.min + 3 : Math.min(2.5, allowed.max)]
        : allowed;
  return values.map((value) => [id, { ...OPTIONS, [id]: value }] as const);
});

/** Under every choice of a reading and of the options, on a map with direction and on one without. */
const SETTINGS: readonly Setting[] = ALL_NETWORK_OPTIONS.flatMap((networkOptions) =>
  [['A > B : 2'], ['A <> B : 2']].flatMap((lines) => {
    const network = networkFrom(lines, networkOptions);
    return [...ALL_OPTIONS, ...CHANGED_OPTIONS.map(([, changed]) => changed)].map((options) =>
      settingOf(network, options),
    );
  }),
);

type Values = (number | null)[];

/** The values of any measure as a list, of a detail its facts; null where undefined. */
function valuesOf(measure: Measure, network: Network, options: MeasureOptions = OPTIONS): Values {
  if (measure.level === 'network') return [finish(measure.compute(network, options))];
  if (measure.level === 'detail')
    return (finish(measure.compute(network, options))?.facts ?? []).map(({ value }) => value);
  return listOf(finish(measure.compute(network, options)));
}

function listOf(values: ArrayLike<number>): Values {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/** Of a detail every number in it. */
function allValuesOf(measure: Measure, network: Network, options: MeasureOptions = OPTIONS): Values {
  if (measure.level !== 'detail') return valuesOf(measure, network, options);
  return numbersIn(finish(measure.compute(network, options)));
}

function numbersIn(value: unknown): Values {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return listOf(value as Float64Array);
  if (typeof value !== 'object' || value === null) return value === null ? [null] : [];
  return Object.values(value).flatMap(numbersIn);
}

/** Two communities, a bridge between them, an isolate and some of everything else. */
const MIXED: Parts = {
  actors: [...'ABCDEFGHI'].map((id, k) =>
    actor(id, { sector: ['enterprise', 'university', 'government', 'intermediary'][k % 4] ?? '' }),
  ),
  ties: ['A > B : 2', 'B > A', 'B <> C : 3', 'C > A', 'A > B : 4', 'C > D : 2', 'D > E', 'E <> F : 5']
    .concat(['F > D : 6', 'F > G', 'G > E : 2', 'G > H', 'E > E'])
    .map((line, k) => {
      const [, source = '', sign, target = '', weight = '1'] =
        /^(\w) (<?>) (\w)(?: : (\d))?$/.exec(line) ?? [];
      return tie(`t${String(k).padStart(2, '0')}`, source, target, {
        direction: sign === '<>' ? 'mutual' : 'one-way',
        weight: Number(weight),
        type: k % 3 === 0 ? 'talent' : 'knowledge',
      });
    }),
};
const MIXED_INPUT = networkInput(graphOf(MIXED.actors, MIXED.ties));

// --- Measures that a law does not hold for, each with the reason -----------------------------------------------------

/** Those whose values depend on the order of the actors, by which draws are made or equal ones told apart. */
const BY_ORDER: ReadonlyMap<string, string> = new Map([
  ['communities', 'the search visits actors in a seeded order'],
  ['modularity', 'the search visits actors in a seeded order'],
  ['community-count', 'the search visits actors in a seeded order'],
  ['robustness', 'of equal ones the first by id leaves first'],
  ['attack-curve', 'of equal ones the first by id leaves first'],
  ['gauge-guarantee', 'of equal ones the first by id leaves first'],
  ['mechanism-gauges', 'of equal ones the first by id leaves first'],
  ['core-periphery', 'of equal ones the first by id is in the core'],
  ['core-membership', 'of equal ones the first by id is in the core'],
  ['small-world', 'ties are rewired in a seeded order'],
  ['gould-fernandez-roles', 'sectors are dealt in a seeded order'],
  ['e-i-test', 'sectors are dealt in a seeded order'],
  ['sector-mixing', 'sectors are dealt in a seeded order'],
]);

/** Those whose values of other actors, or of the network, an added actor without ties changes. */
const BY_SIZE: ReadonlyMap<string, string> = new Map([
  ['harmonic', 'a mean over all others'],
  ['closeness', 'reach is a share of all others'],
  ['pagerank', 'one more to wander to'],
  ['eigenvector', 'undefined where a directed network is not strongly connected'],
  ['gould-fernandez-z', 'chance at the density of the network'],
  ['actor-count', 'counts actors'],
  ['density', 'over all pairs'],
  ['components', 'one more'],
  ['largest-component-share', 'over all actors'],
  ['strong-components', 'one more'],
  ['unreachable-pairs', 'over all pairs'],
  ['global-efficiency', 'over all pairs'],
  ['average-clustering', 'a mean over all actors'],
  ['degree-centralisation', 'over what a star of all actors would have'],
  ['in-degree-centralisation', 'over what a star of all actors would have'],
  ['out-degree-centralisation', 'over what a star of all actors would have'],
  ['betweenness-centralisation', 'over what a star of all actors would have'],
  ['robustness', 'over all actors'],
  ['sector-actors', 'counts actors'],
  ['sector-density', 'over all pairs'],
  ['sector-e-i-expected', 'by the sizes of sectors'],
  ['coupling-coordination', 'by the share of enterprises that have partners'],
  ['coupling-coordination-classic', 'by the share of enterprises that have partners'],
  ['industry-development', 'by the share of enterprises that have partners'],
  ['gauge-motivation', 'by the share of actors that have two partners'],
  ['gauge-symbiosis', 'by densities over all pairs'],
  ['gauge-guarantee', 'over all actors'],
  ['gauge-feedback', 'by a share of all actors'],
]);

/** To which power of a common factor of all weights values grow, where they do; no others may change. */
const BY_WEIGHT: ReadonlyMap<string, number> = new Map([
  ['strength', 1],
  ['in-strength', 1],
  ['out-strength', 1],
  ['closeness', 1],
  ['gould-fernandez-weighted', 1],
  ['average-path-length', -1],
  ['diameter', -1],
  ['eccentricity', -1],
  ['total-throughflow', 1],
  ['total-throughput', 1],
  ['ascendency', 1],
  ['development-capacity', 1],
  ['flow-overhead', 1],
]);

// ---------------------------------------------------------------------------------------------------------------------

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

  it('knows every measure that some law is not held to', () => {
    const named = [BY_ORDER, BY_SIZE, BY_WEIGHT].flatMap((list: ReadonlyMap<string, unknown>) => [
      ...list.keys(),
    ]);
    expect(named.filter((id) => !measureById(id))).toEqual([]);
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
    // Many settings are told alike.
    const conventions = new Map<string, Localized>();
    for (const setting of SETTINGS) {
      const convention = measure.convention(setting);
      conventions.set(JSON.stringify(convention), convention);
      const [least, most] = measure.range(setting);
      if (!(least <= most)) expect([least, most], JSON.stringify(setting)).toBe('a range');
    }
    for (const convention of conventions.values()) {
      expectText(convention, 'convention');
      expect(convention.zh).toMatch(/\p{Script=Han}.*。$/u);
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
        const values = allValuesOf(measure, network, options);
        if (measure.level !== 'detail') expect(values).toHaveLength(lengthOf(measure, network));
        expect(values.filter(isInfinite)).toEqual([]);
      }
    }
  });

  it('has a finite value or none whatever the options, and changes with none that it does not name', () => {
    // What takes long is read with direction and weights, and without both.
    const readings = ALL_NETWORK_OPTIONS.filter(
      ({ ignoreDirection, ignoreWeights }) => !measure.onRequest || ignoreDirection === ignoreWeights,
    );
    for (const networkOptions of readings) {
      const usual = allValuesOf(measure, compileNetwork(MIXED_INPUT, networkOptions));
      for (const [id, options] of CHANGED_OPTIONS) {
        // Compiled anew: what is computed once for a network would hide that an option is read.
        const values = allValuesOf(measure, compileNetwork(MIXED_INPUT, networkOptions), options);
        expect(values.filter(isInfinite), id).toEqual([]);
        const named = id === 'normalised' ? measure.hasNormalisedForm : measure.options?.includes(id);
        if (!named && !isSame(values, usual)) expect(values, id).toEqual(usual);
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
          const within = (value: number): boolean => value >= least - 1e-12 && value <= most * (1 + 1e-12);
          expect(
            valuesOf(measure, network, options).filter((value) => value !== null && !within(value)),
          ).toEqual([]);
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
        expect(allValuesOf(measure, compiled(again))).toEqual(allValuesOf(measure, compiled(parts)));
      }),
      { numRuns: 40 },
    );
  });

  it.skipIf(BY_ORDER.has(measure.id))('goes with the actors when they are given other ids', () => {
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
      { numRuns: 40 },
    );
  });

  it('changes by an added actor without ties only where its formula says so', () => {
    if (measure.level === 'detail') return;
    const raw = { ...OPTIONS, normalised: false };
    const property = (holds: (kept: Values, before: Values) => void) =>
      fc.property(smallMaps({ actors: 9, ties: 24 }), (parts) => {
        fc.pre(parts.actors.length > 2);
        const more = { ...parts, actors: [...parts.actors, actor('zz', { sector: 'enterprise' })] };
        const before = valuesOf(measure, compiled(parts), raw);
        const after = valuesOf(measure, compiled(more), raw);
        holds(measure.level === 'actor' ? after.slice(0, -1) : after, before);
      });
    if (!BY_SIZE.has(measure.id)) return fc.assert(property(expectClose), { numRuns: 40 });
    const same = property((kept, before) => expect(JSON.stringify(kept)).toBe(JSON.stringify(before)));
    // Some change only on maps that are seldom drawn, such as strongly connected ones. One that does is enough.
    expect(fc.check(same, { numRuns: 1000, endOnFailure: true }).failed).toBe(true);
  });

  it('keeps its values when all weights grow alike, or grows with them as its formula says', () => {
    if (measure.level === 'detail') return;
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 24 }), fc.constantFrom(0.1, 3, 7.25), (parts, factor) => {
        const scaled = parts.ties.map((one) => ({ ...one, weight: one.weight * factor }));
        // What is stated to cross the boundary has the unit of the ties.
        const grown = (value: number | undefined, key: 'inflow' | 'outflow'): Partial<Actor> =>
          value === undefined ? {} : { [key]: value * factor };
        const actors = parts.actors.map((one) => ({
          ...one,
          ...grown(one.inflow, 'inflow'),
          ...grown(one.outflow, 'outflow'),
        }));
        const power = factor ** (BY_WEIGHT.get(measure.id) ?? 0);
        expectClose(
          valuesOf(measure, compiled({ actors, ties: scaled })),
          valuesOf(measure, compiled(parts)).map((value) => (value === null ? null : value * power)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('gives fresh arrays each time, so that a result can be handed over', () => {
    if (measure.level === 'network') return;
    const network = compileNetwork(MIXED_INPUT, AS_IS);
    const arrays = (): readonly Float64Array[] =>
      arraysIn(finish<unknown>(measure.compute(network, OPTIONS)));
    const copies = arrays().map((array) => {
      const copy = array.slice();
      array.fill(7);
      return copy;
    });
    expect(arrays()).toEqual(copies);
  });
});

function arraysIn(value: unknown): readonly Float64Array[] {
  if (ArrayBuffer.isView(value)) return [value as Float64Array];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(arraysIn) : [];
}

/** One expectation for all values: thousands would take longer than what they are about. */
function expectClose(values: readonly (number | null)[], expected: readonly (number | null)[]): void {
  const close = (value: number | null, other: number | null): boolean =>
    value === other || (value !== null && other !== null && Math.abs(value - other) < 5e-10);
  if (values.length !== expected.length || !values.every((value, k) => close(value, expected[k] ?? null)))
    expect(values).toEqual(expected);
}

/** To the bit, as toEqual has it. */
function isSame(values: Values, other: Values): boolean {
  return values.length === other.length && values.every((value, k) => Object.is(value, other[k]));
}

function isInfinite(value: number | null): boolean {
  return value !== null && !Number.isFinite(value);
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
    ['clustering', ['A > B']],
    ['burt-constraint', ['A', 'B']],
    ['effective-size', ['A', 'B']],
    ['efficiency', ['A', 'B']],
    ['hierarchy', ['A > B']],
    ['e-i-index', ['A', 'B']],
    ['participation', ['A', 'B']],
    ['multiplexity', ['A', 'B']],
    ['actor-reciprocity', ['A', 'B']],
    ['eccentricity', ['A', 'B']],
    ['eigenvector', ['A > B', 'B > C']],
    ['hub', ['A', 'B']],
    ['authority', ['A', 'B']],
    ['gould-fernandez-z', ['A', 'B', 'C']],
    ['network-e-i-index', ['A', 'B']],
    ['sector-assortativity', ['A > B']],
    ['degree-assortativity', ['A <> B', 'B <> C', 'C <> A']],
    ['transitivity', ['A > B']],
    ['degree-centralisation', ['A > B']],
    ['hub-dependence', ['A', 'B']],
    ['modularity', ['A', 'B']],
    ['sector-modularity', ['A', 'B']],
    ['small-world', ['A > B']],
    ['throughflow', ['A', 'B']],
    ['finn-cycling', ['A', 'B']],
    ['relative-ascendency', ['A > A']],
    ['mutualism', ['A <> B']],
    ['synergism', ['A <> B']],
    ['mutual-pairs', ['A', 'B']],
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

  it.each([
    'betweenness',
    'closeness',
    'harmonic',
    'pagerank',
    'density',
    'components',
    'average-path-length',
    'degree',
    'k-core',
    'clustering',
    'average-clustering',
    'transitivity',
    'articulation-point',
    'stranded',
    'burt-constraint',
    'effective-size',
    'efficiency',
    'hierarchy',
    'e-i-index',
    'network-e-i-index',
    'participation',
    'hub-dependence',
    'top-share',
    'eccentricity',
    'katz',
    'degree-centralisation',
    'degree-assortativity',
    'sector-assortativity',
    'sector-modularity',
    'robustness',
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
