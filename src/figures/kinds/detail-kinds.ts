import type { Localized } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import type { Detail } from '../../metrics/detail.ts';
import { measureById } from '../../metrics/registry.ts';
import { boardFigure } from '../board-figure.ts';
import { detailFigure } from '../detail-figure.ts';
import type { FigureChoices, FigureKind, FigureLayer, FigureSource } from '../figure-kind.ts';
import { figureNames } from '../figure-names.ts';
import type { DetailFigureOptions } from '../figure.ts';
import { offerOf, type FigureKindId } from '../offers.ts';
import { gaugesPage } from '../strategy/gauges-figure.ts';
import { fittingRows } from './fitting-rows.ts';
import { EMPTY, NO_TIES, notApplicable, unknownChoice } from './kind-problems.ts';
import { panelLetterOf } from './map-choices.ts';

const LAYER: Localized = { en: 'layer', zh: '图层' };

/** The page of a finding as it was chosen. */
export function detailOptions(
  { graph, panel }: Pick<FigureSource, 'graph' | 'panel'>,
  choices: FigureChoices,
): DetailFigureOptions {
  const { language, widthMm, title = '', caption, fontPoints, titlePoints, fontFamily, background } = choices;
  const sizes = sizesOf(graph);
  return {
    language,
    widthMm,
    title,
    names: figureNames(graph, language, (id) => sizes.get(id) ?? 0),
    ids: panel.actorIds,
    ...(caption !== undefined && { caption }),
    ...(fontPoints !== undefined && { fontPoints }),
    ...(titlePoints !== undefined && { titlePoints }),
    ...(choices.leastPoints !== undefined && { leastPoints: choices.leastPoints }),
    ...(choices.mostPoints !== undefined && { mostPoints: choices.mostPoints }),
    ...(fontFamily !== undefined && { fontFamily }),
    ...(background !== undefined && { background }),
    ...panelLetterOf(choices),
    ...(choices.layer !== undefined && { layer: choices.layer }),
  };
}

/** Where not all names have room, whoever has most ties comes first. */
function sizesOf({ ties }: FigureSource['graph']): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { source, target } of ties.values())
    for (const end of [source, target]) count.set(end, (count.get(end) ?? 0) + 1);
  return count;
}

function layerName({ id, name }: FigureLayer): FigureLayer {
  return { id, name };
}

/** A kind that draws one finding of the measures. @param why it may be undefined, with what to do */
function detailKind(
  id: FigureKindId,
  measure: string,
  why: Localized,
  draw: (detail: Detail, options: DetailFigureOptions) => string | null = detailFigure,
): FigureKind {
  const offer = offerOf(id);
  return {
    ...offer,
    measures: () => [measure],
    readsHeight: true,
    draw: (source, choices) => {
      if (source.graph.actors.size === 0) return notApplicable(offer, EMPTY);
      const detail = source.panel.details.get(measure);
      if (!detail) return notApplicable(offer, why);
      if (choices.layer !== undefined && detail.kind === 'matrix') {
        const known = detail.layers.map((layer) => layer.id);
        if (!known.includes(choices.layer)) return unknownChoice(LAYER, choices.layer, known);
      }
      const options = detailOptions(source, choices);
      const svg =
        detail.kind === 'rows' && id === 'gaps'
          ? fittingRows(choices, detail.rows.length, (mostRows) =>
              boardFigure(detail, { ...options, mostRows }),
            )
          : draw(detail, options);
      if (svg === null) return notApplicable(offer, why);
      return ok({ svg, ...(detail.kind === 'matrix' && { layers: detail.layers.map(layerName) }) });
    },
  };
}

const NICHES: Localized = {
  en: 'niches are known of two actors or more, and of 1,000 at most for the matrix, 3,000 for the map. State what actors offer or need, tie them, or hide some.',
  zh: '须有至少两个主体的生态位已知，且矩阵不超过 1,000 个主体、生态位图不超过 3,000 个。请填写主体的供给或需求、添加关系，或隐藏部分主体。',
};

/** The caution of a simulation is never left out. */
function withCaution(measure: string): (detail: Detail, options: DetailFigureOptions) => string | null {
  return (detail, options) => {
    if (detail.kind === 'curve' && detail.series.length === 0) return null;
    const caution = measureById(measure)?.caution?.[options.language] ?? '';
    const gap = options.language === 'zh' ? '' : ' ';
    const caption = [options.caption ?? '', caution].filter((text) => text !== '').join(gap);
    return detailFigure(detail, { ...options, caption });
  };
}

function gauges(detail: Detail, options: DetailFigureOptions): string | null {
  return detail.kind === 'rows' && detail.rows.length > 0 ? gaugesPage(detail, options) : null;
}

/** Kinds that show what measures find beyond single numbers. */
export const DETAIL_KINDS: readonly FigureKind[] = [
  detailKind('niche-map', 'niche-map', NICHES),
  detailKind('niche-overlap', 'niche-overlap', NICHES),
  detailKind('sector-mixing', 'sector-mixing', NO_TIES),
  detailKind('quadrant', 'ecostate-quadrant', {
    en: 'the stock and the yearly change are known of fewer than two actors. Fill in these columns of the table, or let the role be what ties bring (option ecorole).',
    zh: '规模与年度变化已知的主体不足两个。请在表格中填写这两列，或将“势”改为关系净流入（选项 ecorole）。',
  }),
  detailKind('gaps', 'resource-board', {
    en: 'no actor states what it offers or needs. Fill in supply and demand first.',
    zh: '没有主体填写供给或需求，请先填写。',
  }),
  detailKind('radar', 'dimension-radar', NO_TIES),
  detailKind(
    'gauges',
    'mechanism-gauges',
    {
      en: 'no mechanism can be scored. Add actors and ties first.',
      zh: '无法为任何机制评分，请先添加主体与关系。',
    },
    gauges,
  ),
  detailKind('attack', 'attack-curve', EMPTY),
  detailKind(
    'trajectories',
    'symbiosis-simulation',
    {
      en: 'there are no ties between sectors, or the effects are so strong that growth runs away. Add ties between sectors, or choose the saturating form (option symbiosis-form).',
      zh: '各类主体之间没有关系，或相互作用过强导致增长失控。请添加跨类型的关系，或选用饱和形式（选项 symbiosis-form）。',
    },
    withCaution('symbiosis-simulation'),
  ),
];
