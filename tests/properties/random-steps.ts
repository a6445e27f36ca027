import fc from 'fast-check';
import { expect } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { adopt, bringIn } from '../../src/model/commands/adopt.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { alignActors, ALIGNMENTS, distributeActors, DISTRIBUTIONS } from '../../src/model/commands/align.ts';
import { applyRemedy } from '../../src/model/commands/apply-remedy.ts';
import { applyStyle } from '../../src/model/commands/apply-style.ts';
import { duplicate } from '../../src/model/commands/duplicate.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { editMapInfo, editView } from '../../src/model/commands/edit-map.ts';
import { moveSchemeEntry, removeSchemeEntry, setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { editTies, reverseTies } from '../../src/model/commands/edit-ties.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { goBack } from '../../src/model/commands/go-back.ts';
import { joinDraft } from '../../src/model/commands/join-draft.ts';
import { markDistinct } from '../../src/model/commands/mark-distinct.ts';
import { mergeActors } from '../../src/model/commands/merge-actors.ts';
import { moveActors } from '../../src/model/commands/move-actors.ts';
import { removeProject, setProject } from '../../src/model/commands/projects.ts';
import { lockRegion, unlockRegion } from '../../src/model/commands/regions.ts';
import { remove } from '../../src/model/commands/remove.ts';
import {
  editSavedView,
  moveSavedView,
  removeSavedView,
  saveView,
} from '../../src/model/commands/saved-views.ts';
import { sayGoals } from '../../src/model/commands/say-goals.ts';
import { vote } from '../../src/model/commands/vote.ts';
import { replaceInNames } from '../../src/model/commands/replace-in-names.ts';
import { splitActor } from '../../src/model/commands/split-actor.ts';
import { stepWeights } from '../../src/model/commands/step-weights.ts';
import type { MapDocument } from '../../src/model/document.ts';
import type { Editor } from '../../src/model/editor.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, tiesInOrder } from '../../src/model/graph.ts';
import { emptyDraft } from '../../src/model/make.ts';
import { said } from '../model/support.ts';

/** Numbers that choose what a random step does to whatever is there. */
export type Step = readonly [kind: number, first: number, second: number, value: number];
export const oneStep: fc.Arbitrary<Step> = fc.tuple(fc.nat(30), fc.nat(999), fc.nat(999), fc.nat(999));

function pick<T>(list: readonly T[], k: number): T | undefined {
  return list.length === 0 ? undefined : list[k % list.length];
}

/** Carries a step out. A rejected one has changed nothing. @returns whether the map is another one now */
export function take(
  { editor, document }: { editor: Editor; document: MapDocument },
  [kind, first, second, value]: Step,
): boolean {
  const graph = document.graph;
  const actors = actorsInOrder(graph).map(({ id }) => id);
  const ties = tiesInOrder(graph).map(({ id }) => id);
  const a = pick(actors, first) ?? 'nobody';
  const b = pick(actors, second) ?? 'nobody';
  const t = pick(ties, first) ?? 'no tie';
  const sector = pick(graph.scheme.sectors, value)?.id ?? 'other';
  const type = pick(graph.scheme.tieTypes, value)?.id ?? 'talent';
  const run = (): { readonly ok: boolean } => {
    switch (kind) {
      case 0:
        return editor.run(addActor, { name: `N${value}`, sector, at: [first, second] });
      case 1:
        return editor.run(addActor, { name: value % 7 === 0 ? '  ' : `M${value}`, sector });
      case 2:
        return editor.run(addTie, { source: a, target: b, type, weight: value - 20 });
      case 3:
        return editor.run(addTie, { source: a, target: { name: `T${value}`, sector, at: [value, 0] }, type });
      case 4:
        return editor.run(editActors, { ids: [a], changes: { name: `R${value}`, notes: `${first}` } });
      case 5:
        return editor.run(editActors, {
          ids: [a, b],
          changes: { sector, supply: { talent: value, data: undefined } },
        });
      case 6:
        return editor.run(editActors, { ids: [a], changes: { size: value - 10, fields: { x: value } } });
      case 7:
        return editor.run(editTies, { ids: [t], changes: { type, weight: value } });
      case 8:
        return editor.run(editTies, {
          ids: [t],
          changes: { direction: value % 2 ? 'mutual' : 'one-way', notes: '' },
        });
      case 9:
        return value % 2
          ? editor.run(reverseTies, { ids: [t] })
          : editor.run(stepWeights, { ids: [t, pick(ties, second) ?? t], direction: value % 4 ? 1 : -1 });
      case 10:
        return editor.run(remove, { actors: [a], ties: [] });
      case 11:
        return editor.run(remove, { actors: value % 3 ? [] : [a, b], ties: [t] });
      case 12:
        return editor.run(duplicate, { ids: [a, b] });
      case 13:
        if (value % 5 === 0)
          return editor.run(alignActors, { ids: actors, to: pick(ALIGNMENTS, second) ?? 'left' });
        if (value % 5 === 1)
          return editor.run(distributeActors, {
            ids: actors.slice(first % 3),
            along: pick(DISTRIBUTIONS, second) ?? 'vertical',
          });
        return editor.run(moveActors, {
          positions: new Map([[a, [first, value] as const]]),
          pin: value % 2 === 0,
        });
      case 14:
        return editor.run(setProject, {
          name: `P${value}`,
          actors: [a, b],
          ...(value % 2 ? { id: 'p' } : {}),
        });
      case 15:
        return editor.run(removeProject, { id: 'p' });
      case 16:
        if (value % 2) return editor.run(editMapInfo, { title: `T${value}` });
        if (value % 4 === 0) return editor.run(editView, { labels: 'all' });
        return editor.run(editView, {
          diagnosis: {
            thresholds: { 'hub-hhi': value % 8 === 2 ? value / 100 : undefined },
            muted: { [`D${1 + (first % 3)}`]: second % 2 ? `reason ${second % 5}` : undefined },
          },
        });
      case 17: {
        if (value % 5 === 4)
          return editor.run(applyStyle, {
            step: { en: 'Style', zh: '样式' },
            view: {
              palette: value % 2 ? 'tol-muted' : 'okabe-ito',
              labelSize: 1 + (first % 3) / 10,
              style: second % 2 ? { id: `y${second % 3}`, name: 'Y' } : null,
            },
            sectors: new Map([[sector, first % 7 ? `#0000${10 + (second % 90)}` : 'no colour']]),
            tieTypes: new Map([
              [type, '#abcdef'],
              ['gone', '#123456'],
            ]),
          });
        const entry = pick(graph.scheme.sectors, first);
        if (value % 3 === 0 || !entry)
          return editor.run(moveSchemeEntry, { table: 'sectors', id: sector, by: 1 });
        if (value % 3 === 1)
          return editor.run(removeSchemeEntry, { table: 'tieTypes', id: type, replaceBy: 'policy' });
        return editor.run(setSchemeEntry, { table: 'sectors', entry: { ...entry, id: `s${value % 5}` } });
      }
      case 18: {
        const a9 = `A${first % 9}`;
        const lines = [
          `A${value} > B${first % 9} <> C${second % 9} @enterprise : 2`,
          `${a9} offers talent ${value % 3}, kind${second % 4} ${1 + (value % 5)}; needs data 2`,
          `project P${first % 3}: ${a9}, B${second % 9}\n${a9} offers talent`,
          `A${value} @kind${second % 3} size=${value} > B${first % 9} : new${first % 3} 2 from=2020`,
          `- B${first % 9}\nA${value} > B${second % 9} : ${1 + (value % 4)}`,
          `- A${value} <> B${first % 9}`,
        ];
        const entry = parseEntry(lines[value % 6] ?? '', graph, { create: value % 2 === 0 });
        return entry.ok ? editor.run(enter, { entry: entry.value }) : entry;
      }
      case 19:
        return editor.run(
          lockRegion,
          value % 2 ? { actors: [a, b] } : { box: { x: first, y: second, width: value - 20, height: 50 } },
        );
      case 20:
        return editor.run(unlockRegion, { id: pick(graph.view.regions, first)?.id ?? 'no area' });
      case 21: {
        // As a round would: a state of this map, with some of it gone and some of it elsewhere.
        const kept = actorsInOrder(graph).filter((_actor, k) => (first >> (k % 10)) % 2 === 0);
        const ids = new Set(kept.map(({ id }) => id));
        const earlier = {
          ...graph,
          actors: new Map(kept.map((actor) => [actor.id, { ...actor, position: [value, second] as const }])),
          ties: new Map([...graph.ties].filter(([, tie]) => ids.has(tie.source) && ids.has(tie.target))),
          projects: new Map<string, never>(),
        };
        return editor.run(goBack, { name: 'round', graph: earlier });
      }
      case 22:
        return editor.run(mergeActors, {
          keep: a,
          others: value % 3 ? [b] : [b, pick(actors, value) ?? 'nobody'],
          addWeights: value % 2 === 0,
          ...(value % 5 === 0 ? { choose: new Map([['sector', b]]) } : {}),
        });
      case 23:
        return editor.run(splitActor, {
          id: a,
          name: value % 7 === 0 ? ' ' : `S${value}`,
          ties: ties.filter((id) => [graph.ties.get(id)?.source, graph.ties.get(id)?.target].includes(a)),
          supply: ['talent'],
          demand: ['data'],
        });
      case 24:
        return editor.run(replaceInNames, {
          find: `${value % 10}`,
          replace: value % 4 ? `${second}` : '',
          matchCase: true,
          wholeWord: value % 2 === 0,
          aliases: true,
          notes: value % 3 === 0,
        });
      case 25:
        return editor.run(markDistinct, { pairs: [[a, b]], distinct: value % 3 > 0 });
      case 26: {
        const id = pick(graph.view.views, first)?.id ?? 'no view';
        const view = {
          name: `V${value}`,
          hiddenSectors: [sector],
          hiddenTieTypes: [],
          hiddenCategories: [],
          actors: [a],
          ties: [],
          spotlight: value % 2 === 0,
          look: { ...graph.view, labels: 'all' as const },
        };
        if (value % 5 === 0) return editor.run(removeSavedView, { id });
        if (value % 5 === 1) return editor.run(moveSavedView, { id, by: first % 2 ? 1 : -1 });
        if (value % 5 === 2) return editor.run(editSavedView, { id, note: `${second % 3 || ''}` });
        return editor.run(saveView, value % 5 === 3 ? { id, view } : { view });
      }
      case 27:
        return value % 3
          ? editor.run(vote, { actor: a, height: value - 20 })
          : editor.run(sayGoals, { actor: b, goals: [`g${first % 3}`, `g${second % 3}`] });
      case 28: {
        const actor = { name: 'J', sector, supply: {}, demand: {}, fields: {}, unknown: {} };
        const draft = { ...emptyDraft('x'), actors: ['j1', 'j2'].map((id) => ({ ...actor, id })) };
        return editor.run(joinDraft, { draft, name: 'file', byName: value % 2 === 0 });
      }
      case 29: {
        const tie = {
          do: 'add-tie',
          target: b,
          type,
          weight: 1 + (value % 3),
          direction: 'one-way',
        } as const;
        return editor.run(applyRemedy, {
          remedies: [
            [
              { do: 'add-actor', id: 'new', sector: `s${value % 5}`, name: { en: 'New', zh: '新' } },
              { ...tie, source: 'new' },
              { do: 'set-supply', actor: value % 2 ? a : 'new', resource: 'talent', amount: first % 4 },
            ],
            value % 3 ? [{ ...tie, source: a }] : [{ do: 'set-weight', tie: t, weight: second - 10 }],
          ],
          step: { en: 'Remedy', zh: '对策' },
        });
      }
      default: {
        // Of two maps that had this state in common, each without some of its actors, one takes what the other did.
        const without = (k: number): typeof graph => {
          const ids = new Set(actors.filter((_id, index) => (k >> (index % 10)) % 2 === 0));
          return {
            ...graph,
            actors: new Map([...graph.actors].filter(([id]) => ids.has(id))),
            ties: new Map([...graph.ties].filter(([, tie]) => ids.has(tie.source) && ids.has(tie.target))),
            projects: new Map<string, never>(),
          };
        };
        const [fork, other] = [without(first), without(second)];
        const decisions = new Map<string, never>();
        return value % 2
          ? editor.run(adopt, {
              name: 'S',
              fork,
              scenario: other,
              decisions,
              mark: { scenario: 's', point: 'p' },
            })
          : editor.run(bringIn, { name: 'B', fork, base: other, decisions, mark: { point: 'p' } });
      }
    }
  };
  const before = said(graph);
  const undoName = document.undoName;
  const done = run();
  if (!done.ok) {
    expect(said(document.graph)).toEqual(before);
    expect(document.undoName).toBe(undoName);
  }
  return done.ok && document.graph !== graph;
}
