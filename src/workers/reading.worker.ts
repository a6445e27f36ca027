import { ok, type Result } from '../base/result.ts';
import { readBackup } from '../formats/backup.ts';
import { decode } from '../formats/decode.ts';
import type { Report, SourceFile } from '../formats/format.ts';
import { readFiles } from '../formats/read.ts';
import type { Draft } from '../model/draft.ts';
import { mapUpdates } from '../model/make.ts';
import type { ReadingTask, ReadOutcome } from './reading.ts';
import { serve, type Task } from './serve.ts';

function* read({ files, choices, want }: ReadingTask): Task<ReadOutcome> {
  const reading = yield* readFiles(files, choices);
  if (reading.ok) return ok(outcome(reading.value.report, [reading.value.draft], want));
  const [first] = files;
  if (reading.problem.code !== 'is-backup' || !first) return reading;
  const drafts = backupOf(first);
  return drafts.ok ? ok(outcome(backupReport(drafts.value), drafts.value, want)) : drafts;
}

function outcome(report: Report, drafts: readonly Draft[], want: ReadingTask['want']): ReadOutcome {
  return want === 'maps'
    ? {
        report,
        maps: drafts.map((draft) => mapUpdates(draft)),
        rounds: drafts.map(({ rounds }) => rounds ?? []),
        kin: drafts.map(({ formerId, scenario }) => ({
          ...(formerId !== undefined && { formerId }),
          ...(scenario && { scenario }),
        })),
        drafts: [],
      }
    : { report, maps: [], rounds: [], kin: [], drafts };
}

function backupOf({ bytes }: SourceFile): Result<readonly Draft[]> {
  const decoded = decode(bytes);
  return decoded.ok ? readBackup(decoded.value.text) : decoded;
}

function backupReport(drafts: readonly Draft[]): Report {
  const count = (of: (draft: Draft) => number): number => drafts.reduce((sum, draft) => sum + of(draft), 0);
  const titles = drafts.map(({ info }) => info.title).join(' · ');
  return {
    format: { en: `Backup of ${drafts.length} maps`, zh: `含 ${drafts.length} 张地图的备份` },
    facts: [{ id: 'maps', label: { en: 'Maps', zh: '地图' }, value: { en: titles, zh: titles } }],
    actors: count(({ actors }) => actors.length),
    ties: count(({ ties }) => ties.length),
    notes: [],
    choices: [],
  };
}

serve(read, ({ maps }) => maps.flatMap((map) => map.map(({ buffer }) => buffer)));
