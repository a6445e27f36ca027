import { openStore } from '../storage/database.ts';
import { createJournal } from '../storage/journal.ts';
import type { JournalTask } from './journal.ts';

const journal = createJournal(openStore());

self.onmessage = async ({ data: { kind, mapId } }: MessageEvent<JournalTask>) => {
  self.postMessage(kind === 'load' ? await journal.load(mapId) : await journal.compact(mapId));
};
