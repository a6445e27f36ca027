import { describe, expect, it } from 'vitest';
import { backupText, readBackup } from '../../src/formats/backup.ts';
import { graphToDraft, ownText } from '../../src/formats/own-write.ts';
import { graphOfDraft } from '../../src/model/graph-of-draft.ts';
import { emptyDraft } from '../../src/model/make.ts';
import type { PortableScenario } from '../../src/model/scenario/portable.ts';
import { readOwnText } from './reading.ts';

const state = (title: string): string => ownText(graphToDraft(graphOfDraft(emptyDraft(title))));

const scenario: PortableScenario = {
  base: 'base1',
  colour: '#E69F00',
  points: [
    { id: 'p0', kind: 'fork', number: 0, after: [], map: state('Before') },
    { id: 'p1', kind: 'adopted', number: 1, after: ['p0'], map: state('After') },
  ],
};

describe('the file of a scenario', () => {
  it('carries its base, its colour and its fork points, and is written again to the byte', () => {
    const text = ownText({ ...emptyDraft('Plan'), scenario });
    const { draft, codes } = readOwnText(text);
    expect(draft.scenario).toEqual(scenario);
    expect(codes).toEqual(['scenario']);
    expect(ownText(draft)).toBe(text);
  });

  it('carries the marks of adoptions in the map itself', () => {
    const info = { title: 'Region', adopted: { s: ['p1', 'p2'] }, brought: ['q'], unknown: {} };
    expect(readOwnText(ownText({ ...emptyDraft('Region'), info })).draft.info).toEqual(info);
  });

  it('opens as a map of its own, and says so, where what it is a scenario of cannot be read', () => {
    const text = ownText(emptyDraft('Plan'));
    for (const broken of [
      7,
      {},
      { base: 'x', colour: 'red', points: [] },
      { base: '', points: [{ id: 'p', kind: 'fork', number: 0, after: [], map: {} }] },
      { base: 'b', points: [{ id: 'p', kind: 'other', number: 0, after: [], map: {} }, 3] },
    ]) {
      const { draft, codes } = readOwnText(text.replace(/\}\s*$/u, `,"scenario":${JSON.stringify(broken)}}`));
      expect(draft.scenario).toBeUndefined();
      expect(codes).toEqual(['scenario-left-out']);
    }
  });
});

it('a backup says of each map which one it was, so that its scenarios find it', () => {
  const restored = readBackup(
    backupText([
      { id: 'base1', text: ownText(emptyDraft('Region')) },
      { id: 'plan1', text: ownText({ ...emptyDraft('Plan'), scenario }) },
    ]),
  );
  if (!restored.ok) throw new Error(restored.problem.message.en);
  expect(restored.value.map(({ formerId }) => formerId)).toEqual(['base1', 'plan1']);
  expect(restored.value[1]?.scenario).toEqual(scenario);
});
