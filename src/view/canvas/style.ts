import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import type { ActorMark, TieMark } from '../../scene/marks.ts';

/** cytoscape's own rule for the length of an arrow head, turned round: the scale that gives `size` map units. */
function arrowScale(width: number, size: number): number {
  return size / (0.3 * Math.max((width * 13.37) ** 0.9, 29));
}

export interface ActorData {
  readonly id: string;
  readonly mark: ActorMark;
}

export interface TieData {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly mark: TieMark;
}

const actor = (node: NodeSingular): ActorMark => node.data('mark') as ActorMark;
/** Labels grow against the zoom, so that they stay legible when the whole map is seen. */
const labelScale = (node: NodeSingular): number => (node.data('labelScale') as number | undefined) ?? 1;
const tie = (edge: EdgeSingular): TieMark => edge.data('mark') as TieMark;

/** Translates marks to cytoscape's style: it draws what the scene says and decides nothing. */
export function stylesheet(accent: string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: (node: NodeSingular) => actor(node).shape,
        width: (node: NodeSingular) => actor(node).width,
        height: (node: NodeSingular) => actor(node).height,
        'background-color': (node: NodeSingular) => actor(node).fill,
        'border-color': (node: NodeSingular) => actor(node).stroke,
        'border-width': (node: NodeSingular) => actor(node).strokeWidth,
        label: (node: NodeSingular) => actor(node).label.lines.join('\n'),
        color: (node: NodeSingular) => actor(node).label.colour,
        'font-size': (node: NodeSingular) => actor(node).label.fontSize * labelScale(node),
        'font-family': LABEL_FONT,
        'line-height': 1.2,
        'text-wrap': 'wrap',
        'text-max-width': '10000px',
        'text-valign': 'bottom',
        'text-halign': 'center',
        'text-margin-y': (node: NodeSingular) => actor(node).label.top - actor(node).height / 2,
        'text-outline-color': (node: NodeSingular) => actor(node).label.halo,
        'text-outline-width': (node: NodeSingular) => actor(node).label.haloWidth * labelScale(node),
        'text-events': 'no',
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    // Pinned: a double rim, as if nailed down.
    {
      selector: 'node.pinned',
      style: {
        'border-style': 'double',
        'border-width': (node: NodeSingular) => 4 * actor(node).strokeWidth,
      },
    },
    // Below those that have names: a name is not cut by the mark of a lesser actor.
    { selector: 'node.quiet', style: { 'text-opacity': 0, 'z-index': 0 } },
    {
      selector: 'node:selected',
      style: {
        'outline-width': 3,
        'outline-color': accent,
        'outline-offset': 2,
        'outline-opacity': 1,
        'z-index': 10,
      },
    },
    {
      selector: 'node.target',
      style: {
        'outline-width': 4,
        'outline-color': accent,
        'outline-offset': 3,
        'outline-style': 'dashed',
        'outline-opacity': 1,
      },
    },
    {
      selector: 'edge',
      style: {
        width: (edge: EdgeSingular) => tie(edge).width,
        'line-color': (edge: EdgeSingular) => tie(edge).colour,
        'line-style': (edge: EdgeSingular) => (tie(edge).dash.length > 0 ? 'dashed' : 'solid'),
        'line-dash-pattern': (edge: EdgeSingular) =>
          tie(edge).dash.length > 0 ? [...tie(edge).dash] : [6, 3],
        'line-cap': (edge: EdgeSingular) => tie(edge).cap,
        'line-opacity': (edge: EdgeSingular) => tie(edge).opacity,
        'target-arrow-shape': (edge: EdgeSingular) => (tie(edge).arrows === 'none' ? 'none' : 'triangle'),
        'source-arrow-shape': (edge: EdgeSingular) => (tie(edge).arrows === 'both' ? 'triangle' : 'none'),
        'target-arrow-color': (edge: EdgeSingular) => tie(edge).colour,
        'source-arrow-color': (edge: EdgeSingular) => tie(edge).colour,
        'arrow-scale': (edge: EdgeSingular) => arrowScale(tie(edge).width, tie(edge).arrowSize),
        'curve-style': (edge: EdgeSingular) => {
          const { curve, loop } = tie(edge);
          if (loop) return 'bezier';
          return curve === 0 ? 'straight' : 'unbundled-bezier';
        },
        'edge-distances': 'node-position',
        'control-point-distances': (edge: EdgeSingular) => tie(edge).curve,
        'control-point-weights': 0.5,
        'control-point-step-size': (edge: EdgeSingular) => tie(edge).loop?.distance ?? 40,
        'loop-direction': (edge: EdgeSingular) => `${tie(edge).loop?.direction ?? -45}deg`,
        'loop-sweep': (edge: EdgeSingular) => `${tie(edge).loop?.sweep ?? -90}deg`,
        'overlay-opacity': 0,
        // Picking among ties is ours (pick.ts): cytoscape's makes every move of the mouse 4-7 times dearer.
        events: 'no',
        'z-index': 0,
      },
    },
    { selector: 'edge.plain', style: { 'line-style': 'solid' } },
    { selector: '.faded', style: { opacity: 0.14 } },
    { selector: '.dim', style: { opacity: 0.12 } },
    {
      selector: 'node.lit',
      style: { 'outline-width': 3, 'outline-color': accent, 'outline-opacity': 1, 'z-index': 8 },
    },
    {
      selector: 'edge.lit',
      style: {
        'line-opacity': 1,
        'underlay-color': accent,
        'underlay-opacity': 0.5,
        'underlay-padding': 3,
        'z-index': 7,
      },
    },
    {
      selector: 'edge.chosen',
      style: {
        'underlay-color': accent,
        'underlay-opacity': 0.35,
        'underlay-padding': 5,
        'z-index': 9,
        opacity: 1,
      },
    },
  ] as unknown as StylesheetJson;
}

const LABEL_FONT =
  'Arial, "Helvetica Neue", Helvetica, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
