import type { Language } from '../base/localized.ts';
import { legibleScale, visibleLabels } from '../scene/labels.ts';
import type { Legend } from '../scene/legend.ts';
import type { ActorMark } from '../scene/marks.ts';
import type { Scene } from '../scene/scene.ts';
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
import { textWidth, wrapLabel } from '../scene/text.ts';

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

/** As high as the panels need. */
export interface SmallMultiplesOptions extends Omit<PageOptions, 'heightMm'> {
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

/** Maps side by side under one legend as an SVG 1.1 file. The same panels and options give the same bytes everywhere. */
export function smallMultiples(multiples: SmallMultiples, options: SmallMultiplesOptions): string {
  const { panels, legend, notes } = multiples;
  const page = pageOf(options);
  const { font, margin } = page;
  const room = page.width - 2 * margin;
  const minimum: Minimum = { label: options.leastPoints ?? 5, line: 0.3 };
  const grid = gridOf(multiples, room, font, minimum, options.labels);
  const top = margin + page.header;
  const layout = legendOf(legend, grid.scale, minimum, room, font, options.language);
  const below = top + grid.height + font * 1.4;
  const lines = notes.flatMap((note) => wrapLabel(note, (room * 0.95) / font, 4, false));
  const legendHeight = layout?.height ?? 0;
  const notesTop = below + legendHeight + (layout ? font : 0);
  const notesHeight = lines.length === 0 ? 0 : lines.length * font * 1.25 + font * 0.3;
  return pageElement(page, notesTop + notesHeight + margin + page.footer, lightDress(options), [
    ...panels.map((panel, k) => panelGroup(panel, k, grid, minimum, page)),
    group('legend', layout ? legendElements(layout, margin, below, 'light') : []),
    group('notes', [textElement(lines, margin, notesTop + font, { size: font, fill: MUTED_INK })]),
  ]);
}

function gridOf(
  { panels, sameNames }: SmallMultiples,
  room: number,
  font: number,
  minimum: Minimum,
  labels: SmallMultiplesOptions['labels'],
): PanelGrid {
  const fitting = (marks: readonly ActorMark[], scale: number, size: (mark: ActorMark) => number) =>
    visibleLabels(marks, scale, { minPixels: 0, scale: size });
  const named = (labelled: readonly (readonly ActorMark[])[]): readonly (readonly ActorMark[])[] =>
    labelled.map((marks, k) => marks.filter(({ id }) => !panels[k]?.faint.has(id)));
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room,
    font,
    minimum,
    labels,
    columns: Math.min(MOST_COLUMNS, panels.length),
    named: (labelled, scale, size) => {
      const own = named(labelled);
      if (labels === 'all') return own.map((marks) => new Set(marks.map(({ id }) => id)));
      if (!sameNames) return own.map((marks) => fitting(marks, scale, size));
      const every = new Map(own.flatMap((marks) => marks.map((mark) => [mark.id, mark] as const)));
      const shared = fitting([...every.values()], scale, size);
      return own.map(() => shared);
    },
  });
}

function panelGroup(panel: SmallPanel, k: number, grid: PanelGrid, minimum: Minimum, page: Page): string {
  const { font, margin } = page;
  const content = grid.contents[k];
  if (!content) return '';
  const { left, top, frame, placement } = panelPlace(grid, k, { left: margin, top: margin + page.header });
  const letter = panelLetter(k);
  const size = font * 1.15;
  const count = textWidth(panel.count, font) * 1.05;
  const nameRoom = frame.width - size * 1.4 - count - font;
  const { faint } = panel;
  const wider = lineScale(placement.scale, minimum);
  const behind = ({ mark }: Content['ties'][number]): boolean => faint.has(mark.id);
  const ties = [...content.ties.filter(behind), ...content.ties.filter((tie) => !behind(tie))];
  return group(`panel-${letter}`, [
    `<rect${attributes({ ...frame, fill: 'none', stroke: GRID, 'stroke-width': 0.6 })}/>`,
    textElement([letter], left, top + size, { size, fill: INK, bold: true }),
    textElement([within(panel.name, nameRoom * 0.95, size)], left + size * 1.1, top + size, { size, fill: INK }),
    textElement([panel.count], left + frame.width, top + size, { size: font, fill: MUTED_INK, anchor: 'end' }),
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
  width: number,
  fontSize: number,
  language: Language,
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize,
    maxWidth: width,
    maxHeight: width / 3,
    prefer: 'low',
  });
}
