import { expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { nearActor } from '../../src/model/near-names.ts';
import { editing } from './support.ts';

function nearest(name: string, ...known: string[]): string | undefined {
  const { document, editor } = editing(6);
  for (const each of known) editor.run(addActor, { name: each, sector: 'other' });
  return nearActor(document.graph, name)?.name;
}

it.each([
  ['a slip of one letter or two', 'Zhejiang Norml Univercity', 'Zhejiang Normal University'],
  ['two letters exchanged', 'Jinhua Polytehcnic', 'Jinhua Polytechnic'],
  ['a name cut short', 'Zhejiang Normal Uni', 'Zhejiang Normal University'],
  ['other signs between the words', 'Jin-hua Polytechnic', 'Jinhua Polytechnic'],
  ['a Chinese short form', '浙师大', '浙江师范大学'],
  ['a Chinese sign that is wrong', '金华职业技朮学院', '金华职业技术学院'],
])('%s is near', (_what, typed, known) => {
  expect(nearest(typed, known, 'Somebody else', '义乌工商学院')).toBe(known);
});

it.each([
  ['Firm A', 'Firm B'],
  ['Factory 12', 'Factory 13'],
  ['第一中学', '第二中学'],
  ['东城小学', '西城小学'],
  ['B', 'A'],
  ['Normal', 'Zhejiang Normal University'],
  ['Motor works south', 'Motor works'],
])('%s and %s are two', (typed, known) => {
  expect(nearest(typed, known)).toBeUndefined();
});

it('of several that are as near none is meant', () => {
  expect(nearest('Jinhua Bureu', 'Jinhua Bureau', 'Jinhua Burem')).toBeUndefined();
});
