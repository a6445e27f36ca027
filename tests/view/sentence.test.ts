import { expect, test } from 'vitest';
import type { Sentence } from '../../src/metrics/detail.ts';
import { addActor } from '../../src/model/commands/add-actor.ts';
import type { Graph } from '../../src/model/graph.ts';
import { sentenceParts, sentenceText } from '../../src/view/measures/sentence.ts';
import { editing } from '../model/support.ts';

function graph(): Graph {
  const { editor, document } = editing(1);
  editor.run(addActor, { name: 'College C', sector: 'university' });
  return document.graph;
}

test('a sentence names the things of the map in the language shown', () => {
  const map = graph();
  const [college] = [...map.actors.keys()];
  const sentence: Sentence = {
    en: [
      { of: 'actor', id: college ?? '' },
      ' of ',
      { of: 'sector', id: 'university' },
      ' lacks ',
      { of: 'resource', id: 'equipment' },
      ' for ',
      { of: 'dimension', id: 'talent' },
      '; ',
      { of: 'tie-type', id: 'talent' },
      '.',
    ],
    zh: [
      { of: 'sector', id: 'university' },
      '的',
      { of: 'actor', id: college ?? '' },
      '缺少',
      { of: 'resource', id: 'equipment' },
      '。',
    ],
  };
  expect(sentenceText(sentence, map, 'en')).toBe(
    'College C of University lacks Equipment and laboratories for Training of innovative talent; Talent.',
  );
  expect(sentenceText(sentence, map, 'zh')).toBe('高校的College C缺少设备与实验室。');
});

test('only actors that the map still has select themselves, and sectors and tie types show their marks', () => {
  const map = graph();
  const [college] = [...map.actors.keys()];
  const phrases = [
    { of: 'actor', id: college ?? '' },
    { of: 'actor', id: 'gone' },
    { of: 'sector', id: 'university' },
    { of: 'sector', id: 'unknown-sector' },
    { of: 'tie-type', id: 'talent' },
    { of: 'project', id: 'gone-project' },
  ] as const;
  const parts = sentenceParts({ en: phrases, zh: phrases }, map, 'en');
  expect(parts.map(({ text }) => text)).toEqual([
    'College C',
    'gone',
    'University',
    'unknown-sector',
    'Talent',
    'gone-project',
  ]);
  expect(parts.map(({ actor }) => actor)).toEqual([college, ...Array<undefined>(5).fill(undefined)]);
  expect(parts.map(({ entry }) => entry?.id)).toEqual([
    undefined,
    undefined,
    'university',
    'unknown-sector',
    'talent',
    undefined,
  ]);
});
