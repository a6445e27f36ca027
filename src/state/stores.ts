import { createJournal } from '../storage/journal.ts';
import { createLibrary } from '../storage/library.ts';
import { openStore } from '../storage/database.ts';
import { foldInWorker } from '../workers/fold.ts';

const store = openStore();

/** The one database of this browser. */
export const journal = createJournal(store, { fold: foldInWorker });
export const library = createLibrary(store);
