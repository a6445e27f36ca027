import { formatValue } from '../metrics/format.ts';
import type { Fact, NumberStyle } from '../metrics/detail.ts';
import { THEMES } from '../scene/palette.ts';
import { chartIn } from './charts.ts';
import { lineElement } from './axes.ts';
import { detailPage, INK, MUTED_INK, type Body, type Frame } from './detail-page.ts';
import { DISTRIBUTION_TEXTS } from './distribution-texts.ts';
import type { DetailFigureOptions } from './figure.ts';
import { histogramBins, quantile } from './histogram-bins.ts';
import { attributes, decimal, group, textElement } from './svg.ts';
import { textWidth } from '../scene/text.ts';

export interface Distribution {
  /** Of the measure, as the axis names it. */
  readonly name: string;
  readonly style: NumberStyle;
  readonly digits: number;
  /** What is counted: actors, ties or sectors. */
  readonly of: 'actor' | 'tie' | 'sector';
  /** NaN where undefined. */
  readonly values: Float64Array;
  /** Whether the share of those with so much or more is drawn on logarithmic axes too. */
  readonly cumulative: boolean;
}

/** Height of a chart as a part of its width. */
const HIGH = 0.62;
/** From this width on, in parts of the size of letters, two charts stand beside each other. */
const BESIDE = 62;
const GAP = 3;

/**
 * How values are spread: a histogram with the median, and where it is asked for the complementary cumulative
 * distribution on logarithmic axes. What is undefined is counted below.
 */
export function distributionFigure(distribution: Distribution, options: DetailFigureOptions): string {
  const known = distribution.values.filter((value) => Number.isFinite(value)).sort();
  return detailPage(options, factsOf(known, distribution), (frame) => bodyOf(distribution, known, frame));
}

function bodyOf(distribution: Distribution, known: Float64Array, frame: Frame): Body {
  const { left, top, width, font, language } = frame;
  const positive = known.filter((value) => value > 0);
  const cumulative = distribution.cumulative && new Set(positive).size >= 3;
  const beside = cumulative && width >= BESIDE * font;
  const own = beside ? (width - GAP * font) / 2 : width;
  const height = Math.max(own * HIGH, 14 * font);
  const room = { left, top, width: own, height, font, language };
  const second = beside
    ? { ...room, left: left + own + GAP * font }
    : { ...room, top: top + height + GAP * font };
  const zeros = known.length - positive.length;
  const undefinedCount = distribution.values.length - known.length;
  return {
    height: cumulative && !beside ? 2 * height + GAP * font : height,
    groups: [
      group('histogram', histogram(distribution, known, room)),
      group('cumulative', cumulative ? cumulativeElements(distribution, positive, known.length, second) : []),
    ],
    notes: [
      ...(cumulative ? [DISTRIBUTION_TEXTS.noLaw[language]] : []),
      ...(cumulative && zeros > 0 ? [DISTRIBUTION_TEXTS.zeros[language](zeros)] : []),
      ...(undefinedCount > 0 ? [DISTRIBUTION_TEXTS.undefined[language](undefinedCount)] : []),
    ],
  };
}

type Room = Parameters<typeof chartIn>[0];

function histogram({ name, style, digits, of }: Distribution, known: Float64Array, room: Room): string[] {
  const { font, language } = room;
  const { edges, counts } = histogramBins(known, style === 'count');
  const chart = chartIn(
    room,
    { values: Float64Array.from(edges), style, name },
    // Room above the bars for the median.
    {
      values: Float64Array.of(0, 1.14 * Math.max(...counts)),
      style: 'count',
      name: DISTRIBUTION_TEXTS.count[of][language],
    },
  );
  const { x, y, box } = chart;
  const gap = Math.min(1, (x.at(edges[1] ?? 1) - x.at(edges[0] ?? 0)) * 0.1);
  const bars = counts.map((count, k) => {
    if (count === 0) return '';
    const from = x.at(edges[k] ?? 0) + gap / 2;
    const to = x.at(edges[k + 1] ?? 0) - gap / 2;
    const top = y.at(count);
    return `<rect${attributes({ x: from, y: top, width: Math.max(0.2, to - from), height: box.bottom - top, fill: THEMES.light.neutral })}/>`;
  });
  const median = quantile(known, 0.5);
  const at = x.at(median);
  const text = `${DISTRIBUTION_TEXTS.median[language]} ${formatValue(median, { style, digits }, language)}`;
  const toLeft = at + textWidth(text, font) * 1.05 + font > box.right;
  return [
    ...chart.axes,
    ...bars,
    lineElement(
      box.left,
      box.bottom,
      box.right,
      box.bottom,
      attributes({ stroke: MUTED_INK, 'stroke-width': font / 12 }),
    ),
    lineElement(
      at,
      box.top,
      at,
      box.bottom,
      attributes({
        stroke: INK,
        'stroke-width': font / 9,
        'stroke-dasharray': [font / 3, font / 3].map(decimal).join(' '),
      }),
    ),
    textElement([text], toLeft ? at - font * 0.4 : at + font * 0.4, box.top + font * 0.9, {
      size: font,
      fill: INK,
      anchor: toLeft ? 'end' : 'start',
      halo: { colour: THEMES.light.paper, width: font / 8 },
    }),
  ];
}

/** P(X >= x) of the values above zero: a dot for each value that occurs. */
function cumulativeElements(
  { name, style, of }: Distribution,
  positive: Float64Array,
  count: number,
  room: Room,
): string[] {
  const { font, language } = room;
  const xs: number[] = [];
  const shares: number[] = [];
  positive.forEach((value, k) => {
    if (k > 0 && value === positive[k - 1]) return;
    xs.push(value);
    shares.push((positive.length - k) / count);
  });
  const chart = chartIn(
    room,
    { values: Float64Array.from(xs), style, name, logarithmic: true },
    {
      // From all of them to a little less than the least share.
      values: Float64Array.of(1, 0.8 * (shares.at(-1) ?? 1), ...shares),
      style: 'share',
      name: DISTRIBUTION_TEXTS.orMore[of][language],
      logarithmic: true,
    },
  );
  const dots = xs.map((value, k) => {
    const place = { cx: chart.x.at(value), cy: chart.y.at(shares[k] ?? 0), r: font * 0.22 };
    return `<circle${attributes({ ...place, fill: THEMES.light.paper, stroke: INK, 'stroke-width': font / 10 })}/>`;
  });
  return [...chart.axes, ...dots];
}

function factsOf(known: Float64Array, { style, digits }: Distribution): readonly Fact[] {
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const shown = style === 'count' ? ('number' as const) : style;
  const of = (id: keyof typeof DISTRIBUTION_TEXTS.facts, value: number): Fact => ({
    id,
    name: DISTRIBUTION_TEXTS.facts[id],
    value: Number.isNaN(value) ? null : value,
    style: shown,
    digits,
  });
  return [
    { id: 'n', name: DISTRIBUTION_TEXTS.facts.n, value: known.length, style: 'count', digits: 1 },
    of('mean', mean),
    of('lower', quantile(known, 0.25)),
    of('upper', quantile(known, 0.75)),
    of('least', known[0] ?? NaN),
    of('greatest', known[known.length - 1] ?? NaN),
  ];
}
