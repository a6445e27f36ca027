import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Axis } from '../detail.ts';
import type { Computation } from '../measure.ts';
import { balanceOf } from '../resources/balance.ts';
import { effectsBetween, flowsBetween, type GroupEffects } from './group-effects.ts';
import type { GrowthModel } from './growth-model.ts';

/** Sectors, or actors by themselves, as parties of a growth model. */
export interface PartyModel extends GroupEffects {
  /** Sectors that have actors, or actors that have partners; in the network's order. */
  readonly parties: Axis & { readonly of: 'sector' | 'actor' };
  readonly model: GrowthModel;
  /** All start at this share of what they would reach alone. */
  readonly start: Float64Array;
}

/** x0 = K / 10. */
const START = 0.1;
/** h of the saturating form. */
const SATURATION = 0.5;
/** Beyond so many parties neither the picture nor the time it takes is of use. */
export const MOST_PARTIES = 60;

/** Null where no tie is between two parties, or there are more than `MOST_PARTIES`. */
export function* partyModel(network: Network, options: MeasureOptions): Computation<PartyModel | null> {
  const { groups, parties } = options.symbiosisLevel === 'sectors' ? bySector(network) : byActor(network);
  const size = parties.ids.length;
  if (size > MOST_PARTIES) return null;
  if (!flowsBetween(network, groups, size).some((flow) => flow > 0)) return null;
  const { coverage } = yield* balanceOf(network);
  const between = effectsBetween(network, groups, size, coverage, options);
  return {
    ...between,
    parties,
    model: {
      rates: new Float64Array(size).fill(options.growth),
      effects: between.effects,
      saturation: options.symbiosisForm === 'saturating' ? SATURATION : 0,
    },
    start: new Float64Array(size).fill(START),
  };
}

/** A party of the map, for sentences. */
export function partyPhrase(
  { of, ids }: PartyModel['parties'],
  party: number,
): { readonly of: 'sector' | 'actor'; readonly id: string } {
  return { of, id: ids[party] ?? '' };
}

/** Of each actor its party, -1 for none. */
interface Grouping {
  readonly groups: Int32Array;
  readonly parties: PartyModel['parties'];
}

function bySector({ sectors, sectorIds }: Network): Grouping {
  const present = sectorIds.map((_, s) => s).filter((s) => sectors.includes(s));
  return {
    groups: Int32Array.from(sectors, (sector) => present.indexOf(sector)),
    parties: { of: 'sector', ids: present.map((sector) => sectorIds[sector] ?? '') },
  };
}

function byActor({ n, either, actorIds }: Network): Grouping {
  const groups = new Int32Array(n).fill(-1);
  const ids: string[] = [];
  for (let actor = 0; actor < n; actor++) {
    if (either.offsets[actor] === either.offsets[actor + 1]) continue;
    groups[actor] = ids.length;
    ids.push(actorIds[actor] ?? '');
  }
  return { groups, parties: { of: 'actor', ids } };
}
