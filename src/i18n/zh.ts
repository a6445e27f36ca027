import type { en } from './en.ts';
import { arranging } from './zh/arranging.ts';
import { changes } from './zh/changes.ts';
import { compare } from './zh/compare.ts';
import { diagnosis } from './zh/diagnosis.ts';
import { ecology } from './zh/ecology.ts';
import { edits } from './zh/edits.ts';
import { entry } from './zh/entry.ts';
import { exporting } from './zh/exporting.ts';
import { find } from './zh/find.ts';
import { findings } from './zh/findings.ts';
import { gestures } from './zh/gestures.ts';
import { mapInfo } from './zh/map-info.ts';
import { measureOptions } from './zh/measure-options.ts';
import { measures } from './zh/measures.ts';
import { present } from './zh/present.ts';
import { review } from './zh/review.ts';
import { room } from './zh/room.ts';
import { rounds } from './zh/rounds.ts';
import { scenarios } from './zh/scenarios.ts';
import { selection } from './zh/selection.ts';
import { shell } from './zh/shell.ts';
import { start } from './zh/start.ts';
import { stress } from './zh/stress.ts';
import { strategy } from './zh/strategy.ts';
import { style } from './zh/style.ts';
import { styles } from './zh/styles.ts';
import { tables } from './zh/tables.ts';
import { vocabulary } from './zh/vocabulary.ts';

export const zh: typeof en = {
  ...shell,
  tables,
  entry,
  find,
  findings,
  gestures,
  selection,
  measures,
  measureOptions,
  changes,
  compare,
  diagnosis,
  ecology,
  edits,
  arranging,
  stress,
  strategy,
  style,
  styles,
  vocabulary,
  mapInfo,
  start,
  present,
  review,
  room,
  rounds,
  scenarios,
  exporting,
};
