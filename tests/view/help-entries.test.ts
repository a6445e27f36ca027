import { expect, test } from 'vitest';
import { enter } from '../../src/model/commands/enter.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { help as en } from '../../src/i18n/en/help.ts';
import { help as zh } from '../../src/i18n/zh/help.ts';
import { editing } from '../model/support.ts';

test.each([
  ['en', en],
  ['zh', zh],
])('each example of quick entry in the help can be entered, one after the other (%s)', (_language, help) => {
  const { document, editor } = editing(2);
  for (const { text } of help.entries) {
    const entry = parseEntry(text, document.graph);
    expect(entry.ok ? undefined : entry.problem.message.en, text).toBeUndefined();
    if (entry.ok) expect(editor.run(enter, { entry: entry.value }).ok).toBe(true);
  }
  expect(document.graph.ties.size).toBeGreaterThan(3);
  expect(document.graph.projects.size).toBe(1);
});
