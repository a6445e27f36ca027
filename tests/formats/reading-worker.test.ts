import { expect, test, vi } from 'vitest';
import type { ReadingTask, ReadOutcome } from '../../src/workers/reading.ts';
import type { Reply, Request } from '../../src/workers/serve.ts';
import { backupText } from '../../src/formats/backup.ts';
import { ownText } from '../../src/formats/own-write.ts';
import { emptyDraft } from '../../src/model/make.ts';
import { file } from './reading.ts';

test('the worker reads files, pasted text and backups, and answers with maps or drafts and the report', async () => {
  const replies: Reply<ReadOutcome, never>[] = [];
  const program: { onmessage?: (event: { data: Request<ReadingTask> }) => void; postMessage: unknown } = {
    postMessage: (reply: Reply<ReadOutcome, never>) => replies.push(reply),
  };
  vi.stubGlobal('self', program);
  await import('../../src/workers/reading.worker.ts');
  let task = 0;
  const run = async (input: ReadingTask): Promise<ReadOutcome> => {
    task++;
    program.onmessage?.({ data: { kind: 'run', task, input } });
    const reply = await vi.waitUntil(() =>
      replies.find((found) => found.task === task && found.kind === 'done'),
    );
    if (reply.kind !== 'done' || !reply.result.ok) throw new Error('expected a map');
    return reply.result.value;
  };
  const rows = Array.from({ length: 3000 }, (_, k) => `n${k},n${k + 1}`).join('\n');
  const table = file('t.csv', `Source,Target\n${rows}\n`);
  const maps = await run({ files: [table], choices: {}, want: 'maps' });
  expect(maps.report).toMatchObject({ actors: 3001, ties: 3000 });
  expect(maps.maps).toHaveLength(1);

  const pasted = await run({ files: [file('', '甲\t乙\n')], choices: {}, want: 'drafts' });
  expect(pasted.drafts[0]?.ties).toHaveLength(1);
  expect(pasted.report.choices.some((choice) => choice.id.startsWith('encoding'))).toBe(false);
  // What a window gets is a structured copy.
  expect(structuredClone(pasted)).toEqual(pasted);

  const backup = file(
    'b.json',
    backupText(['One', 'Two'].map((id) => ({ id, text: ownText(emptyDraft(id)) }))),
  );
  expect(
    (await run({ files: [backup], choices: {}, want: 'drafts' })).drafts.map((draft) => draft.info.title),
  ).toEqual(['One', 'Two']);
  vi.unstubAllGlobals();
});
