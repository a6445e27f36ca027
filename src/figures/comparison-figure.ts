import { textWidth } from '../scene/text.ts';
import { besideGap, comparisonPlan, legendRoom, type ComparisonPlan } from './comparison-plan.ts';
import {
  stateSign,
  type ComparisonFigureOptions,
  type ComparisonPanel,
  type ComparisonPicture,
} from './comparison.ts';
import { keyElements } from './comparison-key.ts';
import { panelElements } from './comparison-panel.ts';
import { comparisonTable, type PlannedTable } from './comparison-table.ts';
import { GRID, INK, within } from './detail-page.ts';
import { legendElements } from './legend-drawing.ts';
import { lightDress, pageElement, pageOf, type Page } from './page.ts';
import { panelPlace } from './panel-grid.ts';
import { panelLetter } from './panel-letter.ts';
import { attributes, group, textElement } from './svg.ts';

export interface DrawnComparison {
  readonly svg: string;
  /** Measures for which there was no room. */
  readonly rowsLeftOut: number;
}

/**
 * Two to four states of a map as one SVG 1.1 file for print: a panel each, at one scale, with one legend, what differs
 * from the first lit, and the measures of all below or beside them where they are given. The same picture and options
 * give the same bytes everywhere.
 */
export function comparisonFigure(picture: ComparisonPicture, options: ComparisonFigureOptions): string {
  return drawnComparison(picture, options).svg;
}

/** The same, with what had to be left out. */
export function drawnComparison(
  picture: ComparisonPicture,
  options: ComparisonFigureOptions,
): DrawnComparison {
  const { panels } = picture;
  const { language, parts } = options;
  const page = pageOf(options);
  const { font, margin } = page;
  const plan = comparisonPlan(picture, page, options);
  const { grid, legend, width, aside, table } = plan;
  const signs = panels.map((_, k) => stateSign(k, parts));
  const top = margin + page.header;
  const at =
    aside === null
      ? { left: margin, top: top + grid.height + font * 1.4, width }
      : { left: margin + width - aside, top, width: aside };
  const keyTop = at.top + legendRoom(legend, font);
  const base = { sign: signs[0] ?? '', name: panels[0]?.name ?? '' };
  const key = keyElements({ base, table, language }, page, { ...at, top: keyTop });
  const mapsBottom = Math.max(top + grid.height, keyTop + key.height);
  const corner = table?.beside
    ? { left: margin + width + besideGap(page), top }
    : { left: margin, top: mapsBottom + font };
  const measures = table && drawTable(table, signs, { ...corner, font }, language);
  const bottom = Math.max(mapsBottom, measures ? corner.top + measures.height : 0);
  const svg = pageElement(page, bottom + margin + page.footer, lightDress(options), [
    ...panels.map((panel, k) => panelGroup(panel, k, signs[k] ?? '', plan, page)),
    group('legend', legend ? legendElements(legend, at.left, at.top, 'light') : []),
    group('key', key.elements),
    group('measures', measures?.elements ?? []),
  ]);
  return { svg, rowsLeftOut: (picture.table?.rows.length ?? 0) - (table?.shown.rows.length ?? 0) };
}

function drawTable(
  { shown, columns, width, more }: PlannedTable,
  signs: readonly string[],
  at: { readonly left: number; readonly top: number; readonly font: number },
  language: ComparisonFigureOptions['language'],
) {
  return comparisonTable(shown, signs, columns, { ...at, width }, { more, language });
}

function panelGroup(
  panel: ComparisonPanel,
  k: number,
  sign: string,
  { grid, minimum }: ComparisonPlan,
  page: Page,
): string {
  const { font, margin } = page;
  const content = grid.contents[k];
  if (!content) return '';
  const { left, top, frame, placement } = panelPlace(grid, k, { left: margin, top: margin + page.header });
  const letter = panelLetter(k);
  const size = font * 1.15;
  const dot = left + Math.max(size * 1.3, textWidth(sign, size, true) + size * 0.85);
  const named = grid.named[k] ?? new Set<string>();
  const drawn = panelElements(content, panel.lit, { placement, minimum, font, named });
  return group(`panel-${letter}`, [
    `<rect${attributes({ ...frame, fill: 'none', stroke: GRID, 'stroke-width': 0.6 })}/>`,
    textElement([sign], left, top + size, { size, fill: INK, bold: true }),
    `<circle${attributes({ cx: dot, cy: top + size * 0.65, r: size * 0.3, fill: panel.colour })}/>`,
    textElement(
      [within(panel.name, (frame.width - (dot - left) - size) * 0.92, size)],
      dot + size * 0.6,
      top + size,
      {
        size,
        fill: INK,
      },
    ),
    group(`ties-${letter}`, drawn.ties, ' fill="none"').trimEnd(),
    ...drawn.actors,
  ]);
}
