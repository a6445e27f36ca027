import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Phrase } from '../detail.ts';
import { sampleOf, type Sample } from './information.ts';

/** University, enterprise, government; the fourth where there are any. */
const THREE = ['university', 'enterprise', 'government'] as const;
const FOURTH = 'intermediary';

/** What helix synergy is measured over. */
export interface HelixUnits {
  readonly sample: Sample;
  /** What the variables are. */
  readonly names: readonly Localized<Phrase>[];
  readonly units: number;
}

/** Why there are none. */
export type NoUnits = 'sectors' | 'projects' | 'attributes';

export interface HelixDesign {
  /** Three variables. */
  readonly three: HelixUnits | NoUnits;
  /** Four, if the design has them. */
  readonly four: HelixUnits | null;
}

export function helixUnits(network: Network, { helix }: Pick<MeasureOptions, 'helix'>): HelixDesign {
  if (helix === 'actors') return { three: actorsByAttributes(network), four: null };
  const three = projectsBySectors(network, THREE);
  const four = projectsBySectors(network, [...THREE, FOURTH]);
  return { three, four: typeof four === 'string' ? null : four };
}

/**
 * Projects by which of the sectors are in them; those with none of them are no units. A tie of two can never show what
 * three do together, so there must be a project of three or more actors.
 */
function projectsBySectors(network: Network, sectors: readonly string[]): HelixUnits | NoUnits {
  const places = sectors.map((id) => network.sectorIds.indexOf(id));
  if (places.some((place) => place < 0 || !network.sectors.includes(place))) return 'sectors';
  const { ids, offsets, members } = network.profiles.projects;
  const units: number[][] = [];
  let largest = 0;
  for (let k = 0; k < ids.length; k++) {
    const own = members.subarray(offsets[k], offsets[k + 1]);
    const present = new Set(Array.from(own, (actor) => network.sectors[actor]));
    const states = places.map((place) => (present.has(place) ? 1 : 0));
    if (!states.includes(1)) continue;
    units.push(states);
    largest = Math.max(largest, own.length);
  }
  if (largest < 3) return 'projects';
  return {
    sample: sampleOf(units, sectors.length),
    names: sectors.map((id) => named({ of: 'sector', id })),
    units: units.length,
  };
}

/**
 * Actors that have all of three attributes: the first three fields of texts in which some actors agree, or two of them
 * and the sector (Leydesdorff, Dolfsma & van der Panne 2006).
 */
function actorsByAttributes({ n, sectors, profiles }: Network): HelixUnits | NoUnits {
  const shared = profiles.attributes.filter(({ of, values }) => {
    const known = of.reduce((count, value) => count + (value < 0 ? 0 : 1), 0);
    return known > values.length && values.length > 1;
  });
  const fields = shared.slice(0, 3);
  const variables =
    fields.length < 3
      ? [Int32Array.from(sectors), ...fields.map(({ of }) => of)]
      : fields.map(({ of }) => of);
  if (variables.length < 3) return 'attributes';
  const units: number[][] = [];
  for (let actor = 0; actor < n; actor++) {
    const states = variables.map((of) => of[actor]!);
    if (states.every((state) => state >= 0)) units.push(states);
  }
  if (units.length < 2) return 'attributes';
  const names = fields.map(({ id }) => named({ of: 'field', id }));
  return {
    sample: sampleOf(units, 3),
    names: fields.length < 3 ? [SECTOR, ...names] : names,
    units: units.length,
  };
}

/** The attribute that is no field. */
const SECTOR: Localized<Phrase> = { en: 'sector', zh: '主体类型' };

function named(phrase: Phrase): Localized<Phrase> {
  return { en: phrase, zh: phrase };
}
