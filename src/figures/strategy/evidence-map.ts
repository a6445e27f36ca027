import type { Finding } from '../../metrics/diagnosis/rule.ts';
import type { ActorMark, TieMark } from '../../scene/marks.ts';
import type { Scene } from '../../scene/scene.ts';
import { networkFigure } from '../network-figure.ts';

/** What findings are about stays as it is; all else steps back so far. */
const FAINT = 0.16;
/** Of lines for pairs that no tie joins, map units. */
const WIDTH = 2.4;
const DASH = [7, 5];
/** Beside any tie between the two, as a part of the distance. */
const BOW = 0.13;
/** More are a thicket that nobody reads. */
const MOST_PAIRS = 120;

/** Of a finding that is about many actors so many are lit: a map on which all are in full says nothing. */
const MOST_ACTORS = 12;

/** The part of a page's height that a map of the evidence may take, in mm. */
const HEIGHT_MM = 70;

/**
 * The map with what findings are about in full and named, their pairs as broken lines; null where nothing of it is
 * drawn.
 * @param hue #rrggbb, of the broken lines
 */
export function evidenceMap(
  scene: Scene,
  findings: readonly Finding[],
  hue: string,
  widthMm: number,
): string | null {
  const lit = litScene(scene, findings, hue);
  if (lit.named.size === 0) return null;
  const { x1, y1, x2, y2 } = scene.bounds;
  const height = (widthMm * (y2 - y1)) / Math.max(1, x2 - x1);
  return networkFigure(lit.scene, {
    widthMm,
    ...(height > HEIGHT_MM && { heightMm: HEIGHT_MM }),
    labels: lit.named,
    legend: false,
    background: '#ffffff',
    minLabelPoints: 6,
  });
}

interface LitScene {
  readonly scene: Scene;
  /** Ids of the actors that the findings are about. */
  readonly named: ReadonlySet<string>;
}

/** The scene in which all but the findings' actors, ties and pairs is faint. */
export function litScene(scene: Scene, findings: readonly Finding[], hue: string): LitScene {
  const ties = new Set(findings.flatMap((finding) => finding.ties));
  const pairs = new Map(
    findings.flatMap((finding) => finding.pairs.map((pair) => [pair.join(' '), pair] as const)),
  );
  const named = new Set(
    [...findings.flatMap(({ actors }) => actors.slice(0, MOST_ACTORS)), ...[...pairs.values()].flat()].filter(
      (id) => scene.actorById.has(id),
    ),
  );
  const ends = new Set(named);
  for (const { id, source, target } of scene.ties) if (ties.has(id)) ends.add(source).add(target);
  const order = [...named];
  const actors = scene.actors.map((mark): ActorMark => {
    if (!ends.has(mark.id)) return faint(mark);
    // Where not all names have room, those of the worst findings come first.
    const place = order.indexOf(mark.id);
    const priority = place < 0 ? 0 : order.length - place;
    return { ...mark, label: { ...mark.label, priority } };
  });
  const drawn = [...pairs.values()]
    .filter(([from, to]) => from !== to && named.has(from) && named.has(to))
    .slice(0, MOST_PAIRS)
    .map(([from, to]) => pairMark(scene, from, to, hue));
  return {
    named,
    scene: {
      ...scene,
      actors,
      actorById: new Map(actors.map((mark) => [mark.id, mark])),
      ties: [...scene.ties.map((mark) => (ties.has(mark.id) ? mark : faint(mark))), ...drawn],
    },
  };
}

function faint<Mark extends { readonly opacity: number }>(mark: Mark): Mark {
  return { ...mark, opacity: mark.opacity * FAINT };
}

function pairMark(scene: Scene, source: string, target: string, colour: string): TieMark {
  const [from, to] = [scene.actorById.get(source), scene.actorById.get(target)];
  const [dx, dy] = [(to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0)];
  return {
    id: `pair ${source} ${target}`,
    source,
    target,
    type: '',
    width: WIDTH,
    colour,
    opacity: 1,
    dash: DASH,
    cap: 'butt',
    arrows: 'none',
    arrowSize: 0,
    curve: 2 * BOW * Math.sqrt(dx * dx + dy * dy),
    loop: null,
  };
}
