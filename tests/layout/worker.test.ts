import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FORCE_LAYOUT } from '../../src/layout/force.ts';
import { finish, type LayoutOutcome } from '../../src/layout/layout.ts';
import type { LayoutTask } from '../../src/workers/layout.ts';
import type { Reply, Request } from '../../src/workers/serve.ts';
import { groupedTies, inputOf } from './inputs.ts';

/** What a worker program sees as itself. */
interface Scope {
  onmessage?: (event: { data: Request<LayoutTask> }) => void;
  readonly postMessage: (reply: Reply<LayoutOutcome, LayoutOutcome>) => void;
}

describe('the layout worker', () => {
  const replies: Reply<LayoutOutcome, LayoutOutcome>[] = [];
  let heard: () => void = () => {};
  const scope: Scope = {
    postMessage: (reply) => {
      replies.push(reply);
      if (reply.kind === 'done' || reply.kind === 'crashed') heard();
    },
  };
  const run = async (
    task: number,
    layoutTask: LayoutTask,
  ): Promise<Reply<LayoutOutcome, LayoutOutcome>[]> => {
    replies.length = 0;
    const end = new Promise<void>((resolve) => (heard = resolve));
    scope.onmessage?.({ data: { kind: 'run', task, input: layoutTask } });
    await end;
    return [...replies];
  };

  beforeAll(async () => {
    vi.stubGlobal('self', scope);
    await import('../../src/workers/layout.worker.ts');
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  const input = inputOf({ n: 50, ties: groupedTies(50, 130, 5, 7) });

  it('answers with the very picture that the layout gives, and with some on the way', async () => {
    const answers = await run(1, { layout: 'force', input, options: {} });
    expect(answers.some(({ kind }) => kind === 'partial')).toBe(true);
    expect(answers.at(-1)).toEqual({
      kind: 'done',
      task: 1,
      result: { ok: true, value: finish(FORCE_LAYOUT.run(input)) },
    });
  });

  it('refuses a map that is too large for the layout, in both languages', async () => {
    const large = inputOf({ n: 4001, ties: [[0, 1]] });
    const [answer] = await run(3, { layout: 'stress', input: large, options: {} });
    expect(answer).toMatchObject({
      kind: 'done',
      task: 3,
      result: { ok: false, problem: { code: 'too-many-actors' } },
    });
  });

  it('refuses a layout that it does not know, in both languages', async () => {
    const [answer] = await run(2, { layout: 'spiral of doom', input, options: {} });
    expect(answer).toMatchObject({
      kind: 'done',
      task: 2,
      result: { ok: false, problem: { code: 'unknown-layout' } },
    });
  });
});
