import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DetailMeasure, Measure } from '../../src/metrics/measure.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import {
  compileNetwork,
  networkInput,
  type Network,
  type NetworkOptions,
} from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, tie } from './support.ts';

const SECTORS = ['government', 'enterprise', 'university', 'intermediary'];
const TYPES = ['knowledge', 'funding', 'talent'];

/** Small maps whose actors belong to up to four sectors and whose ties are of up to three types. */
export function sectorMaps(most: { actors: number; ties: number }): fc.Arbitrary<Parts> {
  return fc
    .tuple(
      smallMaps(most),
      fc.array(fc.nat(SECTORS.length - 1), { minLength: most.actors, maxLength: most.actors }),
      fc.array(fc.nat(TYPES.length - 1), { minLength: most.ties, maxLength: most.ties }),
    )
    .map(([{ actors, ties }, sectors, types]) => ({
      actors: actors.map((one, k) => ({ ...one, sector: SECTORS[sectors[k] ?? 0] ?? '' })),
      ties: ties.map((one, k) => ({ ...one, type: TYPES[types[k] ?? 0] ?? '' })),
    }));
}

export const ANY_READING: fc.Arbitrary<NetworkOptions> = fc.record({
  ignoreDirection: fc.boolean(),
  ignoreWeights: fc.boolean(),
});

export function compiled({ actors, ties }: Parts, options: Partial<NetworkOptions> = {}): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), { ...AS_IS, ...options });
}

/** Actors as `A: university`, ties as `A > B`, `A <> B` or `A > B : 3`. */
export function sectorNetwork(
  sectors: Readonly<Record<string, string>>,
  ties: readonly string[],
  options: Partial<NetworkOptions> = {},
): Network {
  return compiled(
    {
      actors: Object.entries(sectors).map(([id, sector]) => actor(id, { sector })),
      ties: ties.map((line, k) => {
        const [, source = '', sign, target = '', weight] =
          /^(\w+) (<?>) (\w+)(?: : ([\d.]+))?$/.exec(line) ?? [];
        return tie(`t${String(k).padStart(3, '0')}`, source, target, {
          direction: sign === '<>' ? 'mutual' : 'one-way',
          weight: Number(weight ?? 1),
        });
      }),
    },
    options,
  );
}

function byId(id: string): Measure {
  const measure = measureById(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

/** One value an actor or a sector; null where undefined. */
export function valuesOf(
  id: string,
  network: Network,
  options: Partial<MeasureOptions> = {},
): (number | null)[] {
  const measure = byId(id);
  if (measure.level !== 'actor' && measure.level !== 'sector') throw new Error(`${id} is not a list`);
  const values = finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

export function numberOf(id: string, network: Network): number | null {
  const measure = byId(id);
  if (measure.level !== 'network') throw new Error(`${id} is not a number`);
  return finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS));
}

export function detailOf(
  measure: DetailMeasure,
  network: Network,
  options: Partial<MeasureOptions> = {},
): ReturnType<DetailMeasure['compute']> extends Generator<unknown, infer T> ? T : never {
  return finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

/** W and U as plain squares. */
export function squares(network: Network): { W: number[][]; U: number[][]; S: number[][] } {
  const { n, outgoing, either } = network;
  const square = (): number[][] => Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const [W, U, S] = [square(), square(), square()];
  for (let row = 0; row < n; row++) {
    for (let e = outgoing.offsets[row]!; e < outgoing.offsets[row + 1]!; e++)
      W[row]![outgoing.columns[e]!] = outgoing.weights[e]!;
    for (let e = either.offsets[row]!; e < either.offsets[row + 1]!; e++) {
      U[row]![either.columns[e]!] = 1;
      S[row]![either.columns[e]!] = either.weights[e]!;
    }
  }
  return { W, U, S };
}

const REFERENCES = resolve('tests/fixtures/oracles');

/** A value that a program named in the file gave, and the network, whose actors are in the order of the file. */
export function reference(
  name: string,
  file: string,
  measure: string,
  options: Partial<NetworkOptions> = {},
): { network: Network; value: unknown } {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(REFERENCES, ...path), 'utf8'));
  const graph = read('networks', `${name}.json`) as {
    directed: boolean;
    nodes: { id: string; sector?: string }[];
    links: { source: string; target: string; weight: number }[];
  };
  const place = new Map(graph.nodes.map(({ id }, k) => [id, `a${String(k).padStart(4, '0')}`]));
  const idOf = (id: string): string => place.get(id) ?? id;
  const { records } = read('expected', `${name}.${file}.json`) as {
    records: { m: string; v: unknown }[];
  };
  return {
    network: compiled(
      {
        actors: graph.nodes.map(({ id, sector }) => actor(idOf(id), { sector: sector ?? 'other' })),
        ties: graph.links.map(({ source, target, weight }, k) =>
          tie(`t${String(k).padStart(5, '0')}`, idOf(source), idOf(target), {
            weight,
            direction: graph.directed ? 'one-way' : 'mutual',
          }),
        ),
      },
      options,
    ),
    value: records.find(({ m }) => m === measure)?.v,
  };
}

export function expectSame(
  ours: readonly (number | null)[],
  theirs: readonly (number | null)[],
  what: string,
): void {
  for (let k = 0; k < Math.max(ours.length, theirs.length); k++) {
    const [left, right] = [ours[k] ?? null, theirs[k] ?? null];
    const same =
      left === null || right === null
        ? left === right
        : Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));
    if (!same) throw new Error(`${what} [${k}]: ${left} against ${right}`);
  }
}
