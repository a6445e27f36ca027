import { RULES } from '../../metrics/diagnosis/registry.ts';
import { columnFormat } from '../../metrics/format.ts';
import { measureById } from '../../metrics/registry.ts';
import type { Sentence } from '../../metrics/detail.ts';
import type { Measure } from '../../metrics/measure.ts';
import type { ChosenRemedy, MeasureChange, RemediesTogether } from './content.ts';
import { block, element, type Markup } from './markup.ts';
import { headRow, numberCell } from './tables.ts';
import { HEADLINES } from './numbers.ts';
import { sentenceIn } from './texts.ts';
import { colon, findingsOf, gap, type Writer } from './writer.ts';

/** Of what went and what came, so many are told, the worst. */
const MOST_LISTED = 10;
const COST = { style: 'number', digits: 3 } as const;

/** What was chosen to be done, with what it did where it was tried. */
export function remediesSection(writer: Writer): Markup {
  const { text, content } = writer;
  return block(
    'remedies chapter',
    'section',
    element('h2', {}, text('remedies')),
    block('lead', 'p', text('remediesLead')),
    element(
      'ol',
      {},
      content.remedies.map((chosen) => remedyItem(writer, chosen)),
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
    changesTable(writer, visible(writer, changes), [text('before'), text('after')]),
    claimList(writer, text('resolved'), said(resolved)),
    appeared.length > 0 && claimList(writer, text('appearedThen'), said(appeared)),
  );
}

function remedyItem(writer: Writer, { remedy, cost, changes, worst }: ChosenRemedy): Markup {
  const { text, content } = writer;
  const claims = new Map(
    findingsOf(content.numbers, content).map(({ finding }) => [finding.id, writer.sentence(finding.says)]),
  );
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
      `${text('answers')}${colon(writer)}`,
      answers.length > 0 ? answers.join(gap(writer)) : rule ? writer.say(rule.name) : remedy.rule,
      ' ',
      block('cost', 'span', `${text('cost')} ${writer.number(cost, COST)}`),
    ),
    changesTable(writer, visible(writer, changes), [text('before'), text('after')], worst),
  );
}

/** Without what is the same to the digits that mean something. */
function visible({ language }: Writer, changes: readonly MeasureChange[]): readonly MeasureChange[] {
  return changes.filter(({ measure: id, before, after }) => {
    const measure = measureById(id);
    const format = measure && columnFormat([before, after], measure, language);
    return format !== undefined && format(before) !== format(after);
  });
}

/** Measures side by side, with how much each changed; the one that gets worst is marked in words. */
function changesTable(
  writer: Writer,
  changes: readonly MeasureChange[],
  [before, after]: readonly [string, string],
  worst?: string,
): Markup | null {
  const { text } = writer;
  if (changes.length === 0) return null;
  const rows = changes.flatMap((change) => {
    const measure = measureById(change.measure);
    return measure ? [{ measure, change }] : [];
  });
  return element(
    'table',
    {},
    headRow([text('measure'), before, after, text('change')]),
    element(
      'tbody',
      {},
      rows.map(({ measure, change }) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            writer.say(measure.name),
            measure.id === worst && [' ', block('worst', 'em', text('worst'))],
          ),
          ...changeCells(writer, measure, change),
        ),
      ),
    ),
  );
}

/** All with as many decimals as the larger of the two needs; shares change by points. */
function changeCells(
  { language }: Writer,
  measure: Measure,
  { before, after }: MeasureChange,
): readonly Markup[] {
  const format = columnFormat([before, after], measure, language);
  const cells = [numberCell(format(before)), numberCell(format(after))];
  if (before === null || after === null) return [...cells, numberCell(format(null))];
  const share = measure.style === 'share';
  const factor = share ? 100 : 1;
  const style = share ? 'number' : measure.style;
  const { digits } = measure;
  const change = columnFormat([factor * before, factor * after], { style, digits }, language);
  const text = change(factor * Math.abs(after - before));
  const sign = format(before) === format(after) ? '' : after > before ? '+' : '−';
  return [...cells, numberCell(share ? sentenceIn('points', language)(`${sign}${text}`) : `${sign}${text}`)];
}

/** What became of the map since an earlier state, such as the round of the morning. */
export function progressSection(writer: Writer): Markup | null {
  const { content, language, text } = writer;
  const { earlier, numbers } = content;
  if (!earlier) return null;
  const title = sentenceIn('since', language)(earlier.name);
  const changes = HEADLINES.map((measure) => ({
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
    changesTable(writer, changes, [text('before'), text('after')]),
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
