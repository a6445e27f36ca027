import type { Language } from '../base/localized.ts';
import { legibleScale, visibleLabels } from '../scene/labels.ts';
import type { Bounds } from '../scene/marks.ts';
import { THEMES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { arrangement, gapOf } from './arrangement.ts';
import type { Arrangement, LegendPlace } from './arrangement.ts';
import { contentOf, extent, labelInside, lineScale } from './content.ts';
import type { Content, Minimum } from './content.ts';
import { drawnTie } from './drawn-tie.ts';
import { legendElements } from './legend-drawing.ts';
import { actorElement, labelElement } from './marks.ts';
import type { Placement } from './marks.ts';
import { FONT_FAMILY, pageElement, pageOf } from './page.ts';
import type { PageOptions } from './page.ts';
import { attributes, group } from './svg.ts';

export interface NetworkFigureOptions extends PageOptions {
  /** Drawn unless false; beside the map or below it, where the map gets more room, unless told. */
  readonly legend?: boolean | LegendPlace;
  /** The labels shown on screen, by actor; or as many as fit ('auto'), all or none of them. */
  readonly labels: ReadonlySet<string> | 'auto' | 'all' | 'none';
  /** #rrggbb or 'transparent'; the theme's paper unless told. */
  readonly background?: string;
  /** The part of the map to show, in map units; the whole unless told. */
  readonly crop?: Bounds | 'all';
  /** As CSS has it. */
  readonly fontFamily?: string;
  /** Of the legend; the scene's unless told. */
  readonly language?: Language;
  /** Labels are drawn at least this large, and as many of them as then fit; 5 unless told. */
  readonly minLabelPoints?: number;
  /** Ties are drawn at least this wide; 0.4 unless told. */
  readonly minLinePoints?: number;
}

/**
 * A map as an SVG 1.1 file for print: real text, shapes and lines in named groups, laid out in points, with title,
 * legend and caption. The same scene and options give the same bytes everywhere.
 */
export function networkFigure(scene: Scene, options: NetworkFigureOptions): string {
  const page = pageOf(options);
  const language = options.language ?? scene.language;
  const minimum: Minimum = { label: options.minLabelPoints ?? 5, line: options.minLinePoints ?? 0.4 };
  const crop = options.crop === undefined || options.crop === 'all' ? null : options.crop;
  const arrange = (content: Content): Arrangement =>
    arrangement({
      legend: scene.legend,
      content,
      page,
      language,
      minimum,
      legendAt: options.legend ?? true,
    });

  // First as if every label were there; then, once it is known which ones fit, with the room that the others leave.
  let content = contentOf(scene, crop, options.labels);
  let arranged = arrange(content);
  // Names that are wider than the page leave no room for any map.
  if (arranged.scale === 0) arranged = arrange((content = { ...content, labelled: [] }));
  const kept = keptLabels(content, arranged.scale, minimum, options.labels);
  if (kept.length < content.labelled.length) {
    content = { ...content, labelled: kept };
    arranged = arrange(content);
  }

  const { scale, legend, place } = arranged;
  const map = extent(content, scale, minimum);
  const mapWidth = map.x2 - map.x1;
  const mapHeight = map.y2 - map.y1;
  const gap = gapOf(page);
  const beside = legend && place === 'right' ? legend : null;
  const below = legend && place === 'below' ? legend.height + gap : 0;
  const around = 2 * page.margin + page.header + page.footer + below;
  const empty = content.actors.length === 0 ? page.width / 4 : 0;
  const bodyHeight =
    page.height === null ? Math.max(mapHeight, beside?.height ?? 0, empty) : page.height - around;
  const bodyWidth = page.width - 2 * page.margin - (beside ? beside.width + gap : 0);
  const top = page.margin + page.header;
  const left = page.margin + (bodyWidth - mapWidth) / 2;
  const frame = { x: left, y: top + (bodyHeight - mapHeight) / 2, width: mapWidth, height: mapHeight };
  const placement: Placement = { scale, x: frame.x - map.x1, y: frame.y - map.y1 };

  const ties = content.ties.map((tie) => drawnTie(tie, placement, lineScale(scale, minimum)));
  const actors = content.actors.map((mark) => actorElement(mark, placement));
  const labels = content.labelled.map((mark) =>
    labelElement(mark, placement, legibleScale(mark, scale, minimum.label)),
  );
  const legendLeft = beside ? page.width - page.margin - beside.width : page.margin;
  const legendTop = beside ? top : top + bodyHeight + gap;
  const clip = crop ? ' clip-path="url(#frame)"' : '';
  const { paper, plainTie } = THEMES[scene.theme];
  const dress = {
    theme: scene.theme,
    language,
    fontFamily: options.fontFamily ?? FONT_FAMILY,
    background: options.background ?? paper,
    title: options.title,
  };
  return pageElement(page, around + bodyHeight, dress, [
    crop ? `<clipPath id="frame"><rect${attributes(frame)}/></clipPath>\n` : '',
    group('ties', ties, ` fill="none"${clip}`),
    group('actors', actors, clip),
    group('labels', labels),
    crop
      ? `<rect id="edge"${attributes({ ...frame, fill: 'none', stroke: plainTie, 'stroke-width': 0.5 })}/>\n`
      : '',
    group('legend', legend ? legendElements(legend, legendLeft, legendTop, scene.theme) : []),
  ]);
}

/** Labels as they are on screen keep their places; where they must be drawn larger, those that still fit are kept. */
function keptLabels(
  { labelled, crop }: Content,
  scale: number,
  minimum: Minimum,
  wanted: NetworkFigureOptions['labels'],
): Content['labelled'] {
  const size = (mark: Content['labelled'][number]): number => legibleScale(mark, scale, minimum.label);
  const inside = crop ? labelled.filter((mark) => labelInside(mark, crop, size(mark))) : labelled;
  const asTheyAre = typeof wanted !== 'string' && inside.every((mark) => size(mark) === 1);
  if (wanted === 'all' || asTheyAre) return inside;
  const shown = visibleLabels(inside, scale, { minPixels: 0, scale: size });
  return inside.filter((mark) => shown.has(mark.id));
}
