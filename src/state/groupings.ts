import type { PartitionDetail } from '../metrics/detail.ts';
import { groupName } from '../metrics/groups/group-name.ts';
import { measureById } from '../metrics/registry.ts';
import type { Grouping } from '../scene/actor-encoding.ts';
import { ColumnMaker } from './measure-columns.ts';

/** Makes groupings of partitions, and gives the same object again while nobody changes groups. */
export class GroupingMaker {
  readonly #columns = new ColumnMaker();
  readonly #made = new Map<string, Grouping>();

  grouping(id: string, actorIds: readonly string[], { of, sizes, names }: PartitionDetail): Grouping {
    const column = this.#columns.column(id, actorIds, Float64Array.from(of));
    const known = this.#made.get(id);
    if (known?.of === column) return known;
    const made: Grouping = {
      title: measureById(id)?.name ?? { en: id, zh: id },
      of: column,
      names: sizes.map((_size, group) => names?.[group] ?? groupName(id, group + 1)),
    };
    this.#made.set(id, made);
    return made;
  }
}
