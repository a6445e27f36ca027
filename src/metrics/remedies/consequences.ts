import type { Localized } from '../../base/localized.ts';
import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { Edit } from '../../model/remedy-edits.ts';
import { idsMade } from '../../model/remedy-edits.ts';
import type { Phrase, Sentence } from '../detail.ts';
import { diagnose, type Diagnosis } from '../diagnosis/diagnose.ts';
import { findingChanges } from '../diagnosis/finding-changes.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import type { Prospect } from './rank.ts';
import { readingsOf, type Readings } from './read-goal.ts';
import { simulated, stateOf, type State } from './simulate.ts';

/** What carrying out some remedies would change. */
export interface Consequences {
  readonly before: Readings;
  readonly after: Readings;
  /** What was wrong and is so no more, and what is wrong only then; rules that are muted left out. */
  readonly resolved: readonly Sentence[];
  readonly appeared: readonly Sentence[];
  /** How many more findings came, went or changed, of rules that find more than they tell. */
  readonly untold: number;
}

/** Measures and diagnoses the map before and after. @param remedies carried out one after the other */
export function* consequencesOf(
  prospect: Prospect,
  remedies: readonly (readonly Edit[])[],
): Computation<Consequences> {
  const { ground, options, settings } = prospect;
  const start = stateOf(ground, options);
  // First, since what an edit cannot touch is then known of the state after it too.
  const before = yield* within(0, 0, readingsOf(start.network, prospect));
  let end: State = start;
  const names = new Map<string, Localized>();
  for (const edits of remedies) {
    const { actorIds, tieIds } = end.ground.input;
    const taken = new Set([...actorIds, ...tieIds]);
    const made = idsMade(edits, (id) => taken.has(id));
    for (const [k, edit] of edits.entries()) if (edit.do === 'add-actor') names.set(made[k] ?? '', edit.name);
    end = yield* within(0, 0, simulated(end, edits, options));
  }
  const was = yield* within(0, 0.5, diagnose(start.network, options, settings));
  const is = yield* within(0.5, 0.5, diagnose(end.network, options, settings));
  const { gained, lost, untold } = findingChanges(heard(was, settings), heard(is, settings));
  return {
    before,
    after: yield* within(1, 0, readingsOf(end.network, prospect)),
    resolved: lost.map(({ finding }) => finding.says),
    appeared: gained.map(({ finding }) => named(finding.says, names)),
    untold: [...untold.values()].reduce((sum, count) => sum + count, 0),
  };
}

function heard({ results }: Diagnosis, { muted }: DiagnosisSettings): Diagnosis {
  return { results: results.filter(({ code }) => !Object.hasOwn(muted, code)) };
}

/** Actors that are not on the map yet are called by their names. */
function named({ en, zh }: Sentence, names: ReadonlyMap<string, Localized>): Sentence {
  const of =
    (language: 'en' | 'zh') =>
    (phrase: Phrase): Phrase => {
      const name = typeof phrase !== 'string' && phrase.of === 'actor' ? names.get(phrase.id) : undefined;
      return name ? name[language] : phrase;
    };
  return { en: en.map(of('en')), zh: zh.map(of('zh')) };
}
