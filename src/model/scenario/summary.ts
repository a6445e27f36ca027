import type { Localized } from '../../base/localized.ts';
import { allChanges, fieldChanges } from '../field-changes.ts';
import type { Effect, Resolution } from './resolve.ts';
import type { ThreeWay } from './three-way.ts';

/** How much one side's changes would do to the other one's map. Counts of records. */
export interface ChangeSummary {
  readonly actorsAdded: number;
  readonly actorsRemoved: number;
  readonly actorsChanged: number;
  readonly tiesAdded: number;
  readonly tiesRemoved: number;
  /** Ties of which nothing but the weight is another. */
  readonly weights: number;
  readonly tiesChanged: number;
  readonly projects: number;
  /** Entries of the vocabulary, and lists of it in another order. */
  readonly vocabulary: number;
  /** Whether the style or what the map says about itself is another. */
  readonly style: boolean;
  readonly details: boolean;
  /** Actors that were moved only. */
  readonly moved: number;
  readonly conflicts: number;
}

export function summarise({ conflicts }: Pick<ThreeWay, 'conflicts'>, resolution: Resolution): ChangeSummary {
  const of = (table: Effect['table']): readonly Effect[] =>
    resolution.effects.filter((effect) => effect.table === table);
  const [actors, ties] = [of('actors'), of('ties')];
  const weighs = ({ before, after }: Effect): boolean =>
    allChanges(before, after).every(({ key }) => key === 'weight');
  const added = (list: readonly Effect[]): number => list.filter(({ before }) => !before).length;
  const removed = (list: readonly Effect[]): number => list.filter(({ after }) => !after).length;
  const kept = (list: readonly Effect[]): readonly Effect[] =>
    list.filter((effect) => effect.before && effect.after);
  const entries = (['sectors', 'tieTypes', 'resources', 'fields'] as const).flatMap(of);
  const reordered = [...resolution.orders.keys()].filter(
    (table) => !entries.some((entry) => entry.table === table),
  );
  return {
    actorsAdded: added(actors),
    actorsRemoved: removed(actors),
    actorsChanged: kept(actors).filter((effect) => !onlyMoves(effect)).length,
    tiesAdded: added(ties),
    tiesRemoved: removed(ties),
    weights: kept(ties).filter(weighs).length,
    tiesChanged: kept(ties).filter((effect) => !weighs(effect)).length,
    projects: of('projects').length,
    vocabulary: entries.length + reordered.length,
    style: of('view').length > 0,
    details: of('map').length > 0,
    moved: kept(actors).filter(onlyMoves).length,
    conflicts: conflicts.length,
  };
}

/** Whether nothing becomes of the record but that it is drawn elsewhere. */
export function onlyMoves({ before, after }: Effect): boolean {
  return before !== undefined && after !== undefined && fieldChanges(before, after).length === 0;
}

/** “+2 actors, +5 ties, 1 weight; 2 conflicts”. Moved actors are told where there is nothing else. */
export function summaryText(summary: ChangeSummary): Localized {
  const parts = partsOf(summary);
  if (parts.length === 0 && summary.moved > 0)
    parts.push(counted(summary.moved, 'actor moved', 'actors moved', (count) => `移动 ${count} 个主体`));
  if (parts.length === 0 && summary.conflicts === 0) return { en: 'no changes', zh: '没有更改' };
  const said = [
    ...(parts.length > 0
      ? [{ en: parts.map(({ en }) => en).join(', '), zh: parts.map(({ zh }) => zh).join('，') }]
      : []),
    ...(summary.conflicts > 0
      ? [counted(summary.conflicts, 'conflict', 'conflicts', (count) => `${count} 处冲突`)]
      : []),
  ];
  return { en: said.map(({ en }) => en).join('; '), zh: said.map(({ zh }) => zh).join('；') };
}

function partsOf(summary: ChangeSummary): Localized[] {
  const signed = (sign: string, count: number, en: string, zh: string): readonly Localized[] =>
    count === 0
      ? []
      : [{ en: `${sign}${count} ${count === 1 ? en : `${en}s`}`, zh: `${sign}${count} ${zh}` }];
  const some = (...[count, ...words]: Parameters<typeof counted>): readonly Localized[] =>
    count === 0 ? [] : [counted(count, ...words)];
  return [
    ...signed('+', summary.actorsAdded, 'actor', '个主体'),
    ...signed('−', summary.actorsRemoved, 'actor', '个主体'),
    ...some(summary.actorsChanged, 'actor changed', 'actors changed', (count) => `更改 ${count} 个主体`),
    ...signed('+', summary.tiesAdded, 'tie', '条关系'),
    ...signed('−', summary.tiesRemoved, 'tie', '条关系'),
    ...some(summary.weights, 'weight', 'weights', (count) => `${count} 项权重`),
    ...some(summary.tiesChanged, 'tie changed', 'ties changed', (count) => `更改 ${count} 条关系`),
    ...some(summary.projects, 'project', 'projects', (count) => `${count} 个项目`),
    ...some(
      summary.vocabulary,
      'change of the vocabulary',
      'changes of the vocabulary',
      (count) => `分类体系更改 ${count} 处`,
    ),
    ...(summary.style ? [{ en: 'style', zh: '样式' }] : []),
    ...(summary.details ? [{ en: 'details of the map', zh: '地图信息' }] : []),
  ];
}

function counted(count: number, one: string, several: string, zh: (count: number) => string): Localized {
  return { en: `${count} ${count === 1 ? one : several}`, zh: zh(count) };
}
