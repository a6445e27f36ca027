import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import { parseJson } from './json-text.ts';
import { NoteBook } from './note-book.ts';
import { FORMAT_VERSION, versionProblem } from './own-read.ts';
import { isRecord } from './own-values.ts';
import { readWithRounds } from './own-rounds.ts';

/** A map of the library: its id, which its scenarios name, and its file of our own format. */
export interface BackedUp {
  readonly id: string;
  readonly text: string;
}

/** One file that holds all maps of the library, each in our own format. */
export function backupText(maps: readonly BackedUp[]): string {
  const list = maps
    .map(({ id, text }) => `{\n"id": ${JSON.stringify(id)},${text.trim().slice(1)}`)
    .join(',\n');
  return `{\n"format": "ecotone-backup",\n"version": ${FORMAT_VERSION},\n"maps": [\n${list}\n]\n}\n`;
}

/** The maps of a backup, to be stored as new ones. One that can't be read refuses the whole, so that none is missed. */
export function readBackup(text: string): Result<readonly Draft[]> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (!isRecord(value) || value['format'] !== 'ecotone-backup' || !Array.isArray(value['maps']))
    return failed(
      problem('no-backup', {
        en: 'This is not a backup of Ecotone. Open a single map with “Open a file”.',
        zh: '这不是 Ecotone 的备份文件。打开单个地图请用“打开文件”。',
      }),
    );
  const wrong = versionProblem(value);
  if (wrong) return failed(wrong);
  const drafts: Draft[] = [];
  for (const [index, map] of value['maps'].entries()) {
    if (!isRecord(map) || map['format'] !== 'ecotone')
      return failed(
        problem('backup-damaged', {
          en: `Map ${index + 1} of the backup can't be read. Nothing was restored; the file was not changed.`,
          zh: `备份中的第 ${index + 1} 个地图无法读取。未恢复任何内容，文件未被更改。`,
        }),
      );
    const steps = readWithRounds(map, `Map ${index + 1}`, new NoteBook());
    let step = steps.next();
    while (!step.done) step = steps.next();
    if (!step.value.ok) return step.value;
    const id = map['id'];
    drafts.push({ ...step.value.value, ...(typeof id === 'string' && { formerId: id }) });
  }
  return ok(drafts);
}
