import type { Language } from '../base/localized.ts';
import type { Axis } from '../metrics/detail.ts';
import { nameOf, sentenceOf } from './figure-names.ts';
import type { FigureNames, SectorName } from './figure.ts';

/** A row or column with its name, and of an actor or a sector the mark. */
export interface MatrixEntry {
  readonly name: string;
  readonly sector?: SectorName;
}

export function matrixEntries(
  { of, ids, names: given, labels }: Axis,
  names: FigureNames,
  language: Language,
): readonly MatrixEntry[] {
  return ids.map((id, place) => {
    const label = labels?.[place];
    const told = label ? sentenceOf(label, names, language) : given?.[place]?.[language];
    const name = told ?? (of === 'state' ? id : nameOf(names, { of, id }));
    const sector =
      of === 'actor'
        ? names.sectors.get(names.actors.get(id)?.sector ?? '')
        : of === 'sector'
          ? names.sectors.get(id)
          : undefined;
    return { name, ...(sector && { sector }) };
  });
}
