import { MECHANISM_NAMES, MECHANISMS } from '../../model/scheme.ts';
import { mapDrawing } from './figures.ts';
import { block, element, type Markup } from './markup.ts';
import { GAUGE } from './read-measures.ts';
import { sentenceIn } from './texts.ts';
import { foundSentence, joined, toldFindings, type Writer } from './writer.ts';

/** So many findings are told on the first page. */
const WORST = 3;

/** The title, the map, and what is in brief: one page. */
export function coverSection(writer: Writer): Markup {
  const { content, language, text, title } = writer;
  const { place, author, date, actorCount, tieCount, numbers } = content;
  const facts = [place, writer.day(date), author].filter((part) => part !== '');
  const shown = numbers.panel.n;
  const caption = [
    sentenceIn('size', language)(actorCount, tieCount),
    shown < actorCount ? sentenceIn('filtered', language)(shown, actorCount) : '',
  ];
  return block(
    'cover',
    'header',
    title !== text('kind') && block('kind', 'p', text('kind')),
    element('h1', {}, title),
    facts.length > 0 &&
      block(
        'facts',
        'p',
        facts.map((fact) => element('span', {}, fact)),
      ),
    element(
      'figure',
      { class: 'hero' },
      mapDrawing(writer),
      element('figcaption', {}, joined(caption, language)),
    ),
    element(
      'section',
      { class: 'brief' },
      element('h2', {}, text('brief')),
      element(
        'ul',
        {},
        briefLines(writer).map((line) => element('li', {}, line)),
      ),
    ),
    noteOf(writer),
  );
}

function noteOf({ content, text }: Writer): Markup | null {
  const paragraphs = content.note
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length === 0) return null;
  return block(
    'note',
    'section',
    element('h2', {}, text('note')),
    paragraphs.map((paragraph) =>
      element(
        'p',
        {},
        paragraph.split('\n').flatMap((line, k) => (k === 0 ? [line] : [element('br'), line])),
      ),
    ),
  );
}

function briefLines(writer: Writer): readonly Markup[] {
  const { content, language } = writer;
  const { remedies, sections } = content;
  const lines: (Markup | null)[] = [gaugeLine(writer), foundSentence(writer)];
  const worst = toldFindings(content).slice(0, WORST);
  if (worst.length > 0)
    lines.push(
      block(
        'worst',
        'span',
        worst.map(({ finding }) => element('em', {}, writer.sentence(finding.says))),
      ),
    );
  if (sections.has('remedies') && remedies.length > 0)
    lines.push(sentenceIn('chosen', language)(remedies.length));
  return lines.filter((line) => line !== null);
}

/** Which mechanism works best and which least; null where fewer than two have a value. */
function gaugeLine({ content, language, number }: Writer): string | null {
  const { network } = content.numbers.panel;
  const known = MECHANISMS.flatMap((mechanism) => {
    const value = network.get(`gauge-${mechanism}`) ?? null;
    return value === null ? [] : [{ name: MECHANISM_NAMES[mechanism][language], value }];
  }).sort((a, b) => b.value - a.value);
  const [best, least] = [known[0], known.at(-1)];
  if (!best || !least || best.value === least.value) return null;
  return sentenceIn('strongest', language)(
    best.name,
    number(best.value, GAUGE),
    least.name,
    number(least.value, GAUGE),
  );
}
