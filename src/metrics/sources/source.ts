import type { Localized } from '../../base/localized.ts';

/** What kind of publication it is, as lists of references part them. */
type Kind = 'article' | 'book' | 'chapter' | 'proceedings' | 'thesis' | 'report' | 'preprint' | 'misc';

/** A publication that a measure, a rule, an option or a layout rests on. What is not known for certain is absent. */
export interface Source {
  readonly kind: Kind;
  /** `Family, Given` each; a body without a comma. The last may be `others`. */
  readonly authors: readonly string[];
  readonly year: number;
  readonly title?: string;
  /** The journal, or the book that it is a part of. */
  readonly container?: string;
  readonly volume?: string;
  readonly number?: string;
  /** `first-last`, or the number of the article. */
  readonly pages?: string;
  /** Of a book; the university of a thesis, the body of a report. */
  readonly publisher?: string;
  readonly doi?: string;
  /** Of a preprint: its number at arXiv. */
  readonly arxiv?: string;
  /** Of a book: whether those named are its editors. */
  readonly isEdited?: true;
  /** What it is called where its authors are not named; texts name it in English. */
  readonly calledAs?: Localized;
}

/** Words that say nothing of what a title is about. */
const SMALL_WORDS = new Set('a an the on of in and for from some to its'.split(' '));

/** Stable: the family of the first author, the year and the first word of the title that says something. */
export function citationKey({ authors: [first = ''], year, title = '' }: Source): string {
  const family = plain(first.split(',')[0] ?? '').replaceAll(' ', '');
  const word = plain(title)
    .split(' ')
    .find((each) => each !== '' && !SMALL_WORDS.has(each));
  return `${family}${year}${word ?? ''}`;
}

/** Small Latin letters, digits and spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

type Rest = Omit<Source, 'kind' | 'authors' | 'year' | 'title' | 'container'>;

export function article(
  authors: readonly string[],
  year: number,
  title: string,
  container: string,
  rest: Rest = {},
): Source {
  return { kind: 'article', authors, year, title, container, ...rest };
}

export function book(
  authors: readonly string[],
  year: number,
  title: string,
  publisher: string,
  rest: Rest = {},
): Source {
  return { kind: 'book', authors, year, title, publisher, ...rest };
}
