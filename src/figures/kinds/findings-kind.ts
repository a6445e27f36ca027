import { ok } from '../../base/result.ts';
import { boardFigure } from '../board-figure.ts';
import type { FigureKind } from '../figure-kind.ts';
import { findingsDetail } from '../findings-detail.ts';
import { offerOf } from '../offers.ts';
import { detailOptions } from './detail-kinds.ts';
import { fittingRows } from './fitting-rows.ts';
import { EMPTY, notApplicable } from './kind-problems.ts';

const offer = offerOf('findings');
/** Of a table that is read, not filed. */
const USUAL_ROWS = 20;

/** What the diagnosis found, as a table. */
export const FINDINGS_KIND: FigureKind = {
  ...offer,
  measures: () => [],
  readsHeight: true,
  reads: 'diagnosis',
  draw: (source, choices) => {
    const { graph, diagnosis } = source;
    if (graph.actors.size === 0 || !diagnosis) return notApplicable(offer, EMPTY);
    const detail = findingsDetail(diagnosis, graph.view.diagnosis);
    const options = detailOptions(source, choices);
    const svg = fittingRows(choices, USUAL_ROWS, (mostRows) => boardFigure(detail, { ...options, mostRows }));
    return ok({ svg });
  },
};
