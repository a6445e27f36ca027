import type { Localized } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import { HEADLINE_MEASURES } from '../../metrics/scenarios/headline-measures.ts';
import { compareGraphs } from '../../model/compare.ts';
import { MECHANISMS } from '../../model/scheme.ts';
import { BASE_COLOUR, SCENARIO_COLOURS } from '../../model/scenario/colours.ts';
import { differenceMarks, type DifferenceMarks } from '../../scene/difference-marks.ts';
import { sharedScenes } from '../../scene/shared-scenes.ts';
import { PANEL_LETTERS } from '../comparison.ts';
import { drawnComparison } from '../comparison-figure.ts';
import { statesOf, type FigureKind } from '../figure-kind.ts';
import { measureValues, sceneCommon } from '../graph-scene.ts';
import { offerOf } from '../offers.ts';
import { statesMeasures, statesTable } from '../states-table.ts';
import { notApplicable } from './kind-problems.ts';
import { mapMeasures, panelOptions, styled } from './map-choices.ts';

const offer = offerOf('comparison');
/** More that differs is a thicket that nobody reads. */
const MOST_LIT = 400;
const NOTHING: DifferenceMarks = { actors: [], ties: [] };

const NO_STATES: Localized = {
  en: 'it is compared with nothing. Choose one to three other states, such as a scenario, a round or another file.',
  zh: '没有可对比的状态。请选择一至三个其他状态，如情景、轮次或另一个文件。',
};
const MEASURES: Localized = { en: 'Measure', zh: '指标' };

/** The map beside one to three other states of it, with what differs lit and the headline measures of all. */
export const COMPARISON_KIND: FigureKind = {
  ...offer,
  measures: (map, choices) => [
    ...mapMeasures(map, choices),
    ...HEADLINE_MEASURES,
    ...MECHANISMS.map((mechanism) => `gauge-${mechanism}`),
  ],
  showsPlaces: true,
  readsHeight: true,
  reads: 'states',
  draw: (source, choices) => {
    const values = source.panelsOf?.states ?? [];
    const { language } = choices;
    const states = statesOf(source, 'states').slice(0, PANEL_LETTERS.length);
    const [base] = states;
    if (!base || states.length < 2) return notApplicable(offer, NO_STATES);
    const { view } = styled(source.graph, choices);
    const { scenes, legend } = sharedScenes(
      states.map(({ graph }, k) => ({
        graph: { ...graph, view },
        values: measureValues(values[k] ?? source.panel),
      })),
      sceneCommon(language),
    );
    const lit = states.map(({ graph }, k): DifferenceMarks => {
      const [before, after] = [scenes[0], scenes[k]];
      if (k === 0 || !before || !after) return NOTHING;
      return differenceMarks(compareGraphs(base.graph, graph), before, after, MOST_LIT);
    });
    const shown = statesMeasures(values.slice(0, states.length));
    const { labels: _all, ...page } = panelOptions(source.graph, choices);
    const panels = scenes.map((scene, k) => ({
      name: states[k]?.name ?? '',
      colour: states[k]?.colour ?? (k === 0 ? BASE_COLOUR : SCENARIO_COLOURS[k - 1]) ?? BASE_COLOUR,
      scene,
      lit: lit[k] ?? NOTHING,
    }));
    const table = statesTable(shown.slice(0, choices.most), MEASURES[language], language);
    const { svg, rowsLeftOut } = drawnComparison({ legend, panels, ...(table && { table }) }, page);
    return ok({ svg, ...(rowsLeftOut > 0 && { notes: [leftOut(rowsLeftOut)] }) });
  },
};

function leftOut(count: number): Localized {
  return {
    en:
      count === 1
        ? 'One measure of the states has no room on this page. Choose a larger page or smaller type.'
        : `${count} measures of the states have no room on this page. Choose a larger page or smaller type.`,
    zh: `此页面放不下其中 ${count} 项状态指标。请选择更大的页面或更小的字号。`,
  };
}
