import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { kernelsFile } from '../../scripts/kernels.mjs';
import { seededRandom } from '../../src/base/random.ts';
import { installKernels, kernelsInstalled, removeKernels } from '../../src/kernels/kernels.ts';
import { Field } from '../../src/layout/field.ts';
import { finish, type LayoutInput, type LayoutOutcome } from '../../src/layout/layout.ts';
import { refineAround } from '../../src/layout/refine.ts';
import { LAYOUTS } from '../../src/layout/registry.ts';
import { groupedTies, hashOf, inputOf, referenceMap } from './inputs.ts';

const bytes = readFileSync(kernelsFile);

/** What the work gives with the kernels and with their plain twins. */
function both<T>(work: () => T): [withKernels: T, withTwins: T] {
  expect(installKernels(bytes)).toBe(true);
  const withKernels = work();
  removeKernels();
  return [withKernels, work()];
}

function scattered(field: Field, seed: number): Field {
  const random = seededRandom(seed);
  for (let i = 0; i < field.n; i++) {
    field.x[i] = 20 * (random() - 0.5);
    field.y[i] = 20 * (random() - 0.5);
    field.mass[i] = 1 + Math.floor(5 * random());
  }
  return field;
}

const exhaust = <T>(steps: Generator<unknown, T, void>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

afterEach(removeKernels);

describe('the kernels of the layouts and their plain twins give the same bits', () => {
  // from a single actor to more than are taken one by one, with and without lanes to fill up
  for (const n of [1, 2, 24, 31, 64, 150, 300, 601, 1000]) {
    it.each([true, false])(`for the repulsion among ${n}, bounded: %s`, (bounded) => {
      const [kernels, twins] = both(() => {
        const field = scattered(new Field(n), n);
        exhaust(field.repel(bounded));
        return [field.forceX.slice(), field.forceY.slice()];
      });
      expect(kernels).toEqual(twins);
      expect(kernels.every((forces) => forces.every(Number.isFinite))).toBe(true);
    });
  }

  it('for the repulsion of some', () => {
    const [kernels, twins] = both(() => {
      const field = scattered(new Field(90), 5);
      exhaust(field.repel(true, Int32Array.of(3, 17, 88)));
      return [field.forceX.slice(), field.forceY.slice()];
    });
    expect(kernels).toEqual(twins);
    const moved = Array.from({ length: 90 }, (_, i) => i).filter((i) => kernels[0]?.[i] !== 0);
    expect(moved).toEqual([3, 17, 88]);
  });

  it('for stress majorisation', () => {
    const [kernels, twins] = both(() => {
      const field = scattered(new Field(61, true), 9);
      for (let i = 0; i < 61; i++)
        for (let j = 0; j < 61; j++) field.distances[i * field.stride + j] = Math.abs(i - j);
      const rows = Int32Array.from({ length: 60 }, (_, i) => i + 1);
      const moves = Array.from({ length: 8 }, () => exhaust(field.majorize(rows)));
      return [moves, field.x.slice(), field.y.slice()];
    });
    expect(kernels).toEqual(twins);
  });

  for (const layout of LAYOUTS) {
    it.each([12, 60, 150, 300])(`for the whole layout ${layout.id} of %i actors`, (n) => {
      const input = inputOf({ n, ties: groupedTies(n, 3 * n, 5, n) });
      const [kernels, twins] = both(() => finish(layout.run(input)));
      expect(kernels).toEqual(twins);
    });
  }

  it('for the refinement of some', () => {
    const [kernels, twins] = both(() => {
      const input = referenceMap();
      return refineAround({ ...input, ...finish(LAYOUTS[0]?.run(input) ?? none(input)) }, [3, 4, 160]);
    });
    expect(kernels).toEqual(twins);
  });
});

// eslint-disable-next-line require-yield -- stands in for a layout that is not there
function* none({ x, y }: LayoutInput): Generator<never, LayoutOutcome, void> {
  return { x, y };
}

describe('the reference map', () => {
  // Any change of these is a change of every picture that is made from now on: it must be meant.
  it.each([
    ['force', 'a0430ad9'],
    ['stress', 'f19ec421'],
  ])('has the same picture by %s on every machine', (id, hash) => {
    installKernels(bytes);
    expect(kernelsInstalled()).toBe(true);
    const layout = LAYOUTS.find((one) => one.id === id);
    expect(layout && hashOf(finish(layout.run(referenceMap())))).toBe(hash);
  });
});
