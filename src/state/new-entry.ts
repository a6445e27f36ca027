import { newId } from '../storage/new-id.ts';

/** An id for a new entry of the vocabulary. */
export function newEntryId(): string {
  return newId();
}
