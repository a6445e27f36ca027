import { describe, expect, it, vi } from 'vitest';
import { enter } from '../../src/model/commands/enter.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { markDistinct } from '../../src/model/commands/mark-distinct.ts';
import { likelyDuplicates, namesOfMap } from '../../src/model/duplicates.ts';
import { editDistance } from '../../src/model/edit-distance.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { seededRandom } from '../../src/base/random.ts';
import { actor, graphOf } from '../metrics/support.ts';
import { editing } from './support.ts';
import type { Actor } from '../../src/model/graph.ts';

vi.mock('../../src/model/edit-distance.ts', async (original) => {
  const module = await original<{ readonly editDistance: typeof editDistance }>();
  return { editDistance: vi.fn(module.editDistance) };
});

const INFO = { title: 'T', unknown: {} };

function found(...actors: readonly (string | Partial<Actor>)[]): string[] {
  const records = actors.map((given, k) =>
    actor(`a${String(k).padStart(5, '0')}`, typeof given === 'string' ? { name: given } : given),
  );
  const graph = { ...graphOf(records, []), info: INFO };
  return likelyDuplicates(namesOfMap(graph)).map(
    ({ pair, why }) => `${pair.map((id) => Number(id.slice(1))).join('-')} ${why.en}`,
  );
}

describe('actors that may be the same', () => {
  it('have the same name but for case, width, spaces and signs, or in the other language, or among the aliases', () => {
    expect(found('Firm Alpha', 'ＦＩＲＭ-alpha', 'Firm Gamma')).toEqual(['0-1 The same name']);
    expect(found({ name: 'A', secondName: '金华学院' }, { name: 'B', secondName: '金华 学院' })).toEqual([
      '0-1 The same name in the other language: “金华学院”',
    ]);
    expect(found('Alpha Works', { name: 'Beta', aliases: ['alpha works'] })).toEqual([
      '0-1 Both are called “Alpha Works”',
    ]);
  });

  it('are spelt almost alike for their length, unless what differs tells things of one kind apart', () => {
    expect(found('Jinhua Polytechnic', 'Jinhua Politechnic', 'Yiwu Market')).toEqual([
      '0-1 Spelt almost alike',
    ]);
    expect(found('金华职业技术学院', '金华职业技术学校')).toHaveLength(1);
    expect(found('Laboratory 1', 'Laboratory 2', 'Firm A', 'Firm B')).toEqual([]);
    expect(found('金华市第一中学', '金华市第二中学', '金东区科技局', '金西区科技局')).toEqual([]);
    expect(found('Ford', 'Fort')).toEqual([]);
  });

  it('have the same words, or the one the initials of the other, also in brackets', () => {
    expect(found('University of Jinhua', 'Jinhua University')[0]).toContain('The same words');
    expect(found('Zhejiang Normal University', 'ZNU')).toEqual([
      '0-1 “ZNU” may stand for “Zhejiang Normal University”',
    ]);
    expect(found('Zhejiang Normal University (ZNU)', 'Znu')[0]).toContain('Both are called “ZNU”');
  });

  it('are one within the other where a word ends', () => {
    expect(found('Hengdian Group', 'Hengdian Group Holdings')).toEqual([
      '0-1 “Hengdian Group” is part of “Hengdian Group Holdings”',
    ]);
    expect(found('科技局', '金华市科技局')).toEqual(['0-1 “科技局” is part of “金华市科技局”']);
    expect(found('Art School', 'Smart School')).toEqual([]);
  });

  it('are said once each, the likeliest first, and less surely across sectors', () => {
    const list = found('Alpha Works', 'alpha works', 'Alpha Works Holding', {
      name: 'Alpha Work',
      sector: 'university',
    });
    expect(list[0]).toBe('0-1 The same name');
    expect(new Set(list.map((line) => line.split(' ')[0])).size).toBe(list.length);
  });

  it('are not pointed out again once set apart, which is undone as a step and comes back with the map’s bytes', () => {
    const { document, editor } = editing(1);
    const entry = parseEntry('Alpha Works, Beta', document.graph);
    if (!entry.ok) throw new Error('no entry');
    editor.run(enter, { entry: entry.value });
    const [a = '', b = ''] = document.graph.actors.keys();
    editor.run(editActors, { ids: [a, b], changes: { name: 'Alpha Works' } });
    expect(likelyDuplicates(namesOfMap(document.graph))).toHaveLength(1);
    editor.run(markDistinct, { pairs: [[b, a]], distinct: true });
    expect(likelyDuplicates(namesOfMap(document.graph))).toEqual([]);
    expect(likelyDuplicates(namesOfMap(editing(2, [document.encode()]).document.graph))).toEqual([]);
    editor.run(markDistinct, { pairs: [[a, b]], distinct: false });
    expect(document.graph.info.distinct).toBeUndefined();
    expect(likelyDuplicates(namesOfMap(document.graph))).toHaveLength(1);
    document.undo();
    expect(likelyDuplicates(namesOfMap(document.graph))).toEqual([]);
  });

  it('are found among 5,000 names by comparing each with a few alike, not with all', () => {
    const random = seededRandom(5);
    const part = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
    const syllables =
      'jin hua yi wu dong yang lan xi pu jiang pan an he ren feng tai ming guang sheng da'.split(' ');
    const kinds = ['Technology Co.', 'Polytechnic', 'Bureau of Science', 'Incubator', 'Machinery Works'];
    const names = Array.from(
      { length: 5000 },
      () =>
        `${part(syllables)}${part(syllables)}${part(syllables)} ${part(syllables)}${part(syllables)} ${part(kinds)}`,
    );
    vi.mocked(editDistance).mockClear();
    found(...names);
    const comparisons = vi.mocked(editDistance).mock.calls.length;
    expect(comparisons).toBeGreaterThan(0);
    // Of all pairs there are 2,500 a name.
    expect(comparisons).toBeLessThan(10 * names.length);
  });
});

describe('the distance of two spellings', () => {
  it('counts insertions, deletions, substitutions and exchanged neighbours, up to a limit', () => {
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
    expect(editDistance('abcd', 'acbd', 5)).toBe(1);
    expect(editDistance('same', 'same', 2)).toBe(0);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('a', 'abcde', 2)).toBe(3);
  });
});
