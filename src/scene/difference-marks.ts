import type { ChangeKind, MapComparison } from '../model/compare.ts';
import type { ActorMark, TieMark } from './marks.ts';
import type { Scene } from './scene.ts';
import { tiePath, type TiePath } from './tie-path.ts';

/** Kinds of change told apart without colours. */
export const CHANGE_SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '≠' };

export interface ActorDifference {
  readonly kind: ChangeKind;
  readonly mark: ActorMark;
}

export interface TieDifference {
  readonly kind: ChangeKind;
  readonly tie: TieMark;
  readonly path: TiePath;
}

/** What is lit between two pictures: what is gone as the earlier one draws it, the rest as the later one does. */
export interface DifferenceMarks {
  readonly actors: readonly ActorDifference[];
  readonly ties: readonly TieDifference[];
}

/** What is gone lies lowest, what is new highest; each kind is ordered by id. */
const KINDS: readonly ChangeKind[] = ['removed', 'changed', 'added'];

/** @param most of each kind: more are a thicket that nobody reads */
export function differenceMarks(
  { actors, ties }: MapComparison,
  before: Scene,
  after: Scene,
  most = Infinity,
): DifferenceMarks {
  const sceneOf = (kind: ChangeKind): Scene => (kind === 'removed' ? before : after);
  return {
    actors: KINDS.flatMap((kind) =>
      idsOf(actors[kind])
        .slice(0, most)
        .flatMap((id): ActorDifference[] => {
          const mark = sceneOf(kind).actorById.get(id);
          return mark ? [{ kind, mark }] : [];
        }),
    ),
    ties: KINDS.flatMap((kind) => {
      const ids = new Set(idsOf(ties[kind]).slice(0, most));
      const { ties: drawn, actorById } = sceneOf(kind);
      return drawn.flatMap((tie): TieDifference[] => {
        if (!ids.has(tie.id)) return [];
        const [source, target] = [actorById.get(tie.source), actorById.get(tie.target)];
        const path = source && target && tiePath(tie, source, target);
        return path ? [{ kind, tie, path }] : [];
      });
    }),
  };
}

type Listed = { readonly id: string } | { readonly after: { readonly id: string } };

function idsOf(list: readonly Listed[]): readonly string[] {
  return list.map((each) => ('after' in each ? each.after.id : each.id));
}
