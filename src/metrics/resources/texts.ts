import type { Localized } from '../../base/localized.ts';

/** How far what is offered gets. */
export const REACH_CLAUSE: Localized = {
  en: 'what an actor offers gets to those that it reaches along at most two ties of any type, shared in proportion to their needs',
  zh: '主体的供给可到达沿任意类型关系两步以内的主体，并按其需求的比例分配',
};

export const PROFILE_CLAUSE: Localized = {
  en: 'what visible actors state that they offer and need',
  zh: '按可见主体填写的供给与需求',
};

export const OWN_HEURISTIC = 'Ecotone’s own heuristic';

/** What supply and demand cannot say by themselves. */
export const STATED_CAUTION: Localized = {
  en: 'As good as the amounts that people stated: they are judgements on one scale, not measurements.',
  zh: '其质量取决于所填写的数量：这些是同一尺度上的判断，而非测量值。',
};
