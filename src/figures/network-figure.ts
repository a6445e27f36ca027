import type { Language } from '../base/localized.ts';
import { labelBox, visibleLabels } from '../scene/labels.ts';
import type { Bounds } from '../scene/marks.ts';
import { THEMES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { alternatives, arrangement, gapOf } from './arrangement.ts';
import type { Arrangement, ArrangementInput } from './arrangement.ts';
import { contentOf, extent, labelInside, labelScale, lineScale } from './content.ts';
import type { Content, Minimum } from './content.ts';
import { drawnTie } from './drawn-tie.ts';
import { figureFacts, type FigureFacts } from './figure-facts.ts';
import { FONT_FAMILY } from './fonts.ts';
import { legendElements, legendGround } from './legend-drawing.ts';
import { coveredByLegend, legendCorner, type Corner, type Drawn } from './legend-place.ts';
import type { LegendPlace } from './legend-spot.ts';
import { actorElement, labelElement } from './marks.ts';
import type { Placement } from './marks.ts';
import { pageElement, pageOf } from './page.ts';
import type { Page, PageOptions } from './page.ts';
import { attributes, group } from './svg.ts';
import { widened } from './widened.ts';

export interface NetworkFigureOptions extends PageOptions {
  /** Drawn unless false; beside the map or below it, where the map gets more room, unless told where. */
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
  /** And no larger than this; as large as on the map unless told. */
  readonly maxLabelPoints?: number;
  /** The smallest that the legend gets where it would leave the map no room; 0.6 of its size unless told. */
  readonly leastPoints?: number;
  /** Ties are drawn at least this wide; 0.4 unless told. */
  readonly minLinePoints?: number;
}

export interface DrawnFigure {
  readonly svg: string;
  readonly facts: FigureFacts;
}

/**
 * A map as an SVG 1.1 file for print: real text, shapes and lines in named groups, laid out in points, with title,
 * legend and caption. The same scene and options give the same bytes everywhere.
 */
export function networkFigure(scene: Scene, options: NetworkFigureOptions): string {
  return drawnFigure(scene, options).svg;
}

/** The same, with what is to be known of it. */
export function drawnFigure(given: Scene, options: NetworkFigureOptions): DrawnFigure {
  const page = pageOf(options);
  const scene = widened(given, options.fontWidth ?? 1);
  const minimum = minimumOf(options, page);
  const { theme } = scene;
  const language = options.language ?? scene.language;
  const { paper, plainTie } = THEMES[theme];
  const background = options.background ?? paper;
  const outcome = setFigure(scene, options, page, minimum, language);
  const { arranged, content, frame, height, placement, corner, covered } = outcome;
  const { scale, legend } = arranged;

  const ties = content.ties.map((tie) => drawnTie(tie, placement, lineScale(scale, minimum)));
  const actors = content.actors.map((mark) => actorElement(mark, placement));
  const labels = content.labelled.map((mark) =>
    labelElement(mark, placement, labelScale(mark, scale, minimum)),
  );
  const ground = legend && corner && covered > 0 ? legendGround(legend, corner, background, theme) : '';
  const key = legend && corner ? [ground, ...legendElements(legend, corner.left, corner.top, theme)] : [];
  const { crop } = content;
  const clip = crop ? ' clip-path="url(#frame)"' : '';
  const fontFamily = options.fontFamily ?? FONT_FAMILY;
  const svg = pageElement(page, height, { theme, language, fontFamily, background, title: options.title }, [
    crop ? `<clipPath id="frame"><rect${attributes({ ...frame })}/></clipPath>\n` : '',
    group('ties', ties, ` fill="none"${clip}`),
    group('actors', actors, clip),
    group('labels', labels),
    crop
      ? `<rect id="edge"${attributes({ ...frame, fill: 'none', stroke: plainTie, 'stroke-width': 0.5 })}/>\n`
      : '',
    group('legend', key),
  ]);
  return { svg, facts: figureFacts({ ...outcome, svg, legendWanted: options.legend !== false }) };
}

/** Where everything stands. */
interface Setting extends Layout {
  readonly arranged: Arrangement;
  readonly content: Content;
  readonly drawn: Drawn;
  readonly corner: Corner | null;
  readonly covered: number;
  /** Labels that were asked for. */
  readonly wanted: number;
}

function setFigure(
  scene: Scene,
  options: NetworkFigureOptions,
  page: Page,
  minimum: Minimum,
  language: Language,
): Setting {
  const crop = options.crop === undefined || options.crop === 'all' ? null : options.crop;
  const legendAt = options.legend ?? true;
  const { leastPoints, fontWidth } = options;
  const { legend } = scene;
  const input = (content: Content): ArrangementInput => ({
    ...{ legend, content, page, language, minimum },
    ...{ legendAt, leastPoints, fontWidth },
  });

  // First as if every label were there; then, once it is known which ones fit, with the room that the others leave.
  let content = contentOf(scene, crop, options.labels);
  const wanted = content.labelled.length;
  let arranged = arrangement(input(content));
  const kept = keptLabels(content, arranged.scale, minimum, options.labels);
  if (kept.length < wanted) {
    content = { ...content, labelled: kept };
    arranged = arrangement(input(content));
  }

  const shown = content;
  const labels = shown.labelled.map((mark) => labelBox(mark, labelScale(mark, arranged.scale, minimum)));
  const others = legendAt === 'inside' ? alternatives(input(shown), arranged) : [];
  return leastCovered([arranged, ...others], (one): Setting => {
    const set = layout(shown, one, page, minimum);
    const drawn = { ...shown, labels, placement: set.placement };
    const corner = legendCorner(one, legendAt, set.body, gapOf(page), drawn);
    const covered = coveredByLegend(one, corner, drawn);
    return { ...set, arranged: one, content: shown, drawn, corner, covered, wanted };
  });
}

/** The first that covers nothing; else the one that covers least. */
function leastCovered<T extends { readonly covered: number }>(
  [first, ...others]: readonly [Arrangement, ...Arrangement[]],
  set: (arranged: Arrangement) => T,
): T {
  let best = set(first);
  for (const one of others) {
    if (best.covered === 0) break;
    const next = set(one);
    if (next.covered < best.covered) best = next;
  }
  return best;
}

/** An em of a label's longest line is a ninth of it: no label is set wider than the page. */
const LABEL_EM = 9;

function minimumOf(options: NetworkFigureOptions, page: Page): Minimum {
  const label = options.minLabelPoints ?? 5;
  const line = options.minLinePoints ?? 0.4;
  const widest = (page.width - 2 * page.margin) / ((LABEL_EM + 1.5) * (options.fontWidth ?? 1));
  // Only what was asked for is made smaller: five points are the least that can be read.
  const fitting = label > 5 ? Math.max(5, Math.min(label, widest)) : label;
  const most = options.maxLabelPoints;
  return most === undefined
    ? { label: fitting, line }
    : { label: fitting, line, mostLabel: Math.max(fitting, Math.min(most, widest)) };
}

interface Layout {
  /** The map on the page. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The page between title and caption, less a legend below the map. */
  readonly body: Bounds;
  /** Of the page. */
  readonly height: number;
  readonly placement: Placement;
}

function layout(content: Content, arranged: Arrangement, page: Page, minimum: Minimum): Layout {
  const { scale, legend, place } = arranged;
  const map = extent(content, scale, minimum);
  const width = map.x2 - map.x1;
  const height = map.y2 - map.y1;
  const gap = gapOf(page);
  const beside = legend && (place === 'right' || place === 'left') ? legend.width + gap : 0;
  const below = legend && place === 'below' ? legend.height + gap : 0;
  const around = 2 * page.margin + page.header + page.footer + below;
  const empty = content.actors.length === 0 ? page.width / 4 : 0;
  const legendHeight = place === 'below' ? 0 : (legend?.height ?? 0);
  const bodyHeight = page.height === null ? Math.max(height, legendHeight, empty) : page.height - around;
  const top = page.margin + page.header;
  const mapLeft = page.margin + (place === 'left' ? beside : 0);
  const mapRoom = page.width - 2 * page.margin - beside;
  const x = mapLeft + (mapRoom - width) / 2;
  const y = top + (bodyHeight - height) / 2;
  return {
    frame: { x, y, width, height },
    body: { x1: page.margin, y1: top, x2: page.width - page.margin, y2: top + bodyHeight },
    height: around + bodyHeight,
    placement: { scale, x: x - map.x1, y: y - map.y1 },
  };
}

/** Labels as they are on screen keep their places; where they must be drawn larger, those that still fit are kept. */
function keptLabels(
  { labelled, crop }: Content,
  scale: number,
  minimum: Minimum,
  wanted: NetworkFigureOptions['labels'],
): Content['labelled'] {
  const size = (mark: Content['labelled'][number]): number => labelScale(mark, scale, minimum);
  const inside = crop ? labelled.filter((mark) => labelInside(mark, crop, size(mark))) : labelled;
  const asTheyAre = typeof wanted !== 'string' && inside.every((mark) => size(mark) <= 1);
  if (wanted === 'all' || asTheyAre) return inside;
  const shown = visibleLabels(inside, scale, { minPixels: 0, scale: size });
  return inside.filter((mark) => shown.has(mark.id));
}
