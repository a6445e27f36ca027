import type { Localized } from '../../base/localized.ts';
import { problem, type Problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import type { Graph, Position } from '../graph.ts';
import { namedActors, type Command, type Selection } from './command.ts';
import { moveActors } from './move-actors.ts';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const DISTRIBUTIONS = ['horizontal', 'vertical'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** How large actors are drawn, in map units; those that it lacks count as points. */
export type Extents = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

interface Placing {
  readonly ids: readonly string[];
  readonly extents?: Extents;
}

export interface AlignArgs extends Placing {
  readonly to: Alignment;
}

export interface DistributeArgs extends Placing {
  readonly along: Distribution;
}

const ALIGN_NAMES: Readonly<Record<Alignment, Localized>> = {
  left: { en: 'Align left', zh: '左对齐' },
  centre: { en: 'Align centres', zh: '水平居中对齐' },
  right: { en: 'Align right', zh: '右对齐' },
  top: { en: 'Align tops', zh: '顶端对齐' },
  middle: { en: 'Align middles', zh: '垂直居中对齐' },
  bottom: { en: 'Align bottoms', zh: '底端对齐' },
};

const DISTRIBUTE_NAMES: Readonly<Record<Distribution, Localized>> = {
  horizontal: { en: 'Distribute horizontally', zh: '水平均匀分布' },
  vertical: { en: 'Distribute vertically', zh: '垂直均匀分布' },
};

export function alignmentName(to: Alignment): Localized {
  return ALIGN_NAMES[to];
}

export function distributionName(along: Distribution): Localized {
  return DISTRIBUTE_NAMES[along];
}

/**
 * Brings one edge (or the middle) of actors to one line. Pinned actors stay: where there are some the line is theirs, else
 * it is that of all.
 */
export const alignActors: Command<AlignArgs> = {
  id: 'align-actors',
  title: { en: 'Align', zh: '对齐' },
  keys: [],
  available: severalActors(2),
  plan(graph, { ids, to, extents }, environment) {
    const axis = to === 'left' || to === 'centre' || to === 'right' ? 0 : 1;
    const read = spansOf(graph, ids, axis, extents, 2);
    if (!read.ok) return read;
    const spans = read.value;
    const held = spans.filter(({ pinned }) => pinned);
    const givers = held.length > 0 ? held : spans;
    const start = Math.min(...givers.map(({ at, half }) => at - half));
    const end = Math.max(...givers.map(({ at, half }) => at + half));
    const place = ({ half }: Span): number => {
      if (to === 'left' || to === 'top') return start + half;
      if (to === 'right' || to === 'bottom') return end - half;
      return (start + end) / 2;
    };
    return move(graph, spans, axis, place, ALIGN_NAMES[to], environment);
  },
};

/**
 * Makes the gaps between actors equal, in the order in which they lie. The outermost two and those pinned stay; between
 * each two that stay the gaps are equal.
 */
export const distributeActors: Command<DistributeArgs> = {
  id: 'distribute-actors',
  title: { en: 'Distribute', zh: '均匀分布' },
  keys: [],
  available: severalActors(3),
  plan(graph, { ids, along, extents }, environment) {
    const axis = along === 'horizontal' ? 0 : 1;
    const read = spansOf(graph, ids, axis, extents, 3);
    if (!read.ok) return read;
    const spans = [...read.value].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const last = spans.length - 1;
    const places = new Map<string, number>();
    let from = 0;
    for (let to = 1; to <= last; to++) {
      if (to < last && !spans[to]?.pinned) continue;
      for (const [id, at] of between(spans.slice(from, to + 1))) places.set(id, at);
      from = to;
    }
    return move(
      graph,
      spans,
      axis,
      ({ id, at }) => places.get(id) ?? at,
      DISTRIBUTE_NAMES[along],
      environment,
    );
  },
};

/** An actor along one axis. */
interface Span {
  readonly id: string;
  readonly position: Position;
  readonly at: number;
  readonly half: number;
  readonly pinned: boolean;
}

/** Places of a run whose first and last stay. */
function between(run: readonly Span[]): readonly (readonly [id: string, at: number])[] {
  const [first, last] = [run[0], run.at(-1)];
  const inner = run.slice(1, -1);
  if (!first || !last || inner.length === 0) return [];
  const filled = inner.reduce((sum, { half }) => sum + 2 * half, 0);
  const gap = (last.at - last.half - first.at - first.half - filled) / (inner.length + 1);
  let edge = first.at + first.half;
  return inner.map(({ id, half }) => {
    const at = edge + gap + half;
    edge = at + half;
    return [id, at] as const;
  });
}

function spansOf(
  graph: Graph,
  ids: readonly string[],
  axis: 0 | 1,
  extents: Extents | undefined,
  least: number,
): Result<readonly Span[]> {
  const spans = [...new Set(ids)].flatMap((id): Span[] => {
    const actor = graph.actors.get(id);
    if (!actor?.position) return [];
    const size = extents?.get(id);
    const half = (axis === 0 ? size?.width : size?.height) ?? 0;
    return [
      {
        id,
        position: actor.position,
        at: actor.position[axis],
        half: half / 2,
        pinned: actor.pinned === true,
      },
    ];
  });
  if (spans.length < least) return failed(tooFew(least));
  if (spans.every(({ pinned }) => pinned)) return failed(ALL_PINNED);
  return ok(spans);
}

function move(
  graph: Graph,
  spans: readonly Span[],
  axis: 0 | 1,
  place: (span: Span) => number,
  name: Localized,
  environment: Parameters<typeof moveActors.plan>[2],
): ReturnType<typeof moveActors.plan> {
  const free = spans.filter(({ pinned }) => !pinned);
  const positions = new Map(
    free.map((span): [string, Position] => {
      const at = place(span);
      return [span.id, axis === 0 ? [at, span.position[1]] : [span.position[0], at]];
    }),
  );
  const subject = namedActors(
    graph,
    spans.map(({ id }) => id),
  );
  const step = { en: `${name.en}: ${subject.en}`, zh: `${name.zh}：${subject.zh}` };
  return moveActors.plan(graph, { positions, step }, environment);
}

function severalActors(least: number) {
  return (_graph: Graph, { actors }: Selection): true | Localized =>
    actors.size >= least || tooFew(least).message;
}

function tooFew(least: number): Problem {
  return problem(
    'too-few-actors',
    least === 2
      ? { en: 'Select two actors or more to align them.', zh: '请选中两个或更多主体再对齐。' }
      : { en: 'Select three actors or more to distribute them.', zh: '请选中三个或更多主体再均匀分布。' },
  );
}

const ALL_PINNED = problem('all-pinned', {
  en: 'All selected actors are pinned, so none was moved. Unpin those that may move (P).',
  zh: '所选主体均已固定，未作移动。请先取消固定可以移动的主体（P）。',
});
