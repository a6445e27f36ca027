import type { Localized } from '../base/localized.ts';
import type { Setting } from './measure.ts';
import { sourceCount } from './paths/sources.ts';

/** Whole clauses, joined as a sentence: each language has its own comma. */
export function clauses(...parts: readonly (Localized | false)[]): Localized {
  const kept = parts.filter((part) => part !== false);
  const english = kept.map((part) => part.en).join('; ');
  return {
    en: `${english.charAt(0).toUpperCase()}${english.slice(1)}.`,
    zh: `${kept.map((part) => part.zh).join('；')}。`,
  };
}

export function directionClause(setting: Setting): Localized {
  if (setting.directed)
    return { en: 'directed: a mutual tie counts both ways', zh: '有向网络：双向关系按两个方向各计一次' };
  return setting.directionIgnored
    ? {
        en: 'direction ignored: the weights of both directions are added',
        zh: '忽略方向：两个方向的权重相加',
      }
    : { en: 'undirected: no visible tie is one-way', zh: '无向网络：可见关系中没有单向的' };
}

export function lengthClause(setting: Setting): Localized {
  return setting.weighted
    ? { en: 'the length of a tie is 1 / weight', zh: '关系的长度为权重的倒数' }
    : { en: 'every tie is one step, weights ignored', zh: '每条关系计为一步，不计权重' };
}

export const RAW_CLAUSE: Localized = { en: 'raw', zh: '原始值' };

/** For means of 1 / distance, whose raw and normalised forms differ by weights alone. */
export function nearnessClause(setting: Setting): Localized | false {
  if (!setting.weighted) return false;
  return setting.normalised
    ? { en: 'normalised: divided by the largest weight', zh: '标准化值：除以最大权重' }
    : RAW_CLAUSE;
}

/** For measures of distance from one actor. */
export function distancesClause(setting: Setting): Localized | false {
  if (!setting.directed) return false;
  return setting.distances === 'outgoing'
    ? { en: 'distances outward, from this actor to the others', zh: '距离向外，从该主体到其他主体' }
    : { en: 'distances inward, from the others to this actor', zh: '距离向内，从其他主体到该主体' };
}

/** For what is estimated from shortest paths of a sample of actors. */
export function sampleClause(setting: Setting): Localized | false {
  const { n } = setting;
  const sources = sourceCount(n, setting);
  return (
    sources < n && {
      en: `estimated from ${sources} of ${n} actors as sources`,
      zh: `由 ${n} 个主体中随机抽取的 ${sources} 个作为起点估计`,
    }
  );
}

/** For largest distances, of which a sample of sources sees only some. */
export function lowerBoundClause(setting: Setting): Localized | false {
  const { n } = setting;
  const sources = sourceCount(n, setting);
  return (
    sources < n && {
      en: `a lower bound, from ${sources} of ${n} actors as sources`,
      zh: `下界：仅由 ${n} 个主体中随机抽取的 ${sources} 个作为起点得出`,
    }
  );
}

export const PARALLEL_CLAUSE: Localized = {
  en: 'parallel ties count once, self-loops are left out',
  zh: '平行关系只计一次，自环不计',
};

export const SUMMED_CLAUSE: Localized = {
  en: 'parallel ties are added up, self-loops are left out',
  zh: '平行关系相加，自环不计',
};
