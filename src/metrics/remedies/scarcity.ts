import type { Survey } from './survey.ts';

/** What all together offer and need of a resource. */
export interface Scarcity {
  readonly resource: number;
  readonly supply: number;
  readonly demand: number;
  /** max(0, D - Q). */
  readonly gap: number;
}

/** Of every resource, in order. */
export function scarcities({ balance }: Survey): readonly Scarcity[] {
  return Array.from(balance.supply, (supply, resource) => {
    const demand = balance.demand[resource]!;
    return { resource, supply, demand, gap: Math.max(0, demand - supply) };
  });
}

/** Those that are needed more than they are offered, the largest gap first. */
export function shortOnes(survey: Survey): readonly Scarcity[] {
  return scarcities(survey)
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || a.resource - b.resource);
}

export function offered({ network: { profiles } }: Survey, actor: number, resource: number): number {
  return profiles.supply[actor * profiles.resourceIds.length + resource]!;
}

export function needed({ network: { profiles } }: Survey, actor: number, resource: number): number {
  return profiles.demand[actor * profiles.resourceIds.length + resource]!;
}
