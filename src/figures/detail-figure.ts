import type { Detail } from '../metrics/detail.ts';
import { boardFigure } from './board-figure.ts';
import { curveFigure } from './curve-figure.ts';
import type { DetailFigureOptions } from './figure.ts';
import { isDrawn } from './figure.ts';
import { matrixFigure } from './matrix-figure.ts';
import { pointsFigure } from './points-figure.ts';
import { radarFigure } from './radar-figure.ts';

/**
 * What is more than one number as an SVG 1.1 file for print, with title, sentence and key; null for kinds that are
 * read as numbers. The same detail and options give the same bytes everywhere.
 */
export function detailFigure(detail: Detail, options: DetailFigureOptions): string | null {
  if (!isDrawn(detail)) return null;
  switch (detail.kind) {
    case 'points':
      return pointsFigure(detail, options);
    case 'matrix':
      return matrixFigure(detail, options);
    case 'curve':
      return curveFigure(detail, options);
    case 'rows':
      return boardFigure(detail, options);
    case 'radar':
      return radarFigure(detail, options);
  }
}
