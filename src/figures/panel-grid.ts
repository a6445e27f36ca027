import { legibleScale } from '../scene/labels.ts';
import { unionOf, type Bounds } from '../scene/marks.ts';
import type { ActorMark } from '../scene/marks.ts';
import type { Scene } from '../scene/scene.ts';
import { contentOf, extent, type Content, type Minimum } from './content.ts';
import { fittingScale } from './fitting-scale.ts';
import type { Placement } from './marks.ts';

/** Of a panel, as a part of its width. */
const HIGHEST = 1.05;
const NARROWEST = 115;
/** Round the map within its frame, in points: rings and badges stand off the marks. */
const PADDING = 6;

/** Points per map unit: on smaller maps no name is read. */
const LEAST_SCALE = 0.005;
const LEAST_SHARE = 0.4;
/** Names that were chosen for a scale may need a little more room than that leaves. */
const ROUNDING = 0.9;

/** Maps side by side at one scale, with the same place of the map in the same place of each frame. */
export interface PanelGrid {
  readonly scale: number;
  readonly contents: readonly Content[];
  /** Of each panel, the ids of the actors that are named. */
  readonly named: readonly ReadonlySet<string>[];
  /** Of all maps at that scale. */
  readonly extent: Bounds;
  readonly columns: number;
  /** Of one panel, and of its frame. */
  readonly width: number;
  readonly panelHeight: number;
  /** Above each frame. */
  readonly head: number;
  readonly gap: number;
  /** Of all rows. */
  readonly height: number;
}

export interface PanelGridInput {
  readonly scenes: readonly Scene[];
  /** Of all panels, in points. */
  readonly room: number;
  readonly font: number;
  readonly minimum: Minimum;
  /** The labels that may be drawn. */
  readonly labels: 'auto' | 'all' | 'none';
  /** So many beside each other where there is room, or in any case. */
  readonly columns: number;
  readonly exactly?: boolean;
  /** Narrower panels stand below each other; in points, 115 unless told. */
  readonly narrowest?: number;
  /** Of all rows; as high as they need unless told. */
  readonly height?: number;
  /** Above frames of this width; two lines of letters unless told. */
  readonly headFor?: (width: number) => number;
  /** How small names may make the maps, as a part of what they would be without; 0.4 unless told. */
  readonly nameless?: number;
  /** Which of the labels that each panel may have are shown. */
  readonly named: (
    labelled: readonly (readonly ActorMark[])[],
    scale: number,
    size: (mark: ActorMark) => number,
  ) => readonly ReadonlySet<string>[];
}

/** First as if every label were there; then, once it is known which ones fit, with the room that the others leave. */
export function panelGrid(input: PanelGridInput): PanelGrid {
  const { scenes, room, font, minimum } = input;
  const gap = font * 1.6;
  const columns = input.exactly ? input.columns : columnsFor(input, gap);
  const width = (room - gap * (columns - 1)) / columns;
  const rows = Math.ceil(scenes.length / columns);
  const head = input.headFor?.(width) ?? font * 1.9;
  const highest =
    input.height === undefined
      ? width * HIGHEST
      : Math.min(width * HIGHEST, (input.height - gap * (rows - 1)) / rows - head);
  const fit = (tried: readonly Content[]): number => largestScale(tried, { width, highest, font }, minimum);
  // Panels that show one scene in several ways are measured once.
  const known = new Map(
    [...new Set(scenes)].map((scene) => [scene, contentOf(scene, null, input.labels)] as const),
  );
  const different = [...known.values()];
  const all = scenes.map((scene) => known.get(scene) ?? contentOf(scene, null, input.labels));
  const bareScale = fit(different.map(withoutLabels));
  const share = input.nameless ?? LEAST_SHARE;
  const first = Math.max(fit(different), bareScale * share);
  const fitting =
    first < LEAST_SCALE
      ? scenes.map(() => new Set<string>())
      : input.named(
          all.map(({ labelled }) => labelled),
          first,
          (mark) => legibleScale(mark, first, minimum.label),
        );
  const keptScale = fit(
    different.map((content) => {
      const own = fitting.filter((_, k) => all[k] === content);
      return withLabels(content, (id) => own.some((names) => names.has(id)));
    }),
  );
  // Names that would leave the maps no room are not drawn.
  const roomy = keptScale > 0 && keptScale >= bareScale * share * ROUNDING;
  const scale = roomy ? keptScale : bareScale;
  const contents = all.map((content, k) =>
    withLabels(content, (id) => roomy && (fitting[k]?.has(id) ?? false)),
  );
  const named = roomy ? fitting : scenes.map(() => new Set<string>());
  const joined = joinedExtent(contents, scale, minimum);
  const panelHeight = Math.max(joined.y2 - joined.y1 + 2 * PADDING, Math.min(highest, width * 0.3));
  const height = rows * (head + panelHeight) + (rows - 1) * gap;
  return { scale, contents, named, extent: joined, columns, width, panelHeight, head, gap, height };
}

function withoutLabels(content: Content): Content {
  return { ...content, labelled: [] };
}

function withLabels(content: Content, shown: (id: string) => boolean): Content {
  return { ...content, labelled: content.labelled.filter(({ id }) => shown(id)) };
}

/** As many as wanted, or fewer so that none is too narrow and the last row is about as full as the others. */
function columnsFor(
  { columns: wanted, scenes, room, narrowest = NARROWEST }: PanelGridInput,
  gap: number,
): number {
  if ((room - gap * (wanted - 1)) / wanted >= narrowest) return Math.max(1, wanted);
  const most = Math.max(1, Math.floor((room + gap) / (narrowest + gap)));
  return Math.ceil(scenes.length / Math.ceil(scenes.length / most));
}

/** Where the frame of a panel and the map in it stand. */
export interface PanelPlace {
  readonly left: number;
  /** Of the head. */
  readonly top: number;
  readonly frame: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly placement: Placement;
}

export function panelPlace(
  { scale, extent: bounds, columns, width, panelHeight, head, gap }: PanelGrid,
  k: number,
  origin: { readonly left: number; readonly top: number },
): PanelPlace {
  const left = origin.left + (k % columns) * (width + gap);
  const top = origin.top + Math.floor(k / columns) * (head + panelHeight + gap);
  const frame = { x: left, y: top + head, width, height: panelHeight };
  return {
    left,
    top,
    frame,
    placement: {
      scale,
      x: left + (width - (bounds.x2 - bounds.x1)) / 2 - bounds.x1,
      y: frame.y + (panelHeight - (bounds.y2 - bounds.y1)) / 2 - bounds.y1,
    },
  };
}

function joinedExtent(contents: readonly Content[], scale: number, minimum: Minimum): Bounds {
  return unionOf(
    contents.filter(({ actors }) => actors.length > 0).map((content) => extent(content, scale, minimum)),
  );
}

interface FrameRoom {
  readonly width: number;
  readonly highest: number;
  readonly font: number;
}

function largestScale(
  contents: readonly Content[],
  { width, highest, font }: FrameRoom,
  minimum: Minimum,
): number {
  return fittingScale({ font }, (scale) => {
    const { x1, y1, x2, y2 } = joinedExtent(contents, scale, minimum);
    return x2 - x1 <= width - 2 * PADDING && y2 - y1 <= highest - 2 * PADDING;
  });
}
