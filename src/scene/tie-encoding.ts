import { scaleLinear } from 'd3-scale';
import { same } from '../base/localized.ts';
import { tiesInOrder } from '../model/graph.ts';
import type { Graph, Tie } from '../model/graph.ts';
import { MECHANISM_NAMES, MECHANISMS, strangerTieType } from '../model/scheme.ts';
import type { Dash, TieType } from '../model/scheme.ts';
import { inListOrder, tally } from './actor-encoding.ts';
import type { Tally } from './actor-encoding.ts';
import type { LegendEntry, LegendSection, Swatch } from './legend.ts';
import { LEGEND_TITLES, LEGEND_WORDS, scaleEntry } from './legend.ts';
import type { TieMark } from './marks.ts';
import { numberScale, threeTicks, type NumberScale } from './number-scale.ts';
import { mechanismColour, onTheme, THEMES } from './palette.ts';
import type { Theme } from './palette.ts';

/** Widths in map units. */
const USUAL_WIDTH = 1.6;
const THINNEST = 1;
const WIDEST = 7;

/** As long as a head is wide; heads grow more slowly than their lines, as those of cytoscape.js do. */
function arrowSize(width: number): number {
  return 0.3 * Math.max((width * 13.37) ** 0.9, 29);
}

/** Strokes and gaps in map units, longer for wider lines so that the pattern stays the same to the eye. */
export function dashPattern(dash: Dash, width: number): readonly number[] {
  const unit = 1.2 + width;
  // A round cap adds half a width at each end of a stroke: a dot is a stroke of almost no length.
  const dot = 0.1;
  const lengths: Record<Dash, readonly number[]> = {
    solid: [],
    dashed: [2.6 * unit, 1.7 * unit],
    dotted: [dot, 1.5 * unit],
    'dash-dot': [3.2 * unit, 1.6 * unit, dot, 1.6 * unit],
    'long-dash': [5.6 * unit, 1.9 * unit],
  };
  return lengths[dash].map((length) => Math.round(length * 10) / 10);
}

/** Dots are round ends of strokes of no length. */
export function capOf(dash: Dash): 'butt' | 'round' {
  return dash === 'dotted' || dash === 'dash-dot' ? 'round' : 'butt';
}

const ARROWS: readonly TieMark['arrows'][] = ['none', 'end', 'both'];

export type TieLook = Pick<TieMark, 'width' | 'colour' | 'dash' | 'cap' | 'arrows' | 'arrowSize'>;

export interface TieEncoding {
  readonly of: (tie: Tie) => TieLook;
  readonly sections: (drawn: (tie: Tie) => boolean, hiddenTypes: ReadonlySet<string>) => LegendSection[];
  /** Place of a type in the scheme, for the order of parallel ties; types that it lacks come last. */
  readonly rank: (type: string) => number;
}

/** What the looks of ties are made by, besides each tie itself. */
export interface TieScales {
  /** What the width reaches over; null where it stands for nothing. */
  readonly weight: NumberScale | null;
  /** Whether there are one-way ties: only then have mutual ones heads. */
  readonly oneWay: boolean;
  /** How many are drawn: where they are very many each is fainter. */
  readonly drawn: number;
}

/** The scales of one picture on its own. */
export function tieScales(graph: Pick<Graph, 'ties' | 'view'>): TieScales {
  let oneWay = false;
  const weights: number[] = [];
  for (const tie of graph.ties.values()) {
    oneWay ||= tie.direction === 'one-way';
    if (Number.isFinite(tie.weight) && tie.weight > 0) weights.push(tie.weight);
  }
  const weight = graph.view.width === 'weight' ? numberScale(weights) : null;
  return { weight, oneWay, drawn: graph.ties.size };
}

export function tieEncoding(
  graph: Graph,
  theme: Theme,
  { weight: scale, oneWay }: Omit<TieScales, 'drawn'> = tieScales(graph),
): TieEncoding {
  const types = new Map<string, TieType>(graph.scheme.tieTypes.map((type) => [type.id, type]));
  const ranks = new Map(graph.scheme.tieTypes.map((type, rank) => [type.id, rank]));
  const typeOf = (id: string): TieType => {
    let type = types.get(id);
    if (!type) types.set(id, (type = strangerTieType(id)));
    return type;
  };

  let mutual = false;
  for (const tie of graph.ties.values()) mutual ||= tie.direction === 'mutual';
  const { tieColour, tieSize } = graph.view;
  const usual = toHundredth(USUAL_WIDTH * tieSize);
  const widthOf = widthScale(scale, tieSize);

  const plain = THEMES[theme].plainTie;
  const colours = new Map<string, string>();
  const colourOf = (type: string): string => {
    if (tieColour === 'plain') return plain;
    let colour = colours.get(type);
    if (!colour) {
      const { mechanism, colour: own } = typeOf(type);
      colour = tieColour === 'mechanism' ? mechanismColour(mechanism, theme) : onTheme(own, theme);
      colours.set(type, colour);
    }
    return colour;
  };

  // By type, then by arrows and width in one number: this is asked once for each tie of the map.
  const looks = new Map<string, Map<number, TieLook>>();
  const look = (type: string, width: number, arrows: TieMark['arrows']): TieLook => {
    let ofType = looks.get(type);
    if (!ofType) looks.set(type, (ofType = new Map()));
    const key = 4 * width + ARROWS.indexOf(arrows);
    let made = ofType.get(key);
    if (!made) {
      const { dash } = typeOf(type);
      made = {
        width,
        colour: colourOf(type),
        dash: dashPattern(dash, width),
        cap: capOf(dash),
        arrows,
        arrowSize: Math.round(arrowSize(width) * 10) / 10,
      };
      ofType.set(key, made);
    }
    return made;
  };
  // Where no tie has a direction, heads at both ends of every line would say nothing.
  const arrowsOf = (tie: Tie): TieMark['arrows'] =>
    tie.direction === 'one-way' ? 'end' : oneWay ? 'both' : 'none';
  const swatch = (type: string | null, width: number, arrows: TieMark['arrows']): Swatch => ({
    kind: 'tie',
    ...(type === null ? { ...look('', width, arrows), colour: plain } : look(type, width, arrows)),
  });

  return {
    of: (tie) => look(tie.type, widthOf(tie.weight), arrowsOf(tie)),
    rank: (type) => ranks.get(type) ?? ranks.size,
    sections: (drawn, hiddenTypes) => {
      const byType = new Map<string, Tally>();
      const byMechanism = new Map<string, Tally>();
      const byDirection = new Map<string, Tally>();
      for (const tie of tiesInOrder(graph)) {
        const seen = drawn(tie);
        tally(byType, tie.type, seen);
        tally(byMechanism, typeOf(tie.type).mechanism, seen);
        tally(byDirection, tie.direction, seen);
      }
      const sections: LegendSection[] = [];
      const listed = graph.scheme.tieTypes.map((type) => type.id);
      const entries = inListOrder(byType, listed).map((id): LegendEntry => ({
        id,
        label: typeOf(id).name,
        swatch: swatch(id, usual, 'none'),
        count: byType.get(id)?.count ?? 0,
        total: byType.get(id)?.total ?? 0,
        hidden: hiddenTypes.has(id),
      }));
      if (entries.length > 0) sections.push({ kind: 'tie-types', title: LEGEND_TITLES.tieTypes, entries });
      if (tieColour === 'mechanism' && entries.length > 0) {
        sections.push({
          kind: 'mechanisms',
          title: LEGEND_TITLES.mechanisms,
          entries: MECHANISMS.filter((mechanism) => byMechanism.has(mechanism)).map(
            (mechanism): LegendEntry => ({
              id: mechanism,
              label: MECHANISM_NAMES[mechanism],
              swatch: {
                kind: 'tie',
                ...look('', usual, 'none'),
                colour: mechanismColour(mechanism, theme),
              },
              count: byMechanism.get(mechanism)?.count ?? 0,
              total: byMechanism.get(mechanism)?.total ?? 0,
              hidden: false,
            }),
          ),
        });
      }
      if (scale && !scale.even) {
        sections.push({
          kind: 'tie-width',
          title: LEGEND_TITLES.tieWidth,
          entries: threeTicks(scale, widthOf).map(({ value, text }) =>
            scaleEntry(text, same(text), swatch(null, widthOf(value), 'none')),
          ),
        });
      }
      if (oneWay) {
        const directions = (['one-way', 'mutual'] as const).filter(
          (direction) => direction === 'one-way' || mutual,
        );
        sections.push({
          kind: 'direction',
          title: LEGEND_TITLES.direction,
          entries: directions.map((direction): LegendEntry => ({
            id: direction,
            label: direction === 'one-way' ? LEGEND_WORDS.oneWay : LEGEND_WORDS.mutual,
            swatch: swatch(null, usual, direction === 'one-way' ? 'end' : 'both'),
            count: byDirection.get(direction)?.count ?? 0,
            total: byDirection.get(direction)?.total ?? 0,
            hidden: false,
          })),
        });
      }
      return sections;
    },
  };
}

/** The thinnest line for the smallest weight; the more the weights differ, the wider the widest, up to the limit. */
function widthScale(scale: NumberScale | null, times: number): (weight: number) => number {
  if (!scale || scale.even) return () => toHundredth(USUAL_WIDTH * times);
  const widest = Math.min(WIDEST, THINNEST + 1.5 * Math.log2(scale.max / scale.min));
  const widths = scaleLinear().domain([scale.min, scale.max]).range([THINNEST, widest]).clamp(true);
  return (weight) => toHundredth(widths(weight) * times);
}

/** Of a map unit. */
function toHundredth(width: number): number {
  return Math.round(width * 100) / 100;
}
