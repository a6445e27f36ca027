import { describe, expect, it } from 'vitest';
import { panel } from '../../src/metrics/panel.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type NetworkInput } from '../../src/network/network.ts';
import { zh } from '../../src/i18n/zh.ts';
import { ChangesState } from '../../src/state/changes.svelte.ts';
import type { MeasuresState } from '../../src/state/measures.svelte.ts';
import { effectText, logCsv, logMarkdown, stepText } from '../../src/state/session-log.ts';
import { AS_IS, finish, graphFrom } from '../metrics/support.ts';

const step = (name: string) => ({ en: name, zh: name });
const nameOf = (id: string) => step(id);
const reading = { options: {}, filter: {}, looked: undefined };
const input = (...lines: readonly string[]): NetworkInput => networkInput(graphFrom(lines));

/** Measures that have results for `of`, or are still at work. */
function measures(of: NetworkInput, working = false): MeasuresState {
  const ids = ['degree', 'components', 'density', 'betweenness'];
  const values = finish(panel(compileNetwork(of, AS_IS), ids, DEFAULT_MEASURE_OPTIONS));
  const results = { ...values, actorIds: of.actorIds };
  return {
    underWay: new Set(working ? ['degree'] : []),
    resultsOf: (id: string) => (ids.includes(id) ? results : undefined),
    staleOf: () => false,
  } as unknown as MeasuresState;
}

const APART = input('A > B', 'C > D');
const JOINED = input('A > B', 'C > D', 'B > C');

function started(): ChangesState {
  const changes = new ChangesState();
  changes.follow(measures(APART), APART, reading, nameOf);
  return changes;
}

describe('the log of a session', () => {
  it('says what a step did once the measures of the new state are there, not before', () => {
    const changes = started();
    changes.record('done', step('Tie'), true);
    expect(changes.log).toMatchObject([{ kind: 'done', effect: 'pending' }]);
    expect(changes.line).toBeUndefined();
    // Those of the state before say nothing of this one.
    changes.follow(measures(APART), JOINED, reading, nameOf);
    changes.follow(measures(JOINED, true), JOINED, reading, nameOf);
    expect(changes.log[0]?.effect).toBe('pending');
    changes.follow(measures(JOINED), JOINED, reading, nameOf);
    expect(changes.line?.en).toContain('The 2 parts of the network are now one');
    expect(changes.log[0]?.effect).toMatchObject({ en: expect.stringContaining('now one') });
  });

  it('gives steps that followed each other too fast to the last of them', () => {
    const changes = started();
    changes.record('done', step('one'), true);
    changes.record('undone', step('two'), true);
    changes.follow(measures(JOINED), JOINED, reading, nameOf);
    expect(changes.log.map(({ effect }) => effect)).toEqual(['next', expect.objectContaining({})]);
  });

  it('does not compare what was read otherwise, or of another part of the map', () => {
    const changes = started();
    changes.record('done', step('Tie'), true);
    changes.follow(measures(JOINED), JOINED, { ...reading, filter: {} }, nameOf);
    expect(changes.log[0]?.effect).toBe('unknown');
    expect(changes.line).toBeUndefined();
  });

  it('counts steps in a row that no measure reads as one, and takes the line away that spoke of another', () => {
    const changes = started();
    changes.record('done', step('Tie'), true);
    changes.follow(measures(JOINED), JOINED, reading, nameOf);
    for (let k = 0; k < 3; k++) changes.record('done', step('Move'), false);
    changes.record('undone', step('Move'), false);
    expect(changes.line).toBeUndefined();
    expect(changes.log.map(({ count, kind }) => [kind, count])).toEqual([
      ['done', 1],
      ['done', 3],
      ['undone', 1],
    ]);
    changes.forget();
    expect(changes.log).toEqual([]);
  });

  it('is saved as a table and as Markdown, in the language of the interface, and signs do not break either', async () => {
    const changes = started();
    changes.record('done', { en: 'Add “a, b | c”', zh: '添加“a, b | c”' }, false);
    changes.record('undone', { en: '=1', zh: '=1' }, true);
    const { log: texts } = zh.edits;
    const [first, second] = changes.log;
    if (!first || !second) throw new Error('no log');
    expect(stepText(second, texts, 'zh')).toBe('撤销：=1');
    expect(effectText(first, texts, 'zh')).toBe('不影响指标');
    const csv = logCsv('地图', changes.log, texts, 'zh');
    expect(csv.name).toBe('地图 操作记录.csv');
    const lines = (await csv.blob.text()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,"添加“a, b \| c”",不影响指标$/u);
    const markdown = await logMarkdown('地图', changes.log, texts, 'zh').blob.text();
    expect(markdown).toContain('# 操作记录：地图');
    expect(markdown).toContain('| 添加“a, b \\| c” | 不影响指标 |');
  });
});
