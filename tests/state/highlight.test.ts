import { expect, test } from 'vitest';
import { HighlightState, type Highlight } from '../../src/state/highlight.svelte.ts';
import { Attention } from '../../src/view/measures/attention.svelte.ts';

function of(actor: string): Highlight {
  return { actors: new Set([actor]), ties: new Set(), pairs: [], directed: true, alone: true };
}

test('what is pointed at is shown before what is kept, which comes back when the pointer leaves', () => {
  const highlight = new HighlightState();
  const list = new Attention<string>();
  highlight.add(list);
  expect(highlight.shown).toBeUndefined();
  list.toggle('one', of('a'));
  list.point('two', of('b'));
  expect([...(highlight.shown?.actors ?? [])]).toEqual(['b']);
  list.leave();
  expect([...(highlight.shown?.actors ?? [])]).toEqual(['a']);
  list.toggle('one', of('a'));
  expect(highlight.shown).toBeUndefined();
});

test('it goes with the list that it belongs to, and when it is let go', () => {
  const highlight = new HighlightState();
  const [first, second] = [new Attention<string>(), new Attention<string>()];
  highlight.add(first);
  const remove = highlight.add(second);
  first.toggle('one', of('a'));
  second.toggle('two', of('b'));
  expect([...(highlight.shown?.actors ?? [])]).toEqual(['b']);
  remove();
  expect([...(highlight.shown?.actors ?? [])]).toEqual(['a']);
  expect(highlight.letGo()).toBe(true);
  expect(highlight.shown).toBeUndefined();
  expect(highlight.letGo()).toBe(false);
});

test('a finding that is kept follows an edit, and is let go where the edit has ended it', () => {
  const list = new Attention<string>();
  list.toggle('one', of('a'));
  list.update(of('c'));
  expect([...(list.highlight()?.actors ?? [])]).toEqual(['c']);
  expect(list.kept).toBe('one');
  list.update(undefined);
  expect(list.kept).toBeUndefined();
});
