import type { Write } from './write.ts';
import type { Changes, Flat, FlatValue } from './records.ts';

/**
 * The same writes with at most one for each record: what one step says of a key twice is said once, as it is in the end.
 * An undo would not give back a value that was overwritten twice in one transaction: Yjs keeps of it only that something
 * unknown lies over it.
 *
 * The later word counts, key by key, but for a removal, which is final: what a step says of a record after its end is the
 * consequence of something else in it, such as the weight of a tie whose actor goes.
 * @throws if a record is put twice, or after its end: a bug in a command
 */
export function oneWriteARecord(writes: readonly Write[]): readonly Write[] {
  const merged = new Map<string, Write | undefined>();
  for (const write of writes) {
    const key = keyOf(write, merged.size);
    merged.set(key, merged.has(key) ? together(merged.get(key), write) : write);
  }
  return [...merged.values()].filter((write) => write !== undefined);
}

function keyOf(write: Write, count: number): string {
  if (write.kind === 'keep') return `keep ${count}`;
  return write.kind === 'set-single' ? `single ${write.single}` : `${write.table}/${write.id}`;
}

/** Undefined where the two come to nothing: a record that is made and removed. */
function together(first: Write | undefined, then: Write): Write | undefined {
  if (!first || first.kind === 'remove') {
    if (then.kind === 'put' || then.kind === 'replace')
      throw new Error(`${then.id} is written after its end`);
    return first;
  }
  if (then.kind === 'remove') return first.kind === 'put' ? undefined : then;
  if (then.kind === 'set' || then.kind === 'set-single') {
    if (first.kind === 'put' || first.kind === 'replace')
      return { ...first, record: changed(first.record, then.changes) };
    if (first.kind === 'set' || first.kind === 'set-single')
      return { ...first, changes: new Map([...first.changes, ...then.changes]) };
  }
  if (then.kind === 'replace') return first.kind === 'put' ? { ...then, kind: 'put' } : then;
  throw new Error(`${'id' in then ? then.id : then.kind} is put twice`);
}

function changed(record: Flat, changes: Changes): Flat {
  const next = new Map<string, FlatValue>(record);
  for (const [key, value] of changes)
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  return next;
}
