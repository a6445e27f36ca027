import type { Localized } from '../../base/localized.ts';
import type { DiagnosisSettings, RuleCode } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions, OptionId } from '../../model/measure-options.ts';
import type { Dimension, Mechanism } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Fact, NumberStyle, Sentence } from '../detail.ts';
import type { Computation, Status } from '../measure.ts';

/** From where on a rule fires. Users may set another value, which is stored with the map. */
export interface Threshold {
  /** Stable, kebab-case: stored in maps. */
  readonly id: string;
  readonly name: Localized;
  /** The value that holds until users set another. */
  readonly standard: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly style: NumberStyle;
  readonly digits: number;
  /** Where the standard value comes from: a definition, a publication, or ourselves. */
  readonly origin: Localized;
}

/** What was set for a threshold, or its standard; a value out of bounds counts as the nearest one within. */
export function thresholdInForce(
  { id, standard, min, max }: Pick<Threshold, 'id' | 'standard' | 'min' | 'max'>,
  thresholds: DiagnosisSettings['thresholds'],
): number {
  const set = Object.hasOwn(thresholds, id) ? thresholds[id] : undefined;
  return Math.min(max, Math.max(min, set ?? standard));
}

/** What a rule reads. */
export interface Case {
  readonly network: Network;
  readonly options: MeasureOptions;
  /** The value in force of one of the rule's own thresholds. */
  readonly threshold: (threshold: Threshold) => number;
}

/** What a finding is about, for remedies: indexes of the network; what it is not about is absent. */
export interface Subject {
  readonly actors?: readonly number[];
  /** Two different sectors without a link, or the sector that a sentence names. */
  readonly sectors?: readonly number[];
  /** Index of a resource. */
  readonly resource?: number;
  /** Index of a tie. */
  readonly tie?: number;
}

/** One thing that is wrong, with its evidence. */
export interface Finding {
  /** Stable while its subject is: the rule's code and the ids that it is about. */
  readonly id: string;
  readonly says: Sentence;
  /** How bad it is, in [0, 1]: 1 is the worst that the rule can find. */
  readonly severity: number;
  /** Whether it is told as critical or as a warning. */
  readonly level: 'critical' | 'warning';
  /** The numbers that the claim stands on, those of the thresholds among them. */
  readonly facts: readonly Fact[];
  /** What is lit on the map, as ids; pairs though no tie may be between them. */
  readonly actors: readonly string[];
  readonly ties: readonly string[];
  readonly pairs: readonly (readonly [from: string, to: string])[];
  readonly subject: Subject;
  /** The strategy dimension that it is about where that is another than the rule's own. */
  readonly dimension?: Dimension;
}

/** What a rule found. */
export type Outcome =
  | {
      readonly applies: true;
      /** The worst first; equal ones by id. */
      readonly findings: readonly Finding[];
      /** What the rule read of the whole map, whether or not it fired. */
      readonly facts: readonly Fact[];
    }
  /** The map lacks what the rule is about: demand, intermediaries, a second sector. */
  | { readonly applies: false; readonly why: Localized };

/** One symptom of the dilemma of integration. Every rule is one file and one line in the registry. */
export interface Rule {
  readonly code: RuleCode;
  readonly name: Localized;
  readonly mechanism: Mechanism;
  /** The dimension of the strategy that it mostly hurts; a finding may say another. */
  readonly dimension: Dimension;
  readonly thresholds: readonly Threshold[];
  /** The options of measures that what it finds depends on. */
  readonly options: readonly OptionId[];
  /** The test in words, with its convention. */
  readonly convention: Localized;
  /** Why this is a problem, in one sentence. */
  readonly why: Localized;
  /** How sure we are, in one sentence. */
  readonly sureness: Localized;
  readonly status: Status;
  /** Author and year, or that it is ours. */
  readonly source: string;
  /** True if it misleads below some thirty actors. */
  readonly unsureWhenSmall?: true;
  readonly test: (given: Case) => Computation<Outcome>;
}
