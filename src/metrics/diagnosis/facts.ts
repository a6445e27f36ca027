import { same, type Localized } from '../../base/localized.ts';
import type { Fact } from '../detail.ts';
import type { Case, Threshold } from './rule.ts';

/** Where a threshold comes from that nobody has published. */
export const OURS: Localized = { en: 'Ours', zh: '本软件自拟' };

export function count(id: string, en: string, zh: string, value: number | null): Fact {
  return { id, name: { en, zh }, value, style: 'count', digits: 3 };
}

export function number(id: string, en: string, zh: string, value: number | null): Fact {
  return { id, name: { en, zh }, value, style: 'number', digits: 3 };
}

export function share(id: string, en: string, zh: string, value: number | null): Fact {
  return { id, name: { en, zh }, value, style: 'share', digits: 3 };
}

/** The value in force of a threshold, among the numbers that a claim stands on. */
export function limit(threshold: Threshold, { threshold: inForce }: Case): Fact {
  const { id, name, style, digits } = threshold;
  return {
    id,
    name: { en: `Threshold: ${lowerFirst(name.en)}`, zh: `阈值：${name.zh}` },
    value: inForce(threshold),
    style,
    digits,
  };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A fact of which words say more than a number. */
export function words(id: string, name: Localized, says: Localized | string): Fact {
  return {
    id,
    name,
    value: null,
    style: 'number',
    digits: 3,
    says: typeof says === 'string' ? same(says) : says,
  };
}
