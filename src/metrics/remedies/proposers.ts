import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { balanceFlow } from './balance-flow.ts';
import { bypassHub } from './bypass-hub.ts';
import { closeLoop } from './close-loop.ts';
import { connectIsolated } from './connect-isolated.ts';
import { deepenTies } from './deepen-ties.ts';
import { differentiate } from './differentiate.ts';
import { fillNiche, secondSupplier } from './fill-niche.ts';
import { linkSectors } from './link-sectors.ts';
import { policyFeedback } from './policy-feedback.ts';
import type { Proposer } from './proposer.ts';
import { raiseLagging } from './raise-lagging.ts';
import { returnTie } from './return-tie.ts';
import { useIntermediary } from './use-intermediary.ts';
import { withstandLoss } from './withstand-loss.ts';

/** What each rule proposes. */
export const PROPOSERS: Readonly<Record<RuleCode, Proposer>> = {
  D1: connectIsolated,
  D2: linkSectors,
  D3: useIntermediary,
  D4: bypassHub,
  D5: differentiate,
  D6: fillNiche,
  D7: returnTie,
  D8: closeLoop,
  D9: linkSectors,
  D10: raiseLagging,
  D11: balanceFlow,
  D12: withstandLoss,
  D13: deepenTies,
  D14: secondSupplier,
  D15: policyFeedback,
};
