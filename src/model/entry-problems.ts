import { problem, type Problem } from '../base/problem.ts';
import type { Language } from '../base/localized.ts';
import type { Sector, TieType } from './scheme.ts';

function listed(entries: readonly (Sector | TieType)[], language: Language): string {
  return entries.map(({ name }) => name[language]).join(language === 'en' ? ', ' : '、');
}

export function unknownSector(text: string, sectors: readonly Sector[]): Problem {
  const [en, zh] = [listed(sectors, 'en'), listed(sectors, 'zh')];
  return problem('entry-sector', {
    en: text === '' ? `After @ stands a sector: ${en}.` : `There is no sector “${text}”. Known: ${en}.`,
    zh: text === '' ? `@ 之后写主体类型：${zh}。` : `没有名为“${text}”的主体类型。可用：${zh}。`,
  });
}

export function unknownType(text: string, types: readonly TieType[]): Problem {
  return problem('entry-type', {
    en: `There is no tie type “${text}”. Known: ${listed(types, 'en')}.`,
    zh: `没有名为“${text}”的关系类型。可用：${listed(types, 'zh')}。`,
  });
}
