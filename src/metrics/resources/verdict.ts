import type { Localized } from '../../base/localized.ts';
import type { FindingRow, Phrase } from '../detail.ts';
import { SHORT_BELOW } from './balance.ts';

/** What a resource is found to be, the most pressing first. */
export const VERDICTS = [
  'vacant',
  'short',
  'unreached',
  'monopoly',
  'partly-covered',
  'idle',
  'covered',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ResourceState {
  readonly supply: number;
  readonly demand: number;
  /** NaN where nobody needs it. */
  readonly coverage: number;
  readonly reachable: number;
  readonly suppliers: number;
}

/** Null where it is neither offered nor needed. */
export function verdictOf({ supply, demand, coverage, reachable, suppliers }: ResourceState): Verdict | null {
  if (demand === 0) return supply > 0 ? 'idle' : null;
  if (supply === 0) return 'vacant';
  if (coverage < SHORT_BELOW) return 'short';
  if (reachable < SHORT_BELOW) return 'unreached';
  if (suppliers === 1) return 'monopoly';
  return coverage < 1 ? 'partly-covered' : 'covered';
}

export const TAGS: Readonly<Record<Verdict, NonNullable<FindingRow['tag']>>> = {
  vacant: { name: { en: 'vacant', zh: '空缺' }, tone: 'concern' },
  short: { name: { en: 'short', zh: '短缺' }, tone: 'concern' },
  unreached: { name: { en: 'does not get there', zh: '未送达' }, tone: 'concern' },
  monopoly: { name: { en: 'monopoly', zh: '垄断' }, tone: 'concern' },
  'partly-covered': { name: { en: 'partly covered', zh: '部分覆盖' }, tone: 'neutral' },
  idle: { name: { en: 'idle', zh: '闲置' }, tone: 'neutral' },
  covered: { name: { en: 'covered', zh: '已覆盖' }, tone: 'good' },
};

/** Why a resource is found to be so; `count` actors need it, or offer it where it is idle. */
export function reasonFor(
  verdict: Verdict,
  count: number,
  supplier: Phrase | undefined,
): Localized<readonly Phrase[]> {
  const english = (one: string, many: string): string => (count === 1 ? one : many);
  switch (verdict) {
    case 'vacant':
      return {
        en: [english('One actor needs it and nobody', `${count} actors need it and nobody`), ' offers it.'],
        zh: [`有 ${count} 个主体需要它，却无人供给。`],
      };
    case 'short':
      return {
        en: ['It is offered, but less than half of what is needed.'],
        zh: ['有供给，但不足需求的一半。'],
      };
    case 'unreached':
      return {
        en: ['Enough is offered, but less than half of the needs are met along the ties there are.'],
        zh: ['供给足以覆盖至少一半的需求，但沿现有关系能满足的不足一半。'],
      };
    case 'monopoly':
      return {
        en: ['Only ', supplier ?? 'one actor', ' offers it: if that one leaves, nobody does.'],
        zh: ['只有', supplier ?? '一个主体', '供给它：一旦其退出，便无人供给。'],
      };
    case 'partly-covered':
      return {
        en: ['More than one actor offers it, together less than is needed.'],
        zh: ['有多个主体供给，但合计少于需求。'],
      };
    case 'idle':
      return {
        en: [english('One actor offers', `${count} actors offer`), ' it and nobody needs it.'],
        zh: [`有 ${count} 个主体供给它，却无人需要。`],
      };
    case 'covered':
      return {
        en: ['More than one actor offers it, together as much as is needed.'],
        zh: ['有多个主体供给，合计不少于需求。'],
      };
  }
}
