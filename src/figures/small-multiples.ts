import type { Language } from '../base/localized.ts';
import { legibleScale, visibleLabels } from '../scene/labels.ts';
import type { Legend } from '../scene/legend.ts';
import type { ActorMark } from '../scene/marks.ts';
import type { Scene } from '../scene/scene.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';
import { lineScale, type Content, type Minimum } from './content.ts';
import { GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { drawnTie } from './drawn-tie.ts';
import { legendElements } from './legend-drawing.ts';
import { legendLayout, type LegendLayout } from './legend-layout.ts';
import { actorElement, labelElement } from './marks.ts';
import { lightDress, pageElement, pageOf, type Page, type PageOptions } from './page.ts';
import { panelGrid, panelPlace, type PanelGrid } from './panel-grid.ts';
import { panelLetter } from './panel-letter.ts';
import { attributes, group, textElement } from './svg.ts';

/** One map among several that share places, scale and legend. */
export interface SmallPanel {
  readonly name: string;
  /** What is said beside the name, such as how many ties there are. */
  readonly count: string;
  readonly scene: Scene;
  /** Ids of what steps back: drawn faintly, and never named. */
  readonly faint: ReadonlySet<string>;
}

export interface SmallMultiples {
  readonly panels: readonly SmallPanel[];
  readonly legend: Legend;
  /** Whether each panel names the same actors; else each those that fit among its own. */
  readonly sameNames: boolean;
  /** Below the maps, each on lines of its own. */
  readonly notes: readonly string[];
}

export interface SmallMultiplesOptions extends PageOptions {
  readonly language: Language;
  readonly labels: 'auto' | 'all' | 'none';
  /** The smallest that names are drawn, in points. */
  readonly leastPoints?: number;
  readonly background?: string;
  readonly fontFamily?: string;
}

const FAINT = 0.13;
const FAINT_ACTOR = 0.35;
/** More panels beside each other are stamps. */
const MOST_COLUMNS = 4;
/** Of names of panels, in parts of the size of letters. */
const NAME = 1.15;

/** How the maps, their legend and the notes share the page. */
interface Plan {
  readonly grid: PanelGrid;
  readonly legend: LegendLayout | null;
  readonly beside: boolean;
}

/** Maps side by side under one legend as an SVG 1.1 file. The same panels and options give the same bytes everywhere. */
export function smallMultiples(multiples: SmallMultiples, options: SmallMultiplesOptions): string {
  const { panels, notes } = multiples;
  const page = pageOf(options);
  const { font, margin } = page;
  const room = page.width - 2 * margin;
  const minimum: Minimum = { label: options.leastPoints ?? 5, line: 0.3 };
  const lines = notes.flatMap((note) => wrapLabel(note, (room * 0.95) / font, 4, false));
  const notesHeight = lines.length === 0 ? 0 : lines.length * font * 1.25 + font;
  const { grid, legend, beside } = planOf(multiples, options, page, minimum, notesHeight);
  const top = margin + page.header;
  const gridBottom = top + grid.height;
  const legendTop = beside ? top : gridBottom + font * 1.4;
  const legendLeft = beside && legend ? page.width - margin - legend.width : margin;
  const contentBottom = Math.max(gridBottom, legend ? legendTop + legend.height : 0);
  const free = contentBottom + notesHeight + margin + page.footer;
  const notesTop = page.height === null ? contentBottom : page.height - margin - page.footer - notesHeight;
  return pageElement(page, page.height ?? free, lightDress(options), [
    ...panels.map((panel, k) => panelGroup(panel, k, grid, minimum, page)),
    group('legend', legend ? legendElements(legend, legendLeft, legendTop, 'light') : []),
    group('notes', [textElement(lines, margin, notesTop + font * 2, { size: font, fill: MUTED_INK })]),
  ]);
}

/** The legend stands below where the height is free; on a page of given height wherever the maps are larger. */
function planOf(
  multiples: SmallMultiples,
  options: SmallMultiplesOptions,
  page: Page,
  minimum: Minimum,
  notesHeight: number,
): Plan {
  const { font, margin } = page;
  const room = page.width - 2 * margin;
  if (page.height === null) {
    const grid = gridOf(multiples, options.labels, minimum, { width: room, font });
    const legend = legendOf(multiples.legend, grid.scale, minimum, room, Infinity, font, options.language);
    return { grid, legend, beside: false };
  }
  const height = page.height - 2 * margin - page.header - page.footer - notesHeight;
  let best: Plan | undefined;
  for (const beside of [true, false]) {
    // Circles of the legend are as large as those of the maps, whose scale is not known before there is a legend.
    const guess = legendOf(
      multiples.legend,
      font / 22,
      minimum,
      beside ? room / 3 : room,
      beside ? height : 0,
      font,
      options.language,
    );
    const width = room - (beside && guess ? guess.width + 2 * font : 0);
    const high = height - (!beside && guess ? guess.height + 1.4 * font : 0);
    for (let columns = 1; columns <= Math.min(multiples.panels.length, 2 * MOST_COLUMNS); columns++) {
      const grid = gridOf(multiples, options.labels, minimum, { width, font, height: high, columns });
      const legend = legendOf(
        multiples.legend,
        Math.min(grid.scale, font / 22),
        minimum,
        beside ? room / 3 : room,
        beside ? height : 0,
        font,
        options.language,
      );
      if (!best || grid.scale > best.grid.scale * 1.02) best = { grid, legend, beside };
    }
  }
  return best ?? planOf(multiples, options, { ...page, height: null }, minimum, notesHeight);
}

interface GridRoom {
  readonly width: number;
  readonly font: number;
  /** As high as they need unless told. */
  readonly height?: number;
  /** As many as have room unless told. */
  readonly columns?: number;
}

function gridOf(
  { panels, sameNames }: SmallMultiples,
  labels: SmallMultiplesOptions['labels'],
  minimum: Minimum,
  { width, font, height, columns }: GridRoom,
): PanelGrid {
  const fitting = (marks: readonly ActorMark[], scale: number, size: (mark: ActorMark) => number) =>
    visibleLabels(marks, scale, { minPixels: 0, scale: size });
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room: width,
    font,
    minimum,
    labels,
    columns: columns ?? Math.min(MOST_COLUMNS, panels.length),
    ...(columns !== undefined && { exactly: true }),
    ...(height !== undefined && { height }),
    headFor: (panelWidth) => headHeight(panels, panelWidth, font),
    named: (labelled, scale, size) => {
      const own = labelled.map((marks, k) => marks.filter(({ id }) => !panels[k]?.faint.has(id)));
      if (labels === 'all') return own.map((marks) => new Set(marks.map(({ id }) => id)));
      if (!sameNames) return own.map((marks) => fitting(marks, scale, size));
      const every = new Map(own.flatMap((marks) => marks.map((mark) => [mark.id, mark] as const)));
      const shared = fitting([...every.values()], scale, size);
      return own.map(() => shared);
    },
  });
}

/** The letter, the name, and the count after it. */
function fitsOneLine({ name, count }: SmallPanel, width: number, font: number): boolean {
  return textWidth(name, font * NAME) * 1.05 + textWidth(count, font) * 1.05 + font * 2.5 <= width;
}

/** On two lines in all panels where it does not fit one in any. */
function headHeight(panels: readonly SmallPanel[], width: number, font: number): number {
  return font * (panels.every((panel) => fitsOneLine(panel, width, font)) ? 1.9 : 3.1);
}

function panelGroup(panel: SmallPanel, k: number, grid: PanelGrid, minimum: Minimum, page: Page): string {
  const { font, margin } = page;
  const content = grid.contents[k];
  if (!content) return '';
  const { left, top, frame, placement } = panelPlace(grid, k, { left: margin, top: margin + page.header });
  const letter = panelLetter(k);
  const size = font * NAME;
  const oneLine = grid.head < font * 2;
  const right = left + frame.width;
  const nameRoom = frame.width - size * 1.1 - (oneLine ? textWidth(panel.count, font) * 1.05 + font : 0);
  const { faint } = panel;
  const wider = lineScale(placement.scale, minimum);
  const behind = ({ mark }: Content['ties'][number]): boolean => faint.has(mark.id);
  const ties = [...content.ties.filter(behind), ...content.ties.filter((tie) => !behind(tie))];
  const count = { size: font, fill: MUTED_INK } as const;
  return group(`panel-${letter}`, [
    `<rect${attributes({ ...frame, fill: 'none', stroke: GRID, 'stroke-width': 0.6 })}/>`,
    textElement([letter], left, top + size, { size, fill: INK, bold: true }),
    textElement([within(panel.name, nameRoom * 0.97, size)], left + size * 1.1, top + size, {
      size,
      fill: INK,
    }),
    oneLine
      ? textElement([panel.count], right, top + size, { ...count, anchor: 'end' })
      : textElement(
          [within(panel.count, frame.width - size * 1.1, font)],
          left + size * 1.1,
          top + size + font * 1.2,
          count,
        ),
    group(
      `ties-${letter}`,
      ties.map((tie) =>
        drawnTie(
          behind(tie) ? { ...tie, mark: { ...tie.mark, opacity: tie.mark.opacity * FAINT } } : tie,
          placement,
          wider,
        ),
      ),
      ' fill="none"',
    ).trimEnd(),
    group(
      `actors-${letter}`,
      content.actors.map((mark) =>
        actorElement(faint.has(mark.id) ? { ...mark, opacity: mark.opacity * FAINT_ACTOR } : mark, placement),
      ),
    ).trimEnd(),
    group(
      `labels-${letter}`,
      content.labelled.map((mark) =>
        labelElement(mark, placement, legibleScale(mark, placement.scale, minimum.label)),
      ),
    ).trimEnd(),
  ]);
}

function legendOf(
  legend: Legend,
  scale: number,
  minimum: Minimum,
  maxWidth: number,
  maxHeight: number,
  fontSize: number,
  language: Language,
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize,
    maxWidth,
    maxHeight,
    prefer: maxHeight > 0 && Number.isFinite(maxHeight) ? 'narrow' : 'low',
  });
}
