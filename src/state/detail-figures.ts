import type { Localized } from '../base/localized.ts';
import { figureNames } from '../figures/figure-names.ts';
import type { DrawnDetail } from '../figures/figure.ts';
import { Figures } from '../workers/figures.ts';
import { save } from './downloads.ts';
import { figureFile } from './exporting.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { preferences } from './preferences.svelte.ts';

/** What a figure of a finding says and shows. */
export interface FindingFigure {
  readonly detail: DrawnDetail;
  readonly title: Localized;
  readonly says: Localized;
  /** Ids of the actors by index. */
  readonly ids: readonly string[];
  /** The layer of a matrix that is looked at. */
  readonly layer?: string;
}

/** The width of a page of most journals. */
const WIDTH_MM = 183;
/** Of an SVG nothing is drawn pixel by pixel. */
const NO_DPI = 0;

/** Draws a finding in the language shown, as on light paper, and hands it to the browser to be saved. */
export async function saveDetailFigure(map: MapState, finding: FindingFigure): Promise<void> {
  const { detail, title, says, ids, layer } = finding;
  const { language } = preferences;
  const marks = map.scene.actorById;
  const figures = new Figures();
  const svg = await figures.drawDetail(detail, {
    title: title[language],
    caption: says[language],
    language,
    names: figureNames(map.graph, language, (id) => marks.get(id)?.label.priority ?? 0),
    ids,
    widthMm: WIDTH_MM,
    ...(layer !== undefined && { layer }),
  });
  figures.close();
  if (!svg) return;
  const name = [map.graph.info.title, title[language]].filter((part) => part !== '').join(' - ');
  const file = svg.ok ? await figureFile(svg.value, name, 'svg', NO_DPI) : svg;
  if (file.ok) save(file.value);
  else notices.problem(file.problem);
}
