import type { Result } from '../base/result.ts';
import type { FigureState } from '../figures/figure-kind.ts';
import { MOST_AGAINST } from './figure-choices.ts';

/** A state that the map can be compared with. */
export interface StateOffer {
  readonly id: string;
  readonly name: string;
  readonly what: 'round' | 'base' | 'scenario';
  /** #rrggbb, of a scenario. */
  readonly colour?: string;
  /** Whether it comes before the map: the first of all is what the others are compared with. */
  readonly before: boolean;
  readonly open: () => Promise<Result<FigureState['graph']>>;
}

/** Those that were chosen; else what most want: the base, else the latest scenarios, else the latest rounds. */
export function chosenStates(
  offers: readonly StateOffer[],
  against: readonly string[] | null,
): readonly StateOffer[] {
  if (against) return offers.filter(({ id }) => against.includes(id)).slice(0, MOST_AGAINST);
  const of = (what: StateOffer['what']): readonly StateOffer[] =>
    offers.filter((offer) => offer.what === what);
  const [base, scenarios, rounds] = [of('base'), of('scenario'), of('round')];
  if (base.length > 0) return base;
  return (scenarios.length > 0 ? scenarios : rounds).slice(-MOST_AGAINST);
}
