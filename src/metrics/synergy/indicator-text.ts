/** Of which of the two systems an indicator tells. */
export const SIDES = ['industry', 'education'] as const;
export type Side = (typeof SIDES)[number];

/** One indicator of coupling, as users write it. */
export interface IndicatorChoice {
  /**
   * An indicator of `indicators.ts`, a measure of the network, or `field:F@S`: the mean of the number field F over the
   * actors of sector S, of all without `@S`.
   */
  readonly id: string;
  readonly side: Side;
  /** > 0. */
  readonly weight: number;
  /** What counts as 0 and as 1; low > high where less is better. */
  readonly low: number;
  readonly high: number;
}

/** What the two systems are made of unless a map says otherwise. Ours. */
export const USUAL_INDICATORS: readonly IndicatorChoice[] = [
  usual('enterprise-coverage', 'industry'),
  usual('enterprise-partners', 'industry'),
  usual('industry-education-reciprocity', 'industry'),
  usual('university-coverage', 'education'),
  usual('university-partners', 'education'),
  usual('talent-coverage', 'education'),
];

function usual(id: string, side: Side): IndicatorChoice {
  return { id, side, weight: 1, low: 0, high: 1 };
}

/** No list is longer. */
export const MOST_INDICATORS = 60;

/**
 * A list of indicators from JSON such as `[{"id":"density","side":"industry","weight":2,"low":0,"high":0.5}]`; weight,
 * low and high may be left out (1, 0 and 1). Null where the text is no such list, or one side has none.
 */
export function readIndicators(text: string): readonly IndicatorChoice[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length > MOST_INDICATORS) return null;
  const choices: IndicatorChoice[] = [];
  for (const entry of read as readonly unknown[]) {
    const choice = choiceOf(entry);
    if (!choice) return null;
    choices.push(choice);
  }
  const both = SIDES.every((side) => choices.some((one) => one.side === side));
  return both ? choices : null;
}

/** The shortest text that reads as these indicators; '' for the usual ones. */
export function writeIndicators(choices: readonly IndicatorChoice[]): string {
  const text = textOf(choices);
  return text === textOf(USUAL_INDICATORS) ? '' : text;
}

function textOf(choices: readonly IndicatorChoice[]): string {
  return JSON.stringify(
    choices.map(({ id, side, weight, low, high }) => ({
      id,
      side,
      ...(weight !== 1 && { weight }),
      ...(low !== 0 && { low }),
      ...(high !== 1 && { high }),
    })),
  );
}

/** The indicators in force; `malformed` where a map's own text cannot be read, so that the usual ones stand in. */
export interface IndicatorsInForce {
  readonly choices: readonly IndicatorChoice[];
  readonly malformed: boolean;
}

export function indicatorsInForce(text: string): IndicatorsInForce {
  if (text.trim() === '') return { choices: USUAL_INDICATORS, malformed: false };
  const choices = readIndicators(text);
  return choices ? { choices, malformed: false } : { choices: USUAL_INDICATORS, malformed: true };
}

function choiceOf(entry: unknown): IndicatorChoice | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { id, side, weight = 1, low = 0, high = 1 } = entry as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || (side !== 'industry' && side !== 'education')) return null;
  if (!isNumber(weight) || !isNumber(low) || !isNumber(high) || weight <= 0 || low === high) return null;
  return { id, side, weight, low, high };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
