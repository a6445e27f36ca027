import { expect, test } from 'vitest';
import type { Actor } from '../../src/model/graph.ts';
import { findActors } from '../../src/view/find/match.ts';
import { pinyinLetters, pinyinRank } from '../../src/view/find/pinyin-match.ts';
import { actor } from '../model/records.ts';

const named = (id: string, name: string, more: Partial<Actor> = {}): Actor => actor(id, { name, ...more });

const actors = new Map(
  [
    named('1', 'The community'),
    named('2', 'Normal University', { secondName: '师范大学' }),
    named('3', 'Uni'),
    named('4', 'United Works', { aliases: ['UW'] }),
    named('5', 'Bank', { notes: 'owned by a university' }),
  ].map((each) => [each.id, each]),
);
const found = (text: string): string[] => findActors({ actors }, text, 'en').map((match) => match.actor.id);

test('the name itself comes first, then beginnings, beginnings of words, parts and notes', () => {
  expect(found('uni')).toEqual(['3', '4', '2', '1', '5']);
});

test('second names and aliases count, whatever their case and width, and are shown', () => {
  expect(found('ｕｗ')).toEqual(['4']);
  expect(findActors({ actors }, '师范', 'en')).toMatchObject([{ actor: { id: '2' }, by: '师范大学' }]);
});

test('nothing typed finds nothing', () => {
  expect(found('  ')).toEqual([]);
});

test.each([
  ['zjsf', 1],
  ['zhejiangshifan', 1],
  ['zhjsf', 1],
  ['zhejiangs', 1],
  ['sfdx', 3],
  ['xue', 3],
  ['zjx', undefined],
  ['d', undefined],
  ['zhengjiang', undefined],
])('a Chinese name is found by its pinyin, its first letters or a mixture: %j', (letters, rank) => {
  const zhejiangShifanDaxue = [['zhe'], ['jiang'], ['shi'], ['fan'], ['da', 'dai'], ['xue']];
  expect(pinyinRank(zhejiangShifanDaxue, letters)).toBe(rank);
});

test('only Latin letters are pinyin, blanks and marks between syllables aside', () => {
  expect(['Zhe jiang', "xi'an", '浙jiang', 'a1', ''].map(pinyinLetters)).toEqual([
    'zhejiang',
    'xian',
    undefined,
    undefined,
    undefined,
  ]);
});

test('names that sound like what was typed are found where their sounds are known', () => {
  const sounds = (name: string) => (name === '师范大学' ? [['shi'], ['fan'], ['da'], ['xue']] : undefined);
  const byEar = findActors({ actors }, 'sfdx', 'zh', sounds);
  expect(byEar.map((match) => match.actor.id)).toEqual(['2']);
  expect(findActors({ actors }, 'sfdx', 'zh')).toEqual([]);
});
