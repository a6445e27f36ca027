/** The rules of diagnosis, in the order of the catalogue. */
export const RULE_CODES = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** Kinds of edit that a remedy is made of. Users weigh what each costs. */
export const EDIT_KINDS = [
  'add-tie',
  'strengthen',
  'return-tie',
  'add-intermediary',
  'add-supply',
  'differentiate',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** What users set about the diagnosis of a map; stored with it. What is not named here is as it comes. */
export interface DiagnosisSettings {
  /** Id of a threshold -> its value. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Code of a rule -> why it is muted; '' where no reason was given. */
  readonly muted: Readonly<Record<string, string>>;
  /** Kind of edit -> what it costs, > 0. */
  readonly costs: Readonly<Record<string, number>>;
}

/** What a change sets; undefined takes an entry back to how it comes. */
export type DiagnosisChange = {
  readonly [K in keyof DiagnosisSettings]?: Readonly<
    Record<string, DiagnosisSettings[K][string] | undefined>
  >;
};

export const DEFAULT_DIAGNOSIS: DiagnosisSettings = { thresholds: {}, muted: {}, costs: {} };

/** The settings that a change makes of those that come with a new map. */
export function settingsOf({ thresholds, muted, costs }: DiagnosisChange = {}): DiagnosisSettings {
  return { thresholds: stated(thresholds), muted: stated(muted), costs: stated(costs) };
}

function stated<T>(entries: Readonly<Record<string, T | undefined>> = {}): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, T] => entry[1] !== undefined),
  );
}
