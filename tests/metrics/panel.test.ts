import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized.ts';
import { seededRandom } from '../../src/base/random.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { panel } from '../../src/metrics/panel.ts';
import { ACTOR_MEASURES, MEASURES, NETWORK_MEASURES } from '../../src/metrics/registry.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

const IDS = MEASURES.map((measure) => measure.id);

describe('the panel', () => {
  it('has every value that the measures give one by one', () => {
    const lines = ['A > B : 2', 'B <> C : 3', 'C > D', 'E'];
    const values = finish(panel(networkFrom(lines), IDS, DEFAULT_MEASURE_OPTIONS));
    expect(values.actorIds).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(
      [values.actor, values.tie, values.sector, values.network, values.details].flatMap((map) => [
        ...map.keys(),
      ]),
    ).toEqual(IDS);
    for (const measure of ACTOR_MEASURES)
      expect(values.actor.get(measure.id)).toEqual(
        finish(measure.compute(networkFrom(lines), DEFAULT_MEASURE_OPTIONS)),
      );
    for (const measure of NETWORK_MEASURES)
      expect(values.network.get(measure.id)).toBe(
        finish(measure.compute(networkFrom(lines), DEFAULT_MEASURE_OPTIONS)),
      );
  });

  it('leaves out unknown and repeated ids', () => {
    const values = finish(
      panel(networkFrom(['A > B']), ['degree', 'nonsense', 'degree'], DEFAULT_MEASURE_OPTIONS),
    );
    expect([...values.actor.keys()]).toEqual(['degree']);
    expect(values.network.size).toBe(0);
    expect(finish(panel(networkFrom([]), [], DEFAULT_MEASURE_OPTIONS)).actor.size).toBe(0);
  });

  it('says under which setting the values were made, and what was set apart', () => {
    const values = finish(
      panel(
        networkFrom(['A > A', 'A > B', 'A > B'], { ignoreWeights: true }),
        ['degree'],
        DEFAULT_MEASURE_OPTIONS,
      ),
    );
    expect(values).toMatchObject({
      directed: true,
      weighted: false,
      normalised: true,
      distances: 'outgoing',
      n: 2,
    });
    expect(values.notes).toHaveLength(2);
    for (const note of values.notes) expect(note.en && note.zh).toBeTruthy();
    expect(finish(panel(networkFrom(['A > B']), ['degree'], DEFAULT_MEASURE_OPTIONS)).notes).toEqual([]);
  });

  it('warns once that tests and standard scores are uncertain below thirty actors, where one was asked for', () => {
    const ids = ['gould-fernandez-z', 'e-i-test'];
    const notes = (n: number, asked: readonly string[]): readonly Localized[] => {
      const chain = Array.from({ length: n - 1 }, (_, k) => `a${k} > a${k + 1}`);
      return finish(panel(networkFrom(chain), asked, DEFAULT_MEASURE_OPTIONS)).notes;
    };
    expect(notes(29, ids)).toHaveLength(1);
    expect(notes(29, ids)[0]?.en).toContain('30');
    expect(notes(29, ['degree', 'density'])).toEqual([]);
    expect(notes(30, ids)).toEqual([]);
  });

  it('works in many short steps whose progress never falls', () => {
    const random = seededRandom(5);
    const actors = Array.from({ length: 240 }, (_, k) => actor(`a${k}`));
    const pick = (): string => `a${Math.floor(random() * actors.length)}`;
    const ties = Array.from({ length: 960 }, (_, k) =>
      tie(`t${k}`, pick(), pick(), { weight: 1 + random() }),
    );
    const network = compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
    const steps = [...panel(network, IDS, DEFAULT_MEASURE_OPTIONS)];
    expect(steps.length).toBeGreaterThan((network.n * network.outgoing.columns.length) / 100_000);
    const wrong = steps.filter(
      (done, k) => !(done >= (k === 0 ? 0 : (steps[k - 1] ?? 0) - 1e-12) && done <= 1 + 1e-12),
    );
    expect(wrong).toEqual([]);
  });
});
