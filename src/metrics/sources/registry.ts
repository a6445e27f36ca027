import { DRAWING_SOURCES } from './drawing-sources.ts';
import { ECOLOGY_SOURCES } from './ecology-sources.ts';
import { NETWORK_SOURCES } from './network-sources.ts';
import { SOCIAL_SOURCES } from './social-sources.ts';
import { citationKey, type Source } from './source.ts';

/** Every publication that something of the program rests on. */
export const SOURCES: readonly Source[] = [
  ...NETWORK_SOURCES,
  ...SOCIAL_SOURCES,
  ...ECOLOGY_SOURCES,
  ...DRAWING_SOURCES,
];

const byKey = new Map(SOURCES.map((source) => [citationKey(source), source]));

export function sourceByKey(key: string): Source | undefined {
  return byKey.get(key);
}

/** What a text names: its sources in their order, each once, and the mentions that no source is known for. */
export interface Named {
  readonly sources: readonly Source[];
  readonly unknown: readonly string[];
}

const YEARS = /\b(?:1[89]|20)\d\d\b/gu;

/**
 * The sources that a text names by author and year, as those of measures and rules do: `Freeman (1977)`, `Finn (1976,
 * 1980)`, `Zaret & Rand 1971`.
 */
export function sourcesNamed(text: string): Named {
  const found = new Set<Source>();
  const unknown: string[] = [];
  let end = 0;
  /** The words before the last year. */
  let authors = '';
  for (const match of text.matchAll(YEARS)) {
    const before = text.slice(end, match.index);
    // Of several years in a row the first alone has authors before it.
    if (/\p{L}/u.test(before.replace(/\band\b/u, ''))) authors = before.slice(before.lastIndexOf(';') + 1);
    end = match.index + match[0].length;
    const source = ofYear(Number(match[0]), authors);
    if (source) found.add(source);
    else unknown.push(`${authors.trim()} ${match[0]}`);
  }
  return { sources: [...found], unknown };
}

/** The source of a year whose first author the words name, the one named first. */
function ofYear(year: number, words: string): Source | undefined {
  let best: Source | undefined;
  let place = Infinity;
  for (const source of SOURCES) {
    if (source.year !== year) continue;
    const at = placeOf(firstName(source), words);
    if (at < place) [best, place] = [source, at];
  }
  return best;
}

function firstName({ calledAs, authors: [first = ''] }: Source): string {
  return calledAs?.en ?? first.split(',')[0] ?? '';
}

/** Where a name stands among words as a whole; Infinity where it does not. */
function placeOf(name: string, words: string): number {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const around = `${words[at - 1] ?? ''}${words[at + name.length] ?? ''}`;
    if (!/[\p{L}-]/u.test(around)) return at;
  }
  return Infinity;
}
