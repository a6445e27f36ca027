import type { Language } from '../../base/localized.ts';
import type { Source } from '../../metrics/sources/source.ts';
import type { FigureMetadata } from '../metadata.ts';
import { bibliography } from './bibliography.ts';
import { chineseMethods } from './chinese.ts';
import { englishMethods } from './english.ts';
import { methodsFacts, type MethodsFacts, type MethodsInput } from './facts.ts';
import { parametersJson } from './parameters.ts';

/** More measures than this are a paragraph of their own. */
const MOST_IN_ONE = 6;

/** How something was made: ready to be pasted into a paper, and to be made again. */
export interface Methods {
  readonly text: Readonly<Record<Language, string>>;
  /** By citation key. */
  readonly sources: readonly Source[];
  /** JSON. */
  readonly parameters: string;
}

export function methodsOf(input: MethodsInput): Methods {
  const facts = methodsFacts(input);
  return {
    text: { en: joined(englishMethods(facts), facts, ' '), zh: joined(chineseMethods(facts), facts, '') },
    sources: bibliography(facts),
    parameters: parametersJson(facts),
  };
}

/** One paragraph, or where much is told one for each part. */
function joined(parts: readonly string[], { measures }: MethodsFacts, gap: string): string {
  return parts.join(measures.length > MOST_IN_ONE ? '\n\n' : gap);
}

/** What a figure says of itself in its file. */
export function figureMetadata(
  title: string,
  { text, parameters }: Methods,
  language: Language,
): FigureMetadata {
  return {
    title,
    language: language === 'zh' ? 'zh-CN' : 'en',
    methods: text[language],
    parameters,
  };
}
