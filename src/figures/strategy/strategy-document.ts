import type { Language } from '../../base/localized.ts';
import { cleanText } from '../../scene/text.ts';
import { STRATEGY_SECTIONS, type StrategyContent, type StrategySection } from './content.ts';
import { coverSection } from './cover.ts';
import { findingsSection } from './findings-section.ts';
import { drawingsOf, element, type Drawing, type Markup } from './markup.ts';
import { dimensionsSection, mechanismsSection } from './mechanisms-section.ts';
import { methodsSection } from './methods-section.ts';
import { progressSection, remediesSection } from './remedies-section.ts';
import { pageRules, STRATEGY_SHEET } from './style-sheet.ts';
import { STRATEGY_TEXTS } from './texts.ts';
import { titleOf, writerOf, type Writer } from './writer.ts';

/** A strategy page: what is previewed, printed and saved is this. */
export interface StrategyDocument {
  readonly title: string;
  /** BCP 47, of the first language. */
  readonly language: string;
  /** How it looks, and the paper that it is printed on. */
  readonly sheet: string;
  readonly pageRules: string;
  readonly body: Markup;
  readonly figures: readonly Drawing[];
}

const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const SECTIONS: Readonly<Record<StrategySection, (writer: Writer) => Markup | null>> = {
  mechanisms: mechanismsSection,
  dimensions: dimensionsSection,
  diagnosis: findingsSection,
  remedies: (writer) => (writer.content.remedies.length > 0 ? remediesSection(writer) : null),
  progress: progressSection,
  methods: methodsSection,
};

/**
 * Everything that is to be handed out at the end of the day: the map, the mechanisms and dimensions, what is wrong with
 * its evidence, what was chosen to be done, and how it was all made. Pure: the same content gives the same bytes.
 */
export function strategyDocument(content: StrategyContent): StrategyDocument {
  const [first = 'en'] = content.languages;
  const parts = content.languages.flatMap((language) => {
    const view = content.views[language];
    return view ? [articleOf(writerOf(content, language, view))] : [];
  });
  const body = element('div', { class: 'strategy-document' }, parts);
  return {
    title: titleOf(content, first),
    language: TAGS[first],
    sheet: STRATEGY_SHEET,
    pageRules: pageRules(
      content.paper,
      cleanText(content.title),
      content.languages.map((language) => STRATEGY_TEXTS.kind[language]).join('  '),
    ),
    body,
    figures: drawingsOf([body]),
  };
}

function articleOf(writer: Writer): Markup {
  const { content, language } = writer;
  return element(
    'article',
    { lang: TAGS[language] },
    coverSection(writer),
    STRATEGY_SECTIONS.flatMap((id) => (content.sections.has(id) ? (SECTIONS[id](writer) ?? []) : [])),
  );
}
