import type { Language } from '../base/localized.ts';
import { labelBox, legibleScale, visibleLabels } from '../scene/labels.ts';
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
import { panelLetter, partNumeral } from './panel-letter.ts';
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
  /** Whether the panels are i, ii, iii …, as parts of one that has a letter. */
  readonly parts?: boolean;
}

const FAINT = 0.13;
const FAINT_ACTOR = 0.35;
/** In parts of the size of letters. */
const NARROWEST = 11;
/** More panels beside each other are stamps. */
const MOST_COLUMNS = 4;
/** How small names may make the maps, as a part of what they would be without. */
const NAMELESS = 0.85;
/** Of names of panels, in parts of the size of letters. */
const NAME = 1.15;

/** Smaller type for legends that would leave the maps no room. */
const LEGEND_SIZES = [1, 0.85, 0.7] as const;

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
    ...panels.map((panel, k) => panelGroup(panel, k, grid, minimum, page, options.parts ?? false)),
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
    const legend = legendOf(
      multiples.legend,
      grid.scale,
      minimum,
      { width: room, height: Infinity, narrow: false },
      font,
      options.language,
    );
    return { grid, legend, beside: false };
  }
  const height = page.height - 2 * margin - page.header - page.footer - notesHeight;
  let best: Plan | undefined;
  for (const size of LEGEND_SIZES) {
    for (const beside of [true, false]) {
      const most = beside ? { width: room / 3, height } : { width: room, height: height / 2 };
      // Circles are as large as those of the maps, whose scale is not known before there is a legend.
      const legend = legendOf(
        multiples.legend,
        font / 40,
        minimum,
        { ...most, narrow: beside },
        font * size,
        options.language,
      );
      if (legend && (legend.width > most.width || legend.height > most.height)) continue;
      const width = room - (beside && legend ? legend.width + 2 * font : 0);
      const high = height - (!beside && legend ? legend.height + 1.4 * font : 0);
      for (let columns = 1; columns <= Math.min(multiples.panels.length, 2 * MOST_COLUMNS); columns++) {
        const grid = gridOf(multiples, options.labels, minimum, { width, font, height: high, columns });
        if (!best || grid.scale > best.grid.scale * 1.02) {
          const { scale } = grid;
          const own = legendOf(
            multiples.legend,
            scale,
            minimum,
            { ...most, narrow: beside },
            font * size,
            options.language,
          );
          best = { grid, legend: own && own.height <= most.height ? own : legend, beside };
        }
      }
    }
    if (best) return best;
  }
  // On a stamp no legend can be read.
  const columns = Math.ceil(Math.sqrt(multiples.panels.length));
  return {
    grid: gridOf(multiples, options.labels, minimum, { width: room, font, height, columns }),
    legend: null,
    beside: false,
  };
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
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room: width,
    font,
    minimum,
    labels,
    // Rows that are about equally full.
    columns: columns ?? Math.ceil(panels.length / Math.ceil(panels.length / MOST_COLUMNS)),
    narrowest: NARROWEST * font,
    nameless: NAMELESS,
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

/** Names that fit and hide nobody: on small maps a name that lies over marks is worse than none. */
function fitting(
  marks: readonly ActorMark[],
  scale: number,
  size: (mark: ActorMark) => number,
): ReadonlySet<string> {
  const shown = visibleLabels(marks, scale, { minPixels: 0, scale: size });
  const hides = (mark: ActorMark): boolean => {
    const { x1, y1, x2, y2 } = labelBox(mark, size(mark));
    return marks.some(({ id, x, y }) => id !== mark.id && x > x1 && x < x2 && y > y1 && y < y2);
  };
  return new Set(marks.flatMap((mark) => (shown.has(mark.id) && !hides(mark) ? [mark.id] : [])));
}

/** The letter, the name, and the count after it. */
function fitsOneLine({ name, count }: SmallPanel, width: number, font: number): boolean {
  return textWidth(name, font * NAME) * 1.05 + textWidth(count, font) * 1.05 + font * 2.5 <= width;
}

/** On two lines in all panels where it does not fit one in any. */
function headHeight(panels: readonly SmallPanel[], width: number, font: number): number {
  return font * (panels.every((panel) => fitsOneLine(panel, width, font)) ? 1.9 : 3.1);
}

function panelGroup(
  panel: SmallPanel,
  k: number,
  grid: PanelGrid,
  minimum: Minimum,
  page: Page,
  parts: boolean,
): string {
  const { font, margin } = page;
  const content = grid.contents[k];
  if (!content) return '';
  const { left, top, frame, placement } = panelPlace(grid, k, { left: margin, top: margin + page.header });
  const size = font * NAME;
  const letter = panelLetter(k);
  const sign = parts ? partNumeral(k) : letter;
  const signRoom = Math.max(size * 1.1, textWidth(sign, size, true) + size * 0.5);
  const oneLine = grid.head < font * 2;
  const right = left + frame.width;
  const nameRoom = frame.width - signRoom - (oneLine ? textWidth(panel.count, font) * 1.05 + font : 0);
  const { faint } = panel;
  const wider = lineScale(placement.scale, minimum);
  const behind = ({ mark }: Content['ties'][number]): boolean => faint.has(mark.id);
  const ties = [...content.ties.filter(behind), ...content.ties.filter((tie) => !behind(tie))];
  const count = { size: font, fill: MUTED_INK } as const;
  return group(`panel-${letter}`, [
    `<rect${attributes({ ...frame, fill: 'none', stroke: GRID, 'stroke-width': 0.6 })}/>`,
    textElement([sign], left, top + size, { size, fill: INK, bold: true }),
    textElement([within(panel.name, nameRoom * 0.97, size)], left + signRoom, top + size, {
      size,
      fill: INK,
    }),
    oneLine
      ? textElement([panel.count], right, top + size, { ...count, anchor: 'end' })
      : textElement(
          [within(panel.count, frame.width - signRoom, font)],
          left + signRoom,
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
  most: { readonly width: number; readonly height: number; readonly narrow: boolean },
  fontSize: number,
  language: Language,
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize,
    maxWidth: most.width,
    maxHeight: most.height,
    prefer: most.narrow ? 'narrow' : 'low',
  });
}
