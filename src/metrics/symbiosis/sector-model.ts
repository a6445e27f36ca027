import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { balanceOf } from '../resources/balance.ts';
import { effectsBetween, flowsBetween, type GroupEffects } from './group-effects.ts';
import type { GrowthModel } from './growth-model.ts';

export interface SectorModel extends GroupEffects {
  /** Ids of the sectors that have actors, in the network's order. */
  readonly sectorIds: readonly string[];
  readonly model: GrowthModel;
  /** All start at this share of what they would reach alone. */
  readonly start: Float64Array;
}

/** x0 = K / 10. */
const START = 0.1;
/** h of the saturating form. */
const SATURATION = 0.5;

/** Sectors as parties of a growth model; null where no tie is between two of them. */
export function* sectorModel(network: Network, options: MeasureOptions): Computation<SectorModel | null> {
  const present = network.sectorIds.map((_, s) => s).filter((s) => network.sectors.includes(s));
  const size = present.length;
  const place = new Map(present.map((sector, k) => [sector, k]));
  const groups = network.sectors.map((sector) => place.get(sector) ?? 0);
  if (!flowsBetween(network, groups, size).some((flow) => flow > 0)) return null;
  const { coverage } = yield* balanceOf(network);
  const between = effectsBetween(network, groups, size, coverage, options);
  return {
    ...between,
    sectorIds: present.map((sector) => network.sectorIds[sector] ?? ''),
    model: {
      rates: new Float64Array(size).fill(options.growth),
      effects: between.effects,
      saturation: options.symbiosisForm === 'saturating' ? SATURATION : 0,
    },
    start: new Float64Array(size).fill(START),
  };
}
