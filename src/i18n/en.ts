import { arranging } from './en/arranging.ts';
import { changes } from './en/changes.ts';
import { compare } from './en/compare.ts';
import { diagnosis } from './en/diagnosis.ts';
import { ecology } from './en/ecology.ts';
import { edits } from './en/edits.ts';
import { entry } from './en/entry.ts';
import { exporting } from './en/exporting.ts';
import { find } from './en/find.ts';
import { findings } from './en/findings.ts';
import { gestures } from './en/gestures.ts';
import { mapInfo } from './en/map-info.ts';
import { measureOptions } from './en/measure-options.ts';
import { measures } from './en/measures.ts';
import { present } from './en/present.ts';
import { review } from './en/review.ts';
import { room } from './en/room.ts';
import { rounds } from './en/rounds.ts';
import { scenarios } from './en/scenarios.ts';
import { selection } from './en/selection.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { stress } from './en/stress.ts';
import { strategy } from './en/strategy.ts';
import { style } from './en/style.ts';
import { styles } from './en/styles.ts';
import { tables } from './en/tables.ts';
import { vocabulary } from './en/vocabulary.ts';

/** All texts of the interface, by area. A key that is missing in another language does not compile. */
export const en = {
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
