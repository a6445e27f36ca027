import type { Localized } from '../base/localized.ts';
import type { FigureChoices } from '../figures/figure-kind.ts';
import type { FigureKindId } from '../figures/offers.ts';
import { save } from './downloads.ts';
import { figureFile } from './exporting.ts';
import { MapFigures } from './map-figures.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { preferences } from './preferences.svelte.ts';

/** The width of a page of most journals. */
const WIDTH_MM = 183;
/** Of an SVG nothing is drawn pixel by pixel. */
const NO_DPI = 0;

/** Draws a figure in the language shown, as on light paper, and hands it to the browser to be saved. */
export async function saveKindFigure(
  map: MapState,
  id: FigureKindId,
  title: Localized,
  choices: Pick<FigureChoices, 'measure' | 'layer' | 'most'> = {},
): Promise<void> {
  const { language } = preferences;
  const figures = new MapFigures();
  const drawn = await figures.draw(map, [id], {
    ...choices,
    language,
    widthMm: WIDTH_MM,
    title: title[language],
  });
  figures.close();
  if (!drawn) return;
  const name = [map.graph.info.title, title[language]].filter((part) => part !== '').join(' - ');
  const file = drawn.ok ? await figureFile(drawn.value.svg, name, 'svg', NO_DPI) : drawn;
  if (file.ok) save(file.value);
  else notices.problem(file.problem);
}
