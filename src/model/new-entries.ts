import { same } from '../base/localized.ts';
import {
  DASHES,
  SHAPES,
  strangerTieType,
  type Direction,
  type Scheme,
  type Sector,
  type TieType,
} from './scheme.ts';

/**
 * Colours for sectors that a file or a line brings: what is left of Okabe & Ito (2008), then Tol's muted scheme (2021),
 * both told apart by colour-blind readers. The shape changes as well, so that no two entries share both.
 */
export const SECTOR_COLOURS = [
  '#E69F00',
  '#56B4E9',
  '#332288',
  '#882255',
  '#117733',
  '#999933',
  '#44AA99',
  '#AA4499',
  '#DDCC77',
  '#88CCEE',
  '#CC6677',
] as const;

export const TIE_COLOURS = [
  '#6E7480',
  '#8A5A44',
  '#3F7F93',
  '#7D4E8E',
  '#5E7A2E',
  '#A3506B',
  '#4B62A8',
  '#8C7A1F',
] as const;

/** A sector of this name behind those of the scheme and `made` more; its colour is one that no sector has, while there are such. */
export function newSector(id: string, name: string, scheme: Scheme, made: readonly Sector[]): Sector {
  const there = [...scheme.sectors, ...made];
  return {
    id,
    name: same(name),
    colour: unused(SECTOR_COLOURS, there),
    shape: SHAPES[there.length % SHAPES.length] ?? 'octagon',
  };
}

export function newTieType(
  id: string,
  name: string,
  direction: Direction,
  scheme: Scheme,
  made: readonly TieType[],
): TieType {
  const there = [...scheme.tieTypes, ...made];
  return {
    ...strangerTieType(id),
    name: same(name),
    colour: unused(TIE_COLOURS, there),
    dash: DASHES[there.length % DASHES.length] ?? 'solid',
    direction,
  };
}

function unused(colours: readonly string[], there: readonly { readonly colour: string }[]): string {
  const taken = new Set(there.map(({ colour }) => colour.toUpperCase()));
  return (
    colours.find((colour) => !taken.has(colour.toUpperCase())) ??
    colours[there.length % colours.length] ??
    '#6E7480'
  );
}
