import type { Localized } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import { ACTOR_MEASURES } from '../../metrics/registry.ts';
import type { FigureKind } from '../figure-kind.ts';
import { graphScene } from '../graph-scene.ts';
import { networkFigure } from '../network-figure.ts';
import { offerOf } from '../offers.ts';
import { unknownChoice } from './kind-problems.ts';
import { mapMeasures, panelLetterOf, styled } from './map-choices.ts';

const MEASURE: Localized = { en: 'measure of actors', zh: '主体指标' };

/** The whole map with its legend; an empty one is an empty page. */
export const NETWORK_KIND: FigureKind = {
  ...offerOf('network'),
  measures: mapMeasures,
  showsPlaces: true,
  draw: ({ graph, panel }, choices) => {
    const {
      measure,
      leastPoints,
      mostPoints,
      shownLabels,
      labels = graph.view.labels,
      background = '#ffffff',
      ...page
    } = choices;
    const known = ACTOR_MEASURES.map(({ id }) => id);
    if (measure !== undefined && !known.includes(measure)) return unknownChoice(MEASURE, measure, known);
    const scene = graphScene(styled(graph, choices), panel, choices.language);
    const svg = networkFigure(scene, {
      ...page,
      ...panelLetterOf(choices),
      labels: labels === 'auto' ? (shownLabels ?? labels) : labels,
      background,
      ...(leastPoints !== undefined && { minLabelPoints: leastPoints, leastPoints }),
      ...(mostPoints !== undefined && { maxLabelPoints: mostPoints }),
    });
    return ok({ svg });
  },
};
