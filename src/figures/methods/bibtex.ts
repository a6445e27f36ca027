import { citationKey, type Source } from '../../metrics/sources/source.ts';

const TYPES: Readonly<Record<Source['kind'], string>> = {
  article: 'article',
  book: 'book',
  chapter: 'incollection',
  proceedings: 'inproceedings',
  thesis: 'phdthesis',
  report: 'techreport',
  preprint: 'misc',
  misc: 'misc',
};

/** A list of references as BibTeX and its kin read it: UTF-8, an entry for each source, keys as `citationKey` makes them. */
export function bibtex(sources: readonly Source[]): string {
  return sources.map(entry).join('\n');
}

function entry(source: Source): string {
  const { kind, authors, title, container, publisher, arxiv, pages } = source;
  const fields: readonly (readonly [string, string | undefined])[] = [
    [source.isEdited ? 'editor' : 'author', authors.map(author).join(' and ')],
    // Braces keep the capitals of the title.
    ['title', title === undefined ? undefined : `{${escaped(title)}}`],
    [kind === 'article' ? 'journal' : 'booktitle', container === undefined ? undefined : escaped(container)],
    ['year', String(source.year)],
    ['volume', source.volume],
    ['number', source.number],
    ['pages', pages?.replace('-', '--')],
    [publisherField(kind), publisher === undefined ? undefined : escaped(publisher)],
    ['doi', source.doi],
    ['eprint', arxiv],
    ['archivePrefix', arxiv === undefined ? undefined : 'arXiv'],
  ];
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@${TYPES[kind]}{${citationKey(source)},\n${written.join(',\n')}\n}\n`;
}

function publisherField(kind: Source['kind']): string {
  return kind === 'thesis' ? 'school' : kind === 'report' ? 'institution' : 'publisher';
}

/** A body is one name, whatever words are in it. */
function author(name: string): string {
  if (name === 'others') return name;
  return name.includes(',') || !name.includes(' ') ? escaped(name) : `{${escaped(name)}}`;
}

function escaped(text: string): string {
  return text.replace(/[&%$#_]/gu, '\\$&').replace(/[{}]/gu, '');
}
