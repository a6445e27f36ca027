import { same } from '../../../src/base/localized.ts';
import { comparisonFigure } from '../../../src/figures/comparison-figure.ts';
import { detailFigure } from '../../../src/figures/detail-figure.ts';
import { figureNames } from '../../../src/figures/figure-names.ts';
import { networkFigure } from '../../../src/figures/network-figure.ts';
import { gaugesFigure } from '../../../src/figures/strategy/gauges-figure.ts';
import type { RowsDetail } from '../../../src/metrics/detail.ts';
import { compareGraphs } from '../../../src/model/compare.ts';
import type { Graph } from '../../../src/model/graph.ts';
import { MECHANISMS } from '../../../src/model/scheme.ts';
import { differenceMarks } from '../../../src/scene/difference-marks.ts';
import { NOTHING_HIDDEN } from '../../../src/scene/scene.ts';
import { sharedScenes } from '../../../src/scene/shared-scenes.ts';
import { actor, degrees, mapOf, randomMap, sceneOf, tie } from '../../scene/maps.ts';
import * as details from '../details.ts';

type Language = 'en' | 'zh';

const sized = { size: { kind: 'measure', id: 'degree' } } as const;

const few = mapOf([
  actor('a', 'university', 0, 0, { name: 'Vocational college', secondName: '工商职业技术学院' }),
  actor('b', 'enterprise', 0, 0, { name: 'A & B <Motors>', secondName: '电机企业乙' }),
  actor('c', 'government', 0, 0, { name: 'Bureau C', secondName: '丙局' }),
  actor('d', 'lost-sector', 0, 0, { name: 'D', secondName: '丁' }),
]);

const gauges: RowsDetail = {
  kind: 'rows',
  columns: [],
  rows: MECHANISMS.flatMap((mechanism, k) => [
    { id: mechanism, says: { en: [''], zh: [''] }, mechanism, values: [k === 0 ? null : 25 * k] },
    {
      id: `${mechanism}-part`,
      says: { en: ['A part'], zh: ['一个组成部分'] },
      mechanism,
      partOf: mechanism,
      values: [10 + 20 * k],
    },
  ]),
  none: same(''),
  facts: [],
};

/** A name in Latin, Chinese, Hebrew and a sign that no font has, for what each font must do. */
export const MIXED = 'Śląsk 金华 (שלום) 𓀀';

/** A map whose ties are seen through, with heads and broken lines. */
export function network(language: Language, background: string): string {
  const map = randomMap(24, 40, 7, sized);
  return networkFigure(sceneOf(map, { language }), {
    widthMm: 183,
    labels: 'all',
    title: language === 'en' ? 'An ecosystem & its ties' : '协同创新生态系统',
    caption: language === 'en' ? 'Sizes are degrees.' : '大小表示度。',
    background,
  });
}

function cropped(): string {
  const map = mapOf(
    [actor('a', 'university', 0, 0, { name: 'In' }), actor('b', 'enterprise', 400, 0, { name: 'Out' })],
    [tie('t', 'a', 'b', 'alliance', 'mutual', 3)],
  );
  return networkFigure(sceneOf(map, { theme: 'dark' }), {
    widthMm: 89,
    labels: 'all',
    crop: { x1: -80, y1: -80, x2: 200, y2: 80 },
  });
}

function comparison(language: Language): string {
  const graphs: readonly Graph[] = [randomMap(12, 20, 1, sized), randomMap(14, 24, 2, sized)];
  const { scenes, legend } = sharedScenes(
    graphs.map((graph) => ({ graph, values: new Map([['degree', degrees(graph)]]) })),
    { valueNames: () => ({ en: 'degree', zh: '度' }), language, theme: 'light', hidden: NOTHING_HIDDEN },
  );
  const [before = mapOf([])] = graphs;
  const panels = scenes.map((scene, k) => ({
    name: k === 0 ? 'Now 现状' : 'Scenario 情景',
    colour: '#332288',
    scene,
    lit: differenceMarks(compareGraphs(before, graphs[k] ?? before), scenes[0] ?? scene, scene),
  }));
  return comparisonFigure({ legend, panels }, { widthMm: 183, language, title: 'States 状态' });
}

/** A figure of each kind that there is. */
export function gallery(language: Language): ReadonlyMap<string, string> {
  const names = figureNames(few, language);
  const figures = new Map<string, string>();
  figures.set('network', network(language, '#ffffff'));
  figures.set('see-through', network(language, 'transparent'));
  figures.set('cropped', cropped());
  figures.set('comparison', comparison(language));
  figures.set('gauges', gaugesFigure(gauges, { widthMm: 170, language, names, fontPoints: 8.5 }));
  for (const [kind, detail] of Object.entries(details)) {
    const svg = detailFigure(detail, {
      title: language === 'en' ? 'Niches & ties' : '生态位与关系',
      caption: language === 'en' ? 'Who lives on the same things.' : '谁依靠同样的资源。',
      language,
      names,
      ids: ['a', 'b', 'c', 'd'],
      widthMm: 183,
    });
    if (svg !== null) figures.set(kind, svg);
  }
  return figures;
}
