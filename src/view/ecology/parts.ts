import type { OptionId } from '../../model/measure-options.ts';
import type { Measure } from '../../metrics/measure.ts';
import { measureById } from '../../metrics/registry.ts';

/** A question that ecology asks of the map, and what answers it. */
export interface Part {
  readonly id: 'resources' | 'niches' | 'standing' | 'flows' | 'symbiosis' | 'synergy';
  /** Single numbers of the whole map, which are always up to date while the panel is open. */
  readonly tiles: readonly string[];
  /** What opens a page, the most telling first. */
  readonly pages: readonly string[];
  /** Numbers of each actor or sector. */
  readonly each: readonly string[];
  /** What all of it is read under: chosen here, above the answers. */
  readonly options: readonly OptionId[];
}

/** In the order in which a workshop asks. */
export const PARTS: readonly Part[] = [
  {
    id: 'resources',
    tiles: ['demand-coverage', 'reachable-coverage', 'vacant-niches'],
    pages: ['resource-board', 'tie-proposals', 'dimension-coverage', 'dimension-radar'],
    each: ['needs-covered', 'supply-wanted'],
    options: [],
  },
  {
    id: 'niches',
    tiles: [],
    pages: ['niche-map', 'niche-overlap', 'niche-overlap-test', 'niche-states', 'nestedness'],
    each: ['niche-breadth', 'niche-evenness', 'crowding', 'crowding-within', 'unfilled-share'],
    options: ['niche'],
  },
  {
    id: 'standing',
    tiles: [],
    pages: ['ecostate-quadrant'],
    each: ['ecostate-ecorole', 'niche-suitability', 'evolution-momentum', 'sector-suitability'],
    options: [],
  },
  {
    id: 'flows',
    tiles: ['finn-cycling', 'relative-ascendency', 'flow-robustness'],
    pages: ['flow-cycles', 'flow-facts', 'lambda-sensitivity'],
    each: ['throughflow', 'cycled-share'],
    options: ['currency'],
  },
  {
    id: 'symbiosis',
    tiles: ['mutualism', 'synergism', 'mutual-pairs'],
    pages: [
      'symbiosis-pairs',
      'symbiosis-matrix',
      'symbiosis-census',
      'symbiosis-simulation',
      'symbiosis-coefficients',
    ],
    each: ['net-utility', 'mutual-partners'],
    options: [],
  },
  {
    id: 'synergy',
    tiles: ['coupling-coordination', 'helix-redundancy'],
    pages: ['coupling-indicators', 'helix-synergy'],
    each: [],
    options: [],
  },
];

export function measuresOf(ids: readonly string[]): readonly Measure[] {
  return ids.flatMap((id) => measureById(id) ?? []);
}
