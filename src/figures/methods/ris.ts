import { citationKey, type Source } from '../../metrics/sources/source.ts';

const TYPES: Readonly<Record<Source['kind'], string>> = {
  article: 'JOUR',
  book: 'BOOK',
  chapter: 'CHAP',
  proceedings: 'CPAPER',
  thesis: 'THES',
  report: 'RPRT',
  preprint: 'UNPB',
  misc: 'GEN',
};

/** A list of references as EndNote, Zotero and Mendeley read it. */
export function ris(sources: readonly Source[]): string {
  return sources.map(entry).join('\r\n');
}

function entry(source: Source): string {
  const { kind, authors, isEdited, year, title, container, volume, number, pages, publisher, doi, arxiv } =
    source;
  const [first, last] = pages?.split('-') ?? [];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', TYPES[kind]],
    ['ID', citationKey(source)],
    ...authors.filter((name) => name !== 'others').map((name) => [isEdited ? 'ED' : 'AU', name] as const),
    ['PY', String(year)],
    ['TI', title],
    ['T2', container],
    ['VL', volume],
    ['IS', number],
    ['SP', first],
    ['EP', last],
    ['PB', publisher],
    ['DO', doi],
    ['UR', arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}
