import type { Result } from '../base/result.ts';
import type { Consequences } from '../metrics/remedies/consequences.ts';
import type { Plan, PlanStep } from '../metrics/remedies/plan.ts';
import type { Prospect, RankedRemedy, Ranking, RankingStart } from '../metrics/remedies/rank.ts';
import type { Remedy } from '../metrics/remedies/remedy.ts';
import type { Edit } from '../model/remedy-edits.ts';
import { WorkerClient, type RunOptions } from './client.ts';

export interface RankTask {
  readonly kind: 'rank';
  readonly prospect: Prospect;
}

export interface PlanTask {
  readonly kind: 'plan';
  readonly prospect: Prospect;
  /** With their gains on the map as it is. */
  readonly candidates: readonly Pick<RankedRemedy, 'remedy' | 'gain'>[];
  readonly given: readonly Remedy[];
  readonly count: number;
}

export interface ConsequencesTask {
  readonly kind: 'consequences';
  readonly prospect: Prospect;
  readonly remedies: readonly (readonly Edit[])[];
}

export type RemediesTask = RankTask | PlanTask | ConsequencesTask;

/** What has come since the last one. */
export interface RankPart {
  readonly start: RankingStart;
  readonly ranked: readonly RankedRemedy[];
}

/** A ranking at its end: what the parts have not brought. */
export type RankRest = Pick<Ranking, 'ranked'>;

const create = (): Worker => new Worker(new URL('./remedies.worker.ts', import.meta.url), { type: 'module' });

/** Simulates remedies away from the main thread. A ranking, a plan and a look at one remedy do not end each other. */
export class RemediesClient {
  readonly #ranking = new WorkerClient<RankTask, RankRest, RankPart>(create);
  readonly #planning = new WorkerClient<PlanTask, Plan, readonly PlanStep[]>(create);
  readonly #looking = new WorkerClient<ConsequencesTask, Consequences>(create);

  /** A new ranking ends the one under way, which then resolves to undefined, as it does where it is stopped. */
  rank(prospect: Prospect, options: RunOptions<RankPart>): Promise<Result<RankRest> | undefined> {
    return this.#ranking.run({ kind: 'rank', prospect }, options);
  }

  plan(
    task: Omit<PlanTask, 'kind'>,
    options: RunOptions<readonly PlanStep[]>,
  ): Promise<Result<Plan> | undefined> {
    return this.#planning.run({ kind: 'plan', ...task }, options);
  }

  consequences(
    prospect: Prospect,
    remedies: ConsequencesTask['remedies'],
  ): Promise<Result<Consequences> | undefined> {
    return this.#looking.run({ kind: 'consequences', prospect, remedies });
  }

  close(): void {
    this.#ranking.close();
    this.#planning.close();
    this.#looking.close();
  }
}
