import { addActor } from './add-actor.ts';
import { addTie } from './add-tie.ts';
import { adopt, bringIn } from './adopt.ts';
import { alignActors, distributeActors } from './align.ts';
import { applyRemedy } from './apply-remedy.ts';
import { applyStyle } from './apply-style.ts';
import type { Command } from './command.ts';
import { duplicate } from './duplicate.ts';
import { editActors } from './edit-actors.ts';
import { editCells } from './edit-cells.ts';
import { editMapInfo, editView } from './edit-map.ts';
import { moveSchemeEntry, removeSchemeEntry, setSchemeEntry } from './edit-scheme.ts';
import { editTies, reverseTies } from './edit-ties.ts';
import { enter } from './enter.ts';
import { goBack } from './go-back.ts';
import { joinDraft } from './join-draft.ts';
import { markDistinct } from './mark-distinct.ts';
import { mergeActors } from './merge-actors.ts';
import { moveActors } from './move-actors.ts';
import { removeProject, setProject } from './projects.ts';
import { lockRegion, unlockRegion } from './regions.ts';
import { remove } from './remove.ts';
import { sayGoals } from './say-goals.ts';
import { editSavedView, moveSavedView, removeSavedView, saveView } from './saved-views.ts';
import { vote } from './vote.ts';
import { replaceInNames } from './replace-in-names.ts';
import { splitActor } from './split-actor.ts';
import { stepWeights } from './step-weights.ts';

/** Every edit there is. Help lists their keys; tests draw from them. */
export const COMMANDS: readonly Pick<Command<never>, 'id' | 'title' | 'keys' | 'available'>[] = [
  enter,
  addActor,
  addTie,
  editActors,
  editTies,
  editCells,
  reverseTies,
  stepWeights,
  remove,
  duplicate,
  mergeActors,
  splitActor,
  replaceInNames,
  markDistinct,
  moveActors,
  alignActors,
  distributeActors,
  lockRegion,
  unlockRegion,
  setProject,
  removeProject,
  editMapInfo,
  editView,
  applyStyle,
  saveView,
  editSavedView,
  moveSavedView,
  removeSavedView,
  vote,
  sayGoals,
  setSchemeEntry,
  removeSchemeEntry,
  moveSchemeEntry,
  joinDraft,
  goBack,
  adopt,
  bringIn,
  applyRemedy,
];
