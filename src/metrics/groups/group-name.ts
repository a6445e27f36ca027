import type { Localized } from '../../base/localized.ts';

/** What a group without a name of its own is called. @param number from 1 */
export function groupName(measure: string, number: number): Localized {
  return measure === 'communities'
    ? { en: `Community ${number}`, zh: `社群 ${number}` }
    : { en: `Group ${number}`, zh: `群体 ${number}` };
}
