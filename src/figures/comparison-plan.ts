import type { Language } from '../base/localized.ts';
import { sharedLabels } from '../scene/shared-labels.ts';
import { stateSign, type ComparisonFigureOptions, type ComparisonPicture } from './comparison.ts';
import { keyHeight } from './comparison-key.ts';
import { comparisonTable, tableColumns, type PlannedTable } from './comparison-table.ts';
import { lineScale, type Minimum } from './content.ts';
import { legendLayout, type LegendLayout } from './legend-layout.ts';
import type { Page } from './page.ts';
import { panelGrid, type PanelGrid } from './panel-grid.ts';

/** In points. */
const LEAST_LABEL = 5;
const LEAST_LINE = 0.4;

/** Tables beside the maps are tried this wide, as parts of the page. */
const TABLE_WIDTHS = [0.34, 0.42, 0.5] as const;
/** How small the table may make the maps, as a part of what they would be without it. */
const LEAST_SHARE = 0.45;
/** What a figure without its table is worth. Ours. */
const TABLELESS = 0.4;
/** Lower maps are not worth their frames, in parts of the size of letters. */
const LOWEST = 8;
/** Of a column of legend and key: as a part of the width, and in parts of the size of letters. */
const WIDEST_ASIDE = 0.4;
const NARROWEST_KEY = 11;
/** Between what stands below each other and beside each other, in parts of the size of letters. */
const BELOW = 1.4;
const BESIDE = 2;

/** How maps, legend, key and table share the page; all lengths are points. */
export interface ComparisonPlan {
  readonly minimum: Minimum;
  readonly grid: PanelGrid;
  readonly legend: LegendLayout | null;
  /** Of the maps, with the legend and the key below them or beside them. */
  readonly width: number;
  /** Of the column of legend and key; null where they stand below the maps. */
  readonly aside: number | null;
  readonly table: PlannedTable | null;
}

interface Asked {
  readonly picture: ComparisonPicture;
  readonly page: Page;
  readonly language: Language;
  readonly signs: readonly string[];
  readonly minimum: Minimum;
}

/** Gap between maps and a table beside them. */
export function besideGap({ font }: Page): number {
  return font * BESIDE;
}

/** All below each other where the height is free; else as large maps with as much of the table as go together. */
export function comparisonPlan(
  picture: ComparisonPicture,
  page: Page,
  { language, parts = false, leastPoints = LEAST_LABEL }: ComparisonFigureOptions,
): ComparisonPlan {
  const minimum: Minimum = { label: leastPoints, line: LEAST_LINE };
  const signs = picture.panels.map((_, k) => stateSign(k, parts));
  const asked: Asked = { picture, page, language, signs, minimum };
  const room = page.width - 2 * page.margin;
  const every = picture.table?.rows.length ?? 0;
  const free = (rows: number): ComparisonPlan => {
    const grid = gridOf(asked, room, usualColumns(picture.panels.length));
    return {
      minimum,
      grid,
      legend: legendOf(asked, grid.scale, room, room / 3),
      width: room,
      aside: null,
      table: tableOf(asked, rows, room, false),
    };
  };
  if (page.height === null) return free(every);
  const height = page.height - 2 * page.margin - page.header - page.footer;
  const bare = planWithin(asked, room, height, null);
  if (!bare) return free(0);
  const least = bare.grid.scale * LEAST_SHARE;
  // Large maps and all of the table are wanted, and neither for the other alone.
  const worth = ({ grid, table }: ComparisonPlan): number =>
    (grid.scale / bare.grid.scale) *
    (TABLELESS + (1 - TABLELESS) * ((table?.shown.rows.length ?? 0) / Math.max(1, every)));
  return [...besidePlans(asked, room, height), ...belowPlans(asked, room, height, least)]
    .filter(({ grid }) => grid.scale >= least)
    .reduce((best, plan) => (worth(plan) > worth(best) ? plan : best), bare);
}

/** Maps, legend and key within a height, whichever way the maps are larger. */
function planWithin(
  asked: Asked,
  width: number,
  height: number,
  table: PlannedTable | null,
): ComparisonPlan | undefined {
  const [best] = [withLegendBelow(asked, width, height, table), withLegendAside(asked, width, height, table)]
    .flatMap((plan) => plan ?? [])
    .sort((a, b) => b.grid.scale - a.grid.scale);
  return best;
}

function withLegendBelow(
  asked: Asked,
  width: number,
  height: number,
  table: PlannedTable | null,
): ComparisonPlan | undefined {
  const { font } = asked.page;
  // Circles are as large as those of the maps, whose scale is not known before there is a legend.
  const guess = legendOf(asked, font / 40, width, height / 3);
  const legend = guess && guess.height <= height / 2 && guess.width <= width ? guess : null;
  const key = keyHeight(keyInput(asked, table), asked.page, width);
  const grid = largestGrid(asked, width, height - font * BELOW - legendRoom(legend, font) - key);
  if (!grid) return undefined;
  const own = legend && legendOf(asked, grid.scale, width, height / 3);
  return {
    minimum: asked.minimum,
    grid,
    legend: own && own.height <= (legend?.height ?? 0) ? own : legend,
    width,
    aside: null,
    table,
  };
}

/** In a column of their own, right of the maps. */
function withLegendAside(
  asked: Asked,
  width: number,
  height: number,
  table: PlannedTable | null,
): ComparisonPlan | undefined {
  const { font } = asked.page;
  const fitting = (scale: number): LegendLayout | null =>
    legendOf(asked, scale, width * WIDEST_ASIDE, height, 'narrow');
  const legend = fitting(font / 40);
  if (!legend || legend.width > width * WIDEST_ASIDE) return undefined;
  const aside = Math.max(legend.width, font * NARROWEST_KEY);
  const key = keyHeight(keyInput(asked, table), asked.page, aside);
  if (legendRoom(legend, font) + key > height) return undefined;
  const grid = largestGrid(asked, width - aside - besideGap(asked.page), height);
  if (!grid) return undefined;
  const own = fitting(grid.scale);
  return {
    minimum: asked.minimum,
    grid,
    legend: own && own.height <= legend.height && own.width <= aside ? own : legend,
    width,
    aside,
    table,
  };
}

/** Side by side or below each other, whichever is larger; none where there is no room for any. */
function largestGrid(asked: Asked, width: number, height: number): PanelGrid | undefined {
  const count = asked.picture.panels.length;
  let best: PanelGrid | undefined;
  for (const columns of columnsOf(count)) {
    if (height / Math.ceil(count / columns) < asked.page.font * LOWEST) continue;
    const grid = gridOf(asked, width, columns, height);
    if (grid.height <= height + 1e-6 && (!best || grid.scale > best.scale)) best = grid;
  }
  return best;
}

/** The table right of the maps, with as many rows as the height has room for. */
function besidePlans(asked: Asked, room: number, height: number): readonly ComparisonPlan[] {
  return TABLE_WIDTHS.flatMap((part) => {
    const table = mostRows(
      asked,
      room * part,
      true,
      (planned) => planned.columns.fits && tableHeight(asked, planned) <= height,
    );
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
  { picture: { panels }, page: { font }, minimum }: Asked,
  room: number,
  columns: number,
  height?: number,
): PanelGrid {
  return panelGrid({
    scenes: panels.map(({ scene }) => scene),
    room,
    font,
    minimum,
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
  { picture: { legend }, page: { font }, language, minimum }: Asked,
  scale: number,
  maxWidth: number,
  maxHeight: number,
  prefer: 'low' | 'narrow' = 'low',
): LegendLayout | null {
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize: font,
    maxWidth,
    maxHeight,
    prefer,
  });
}
