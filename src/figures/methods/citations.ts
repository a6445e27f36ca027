import type { Language } from '../../base/localized.ts';
import type { Source } from '../../metrics/sources/source.ts';

/** How a text names a source within brackets: `Freeman, 1979`; several of one author in a row name them once. */
export function citations(sources: readonly Source[], language: Language): string {
  const parts: { names: string; years: number[] }[] = [];
  for (const source of sources) {
    const names = namesOf(source, language);
    const last = parts.find((part) => part.names === names);
    if (last) last.years.push(source.year);
    else parts.push({ names, years: [source.year] });
  }
  const [comma, semicolon] = language === 'zh' ? ['，', '；'] : [', ', '; '];
  return parts.map(({ names, years }) => `${names}${comma}${years.join(comma)}`).join(semicolon);
}

function namesOf({ authors, calledAs }: Source, language: Language): string {
  if (calledAs !== undefined) return calledAs[language];
  const families = authors.map((author) => author.split(',')[0] ?? '');
  const [first = '', second = ''] = families;
  if (families.length === 1) return first;
  if (families.length === 2 && second !== 'others') return `${first} & ${second}`;
  return language === 'zh' ? `${first} 等` : `${first} et al.`;
}

/** A source as an entry of a list of references, in the manner of the APA; what is not known is left out. */
export function reference(source: Source): string {
  const { year, title, doi, arxiv, publisher } = source;
  const where = [placeOf(source), publisher].filter((part) => part !== undefined && part !== '');
  return [
    `${listed(source.authors)}${source.isEdited ? ' (Ed.)' : ''} (${year}).`,
    title === undefined ? '' : `${title}.`,
    where.length === 0 ? '' : `${where.join('. ')}.`,
    arxiv === undefined ? '' : `arXiv:${arxiv}.`,
    doi === undefined ? '' : `https://doi.org/${doi}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function listed(authors: readonly string[]): string {
  if (authors.at(-1) === 'others') return `${authors.slice(0, -1).join(', ')}, et al.`;
  if (authors.length < 2) return authors.join('');
  return `${authors.slice(0, -1).join(', ')}, & ${authors.at(-1) ?? ''}`;
}

function placeOf({ kind, container, volume, number, pages }: Source): string | undefined {
  const issue = number === undefined ? '' : `(${number})`;
  const place = volume === undefined ? '' : `${volume}${issue}`;
  const parts = [container, place, pages?.replace('-', '–')].filter(
    (part) => part !== undefined && part !== '',
  );
  if (parts.length === 0) return undefined;
  return `${kind === 'chapter' || kind === 'proceedings' ? 'In ' : ''}${parts.join(', ')}`;
}
