import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/base/localized.ts';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { RULES } from '../../src/metrics/diagnosis/registry.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { editMapInfo, editView } from '../../src/model/commands/edit-map.ts';
import { moveSchemeEntry, removeSchemeEntry, setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { editTies } from '../../src/model/commands/edit-ties.ts';
import { moveActors } from '../../src/model/commands/move-actors.ts';
import { lockRegion } from '../../src/model/commands/regions.ts';
import { remove } from '../../src/model/commands/remove.ts';
import { EDIT_KINDS } from '../../src/model/diagnosis-settings.ts';
import type { Editor } from '../../src/model/editor.ts';
import type { Graph } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { DEFAULT_MEASURE_OPTIONS, OPTION_VALUES, type OptionId } from '../../src/model/measure-options.ts';
import { SINGLES, TABLES, viewChanges } from '../../src/model/records.ts';
import { flatState } from '../../src/model/scenario/flat-state.ts';
import { resolve } from '../../src/model/scenario/resolve.ts';
import { compareThree } from '../../src/model/scenario/three-way.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { keyText } from '../../src/view/changes/key-text.ts';
import { valueText } from '../../src/view/changes/value-text.ts';
import type { Words } from '../../src/view/changes/words.ts';
import { conflictText } from '../../src/view/scenarios/conflict-text.ts';
import { effectText } from '../../src/view/scenarios/effect-text.ts';
import { editing } from '../model/support.ts';

const WORDS: Readonly<Record<Language, Words>> = {
  en: { language: 'en', t: en, say: (text) => text.en },
  zh: { language: 'zh', t: zh, say: (text) => text.zh },
};

const actor = { sector: 'enterprise', supply: {}, demand: {}, fields: {}, unknown: {} };
const tie = { direction: 'one-way', weight: 1, fields: {}, unknown: {} } as const;
const draft = emptyDraft('Region');
const start = mapUpdates({
  ...draft,
  actors: [
    ...['a', 'b'].map((id) => ({ ...actor, id, name: id.toUpperCase() })),
    { ...actor, id: 'c', name: 'Chem Works', secondName: '化工厂', fields: { staff: 3 } },
  ],
  ties: [
    { ...tie, id: 't', source: 'a', target: 'b', type: 'talent', project: 'p' },
    { ...tie, id: 'u', source: 'b', target: 'c', type: 'capital' },
  ],
  projects: [{ id: 'p', name: 'P', actors: ['a', 'c'], unknown: {} }],
  scheme: {
    ...draft.scheme,
    fields: [
      { id: 'staff', on: 'actor', name: { en: 'Staff', zh: '人员' }, kind: 'number', unit: 'FTE' },
      { id: 'stage', on: 'tie', name: { en: 'Stage', zh: '阶段' }, kind: 'category', categories: ['x'] },
    ],
  },
});

function graphAfter(edit: (editor: Editor) => void): Graph {
  const { document, editor } = editing(1, start);
  edit(editor);
  return document.graph;
}

const { graph } = editing(1, start).document;

/** The conflicts of two maps that each did something else, in words. */
function conflicts(ours: (editor: Editor) => void, theirs: (editor: Editor) => void, language: Language) {
  const three = compareThree(graph, graphAfter(ours), graphAfter(theirs));
  return three.conflicts.map((conflict) => conflictText(conflict, three.graphs, WORDS[language]));
}

describe('a conflict in words', () => {
  const ours = (editor: Editor): void => {
    editor.run(editTies, { ids: ['t'], changes: { weight: 4 } });
    editor.run(remove, { actors: ['c'], ties: [] });
  };
  const theirs = (editor: Editor): void => {
    editor.run(editTies, { ids: ['t'], changes: { weight: 0.1 + 0.2, type: 'policy' } });
    editor.run(editActors, { ids: ['c'], changes: { sector: 'university' } });
    editor.run(addTie, { source: 'a', target: 'c', type: 'talent' });
  };

  it('names the record, its key and both values', () => {
    expect(conflicts(ours, theirs, 'en')).toEqual([
      {
        about: 'Actor Chem Works',
        base: 'Removed',
        scenario: 'Kept; changed: Sector University; new or changed with it: A → Chem Works',
      },
      { about: 'A → B: Weight', base: '4', scenario: '0.3', before: '1' },
    ]);
    expect(conflicts(ours, theirs, 'zh')).toEqual([
      {
        about: '主体：化工厂',
        base: '已删除',
        scenario: '保留；已更改：主体类型：高校；与之相关的新增或更改：A → 化工厂',
      },
      { about: 'A → B：权重', base: '4', scenario: '0.3', before: '1' },
    ]);
  });

  it('says what measures, rules and thresholds are called, never their ids', () => {
    const view = (change: Parameters<typeof editView.plan>[1]) => (editor: Editor) => {
      editor.run(editView, change);
    };
    const first = view({
      size: { kind: 'measure', id: 'betweenness' },
      diagnosis: { thresholds: { 'hub-top-share': 0.3 }, muted: { D3: '' }, costs: { 'add-tie': 3 } },
      measures: { closeness: 'reachable' },
    });
    const second = view({
      size: { kind: 'field', id: 'staff' },
      diagnosis: { thresholds: { 'hub-top-share': 0.25 }, muted: { D3: 'later' }, costs: { 'add-tie': 0.5 } },
      measures: { closeness: 'wasserman-faust', runs: 30 },
    });
    const said = conflicts(first, second, 'en');
    expect(said).toContainEqual(
      expect.objectContaining({
        about: 'Style: Size of actors',
        base: 'Betweenness',
        scenario: 'Staff',
      }),
    );
    expect(said).toContainEqual({
      about: 'Style: Muted rule: Intermediaries that do not yet mediate',
      base: 'No reason given',
      scenario: 'later',
    });
    expect(said).toContainEqual({ about: 'Style: Cost: A new tie', base: '3', scenario: '0.5' });
  });

  it('of an order lists the names in either order', () => {
    const move = (id: string, by: 1 | -1) => (editor: Editor) => {
      editor.run(moveSchemeEntry, { table: 'sectors', id, by });
    };
    expect(conflicts(move('government', 1), move('other', -1), 'zh')).toEqual([
      {
        about: '主体类型的顺序',
        base: '企业、政府、高校、中介组织、其他',
        scenario: '政府、企业、高校、其他、中介组织',
      },
    ]);
  });
});

describe('what becomes of a map in words', () => {
  /** What adopting does that brings these edits. */
  function effects(edit: (editor: Editor) => void) {
    const three = compareThree(graph, graph, graphAfter(edit));
    return resolve(three, 'base', new Map()).effects.map((effect) =>
      effectText(effect, three.graphs, 'base', WORDS.en),
    );
  }

  it('says of an actor that is renamed and moved what it is called, not where it stands', () => {
    const said = effects((editor) => {
      editor.run(moveActors, { positions: new Map([['a', [12.3456, 7] as const]]) });
      editor.run(editActors, { ids: ['a'], changes: { name: 'Anew' } });
    });
    const name = { key: 'name', is: 'Name', from: 'A', to: 'Anew' };
    expect(said).toEqual([{ kind: 'changed', name: 'Anew', keys: [name] }]);
  });

  it('calls a value as the map does that has it: what was as this one, what comes as the other one', () => {
    const startup = {
      id: 's1',
      name: { en: 'Start-up', zh: '初创企业' },
      colour: '#123456',
      shape: 'star',
    } as const;
    const said = effects((editor) => {
      editor.run(setSchemeEntry, { table: 'sectors', entry: startup });
      editor.run(removeSchemeEntry, { table: 'sectors', id: 'enterprise', replaceBy: 's1' });
    });
    expect(said).toContainEqual({
      kind: 'changed',
      name: 'A',
      keys: [{ key: 'sector', is: 'Sector', from: 'Enterprise', to: 'Start-up' }],
    });
    expect(said).toContainEqual({ kind: 'removed', name: 'Enterprise', keys: [] });
  });

  it('of an area that is locked says how large it is', () => {
    const box = { x: 1, y: 2, width: 300, height: 40 };
    const [style] = effects((editor) => {
      editor.run(lockRegion, { box });
    });
    const [area] = style?.keys ?? [];
    expect(area).toMatchObject({ is: 'Locked area', from: '—', to: '300 × 40 at (1, 2)' });
  });
});

describe('every key that a map can have', () => {
  const rich = graphAfter((editor) => {
    editor.run(editMapInfo, { description: 'd', author: 'a', date: '2024', source: 's' });
    editor.run(editActors, {
      ids: ['a'],
      changes: { size: 1, sizeChange: 2, inflow: 3, outflow: 4, notes: 'n', from: '2020', to: '2021' },
    });
    editor.run(editActors, {
      ids: ['a'],
      changes: { supply: { talent: 1 }, demand: { data: 1 }, aliases: ['A1'], secondName: '甲' },
    });
    editor.run(editTies, { ids: ['t'], changes: { from: '2020', to: '2021', notes: 'n' } });
  });
  const style = viewChanges({
    ...DEFAULT_VIEW,
    measures: DEFAULT_MEASURE_OPTIONS,
    regions: [{ id: 'r', x: 1.5, y: 2, width: 30, height: 40 }],
    layout: { id: 'force', options: { spacing: 1, tightness: 1 } },
    diagnosis: {
      thresholds: Object.fromEntries(
        RULES.flatMap(({ thresholds }) => thresholds.map(({ id, standard }) => [id, standard])),
      ),
      muted: Object.fromEntries(RULES.map(({ code }) => [code, ''])),
      costs: Object.fromEntries(EDIT_KINDS.map((kind) => [kind, 1])),
    },
    views: [],
  });
  const { tables, singles } = flatState(rich);
  const keys = [
    ...TABLES.flatMap((table) =>
      [...tables[table].values()].flatMap((flat) => [...flat].map((entry) => [table, ...entry] as const)),
    ),
    ...SINGLES.flatMap((single) => [...singles[single]].map((entry) => [single, ...entry] as const)),
    ...[...style].map((entry) => ['view' as const, ...entry] as const),
  ].filter(([, key]) => key !== 'position' && key !== 'pinned');

  it.each(['en', 'zh'] as const)('has a name of its own and a readable value (%s)', (language) => {
    for (const [table, key, value] of keys) {
      const name = keyText(table, key, [rich], WORDS[language]);
      const id = key.slice(key.indexOf(':') + 1);
      expect(name, `${table} ${key}`).not.toBe(key);
      expect(name, `${table} ${key}`).not.toBe(id);
      if (language === 'zh') expect(name, `${table} ${key}`).toMatch(/\p{Script=Han}/u);
      if (table === 'view')
        expect(valueText(table, key, value, [rich], WORDS[language]), key).not.toMatch(
          /[a-z]:|^[a-z]+-[a-z-]+$/u,
        );
    }
  });

  it('is named by where it belongs: keys of one record never share a name', () => {
    const named = new Map<string, string>();
    for (const [table, key] of keys) {
      const text = `${table} ${keyText(table, key, [rich], WORDS.zh)}`;
      expect(named.get(text) ?? key, text).toBe(key);
      named.set(text, key);
    }
  });
});

describe('a value', () => {
  const say = (language: Language, key: string, value: Parameters<typeof valueText>[2]): string =>
    valueText('view', key, value, [graph], WORDS[language]);

  it('of an option is called as its choice is', () => {
    for (const id of Object.keys(OPTION_VALUES) as OptionId[]) {
      const allowed: unknown = OPTION_VALUES[id];
      if (!Array.isArray(allowed)) continue;
      for (const value of allowed as readonly (string | boolean)[])
        expect(say('zh', `option:${id}`, value), id).not.toMatch(/^[a-z-]+$/u);
    }
    expect(say('en', 'option:currency', 'talent')).toBe('Talent');
    expect(say('en', 'option:currency', '')).toBe('the type that carries most');
    expect(say('en', 'option:couplingIndicators', '[{"id":"x"}]')).toBe('a list of its own');
    expect(say('en', 'option:sources', 1024)).toBe('from 1,024 actors (estimate)');
  });

  it('of a locked area says how large it is and where', () => {
    expect(say('en', 'region:r', [1.5, 2, 30.4, 40])).toBe('30 × 40 at (2, 2)');
  });

  it('is looked up in the state that knows it', () => {
    const later = graphAfter((editor) => editor.run(remove, { actors: ['a'], ties: [] }));
    expect(valueText('ties', 'ends', ['a', 'c'], [later, graph], WORDS.en)).toBe('A → Chem Works');
    expect(valueText('ties', 'source', 'a', [later, graph], WORDS.en)).toBe('A');
  });

  it('that is not there is a dash, and no is not the same as nothing', () => {
    expect(valueText('actors', 'field:x', undefined, [graph], WORDS.en)).toBe('—');
    expect(valueText('actors', 'field:x', false, [graph], WORDS.en)).toBe('No');
    expect(valueText('actors', 'weight', 0.1 + 0.2, [graph], WORDS.en)).toBe('0.3');
  });
});
