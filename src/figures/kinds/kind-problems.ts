import type { Localized } from '../../base/localized.ts';
import { problem } from '../../base/problem.ts';
import { failed } from '../../base/result.ts';
import type { FigureOffer } from '../offers.ts';

type Refusal = ReturnType<typeof failed<ReturnType<typeof problem>>>;

/** Why a kind of figure does not apply to a map. @param why a sentence with what to do */
export function notApplicable({ name }: Pick<FigureOffer, 'name'>, why: Localized): Refusal {
  return failed(
    problem('figure-not-applicable', {
      en: `“${name.en}” can’t be drawn of this map: ${why.en}`,
      zh: `无法为此地图绘制“${name.zh}”：${why.zh}`,
    }),
  );
}

/** What a figure was told that it does not know. */
export function unknownChoice(what: Localized, given: string, known: readonly string[]): Refusal {
  return failed(
    problem('figure-choice-unknown', {
      en: `There is no ${what.en} “${given}” here; there is ${known.join(', ')}.`,
      zh: `这里没有${what.zh}“${given}”；可用的有：${known.join('、')}。`,
    }),
  );
}

export const EMPTY: Localized = {
  en: 'it has no actors. Add some first.',
  zh: '其中没有主体，请先添加。',
};

export const NO_TIES: Localized = {
  en: 'it has no ties between actors. Add some first.',
  zh: '主体之间没有关系，请先添加。',
};
