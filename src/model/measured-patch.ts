import type { Actor } from './graph.ts';
import type { GraphPatch } from './patch.ts';

/** Whether a change of the map may change a measure: names, places, notes and the view are none of theirs. */
export function changesMeasures({ actors, ties, projects, scheme }: GraphPatch): boolean {
  return (
    scheme ||
    projects ||
    actors.added.length + actors.removed.length > 0 ||
    ties.added.length + ties.removed.length > 0 ||
    actors.changed.some(({ before, after }) => !sameProfile(before, after)) ||
    ties.changed.some(
      ({ before, after }) =>
        before.source !== after.source ||
        before.target !== after.target ||
        before.type !== after.type ||
        before.weight !== after.weight ||
        before.direction !== after.direction ||
        before.project !== after.project ||
        before.from !== after.from ||
        before.to !== after.to,
    )
  );
}

/** Whether measures read the same of an actor: its place and name are none of theirs, its dates a filter's. */
function sameProfile(a: Actor, b: Actor): boolean {
  return (
    a.sector === b.sector &&
    a.from === b.from &&
    a.to === b.to &&
    a.size === b.size &&
    a.sizeChange === b.sizeChange &&
    a.inflow === b.inflow &&
    a.outflow === b.outflow &&
    sameKeysAndValues(a.supply, b.supply) &&
    sameKeysAndValues(a.demand, b.demand) &&
    sameKeysAndValues(a.fields, b.fields)
  );
}

/** Lists count as equal: no measure reads them. */
function sameKeysAndValues(a: Actor['fields'], b: Actor['fields']): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        (a[key] === b[key] || (typeof a[key] === 'object' && typeof b[key] === 'object')),
    )
  );
}
