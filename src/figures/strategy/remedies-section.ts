import { RULES } from '../../metrics/diagnosis/registry.ts';
import { shownChange, type ShownChange } from '../../metrics/format.ts';
import { measureById } from '../../metrics/registry.ts';
import { judgedUnder } from '../../metrics/remedies/read-goal.ts';
import type { Sentence } from '../../metrics/detail.ts';
import type { Measure } from '../../metrics/measure.ts';
import type { ChosenRemedy, MeasureChange, RemediesTogether } from './content.ts';
import { block, element, type Markup } from './markup.ts';
import { headRow, numberCell } from './tables.ts';
import { PROGRESS_MEASURES } from './read-measures.ts';
import { measuresOfRemedies } from './shown-measures.ts';
import { sentenceIn } from './texts.ts';
import { findingsOf, gap, joined, type Writer } from './writer.ts';

/** Of what went and what came, so many are told, the worst. */
const MOST_LISTED = 10;
const COST = { style: 'number', digits: 3 } as const;

/** What was chosen to be done, with what it did where it was tried. */
export function remediesSection(writer: Writer): Markup {
  const { text, content, language } = writer;
  const { panel } = content.numbers;
  const otherOrder = judgedUnder(panel).attack !== panel.attack;
  const leads = [
    text('remediesLead'),
    otherOrder && measuresOfRemedies(content).includes('robustness') ? text('robustnessHere') : '',
  ];
  const claims = new Map(
    findingsOf(content.numbers, content).map(({ finding }) => [finding.id, writer.sentence(finding.says)]),
  );
  return block(
    'remedies chapter',
    'section',
    element('h2', {}, text('remedies')),
    block('lead', 'p', joined(leads, language)),
    element(
      'ol',
      {},
      content.remedies.map((chosen) => remedyItem(writer, chosen, claims)),
    ),
    content.together && togetherBlock(writer, content.together),
  );
}

function togetherBlock(writer: Writer, { changes, resolved, appeared }: RemediesTogether): Markup {
  const { text } = writer;
  const said = (sentences: readonly Sentence[]): readonly string[] =>
    sentences.map((sentence) => writer.sentence(sentence));
  return block(
    'together',
    'section',
    element('h3', {}, text('together')),
    changesTable(writer, moved(writer, changes)),
    claimList(writer, text('resolved'), said(resolved)),
    appeared.length > 0 && claimList(writer, text('appearedThen'), said(appeared)),
  );
}

/** @param claims what is said of each finding, by its id */
function remedyItem(
  writer: Writer,
  { remedy, cost, changes, worst }: ChosenRemedy,
  claims: ReadonlyMap<string, string>,
): Markup {
  const { text } = writer;
  const answers = remedy.findings.flatMap((id) => claims.get(id) ?? []);
  const rule = RULES.find(({ code }) => code === remedy.rule);
  return block(
    'remedy',
    'li',
    block('says', 'p', writer.sentence(remedy.says)),
    element('p', {}, writer.sentence(remedy.why)),
    element(
      'p',
      { class: 'why' },
      `${text('answers')}${writer.colon}`,
      answers.length > 0 ? answers.join(gap(writer)) : rule ? writer.say(rule.name) : remedy.rule,
      ' ',
      block('cost', 'span', `${text('cost')} ${writer.number(cost, COST)}`),
    ),
    changesTable(writer, moved(writer, changes), worst),
  );
}

/** A row of a table of changes. */
interface Row {
  readonly measure: Measure;
  readonly shown: ShownChange;
}

function shownChanges({ language }: Writer, changes: readonly MeasureChange[]): readonly Row[] {
  return changes.flatMap(({ measure: id, before, after }) => {
    const measure = measureById(id);
    return measure ? [{ measure, shown: shownChange(before, after, measure, language) }] : [];
  });
}

/** Without what is the same to the digits that mean something. */
function moved(writer: Writer, changes: readonly MeasureChange[]): readonly Row[] {
  return shownChanges(writer, changes).filter(({ shown }) => shown.moved);
}

/** Measures before and after, with how much each changed; the one that gets worst is marked in words. */
function changesTable({ text, say }: Writer, rows: readonly Row[], worst?: string): Markup | null {
  if (rows.length === 0) return null;
  return element(
    'table',
    {},
    headRow([text('measure'), text('before'), text('after'), text('change')]),
    element(
      'tbody',
      {},
      rows.map(({ measure, shown: { before, after, change } }) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            say(measure.name),
            measure.id === worst && [' ', block('worst', 'em', text('worst'))],
          ),
          [before, after, change].map(numberCell),
        ),
      ),
    ),
  );
}

/** What became of the map since an earlier state, such as the round of the morning. */
export function progressSection(writer: Writer): Markup | null {
  const { content, language, text } = writer;
  const { earlier, numbers } = content;
  if (!earlier) return null;
  const title = sentenceIn('since', language)(earlier.name);
  const changes = PROGRESS_MEASURES.map((measure) => ({
    measure,
    before: earlier.numbers.panel.network.get(measure) ?? null,
    after: numbers.panel.network.get(measure) ?? null,
  }));
  const [then, now] = [findingsOf(earlier.numbers, content), findingsOf(numbers, content)];
  const [thenIds, nowIds] = [then, now].map((found) => new Set(found.map(({ finding }) => finding.id)));
  const gone = then.filter(({ finding }) => !nowIds?.has(finding.id));
  const appeared = now.filter(({ finding }) => !thenIds?.has(finding.id));
  return block(
    'progress chapter',
    'section',
    element('h2', {}, title),
    block('lead', 'p', sentenceIn('sinceLead', language)(writer.day(earlier.date))),
    changesTable(writer, shownChanges(writer, changes)),
    claimList(
      writer,
      text('gone'),
      gone.map(({ finding }) => writer.sentence(finding.says, earlier.names[language])),
    ),
    claimList(
      writer,
      text('appeared'),
      appeared.map(({ finding }) => writer.sentence(finding.says)),
    ),
  );
}

/** Claims under a name, the worst of them; how many more there are is said. */
function claimList({ text, language }: Writer, name: string, claims: readonly string[]): Markup {
  const more = claims.length - MOST_LISTED;
  return element(
    'div',
    {},
    element('h3', {}, name),
    claims.length > 0
      ? element(
          'ul',
          {},
          claims.slice(0, MOST_LISTED).map((claim) => element('li', {}, claim)),
          more > 0 && block('more', 'li', sentenceIn('further', language)(more)),
        )
      : block('lead', 'p', text('noneOfThese')),
  );
}
