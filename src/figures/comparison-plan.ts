import type { Language } from '../base/localized.ts';
import { sharedLabels } from '../scene/shared-labels.ts';
import {
  stateSign,
  type ComparisonFigureOptions,
  type ComparisonPicture,
  type ComparisonTable,
} from './comparison.ts';
import { keyHeight } from './comparison-key.ts';
import { comparisonTable, tableColumns, type PlannedTable } from './comparison-table.ts';
import { lineScale, type Minimum } from './content.ts';
import { legendLayout, type LegendLayout } from './legend-layout.ts';
import type { Page } from './page.ts';
import { panelGrid, type PanelGrid } from './panel-grid.ts';

export const MINIMUM: Minimum = { label: 5, line: 0.4 };

/** Tables beside the maps are tried this wide, as parts of the page. */
const TABLE_WIDTHS = [0.34, 0.42, 0.5] as const;
/** How small the table may make the maps, as a part of what they would be without it. */
const LEAST_SHARE = 0.5;
/** Lower maps are not worth their frames, in parts of the size of letters. */
const LOWEST = 8;
/** Between what stands below each other and beside each other, in parts of the size of letters. */
const BELOW = 1.4;
const BESIDE = 2.4;

/** How maps, legend, key and table share the page; all lengths are points. */
export interface ComparisonPlan {
  readonly grid: PanelGrid;
  readonly legend: LegendLayout | null;
  /** Of the maps, with the legend and the key below them. */
  readonly width: number;
  readonly table: PlannedTable | null;
}

interface Asked {
  readonly picture: ComparisonPicture;
  readonly page: Page;
  readonly language: Language;
  readonly signs: readonly string[];
}

/** Gap between maps and a table beside them. */
export function besideGap({ font }: Page): number {
  return font * BESIDE;
}

/** All below each other where the height is free; else the most of the table that leaves the maps half their size. */
export function comparisonPlan(
  picture: ComparisonPicture,
  page: Page,
  { language, parts = false }: Pick<ComparisonFigureOptions, 'language' | 'parts'>,
): ComparisonPlan {
  const asked: Asked = { picture, page, language, signs: picture.panels.map((_, k) => stateSign(k, parts)) };
  const room = page.width - 2 * page.margin;
  const every = picture.table?.rows.length ?? 0;
  const free = (rows: number): ComparisonPlan => {
    const grid = gridOf(asked, room, usualColumns(picture.panels.length));
    return {
      grid,
      legend: legendOf(asked, grid.scale, room, room / 3),
      width: room,
      table: tableOf(asked, rows, room, false),
    };
  };
  if (page.height === null) return free(every);
  const height = page.height - 2 * page.margin - page.header - page.footer;
  const bare = planWithin(asked, room, height, null);
  if (!bare) return free(0);
  const least = bare.grid.scale * LEAST_SHARE;
  const [best = bare] = [...besidePlans(asked, room, height), ...belowPlans(asked, room, height, least)]
    .filter(({ grid }) => grid.scale >= least)
    .sort((a, b) => rowsOf(b) - rowsOf(a) || b.grid.scale - a.grid.scale);
  return best;
}

function rowsOf({ table }: ComparisonPlan): number {
  return table?.shown.rows.length ?? 0;
}

/** Maps, legend and key within a height, under which a table may still come. */
function planWithin(
  asked: Asked,
  width: number,
  height: number,
  table: PlannedTable | null,
): ComparisonPlan | undefined {
  const { picture, page } = asked;
  const { font } = page;
  // Circles are as large as those of the maps, whose scale is not known before there is a legend.
  const guess = legendOf(asked, font / 40, width, height / 3);
  const legend = guess && guess.height <= height / 2 && guess.width <= width ? guess : null;
  const around = font * BELOW + legendRoom(legend, font) + keyHeight(keyInput(asked, table), page, width);
  const high = height - around;
  let grid: PanelGrid | undefined;
  for (const columns of columnsOf(picture.panels.length)) {
    const rows = Math.ceil(picture.panels.length / columns);
    if (high / rows < font * LOWEST) continue;
    const tried = gridOf(asked, width, columns, high);
    if (tried.height <= high + 1e-6 && (!grid || tried.scale > grid.scale)) grid = tried;
  }
  if (!grid) return undefined;
  const own = legend && legendOf(asked, grid.scale, width, height / 3);
  return { grid, legend: own && own.height <= (legend?.height ?? 0) ? own : legend, width, table };
}

/** The table right of the maps, with as many rows as the height has room for. */
function besidePlans(asked: Asked, room: number, height: number): readonly ComparisonPlan[] {
  return TABLE_WIDTHS.flatMap((part) => {
    const table = mostRows(asked, room * part, true, (planned) => tableHeight(asked, planned) <= height);
    if (!table) return [];
    const plan = planWithin(asked, room - room * part - besideGap(asked.page), height, table);
    return plan ? [plan] : [];
  });
}

/** The table below the maps, with as many rows as leave them large enough. */
function belowPlans(asked: Asked, room: number, height: number, least: number): readonly ComparisonPlan[] {
  const planned = (table: PlannedTable): ComparisonPlan | undefined =>
    planWithin(asked, room, height - asked.page.font - tableHeight(asked, table), table);
  const table = mostRows(asked, room, false, (tried) => (planned(tried)?.grid.scale ?? 0) >= least);
  const plan = table && planned(table);
  return plan ? [plan] : [];
}

/** The table with as many rows as do; none where not even one does. More rows never do where fewer do not. */
function mostRows(
  asked: Asked,
  width: number,
  beside: boolean,
  does: (table: PlannedTable) => boolean,
): PlannedTable | null {
  const tried = (rows: number): PlannedTable | null => {
    const table = tableOf(asked, rows, width, beside);
    return table && does(table) ? table : null;
  };
  let [fits, tooMany] = [0, (asked.picture.table?.rows.length ?? 0) + 1];
  let found = tried(tooMany - 1);
  if (found) return found;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const table = tried(middle);
    if (table) [fits, found] = [middle, table];
    else tooMany = middle;
  }
  return found;
}

function tableOf(
  { picture: { table, panels }, page: { font } }: Asked,
  rows: number,
  width: number,
  beside: boolean,
): PlannedTable | null {
  if (!table || rows === 0) return null;
  const shown = { ...table, rows: table.rows.slice(0, rows) };
  const columns = tableColumns(shown, panels.length, { width, font });
  return { shown, more: table.rows.length - rows, columns, width, beside };
}

function tableHeight({ page: { font }, signs, language }: Asked, table: PlannedTable): number {
  const { shown, columns, width, more } = table;
  return comparisonTable(shown, signs, columns, { left: 0, top: 0, width, font }, { more, language }).height;
}

function keyInput({ picture, language, signs }: Asked, table: PlannedTable | null) {
  return { base: { sign: signs[0] ?? '', name: picture.panels[0]?.name ?? '' }, table, language };
}

/** Side by side, or two by two. */
function usualColumns(count: number): number {
  return count === 4 ? 2 : Math.max(1, count);
}

function columnsOf(count: number): readonly number[] {
  return [...new Set([usualColumns(count), count, 1])].filter((columns) => columns > 0);
}

function gridOf(
  { picture: { panels }, page: { font } }: Asked,
  room: number,
  columns: number,
  height?: number,
): PanelGrid {
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room,
    font,
    minimum: MINIMUM,
    labels: 'all',
    columns,
    ...(height !== undefined && { height, exactly: true }),
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

export function legendRoom(legend: LegendLayout | null, font: number): number {
  return legend ? legend.height + font * 1.2 : 0;
}

function legendOf(
  { picture: { legend }, page: { font }, language }: Asked,
  scale: number,
  maxWidth: number,
  maxHeight: number,
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, MINIMUM),
    fontSize: font,
    maxWidth,
    maxHeight,
    prefer: 'low',
  });
}
