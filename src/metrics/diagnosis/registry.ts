import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { flowOrder } from './flow-order.ts';
import { fragility } from './fragility.ts';
import { hubReliance } from './hub-reliance.ts';
import { idleIntermediary } from './idle-intermediary.ts';
import { isolation } from './isolation.ts';
import { missingFeedback } from './missing-feedback.ts';
import { missingLinks } from './missing-links.ts';
import { nicheCrowding } from './niche-crowding.ts';
import { oneWayRelation } from './one-way-relation.ts';
import { outOfStep } from './out-of-step.ts';
import { policyUptake } from './policy-uptake.ts';
import type { Rule } from './rule.ts';
import { silos } from './silos.ts';
import { soleSupplier } from './sole-supplier.ts';
import { thinCommitment } from './thin-commitment.ts';
import { unmetDemand } from './unmet-demand.ts';

/** Every rule, in the order of the catalogue. The panel, the command line and the strategy page read it. */
export const RULES: readonly Rule[] = [
  isolation,
  missingLinks,
  idleIntermediary,
  hubReliance,
  nicheCrowding,
  unmetDemand,
  oneWayRelation,
  missingFeedback,
  silos,
  outOfStep,
  flowOrder,
  fragility,
  thinCommitment,
  soleSupplier,
  policyUptake,
];

const byCode = new Map<string, Rule>(RULES.map((rule) => [rule.code, rule]));

export function ruleByCode(code: RuleCode): Rule | undefined {
  return byCode.get(code);
}
