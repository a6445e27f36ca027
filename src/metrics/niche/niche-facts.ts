import type { Fact } from '../detail.ts';
import { holders, type StateMatrix } from './state-matrix.ts';

/** R, printed beside everything that depends on it. */
export function statesFact({ count }: StateMatrix): Fact {
  return {
    id: 'states',
    name: { en: 'Resource states (R)', zh: '资源状态数（R）' },
    value: count,
    style: 'count',
    digits: 3,
  };
}

export function holdersFact(matrix: StateMatrix): Fact {
  return {
    id: 'with-niche',
    name: { en: 'Actors with a niche', zh: '具有生态位的主体' },
    value: holders(matrix).length,
    style: 'count',
    digits: 3,
  };
}

/** Whose overlaps are 0 or 1 by construction among each other. */
export function singleStateFact({ used }: StateMatrix): Fact {
  return {
    id: 'single-state',
    name: {
      en: 'Actors with one state only, whose overlaps with each other are 0 or 1 by construction',
      zh: '只利用一种状态的主体（彼此的重叠必然为 0 或 1）',
    },
    value: used.reduce((count, states) => count + (states === 1 ? 1 : 0), 0),
    style: 'count',
    digits: 3,
  };
}
