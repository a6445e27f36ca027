import type { MatrixDetail, MatrixLayer } from '../metrics/detail.ts';
import { columnFormat } from '../metrics/format.ts';
import { textWidth } from '../scene/text.ts';
import { detailPage, INK } from './detail-page.ts';
import type { Body, Frame } from './detail-page.ts';
import { FIGURE_TEXTS } from './figure-texts.ts';
import type { DetailFigureOptions, SectorName } from './figure.ts';
import { matrixCells } from './matrix-cells.ts';
import { matrixEntries } from './matrix-entries.ts';
import type { MatrixEntry } from './matrix-entries.ts';
import { rampKey, signKey } from './matrix-key.ts';
import { headElements, planMatrixFigure, sideElements } from './matrix-plan.ts';
import type { MatrixFigurePlan } from './matrix-plan.ts';
import { sectorKey } from './sector-mark.ts';
import { group, textElement } from './svg.ts';

/** Letters of names, in points, that two matrices beside each other must leave. */
const BESIDE_FROM = 4.8;

/** A matrix as a heat map with the names of its rows and columns; two that belong together beside or below each other. */
export function matrixFigure(detail: MatrixDetail, options: DetailFigureOptions): string {
  return detailPage(options, detail.facts, (frame) => matrixBody(detail, options.layer, frame));
}

function shownLayers({ layers, beside }: MatrixDetail, wanted: string | undefined): readonly MatrixLayer[] {
  const one = layers.find(({ id }) => id === wanted);
  return one ? [one] : layers.slice(0, beside ? 2 : 1);
}

interface Panel {
  readonly elements: readonly string[];
  readonly height: number;
}

function matrixBody(detail: MatrixDetail, wanted: string | undefined, frame: Frame): Body {
  const { left, top, width, font, names, language } = frame;
  const layers = shownLayers(detail, wanted);
  const rows = matrixEntries(detail.rows, names, language);
  const columns = matrixEntries(detail.columns, names, language);
  const square = detail.rows.of === 'actor' && detail.columns.of === 'actor';
  const gap = 3 * font;
  const half = planMatrixFigure((width - gap) / 2, font, rows, columns, square);
  const beside = layers.length > 1 && half.named && Math.min(half.rowFont, half.columnFont) >= BESIDE_FROM;
  const plan = beside ? half : planMatrixFigure(width, font, rows, columns, square);

  const groups: string[] = [];
  let [x, y, lowest] = [left, top, top];
  layers.forEach((layer, place) => {
    const against = place > 0 && layer.signs ? layers[0] : undefined;
    const panel = panelOf(
      layer,
      detail.layers.length > 1,
      against,
      { rows, columns, plan },
      {
        ...frame,
        left: x,
        top: y,
        width: beside ? (width - gap) / 2 : width,
      },
    );
    groups.push(group(layer.id, panel.elements));
    lowest = Math.max(lowest, y + panel.height);
    if (beside) x += (width + gap) / 2;
    else y = lowest + gap / 2;
  });

  const used = new Set([...rows, ...columns].flatMap(({ sector }) => sector ?? []));
  const ofActors = [detail.rows, detail.columns].some(({ of }) => of === 'actor');
  const sectors = ofActors ? [...names.sectors.values()].filter((sector) => used.has(sector)) : [];
  const key = sectorKey(
    sectors.map((sector: SectorName) => ({ sector })),
    frame,
    lowest + font,
  );
  const space = sectors.length > 0 ? font + key.height : 0;
  return { height: lowest - top + space, groups: [...groups, group('legend', key.elements)] };
}

interface Shape {
  readonly rows: readonly MatrixEntry[];
  readonly columns: readonly MatrixEntry[];
  readonly plan: MatrixFigurePlan;
}

function panelOf(
  layer: MatrixLayer,
  titled: boolean,
  against: MatrixLayer | undefined,
  { rows, columns, plan }: Shape,
  frame: Frame,
): Panel {
  const { left, top, width, font, language } = frame;
  const title = titled ? 2 * font : 0;
  const format = columnFormat(layer.values, layer, language);
  const cells = { left: left + plan.side, top: top + title + plan.head };
  const bottom = cells.top + plan.cellHeight * rows.length;
  const known = layer.values.filter((value) => !Number.isNaN(value));
  const keyFrame = { ...frame, top: bottom + font * 0.7 };
  const drawn = matrixCells({ layer, against, columns: columns.length, plan, at: cells, format });
  const key = layer.signs
    ? signKey(keyFrame, drawn.framed)
    : known.length > 0
      ? rampKey(layer, format, drawn.strongest, keyFrame)
      : { elements: [], height: 0 };
  const starred = layer.p?.some((p) => p < 0.05) ?? false;
  const star = `* ${FIGURE_TEXTS.seldom[language]}`;
  const starAt = keyFrame.top + key.height + font * 1.1;
  return {
    elements: [
      titled
        ? textElement([layer.name[language]], left, top + font, { size: font, fill: INK, bold: true })
        : '',
      ...headElements(columns, plan, cells),
      ...sideElements(rows, plan, cells),
      ...drawn.elements,
      ...key.elements,
      starred && textWidth(star, font) < width
        ? textElement([star], left, starAt, { size: font, fill: INK })
        : '',
    ],
    height: keyFrame.top + key.height + (starred ? 1.6 * font : 0) - top,
  };
}
