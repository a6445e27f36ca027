import { openStore } from '../storage/database.ts';
import { beginFreshLog } from '../storage/fresh-log.ts';
import { createJournal } from '../storage/journal.ts';
import { createLibrary } from '../storage/library.ts';
import { createRounds } from '../storage/rounds.ts';
import { journalInWorker } from '../workers/journal.ts';

/** The one database of this browser. */
export const store = openStore();
void beginFreshLog();

export const journal = journalInWorker(createJournal(store));
export const library = createLibrary(store);
export const rounds = createRounds(store);
