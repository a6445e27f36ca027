import type { Localized } from '../../base/localized.ts';
import { ruleByCode } from '../../metrics/diagnosis/registry.ts';
import type { Finding, Rule } from '../../metrics/diagnosis/rule.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { DIMENSION_NAMES, MECHANISM_NAMES, type Dimension, type Mechanism } from '../../model/scheme.ts';
import type { RuleResult } from '../../state/diagnosis.svelte.ts';

export type GroupBy = 'mechanism' | 'dimension';

/** A rule with what it found, and what it does not find any more since the last edit. */
export interface Card {
  readonly rule: Rule;
  readonly result: RuleResult;
  readonly findings: readonly Finding[];
  readonly gone: readonly Finding[];
  /** How many there are, those that are not told too. */
  readonly count: number;
  /** Of the worst of both, so that a card stays where it was while what is gone is shown. */
  readonly severity: number;
}

export interface CardGroup {
  readonly id: Mechanism | Dimension;
  readonly name: Localized;
  readonly cards: readonly Card[];
}

/** What is listed: rules that found something, muted ones, those that found nothing, those that do not apply. */
export interface Listed {
  readonly groups: readonly CardGroup[];
  readonly muted: readonly Card[];
  readonly fine: readonly Card[];
  readonly silent: readonly Card[];
  /** The worst finding of all; undefined without any. */
  readonly worst: Finding | undefined;
  /** Rules that apply and are not muted, and those of them that found something. */
  readonly applying: number;
  readonly firing: number;
}

const NAMES: Readonly<Record<Mechanism | Dimension, Localized>> = { ...MECHANISM_NAMES, ...DIMENSION_NAMES };

/** The most severe first, within groups and among them; equal ones in the order of the catalogue. */
export function listed(
  results: readonly RuleResult[],
  gone: ReadonlyMap<RuleCode, readonly Finding[]>,
  muted: Readonly<Record<string, string>>,
  by: GroupBy,
): Listed {
  const cards = results.flatMap((result) => {
    const rule = ruleByCode(result.code);
    return rule ? [cardOf(rule, result, findingsOf(result), gone.get(result.code) ?? [])] : [];
  });
  const isMuted = ({ rule }: Card): boolean => Object.hasOwn(muted, rule.code);
  const heard = cards.filter((card) => !isMuted(card));
  const told = heard.filter(({ findings, gone: left }) => findings.length + left.length > 0);
  const applying = heard.filter(({ result }) => result.outcome.applies);
  return {
    groups: groupsOf(told, by),
    muted: cards.filter(isMuted),
    fine: applying.filter((card) => !told.includes(card)),
    silent: heard.filter((card) => !card.result.outcome.applies && !told.includes(card)),
    worst: heard
      .flatMap(({ findings }) => findings.slice(0, 1))
      .reduce<Finding | undefined>((a, b) => (a && a.severity >= b.severity ? a : b), undefined),
    applying: applying.length,
    firing: heard.filter(({ findings }) => findings.length > 0).length,
  };
}

function findingsOf({ outcome }: RuleResult): readonly Finding[] {
  return outcome.applies ? outcome.findings : [];
}

function cardOf(
  rule: Rule,
  result: RuleResult,
  findings: readonly Finding[],
  gone: readonly Finding[],
): Card {
  return {
    rule,
    result,
    findings,
    gone,
    count: countOf(result, findings),
    severity: Math.max(0, ...[...findings, ...gone].map(({ severity }) => severity)),
  };
}

/** Of a rule whose list is cut short more than are told; of a part of its findings nobody knows more. */
function countOf({ outcome }: RuleResult, findings: readonly Finding[]): number {
  if (!outcome.applies || findings.length < outcome.findings.length) return findings.length;
  return outcome.count;
}

/** By dimension a rule stands in each group that one of its findings is about. */
function groupsOf(cards: readonly Card[], by: GroupBy): CardGroup[] {
  const groups = new Map<Mechanism | Dimension, Card[]>();
  const add = (id: Mechanism | Dimension, card: Card): void => {
    groups.set(id, [...(groups.get(id) ?? []), card]);
  };
  for (const card of cards) {
    if (by === 'mechanism') add(card.rule.mechanism, card);
    else
      for (const dimension of new Set(
        [...card.findings, ...card.gone].map((one) => dimensionOf(card, one)),
      )) {
        const own = (one: Finding): boolean => dimensionOf(card, one) === dimension;
        add(dimension, cardOf(card.rule, card.result, card.findings.filter(own), card.gone.filter(own)));
      }
  }
  const worstOf = (all: readonly Card[]): number => Math.max(...all.map(({ severity }) => severity));
  return [...groups]
    .map(([id, all]) => ({
      id,
      name: NAMES[id],
      cards: all.sort((a, b) => b.severity - a.severity),
    }))
    .sort((a, b) => worstOf(b.cards) - worstOf(a.cards));
}

function dimensionOf({ rule }: Pick<Card, 'rule'>, { dimension }: Finding): Dimension {
  return dimension ?? rule.dimension;
}
