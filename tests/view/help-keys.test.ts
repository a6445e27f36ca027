import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/model/commands/registry.ts';
import { KEY_LINES, keyCaps } from '../../src/view/help/keys.ts';

test('help names every key that a command states', () => {
  const named = new Set(KEY_LINES.flatMap(({ keys }) => keys));
  const missing = COMMANDS.flatMap(({ keys }) => keys).filter((key) => !named.has(key));
  expect(missing).toEqual([]);
});

test('keys are shown as they are printed on the keyboard', () => {
  expect(keyCaps('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyCaps('+', false)).toEqual(['+']);
  expect(keyCaps('-', false)).toEqual(['-']);
  expect(keyCaps('Shift+ArrowLeft', true)).toEqual(['⇧', '←']);
  expect(keyCaps('Mod++', false)).toEqual(['Ctrl', '+']);
  expect(keyCaps('Mod+-', false)).toEqual(['Ctrl', '-']);
  expect(keyCaps('ArrowLeft', false)).toEqual(['←']);
  expect(keyCaps('?', false)).toEqual(['?']);
  expect(keyCaps('PageDown', true)).toEqual(['PgDn']);
  expect(keyCaps('Space', false)).toEqual(['Space']);
});
