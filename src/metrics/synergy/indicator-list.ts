import { problem, type Problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import { OPTION_VALUES } from '../../model/measure-options.ts';
import { MOST_INDICATORS, SIDES, USUAL_INDICATORS, writeIndicators } from './indicator-text.ts';
import type { IndicatorChoice, Side } from './indicator-text.ts';

/** A changed list of indicators as the text that is stored, or why it cannot be. */
type Changed = Result<string>;

/** At the end of the list. */
export function addIndicator(list: readonly IndicatorChoice[], added: IndicatorChoice): Changed {
  return written([...list, added]);
}

export function removeIndicator(list: readonly IndicatorChoice[], place: number): Changed {
  return written(list.filter((_, k) => k !== place));
}

export function changeIndicator(
  list: readonly IndicatorChoice[],
  place: number,
  change: Partial<Omit<IndicatorChoice, 'id'>>,
): Changed {
  return written(list.map((one, k) => (k === place ? { ...one, ...change } : one)));
}

function written(list: readonly IndicatorChoice[]): Changed {
  const wrong = problemOf(list);
  if (wrong) return failed(wrong);
  const text = writeIndicators(list);
  return text.length <= OPTION_VALUES.couplingIndicators.longest ? ok(text) : failed(TOO_MANY);
}

const TOO_MANY = problem('too-many-indicators', {
  en: 'The list is full. Remove an indicator first.',
  zh: '指标已满，请先移除一项。',
});

/** Why a list is none that can be read again. */
function problemOf(list: readonly IndicatorChoice[]): Problem | undefined {
  if (list.length > MOST_INDICATORS) return TOO_MANY;
  if (!SIDES.every((side) => list.some((one) => one.side === side)))
    return problem('side-without-indicators', {
      en: 'Industry and education each need at least one indicator. Add another one first.',
      zh: '产业与教育各需至少一项指标，请先添加另一项。',
    });
  if (!list.every(({ weight }) => Number.isFinite(weight) && weight > 0))
    return problem('indicator-weight', {
      en: 'A weight is a number above 0. Remove an indicator that should not count.',
      zh: '权重须大于 0；不应计入的指标请移除。',
    });
  if (!list.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high) && low !== high))
    return problem('indicator-goalposts', {
      en: 'What counts as 0 and what counts as 1 must be two different numbers.',
      zh: '计为 0 与计为 1 的须是两个不同的数。',
    });
  return undefined;
}

/** The side with fewer indicators, for one that tells of neither. */
export function shorterSide(list: readonly IndicatorChoice[]): Side {
  const industry = list.filter(({ side }) => side === 'industry').length;
  return industry > list.length - industry ? 'education' : 'industry';
}

/** What an indicator starts with: as among the usual ones if it is one, else with these goalposts; 0 and 1 if they are none. */
export function startingIndicator(
  id: string,
  side: Side,
  [low, high]: readonly [number, number],
): IndicatorChoice {
  const usual = USUAL_INDICATORS.find((one) => one.id === id);
  if (usual) return usual;
  const fit = Number.isFinite(low) && Number.isFinite(high) && low < high;
  return { id, side, weight: 1, low: fit ? low : 0, high: fit ? high : 1 };
}

/** Round goalposts that hold 0 and all these values; 0 and 1 without any. */
export function goalpostsAround(values: Iterable<number>): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low === 0 && high === 0 ? [0, 1] : [low < 0 ? -roundedUp(-low) : 0, roundedUp(high)];
}

/** The next of 1, 2, 5, 10, 20, 50 … above a value >= 0; 0 for 0. */
function roundedUp(value: number): number {
  if (value === 0) return 0;
  const [digits, exponent] = value.toExponential().split('e');
  const next = [1, 2, 5, 10].find((each) => each >= Number(digits)) ?? 10;
  return Math.min(Number.MAX_VALUE, Number(`${next}e${exponent}`));
}
