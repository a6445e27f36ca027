import { describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import { SIZE_BOUNDS, SIZE_IDS } from '../../src/model/appearance.ts';
import { applyStyle } from '../../src/model/commands/apply-style.ts';
import { lookAlikes } from '../../src/scene/look-alikes.ts';
import { sceneInput, mapOf, actor, tie } from './maps.ts';
import { buildScene } from '../../src/scene/scene.ts';
import { shownColours } from '../../src/scene/shown-colours.ts';
import {
  BUILT_IN_STYLES,
  dressed,
  isBuiltIn,
  isInStyle,
  styleChanges,
  styleOf,
} from '../../src/scene/styles.ts';
import { editing, said } from '../model/support.ts';

describe('styles', () => {
  it('are applied in one step that undo takes back whole, colours of one’s own included', () => {
    const { editor, document } = editing(1);
    const own = new Map([['university', '#abcdef']]);
    editor.run(applyStyle, { step: same('own'), sectors: own });
    const before = said(document.graph);
    for (const style of BUILT_IN_STYLES) {
      if (isInStyle(document.graph, style)) continue;
      expect(editor.run(applyStyle, styleChanges(document.graph, style)).ok).toBe(true);
      expect(isInStyle(document.graph, style)).toBe(true);
      expect(document.graph.view.style).toEqual({ id: style.id, name: style.name.en });
      document.undo();
      expect(said(document.graph)).toEqual(before);
    }
  });

  it('dress a map without a document as the command would', () => {
    for (const style of BUILT_IN_STYLES) {
      const { editor, document } = editing(1);
      const changes = styleChanges(document.graph, style);
      const drawn = dressed(document.graph, changes);
      editor.run(applyStyle, changes);
      expect(drawn.view).toEqual(document.graph.view);
      expect(drawn.scheme).toEqual(document.graph.scheme);
    }
  });

  it('that are built in keep sectors apart for every reader on both grounds', () => {
    for (const style of BUILT_IN_STYLES) {
      if (style.id === 'built-in:standard') continue;
      const { editor, document } = editing(1);
      editor.run(applyStyle, styleChanges(document.graph, style));
      const { scheme, view } = document.graph;
      const actors = scheme.sectors.map(({ id }) => [id, actor(id, id, 0, 0)] as const);
      const shown = shownColours({ scheme, view, actors: new Map(actors), ties: new Map() });
      expect(shown.sectors).toHaveLength(5);
      for (const theme of ['light', 'dark'] as const) expect(lookAlikes(shown.sectors, theme)).toBeNull();
    }
  });

  it('that are built in are told from one’s own, and have sizes within the bounds', () => {
    expect(new Set(BUILT_IN_STYLES.map(({ id }) => id)).size).toBe(BUILT_IN_STYLES.length);
    for (const style of BUILT_IN_STYLES) {
      expect(isBuiltIn(style)).toBe(true);
      for (const id of SIZE_IDS) {
        expect(style.settings[id]).toBeGreaterThanOrEqual(SIZE_BOUNDS[id].min);
        expect(style.settings[id]).toBeLessThanOrEqual(SIZE_BOUNDS[id].max);
      }
    }
  });

  it('taken from a map make another map look like it, and leave what stands for what alone', () => {
    const one = editing(1);
    one.editor.run(applyStyle, {
      step: same('own'),
      view: { labelSize: 1.5, tieColour: 'plain', numbers: 'cividis', size: { kind: 'same' } },
      sectors: new Map([['enterprise', '#010203']]),
    });
    const style = styleOf(one.document.graph, 's1', same('Mine'));
    const other = editing(2);
    other.editor.run(applyStyle, styleChanges(other.document.graph, style));
    expect(isInStyle(other.document.graph, style)).toBe(true);
    expect(other.document.graph.scheme).toEqual(one.document.graph.scheme);
    expect(other.document.graph.view).toMatchObject({
      labelSize: 1.5,
      tieColour: 'plain',
      numbers: 'cividis',
      size: { kind: 'measure', id: 'degree' },
    });
    expect(isBuiltIn(style)).toBe(false);
  });
});

describe('sizes of a map', () => {
  const actors = [
    actor('a', 'government', 0, 0),
    actor('b', 'university', 100, 0),
    actor('c', 'other', 0, 99),
  ];
  const ties = [tie('t', 'a', 'b'), tie('u', 'a', 'c', 'policy', 'one-way', 4)];

  it('scale marks, names and lines each on their own', () => {
    const usual = buildScene(sceneInput(mapOf(actors, ties)));
    const sized = (view: object) => buildScene(sceneInput(mapOf(actors, ties, view)));
    for (const [k, { diameter, label }] of usual.actors.entries()) {
      expect(sized({ markSize: 1.5 }).actors[k]?.diameter).toBeCloseTo(diameter * 1.5, 1);
      expect(sized({ markSize: 1.5 }).actors[k]?.label.fontSize).toBe(label.fontSize);
      expect(sized({ labelSize: 2 }).actors[k]?.label.fontSize).toBeCloseTo(label.fontSize * 2, 0);
      expect(sized({ labelSize: 2 }).actors[k]?.diameter).toBe(diameter);
    }
    for (const [k, { width }] of usual.ties.entries())
      expect(sized({ tieSize: 2 }).ties[k]?.width).toBeCloseTo(width * 2, 1);
  });

  it('are the legend’s too', () => {
    const { legend } = buildScene(sceneInput(mapOf(actors, ties, { tieSize: 2 })));
    const [type] = legend.find(({ kind }) => kind === 'tie-types')?.entries ?? [];
    expect(type?.swatch).toMatchObject({ width: 3.2 });
  });
});
