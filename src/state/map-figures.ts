import type { Result } from '../base/result.ts';
import type { DrawnFigure, FigureChoices, FigureMap, FigureState } from '../figures/figure-kind.ts';
import type { FigureKindId } from '../figures/offers.ts';
import { FigureKinds } from '../workers/figure-kinds.ts';
import type { MapState } from './map.svelte.ts';
import { onlyVisible } from './visibility.ts';

/** What figures read of a map that is open. */
type SeenMap = Pick<MapState, 'graph' | 'view' | 'visible'>;

/** What stands beside the map in figures of several states. */
export interface OtherStates {
  readonly rounds?: readonly FigureState[];
  readonly states?: readonly FigureState[];
}

/** The map as it is seen, for figures: without what is hidden, in the look that is shown. */
export function figureMap(map: SeenMap, others: OtherStates = {}): FigureMap {
  const { graph, view, visible } = map;
  return { graph: { ...onlyVisible(graph, visible), view }, name: graph.info.title, ...others };
}

/** Figures of any kind of the map, measured and drawn in a worker of its own. */
export class MapFigures {
  readonly #kinds = new FigureKinds();

  /**
   * One kind, or two to six on one page; undefined where a newer one has taken its place. What its reader should know
   * comes with it, and a problem says why a kind does not apply to this map.
   */
  draw(
    map: SeenMap,
    kinds: readonly FigureKindId[],
    choices: FigureChoices,
    others: OtherStates = {},
  ): Promise<Result<DrawnFigure> | undefined> {
    return this.#kinds.draw({ map: figureMap(map, others), kinds, choices });
  }

  close(): void {
    this.#kinds.close();
  }
}
