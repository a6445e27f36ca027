import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import {
  compileNetwork,
  type Network,
  type NetworkInput,
  type NetworkOptions,
} from '../../network/network.ts';
import type { RowsDetail, Sentence } from '../detail.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { measureById } from '../registry.ts';
import { chanceLoss, DRAWS, type ChanceLoss } from './chance.ts';
import { cohesionLoss, type CohesionLoss } from './cohesion.ts';
import { fundingLoss, type FundingLoss } from './funding.ts';
import { headlines, type Headline } from './headlines.ts';
import { hitOf } from './hit.ts';
import { needsLoss, type NeedsLoss } from './needs.ts';
import { fundingNotes, removalNotes } from './notes.ts';
import { premiseOf } from './premise.ts';
import { cutOffRows, fundingRows, needRows } from './rows.ts';
import type { FundingShock, Hit, RemovalShock, Shock } from './shock.ts';
import { fundingVerdict, removalVerdict } from './verdict.ts';
import { withHit } from './with-hit.ts';
import { sentence, words } from './words.ts';

/** What becomes of cohesion and needs; of a cut in funding neither is read, since its ties stay. */
export interface RemovalImpact {
  readonly kind: 'removal';
  readonly cohesion: CohesionLoss;
  readonly needs: NeedsLoss;
  readonly cutOff: RowsDetail;
  readonly supply: RowsDetail;
  /** The same number of actors drawn by chance; null where no actor leaves, or all do. */
  readonly chance: ChanceLoss | null;
}

export interface FundingImpact {
  readonly kind: 'funding';
  /** Null where the model does not apply. */
  readonly loss: FundingLoss | null;
  readonly rows: RowsDetail | null;
}

export interface StressResult {
  readonly shock: Shock;
  /** Ids of the actors that go, and of all ties that go with them or by themselves. */
  readonly gone: { readonly actors: readonly string[]; readonly ties: readonly string[] };
  /** What goes by itself: see `removal-of.ts`. */
  readonly hit: { readonly actors: readonly string[]; readonly ties: readonly string[] };
  /** What happens, in one sentence. */
  readonly says: Sentence;
  /** Assumptions, and what does not apply. */
  readonly notes: readonly Localized[];
  readonly impact: RemovalImpact | FundingImpact;
  readonly headlines: readonly Headline[];
}

/**
 * What a shock does to a network; null where that has no actors.
 *
 * @param before the network of `input`
 * @param draws of as many actors by chance, to compare with
 */
export function* stressOf(
  input: NetworkInput,
  before: Network,
  shock: Shock,
  options: NetworkOptions & MeasureOptions,
  draws = DRAWS,
): Computation<StressResult | null> {
  if (before.n === 0) return null;
  return shock.kind === 'funding'
    ? yield* funding(before, shock, options)
    : yield* removal(input, before, shock, options, draws);
}

/** Of the whole time. */
const SHARE_OF_HEADLINES = 0.6;

function* removal(
  input: NetworkInput,
  before: Network,
  shock: RemovalShock,
  options: NetworkOptions & MeasureOptions,
  draws: number,
): Computation<StressResult> {
  const hit = yield* within(0, 0, hitOf(before, shock, options));
  const left = withHit(input, hit);
  const after = left === input ? before : compileNetwork(left, options);
  const cohesion = cohesionLoss(before, after);
  const needs = yield* within(0, 0, needsLoss(before, after));
  const values = yield* within(0, SHARE_OF_HEADLINES, headlines(before, after, options));
  const count = hit.actors.size;
  const seed = shock.kind === 'chance' ? shock.seed : options.seed;
  const chance =
    count > 0 && count < before.n
      ? yield* within(
          SHARE_OF_HEADLINES,
          1 - SHARE_OF_HEADLINES,
          chanceLoss(input, before, count, seed, options, draws),
        )
      : null;
  const kept = new Set(left.tieIds);
  return {
    shock,
    gone: { actors: [...hit.actors], ties: input.tieIds.filter((id) => !kept.has(id)) },
    hit: { actors: [...hit.actors], ties: [...hit.ties] },
    says: isEmpty(hit) ? NOTHING_HIT : removalVerdict(premiseOf(shock, hit), after, cohesion, needs),
    notes: removalNotes(before, after),
    impact: {
      kind: 'removal',
      cohesion,
      needs,
      cutOff: cutOffRows(cohesion),
      supply: needRows(needs),
      chance,
    },
    headlines: values,
  };
}

function isEmpty({ actors, ties }: Hit): boolean {
  return actors.size + ties.size === 0;
}

const NOTHING_HIT = words('Nothing is hit: choose what is lost.', '没有受影响的对象：请选择失去什么。');

const NO_FLOW = words('the flow model has no answer.', '流模型无法给出结果。');

function* funding(network: Network, shock: FundingShock, options: MeasureOptions): Computation<StressResult> {
  const loss = yield* fundingLoss(network, shock, options);
  const followed = loss && loss.currency !== null ? network.ties.typeIds[loss.currency] : undefined;
  const premise = premiseOf(
    { ...shock, currency: followed ?? shock.currency },
    { actors: new Set(), ties: new Set() },
  );
  return {
    shock,
    gone: { actors: [], ties: [] },
    hit: { actors: [], ties: [] },
    says: loss ? fundingVerdict(premise, network, loss) : sentence(premise, NO_FLOW),
    notes: fundingNotes(network, loss !== null),
    impact: { kind: 'funding', loss, rows: loss && fundingRows(network, loss) },
    headlines: loss ? flowHeadlines(loss) : [],
  };
}

function flowHeadlines({ throughflow, cycling }: FundingLoss): readonly Headline[] {
  const of = (
    id: string,
    [before, after]: readonly [number | null, number | null],
    full?: number,
  ): Headline[] => {
    const measure = measureById(id);
    if (!measure) return [];
    const { name, style, digits } = measure;
    return [{ id, name, style, digits, before, after, explained: true, ...(full !== undefined && { full }) }];
  };
  return [...of('total-throughflow', throughflow, throughflow[0]), ...of('finn-cycling', cycling, 1)];
}
