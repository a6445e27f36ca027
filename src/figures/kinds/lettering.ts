import type { FigureChoices } from '../figure-kind.ts';
import type { PageOptions } from '../page.ts';

/** The letter that the figure bears as a panel of a larger one. */
export function lettering({
  panel,
  letterPoints,
}: FigureChoices): Pick<PageOptions, 'panel' | 'panelPoints'> {
  if (panel === undefined) return {};
  return { panel, ...(letterPoints !== undefined && { panelPoints: letterPoints }) };
}
