import type { Group, Measure } from '../../metrics/measure.ts';
import { GROUP_NAMES } from '../../metrics/measure.ts';
import { MEASURES } from '../../metrics/registry.ts';
import { foldName } from '../../model/commands/checks.ts';

/** What the panel lists together. */
export type Tab = 'actors' | 'ties' | 'sectors' | 'network';

export const TABS: readonly Tab[] = ['actors', 'ties', 'sectors', 'network'];

/** Details stand with what their rows are about. */
export function tabOf(measure: Measure): Tab {
  switch (measure.level) {
    case 'actor':
      return 'actors';
    case 'tie':
      return 'ties';
    case 'sector':
      return 'sectors';
    case 'network':
      return 'network';
    case 'detail':
      return measure.group === 'sectors' ? 'sectors' : measure.group === 'ties' ? 'ties' : 'network';
  }
}

export interface MeasureGroup {
  readonly group: Group;
  readonly measures: readonly Measure[];
}

const groupOrder = Object.keys(GROUP_NAMES) as readonly Group[];

/** The measures of a tab by what they are about; groups without any are left out. */
export function groupsOf(tab: Tab): readonly MeasureGroup[] {
  return groupOrder
    .map((group) => ({
      group,
      measures: MEASURES.filter((measure) => measure.group === group && tabOf(measure) === tab),
    }))
    .filter(({ measures }) => measures.length > 0);
}

/** What a facilitator looks at first: who has partners, carries, bridges, is near to all, has room to broker. */
const FIRST: Readonly<Record<Tab, readonly string[]>> = {
  actors: ['degree', 'strength', 'betweenness', 'harmonic', 'burt-constraint'],
  ties: [],
  sectors: [],
  network: [
    'density',
    'components',
    'reciprocity',
    'average-path-length',
    'transitivity',
    'degree-centralisation',
  ],
};

/** The few of a tab that matter most, where there are enough others to hide them among. */
export function firstOf(tab: Tab): readonly Measure[] {
  return FIRST[tab].flatMap((id) => MEASURES.find((measure) => measure.id === id) ?? []);
}

/**
 * The measures that a text means, the best match first: by name in either language, id, symbol, or the name of their
 * group. Every word has to be found.
 */
export function findMeasures(text: string): readonly Measure[] {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = MEASURES.map((measure, place) => ({
    measure,
    place,
    // The worst of the words decides.
    distance: Math.max(...words.map((word) => distanceOf(measure, word))),
  })).filter(({ distance }) => distance < Infinity);
  found.sort((a, b) => a.distance - b.distance || a.place - b.place);
  return found.map(({ measure }) => measure);
}

/** 0 where a name is the word, 1 where it begins with it, then a word of it, any part, and what only relates to it. */
function distanceOf(measure: Measure, word: string): number {
  const names = [measure.name.en, measure.name.zh, measure.id, measure.symbol].map(foldName);
  if (names.includes(word)) return 0;
  if (names.some((name) => name.startsWith(word))) return 1;
  if (names.some((name) => name.split(/[\s()-]/u).some((part) => part.startsWith(word)))) return 2;
  if (names.some((name) => name.includes(word))) return 3;
  const related = [GROUP_NAMES[measure.group], measure.says].flatMap(({ en, zh }) => [en, zh]);
  return related.some((each) => foldName(each).includes(word)) ? 4 : Infinity;
}
