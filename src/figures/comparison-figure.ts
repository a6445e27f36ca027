import type { Language, Localized } from '../base/localized.ts';
import { sharedLabels } from '../scene/shared-labels.ts';
import { textWidth } from '../scene/text.ts';
import {
  PANEL_LETTERS,
  SLIGHT,
  UNCHANGED,
  type ComparisonCell,
  type ComparisonFigureOptions,
  type ComparisonPanel,
  type ComparisonPicture,
} from './comparison.ts';
import { badge, panelElements } from './comparison-panel.ts';
import { comparisonTable, tableColumns } from './comparison-table.ts';
import { lineScale, type Minimum } from './content.ts';
import { GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { flow } from './flow.ts';
import { legendElements } from './legend-drawing.ts';
import { legendLayout, type LegendLayout } from './legend-layout.ts';
import { lightDress, pageElement, pageOf, type Page } from './page.ts';
import { panelGrid, panelPlace, type PanelGrid } from './panel-grid.ts';
import { attributes, group, textElement } from './svg.ts';
import { toneMark } from './tone-mark.ts';

const MINIMUM: Minimum = { label: 5, line: 0.4 };

const KINDS = ['added', 'removed', 'changed'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number] | 'better' | 'worse', Localized>> = {
  added: { en: 'new', zh: '新增' },
  removed: { en: 'gone', zh: '消失' },
  changed: { en: 'changed', zh: '改变' },
  better: { en: 'better', zh: '变好' },
  worse: { en: 'worse', zh: '变差' },
};
/** What stands in a table where nothing that can be judged changed. */
const SAME: readonly { readonly sign: string; readonly words: Localized }[] = [
  { sign: UNCHANGED, words: { en: 'the same', zh: '相同' } },
  { sign: SLIGHT, words: { en: 'nearly the same', zh: '几乎相同' } },
];

/**
 * Two to four states of a map as one SVG 1.1 file for print: a panel each, at one scale, with one legend, what differs
 * from the first lit, and the measures of all below where they are given. The same picture and options give the same
 * bytes everywhere.
 */
export function comparisonFigure(picture: ComparisonPicture, options: ComparisonFigureOptions): string {
  const { panels, table } = picture;
  const { language } = options;
  const page = pageOf(options);
  const { font, margin } = page;
  const room = page.width - 2 * margin;
  const grid = gridOf(panels, room, font);
  const top = margin + page.header;
  const legend = legendOf(picture, grid.scale, room, font, language);
  const below = top + grid.height + font * 1.4;
  const legendHeight = legend ? legend.height + font * 1.2 : 0;
  const planned = table && { table, columns: tableColumns(table, panels.length, { width: room, font }) };
  // What is not drawn needs no key.
  const changes = planned?.columns.roomy ? planned.table.rows.flatMap(({ cells }) => cells) : [];
  const key = keyElements(page, below + legendHeight, panels[0]?.name ?? '', changes, language);
  const tableTop = below + legendHeight + key.height + font;
  const drawnTable =
    planned &&
    comparisonTable(planned.table, planned.columns, { left: margin, top: tableTop, width: room, font });
  const bottom = drawnTable ? tableTop + drawnTable.height : below + legendHeight + key.height;
  return pageElement(page, bottom + margin + page.footer, lightDress(options), [
    ...panels.map((panel, k) => panelGroup(panel, k, grid, page)),
    group('legend', legend ? legendElements(legend, margin, below, 'light') : []),
    group('key', key.elements),
    group('measures', drawnTable?.elements ?? []),
  ]);
}

/** Side by side, or two by two. */
function gridOf(panels: readonly ComparisonPanel[], room: number, font: number): PanelGrid {
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room,
    font,
    minimum: MINIMUM,
    labels: 'all',
    columns: panels.length === 4 ? 2 : Math.max(1, panels.length),
    named: (labelled, scale, size) => {
      const shared = sharedLabels(
        labelled,
        panels.map(({ lit }) => lit),
        scale,
        size,
      );
      return panels.map(() => shared);
    },
  });
}

function panelGroup(panel: ComparisonPanel, k: number, grid: PanelGrid, page: Page): string {
  const { font, margin } = page;
  const content = grid.contents[k];
  if (!content) return '';
  const { left, top, frame, placement } = panelPlace(grid, k, { left: margin, top: margin + page.header });
  const letter = PANEL_LETTERS[k] ?? '';
  const size = font * 1.15;
  const named = grid.named[k] ?? new Set<string>();
  const drawn = panelElements(content, panel.lit, { placement, minimum: MINIMUM, font, named });
  return group(`panel-${letter}`, [
    `<rect${attributes({ ...frame, fill: 'none', stroke: GRID, 'stroke-width': 0.6 })}/>`,
    textElement([letter], left, top + size, { size, fill: INK, bold: true }),
    `<circle${attributes({ cx: left + size * 1.3, cy: top + size * 0.65, r: size * 0.3, fill: panel.colour })}/>`,
    textElement([within(panel.name, (frame.width - size * 2) * 0.92, size)], left + size * 1.9, top + size, {
      size,
      fill: INK,
    }),
    group(`ties-${letter}`, drawn.ties, ' fill="none"').trimEnd(),
    ...drawn.actors,
  ]);
}

function legendOf(
  { legend }: ComparisonPicture,
  scale: number,
  width: number,
  fontSize: number,
  language: Language,
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, MINIMUM),
    fontSize,
    maxWidth: width,
    maxHeight: width / 3,
    prefer: 'low',
  });
}

interface KeyEntry {
  readonly text: string;
  readonly mark?: (x: number, y: number) => string;
}

/**
 * What the signs mean, and against what.
 * @param cells whose changes are drawn
 */
function keyElements(
  page: Page,
  top: number,
  baseName: string,
  cells: readonly ComparisonCell[],
  language: Language,
): { readonly elements: readonly string[]; readonly height: number } {
  const { font, margin } = page;
  const width = page.width - 2 * margin;
  const base = within(baseName, width / 3, font);
  const entries: readonly KeyEntry[] = [
    { text: { en: `Against a (${base}):`, zh: `与 a（${base}）相比：` }[language] },
    ...KINDS.map((kind) => ({
      text: WORDS[kind][language],
      mark: (x: number, y: number) => badge(kind, x + font * 0.5, y, font),
    })),
    ...changeEntries(cells, language, font),
  ];
  const widths = entries.map(({ text, mark }) => textWidth(text, font) * 1.05 + (mark ? font * 1.5 : 0));
  const { places, height } = flow(widths, { left: margin, top, width }, font * 1.6, font * 1.4);
  const elements = entries.map(({ text, mark }, k) => {
    const { x, y } = places[k] ?? { x: margin, y: top };
    const words = textElement([text], x + (mark ? font * 1.5 : 0), y + font * 0.36, {
      size: font,
      fill: mark ? INK : MUTED_INK,
    });
    return (mark?.(x, y) ?? '') + words;
  });
  return { elements, height };
}

/** Of the signs beside numbers, those that stand there. */
function changeEntries(
  cells: readonly ComparisonCell[],
  language: Language,
  font: number,
): readonly KeyEntry[] {
  const judged = cells.some(({ tone }) => tone !== 'neutral');
  return [
    ...(judged ? (['good', 'concern'] as const) : []).map((tone) => ({
      text: WORDS[tone === 'good' ? 'better' : 'worse'][language],
      mark: (x: number, y: number) => toneMark(tone, x + font * 0.1, y + font * 0.36, font),
    })),
    ...SAME.filter(({ sign }) => cells.some(({ change }) => change === sign)).map(({ sign, words }) => ({
      text: words[language],
      mark: (x: number, y: number) =>
        textElement([sign], x + font * 0.5, y + font * 0.36, {
          size: font,
          fill: MUTED_INK,
          anchor: 'middle',
        }),
    })),
  ];
}
