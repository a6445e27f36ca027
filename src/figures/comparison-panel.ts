import type { ChangeKind } from '../model/compare.ts';
import { CHANGE_SIGNS, type ActorDifference, type DifferenceMarks } from '../scene/difference-marks.ts';
import { legibleScale } from '../scene/labels.ts';
import type { ActorMark, TieMark } from '../scene/marks.ts';
import type { TiePath } from '../scene/tie-path.ts';
import { SMALL } from './comparison-table.ts';
import type { Content, Minimum } from './content.ts';
import { lineScale } from './content.ts';
import { drawnTie } from './drawn-tie.ts';
import { actorElement, labelElement, tieElement, type Placement } from './marks.ts';
import { attributes, textElement } from './svg.ts';
import { TONES } from './tone-mark.ts';

/** On paper; each kind has its line and its sign too. */
const CHANGE_COLOURS: Readonly<Record<ChangeKind, string>> = {
  added: TONES.good,
  removed: '#b3261e',
  changed: TONES.concern,
};

export interface PanelElements {
  /** Lines, to be filled with nothing. */
  readonly ties: readonly string[];
  readonly actors: readonly string[];
}

interface Drawing {
  readonly placement: Placement;
  readonly minimum: Minimum;
  /** Of badges, in points. */
  readonly font: number;
  /** Ids of the actors that are named. */
  readonly named: ReadonlySet<string>;
}

/** One state: its ties, actors and labels as in any figure, with what is new, gone and changed lit among them. */
export function panelElements(content: Content, lit: DifferenceMarks, drawing: Drawing): PanelElements {
  const { placement, minimum } = drawing;
  const wider = lineScale(placement.scale, minimum);
  const gone = lit.actors.filter(({ kind }) => kind === 'removed');
  const here = lit.actors.filter(({ kind }) => kind !== 'removed');
  const ties = [
    ...lit.ties.map(({ kind, tie, path }) => tieLight(kind, tie, path, drawing)),
    ...content.ties.map((tie) => drawnTie(tie, placement, wider)),
  ];
  const actors = [
    ...gone.map(({ mark }) => ghost(mark, drawing)),
    ...content.actors.map((mark) => actorElement(mark, placement)),
    ...here.map(({ kind, mark }) => ring(kind, mark, drawing)),
    ...[...content.labelled, ...gone.filter(({ mark }) => drawing.named.has(mark.id)).map(goneName)].map(
      (mark) => labelElement(mark, placement, legibleScale(mark, placement.scale, minimum.label)),
    ),
    ...lit.actors.map(({ kind, mark }) => {
      const x = placement.x + (mark.x + mark.width / 2) * placement.scale;
      const y = placement.y + (mark.y - mark.height / 2) * placement.scale;
      return badge(kind, x, y, drawing.font);
    }),
  ];
  return { ties, actors };
}

/** In points, whatever the scale of the map: beside the line or round the shape. */
const AROUND = 1.6;

function tieLight(kind: ChangeKind, tie: TieMark, path: TiePath, { placement }: Drawing): string {
  const { scale } = placement;
  const gone = kind === 'removed';
  const width = gone ? Math.max(0.7, tie.width * scale * 0.7) : tie.width * scale + 2 * AROUND;
  const dash = { added: [], removed: [3.2, 2.4], changed: [0.1, 4] }[kind];
  return tieElement(
    {
      width: width / scale,
      colour: CHANGE_COLOURS[kind],
      dash: dash.map((length) => length / scale),
      cap: kind === 'changed' ? 'round' : 'butt',
      arrowSize: tie.arrowSize,
      opacity: gone ? 0.9 : 0.5,
    },
    gone ? path : { ...path, heads: [] },
    placement,
  );
}

function goneName({ mark }: ActorDifference): ActorMark {
  return { ...mark, label: { ...mark.label, colour: CHANGE_COLOURS.removed } };
}

/** Drawn where it was, hollow. */
function ghost(mark: ActorMark, { placement }: Drawing): string {
  return actorElement(
    {
      ...mark,
      fill: 'none',
      stroke: CHANGE_COLOURS.removed,
      strokeWidth: 0.9 / placement.scale,
      dash: [2.4 / placement.scale, 1.8 / placement.scale],
      opacity: 1,
    },
    placement,
  );
}

function ring(kind: ChangeKind, mark: ActorMark, { placement }: Drawing): string {
  const { scale } = placement;
  const gap = (2 * AROUND + 1) / scale;
  return actorElement(
    {
      ...mark,
      width: mark.width + gap,
      height: mark.height + gap,
      fill: 'none',
      stroke: CHANGE_COLOURS[kind],
      strokeWidth: 1.2 / scale,
      ...(kind === 'changed' && { dash: [1.2 / scale, 1.6 / scale] }),
      opacity: 1,
    },
    placement,
  );
}

/** The sign of a kind in a disc. */
export function badge(kind: ChangeKind, x: number, y: number, font: number): string {
  const disc = `<circle${attributes({
    cx: x,
    cy: y,
    r: font * 0.5,
    fill: CHANGE_COLOURS[kind],
    stroke: '#ffffff',
    'stroke-width': font * 0.1,
  })}/>`;
  const sign = textElement([CHANGE_SIGNS[kind]], x, y + font * 0.3, {
    size: font * SMALL,
    fill: '#ffffff',
    anchor: 'middle',
    bold: true,
  });
  return disc + sign;
}
