import type { Localized } from '../../base/localized.ts';
import type { Setting } from '../measure.ts';
import { OPTION_TEXTS } from '../options.ts';
import { boundedIndex } from './overlap.ts';

type InForce = Pick<Setting, 'niche' | 'nicheStates' | 'availability' | 'overlap' | 'directed'>;

/** Which resource-state matrix is in force. */
export function nicheClause({ niche, directed }: InForce): Localized {
  if (niche === 'supply')
    return { en: 'niche: what the actor offers, by resource', zh: '生态位：主体供给的各类资源' };
  if (niche === 'demand')
    return { en: 'niche: what the actor needs, by resource', zh: '生态位：主体需求的各类资源' };
  if (niche === 'dimension')
    return directed
      ? {
          en: 'niche: weight of ties by strategy dimension and sector of the partner, a mutual tie counting both ways',
          zh: '生态位：按战略维度与合作方类型划分的关系权重，双向关系按两个方向各计一次',
        }
      : {
          en: 'niche: weight of ties by strategy dimension and sector of the partner',
          zh: '生态位：按战略维度与合作方类型划分的关系权重',
        };
  return directed
    ? {
        en: 'niche: weight of ties by direction, type and sector of the partner, a mutual tie counting both ways',
        zh: '生态位：按方向、关系类型与合作方类型划分的关系权重，双向关系按两个方向各计一次',
      }
    : {
        en: 'niche: weight of ties by type and sector of the partner, without direction',
        zh: '生态位：按关系类型与合作方类型划分的关系权重，不分方向',
      };
}

/** What R counts. */
export function statesClause({ nicheStates }: InForce): Localized {
  return nicheStates === 'used'
    ? { en: 'R: the states that someone uses', zh: 'R 为有主体利用的资源状态数' }
    : { en: 'R: all states that there could be', zh: 'R 为全部可能的资源状态数' };
}

export function availabilityClause({ niche, availability }: InForce): Localized {
  if (availability === 'equal') return { en: 'every state equally available', zh: '各资源状态的可得性相同' };
  return niche === 'demand'
    ? {
        en: 'availability: what is offered in the region; none for users of what nobody offers',
        zh: '可得性按区域内的供给量计；利用无人供给的资源者无值',
      }
    : {
        en: 'every state equally available: what is offered says so of needs alone',
        zh: '各资源状态的可得性相同：供给量仅可作为需求的可得性',
      };
}

export const EMPTY_CLAUSE: Localized = {
  en: 'none for actors with an empty niche',
  zh: '生态位为空的主体无值',
};

/** Where only an index within [0, 1] that is the same both ways will do. */
export function boundedClause({ overlap }: InForce): Localized {
  const index = boundedIndex(overlap);
  const name = OPTION_TEXTS.overlap.values[index]?.en ?? index;
  return index === overlap
    ? { en: `overlap by ${name}`, zh: `重叠按 ${name} 计` }
    : {
        en: 'overlap by Schoener, since the index in force is not a share',
        zh: '重叠按 Schoener 计，因所选指数不是比例',
      };
}

export function overlapClause({ overlap }: InForce): Localized {
  const name = OPTION_TEXTS.overlap.values[overlap];
  return { en: `overlap by ${name?.en ?? overlap}`, zh: `重叠按 ${name?.zh ?? overlap} 计` };
}

/** How chance is made where niches are tested. */
export function shuffledClause({ permutations, seed }: Pick<Setting, 'permutations' | 'seed'>): Localized {
  return {
    en: `null model RA3: each actor’s values dealt anew over the R states ${permutations} times, seed ${seed}; two-sided p`,
    zh: `零模型 RA3：将各主体的数值在 R 个状态间重新随机分配 ${permutations} 次，种子 ${seed}；双侧 p 值`,
  };
}

export const OVERLAP_CAUTION: Localized = {
  en: 'Overlap is not competition unless what is shared is short. Two actors with one state each overlap wholly or not at all by construction.',
  zh: '只有共用的资源短缺时，重叠才意味着竞争。各只利用一种资源状态的两个主体，其重叠必然为 0 或 1。',
};
