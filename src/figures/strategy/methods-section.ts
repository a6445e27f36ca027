import type { Localized } from '../../base/localized.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import { thresholdInForce, type Rule } from '../../metrics/diagnosis/rule.ts';
import { SMALL_MAP, STATUS_NAMES, type Measure } from '../../metrics/measure.ts';
import { OPTION_TEXTS, optionValueName } from '../../metrics/options.ts';
import { measureById } from '../../metrics/registry.ts';
import { judgedUnder } from '../../metrics/remedies/read-goal.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions, type OptionId } from '../../model/measure-options.ts';
import { block, element, type Markup } from './markup.ts';
import { headRow, numberCell } from './tables.ts';
import { measuresOfMap, shownMeasures } from './shown-measures.ts';
import { CAVEATS, COST_CAVEAT, SEVERITY_CAVEAT, sentenceIn, SMALL_MAP_CAVEAT } from './texts.ts';
import { isMuted, type Writer } from './writer.ts';

/** How everything on the page was made: enough to make it again. */
export function methodsSection(writer: Writer): Markup {
  const { content, language, text, say } = writer;
  const { numbers, sections, remedies } = content;
  const { panel } = numbers;
  const caveats = [
    ...CAVEATS,
    ...(sections.has('diagnosis') ? [SEVERITY_CAVEAT] : []),
    ...(sections.has('remedies') && remedies.length > 0 ? [COST_CAVEAT] : []),
    ...(panel.n < SMALL_MAP ? [SMALL_MAP_CAVEAT] : []),
    ...panel.notes,
  ];
  return block(
    'methods chapter',
    'section',
    element('h2', {}, text('methods')),
    element('h3', {}, text('caveats')),
    element(
      'ul',
      {},
      caveats.map((caveat) => element('li', {}, say(caveat))),
    ),
    element('h3', {}, text('parameters')),
    parametersTable(writer),
    thresholdsTable(writer),
    mutedList(writer),
    element('h3', {}, text('measuresUsed')),
    element('dl', { class: 'sources' }, measureEntries(writer)),
    element('h3', {}, text('rulesUsed')),
    element(
      'dl',
      { class: 'sources' },
      RULES.map((rule) => ruleEntry(writer, rule)),
    ),
    block('made', 'p', sentenceIn('made', language)(content.build)),
  );
}

/** The options that some number of the page, or what a rule finds, depends on. */
function usedOptions({ content }: Writer): readonly OptionId[] {
  return [
    ...new Set([
      ...shownMeasures(content).flatMap((id) => measureById(id)?.options ?? []),
      ...RULES.flatMap(({ options }) => options),
    ]),
  ];
}

function parametersTable(writer: Writer): Markup {
  const { content, text, say } = writer;
  const { panel } = content.numbers;
  const shown = <K extends OptionId>(id: K, options: MeasureOptions): string =>
    options[id] === '' ? text('unset') : say(optionValueName(id, options[id]));
  return element(
    'table',
    {},
    headRow([text('parameter'), text('value'), text('standard')]),
    element(
      'tbody',
      {},
      usedOptions(writer).map((id) => {
        const [value, standard] = [shown(id, panel), shown(id, DEFAULT_MEASURE_OPTIONS)];
        return row(say(OPTION_TEXTS[id].name), [value, standard], value !== standard);
      }),
    ),
  );
}

/** A row whose value is the user's own is set in bold. */
function row(name: string, cells: readonly string[], own: boolean): Markup {
  return element(
    'tr',
    { class: own ? 'own' : undefined },
    element('th', { scope: 'row' }, name),
    cells.map(numberCell),
  );
}

function thresholdsTable(writer: Writer): Markup | null {
  const { content, text, say, number } = writer;
  const { thresholds } = content.settings;
  const all = RULES.flatMap((rule) => rule.thresholds.map((threshold) => ({ rule, threshold })));
  if (all.length === 0) return null;
  return element(
    'table',
    { class: 'thresholds' },
    headRow([text('threshold'), text('value'), text('standard'), text('origin')]),
    element(
      'tbody',
      {},
      all.map(({ rule, threshold }) => {
        const [value, standard] = [thresholdInForce(threshold, thresholds), threshold.standard];
        return element(
          'tr',
          { class: value === standard ? undefined : 'own' },
          element('th', { scope: 'row' }, `${rule.code} ${say(threshold.name)}`),
          numberCell(number(value, threshold)),
          numberCell(number(standard, threshold)),
          element('td', {}, say(threshold.origin)),
        );
      }),
    ),
  );
}

function mutedList(writer: Writer): Markup | null {
  const { content, text, say } = writer;
  const muted = RULES.filter((rule) => isMuted(content, rule));
  if (muted.length === 0) return null;
  const reason = ({ code }: Rule): string => content.settings.muted[code]?.trim() || text('noReason');
  return block(
    'quiet',
    'dl',
    element(
      'div',
      {},
      element('dt', {}, text('muted')),
      muted.map((rule) =>
        element('dd', {}, `${say(rule.name)} (${rule.code})${writer.colon}${reason(rule)}`),
      ),
    ),
  );
}

function measureEntries(writer: Writer): readonly Markup[] {
  const said = new Set<string>();
  const { content } = writer;
  const { panel } = content.numbers;
  const ofMap = new Set(measuresOfMap(content));
  return shownMeasures(content).flatMap((id) => {
    const measure = measureById(id);
    if (!measure) return [];
    const caution = measure.caution && writer.say(measure.caution);
    // What several measures have in common is said once.
    const isNew = caution !== undefined && !said.has(caution);
    if (isNew) said.add(caution);
    const convention = measure.convention(ofMap.has(id) ? panel : judgedUnder(panel));
    return [measureEntry(writer, measure, convention, isNew ? caution : undefined)];
  });
}

function measureEntry(
  writer: Writer,
  measure: Measure,
  convention: Localized,
  caution: string | undefined,
): Markup {
  const { say } = writer;
  return element(
    'div',
    {},
    element('dt', {}, say(measure.name), ' ', block('status', 'span', say(STATUS_NAMES[measure.status]))),
    element('dd', {}, element('code', {}, measure.formula.text), ' ', say(measure.where)),
    element('dd', {}, say(convention)),
    caution !== undefined && element('dd', {}, caution),
    sourceLine(writer, measure.source),
  );
}

function ruleEntry(writer: Writer, rule: Rule): Markup {
  const { say } = writer;
  return element(
    'div',
    {},
    element(
      'dt',
      {},
      `${rule.code} ${say(rule.name)} `,
      block('status', 'span', say(STATUS_NAMES[rule.status])),
    ),
    element('dd', {}, say(rule.convention)),
    sourceLine(writer, rule.source),
  );
}

/** Titles of sources are in the language that they were written in. */
function sourceLine({ text, colon }: Writer, source: string): Markup {
  return element('dd', {}, `${text('source')}${colon}`, element('cite', { lang: 'en' }, source));
}
