import type { ActorMark } from '../../scene/marks.ts';
import type { Scene } from '../../scene/scene.ts';
import { tiePath } from '../../scene/tie-path.ts';
import { actorOutline, tieOutline } from '../canvas/overlay-paths.ts';

/** Lines of one look: a single path, so that thousands cost what a few do. */
export interface TiePaths {
  readonly key: string;
  readonly colour: string;
  readonly width: number;
  readonly dash: string;
  readonly cap: 'butt' | 'round';
  readonly opacity: number;
  readonly line: string;
  readonly heads: string;
}

/** Shapes of one look that lie on one level. */
export interface ActorPaths {
  readonly key: number;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly d: string;
}

/** How much wider than on the map all lines are drawn, so that their widths can be told where the map is small. */
export function lineScale(zoom: number): number {
  return Math.min(2, Math.max(1, 0.8 / zoom));
}

/** @param zoom px per map unit */
export function tiePaths({ ties, actorById }: Scene, zoom: number): readonly TiePaths[] {
  const wider = lineScale(zoom);
  const byLook = new Map<string, { first: (typeof ties)[number]; lines: string[]; heads: string[] }>();
  for (const tie of ties) {
    const [source, target] = [actorById.get(tie.source), actorById.get(tie.target)];
    const arrowSize = tie.arrowSize * wider;
    const path = source && target && tiePath({ ...tie, arrowSize }, source, target);
    if (!path) continue;
    const { colour, width, cap, opacity } = tie;
    const key = `${colour} ${width} ${tie.dash.join(',')} ${cap} ${opacity}`;
    let look = byLook.get(key);
    if (!look) byLook.set(key, (look = { first: tie, lines: [], heads: [] }));
    const { line, heads } = tieOutline(path, arrowSize, zoom);
    look.lines.push(line);
    look.heads.push(...heads);
  }
  return [...byLook].map(([key, { first, lines, heads }]) => ({
    key,
    colour: first.colour,
    width: first.width * wider * zoom,
    dash: first.dash.map((length) => (length * wider * zoom).toFixed(1)).join(' '),
    cap: first.cap,
    opacity: first.opacity,
    line: lines.join(''),
    heads: heads.join(''),
  }));
}

/** The small above the large, as on the map. */
export function actorPaths({ actors }: Scene, zoom: number): readonly ActorPaths[] {
  const lookOf = ({ fill, stroke }: ActorMark): string => `${fill} ${stroke}`;
  const sorted = [...actors].sort(
    (a, b) => b.diameter - a.diameter || (lookOf(a) < lookOf(b) ? -1 : lookOf(a) > lookOf(b) ? 1 : 0),
  );
  const runs: { first: ActorMark; outlines: string[] }[] = [];
  for (const mark of sorted) {
    const last = runs.at(-1);
    if (last && lookOf(last.first) === lookOf(mark)) last.outlines.push(actorOutline(mark, zoom));
    else runs.push({ first: mark, outlines: [actorOutline(mark, zoom)] });
  }
  return runs.map(({ first, outlines }, key) => ({
    key,
    fill: first.fill,
    stroke: first.stroke,
    width: Math.max(0.75, first.strokeWidth * zoom),
    d: outlines.join(''),
  }));
}
