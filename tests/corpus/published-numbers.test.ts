import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { compileNetwork } from '../../src/network/network.ts';
import { finish } from '../metrics/support.ts';
import { readNetwork } from './oracle-networks.ts';

const FIXTURES = resolve('tests/fixtures/oracles');

/** The value of the network, or of the actor whose label in the file this is; unweighted and raw. */
function value(
  network: string,
  id: string,
  actor?: string,
  options: Partial<MeasureOptions> = {},
): number | null {
  const { input, order } = readNetwork(FIXTURES, network);
  const measure = measureById(id);
  const compiled = compileNetwork(input, { ignoreDirection: false, ignoreWeights: true });
  const all = { ...DEFAULT_MEASURE_OPTIONS, normalised: false, ...options };
  if (measure?.level === 'network') return finish(measure.compute(compiled, all));
  if (measure?.level !== 'actor' || actor === undefined) throw new Error(`no value ${id}`);
  return finish(measure.compute(compiled, all))[order.indexOf(actor)] ?? null;
}

const NORMALISED = { normalised: true };

describe('numbers of the literature', () => {
  // each digit as it is printed
  it.each([
    ['florentine', 'betweenness', 'Medici', 47.5, 1, {}],
    ['florentine', 'betweenness', 'Medici', 0.522, 3, NORMALISED],
    ['florentine', 'modularity', undefined, 0.39875, 5, {}],
    ['karate', 'betweenness', '0', 231.071429, 6, {}],
    ['karate', 'betweenness', '33', 160.551587, 6, {}],
    ['karate', 'transitivity', undefined, 0.255682, 6, {}],
    ['karate', 'average-clustering', undefined, 0.570638, 6, {}],
    ['karate', 'average-path-length', undefined, 2.4082, 4, {}],
    ['karate', 'degree-assortativity', undefined, -0.475613, 6, {}],
    ['karate', 'degree-centralisation', undefined, 0.399621, 6, {}],
    ['karate', 'modularity', undefined, 0.41979, 6, {}],
    ['karate', 'burt-constraint', '0', 0.155423, 6, {}],
    ['karate', 'effective-size', '0', 13.75, 2, {}],
    ['karate', 'robustness', undefined, 0.135813, 6, {}],
  ] as const)('%s: %s of %s is %f', (network, id, actor, expected, digits, options) => {
    expect(value(network, id, actor, options)).toBeCloseTo(expected, digits);
  });
});
