import type { Axis, MatrixLayer } from '../detail.ts';
import { factOf } from '../fact.ts';
import type { DetailMeasure } from '../measure.ts';
import { convergence, mutualism, synergism } from './indices.ts';
import { OF_SYMBIOSIS, symbiosisOf } from './symbiosis.ts';

/** Who gains from whom on paper and through the network, actors by sector; null without flows. */
export const symbiosisMatrix: DetailMeasure = {
  ...OF_SYMBIOSIS,
  id: 'symbiosis-matrix',
  level: 'detail',
  name: { en: 'Who gains from whom', zh: '谁从谁获益' },
  symbol: 'Y',
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'gain (+) or loss (−)', zh: '获益（+）或受损（−）' },
  status: 'established',
  says: {
    en: 'Who really benefits from whom: by the ties alone, and beside it through the whole network.',
    zh: '究竟谁从谁那里获益：左为仅看直接关系，右为考虑整个网络。',
  },
  style: 'number',
  onRequest: true,
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    if (!found) return null;
    const { size, closure, direct, integral } = found;
    const sectorOf = (k: number): number => network.sectors[closure.actors[k]!]!;
    const order = Array.from({ length: size }, (_, k) => k).sort(
      (a, b) => sectorOf(a) - sectorOf(b) || a - b,
    );
    const axis: Axis = {
      of: 'actor',
      ids: order.map((k) => network.actorIds[closure.actors[k]!] ?? ''),
    };
    const arranged = (values: Float64Array): Float64Array => {
      const cells = new Float64Array(size * size);
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) cells[i * size + j] = values[order[i]! * size + order[j]!]!;
      return cells;
    };
    const gains = arranged(direct);
    yield 0.8;
    const utilities = arranged(integral);
    const signs = { style: 'count', digits: 1, middle: 0, signs: true } as const;
    const numbers = { style: 'number', digits: 3, middle: 0 } as const;
    const layers: MatrixLayer[] = [
      {
        id: 'direct',
        name: { en: 'On paper (ties alone)', zh: '纸面上（仅直接关系）' },
        values: gains.map(Math.sign),
        ...signs,
      },
      {
        id: 'integral',
        name: { en: 'Through the network', zh: '经由整个网络' },
        values: utilities.map(Math.sign),
        ...signs,
      },
      {
        id: 'utility',
        name: { en: 'Utility Y through the network, in weights', zh: '经由网络的效用 Y（权重）' },
        values: utilities,
        ...numbers,
      },
      {
        id: 'gain',
        name: { en: 'Direct gain D, over throughflow', zh: '直接净收益 D（占通流量）' },
        values: gains,
        ...numbers,
      },
    ];
    const facts = [];
    for (const measure of [mutualism, synergism, convergence])
      facts.push(factOf(measure, yield* measure.compute(network, options)));
    return { kind: 'matrix', rows: axis, columns: axis, beside: true, layers, facts };
  },
};
