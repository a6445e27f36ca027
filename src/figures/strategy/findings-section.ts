import { MECHANISM_NAMES, MECHANISMS, DIMENSION_NAMES, type Mechanism } from '../../model/scheme.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import type { Fact } from '../../metrics/detail.ts';
import type { Rule } from '../../metrics/diagnosis/rule.ts';
import { evidenceDrawing } from './figures.ts';
import { block, element, type Markup } from './markup.ts';
import { GAUGE } from './read-measures.ts';
import { sentenceIn } from './texts.ts';
import {
  findingsOf,
  foundSentence,
  gap,
  isMuted,
  joined,
  toldFindings,
  type ToldFinding,
  type Writer,
} from './writer.ts';

/** Of actors, so many are named as evidence. */
const MOST_NAMES = 6;
const SEVERITY = { style: 'share', digits: 2 } as const;

/** What is wrong, mechanism by mechanism, each with its evidence on the map and in numbers. */
export function findingsSection(writer: Writer): Markup {
  const { text, content, language } = writer;
  const told = toldFindings(content);
  const groups = MECHANISMS.flatMap((mechanism) => {
    const findings = told.filter(({ rule }) => rule.mechanism === mechanism);
    return findings.length > 0 ? [mechanismGroup(writer, mechanism, findings)] : [];
  });
  const untold = findingsOf(content.numbers, content).length - told.length;
  const counts = [foundSentence(writer), untold > 0 ? sentenceIn('untold', language)(untold) : ''];
  return block(
    'diagnosis chapter',
    'section',
    element('h2', {}, text('diagnosis')),
    block('lead', 'p', joined(counts, language)),
    quietRules(writer),
    groups,
  );
}

function mechanismGroup(writer: Writer, mechanism: Mechanism, findings: readonly ToldFinding[]): Markup {
  const drawing = evidenceDrawing(writer, mechanism);
  const score = writer.content.numbers.panel.network.get(`gauge-${mechanism}`) ?? null;
  const rules = RULES.filter((rule) => findings.some((told) => told.rule === rule));
  return element(
    'section',
    { class: `mechanism ${mechanism}` },
    element(
      'h3',
      {},
      writer.say(MECHANISM_NAMES[mechanism]),
      ' ',
      block(
        'score',
        'span',
        `${writer.number(score, GAUGE)} `,
        element('small', {}, writer.text('ofHundred')),
      ),
    ),
    drawing && element('figure', {}, drawing, element('figcaption', {}, drawing.title)),
    rules.map((rule) =>
      ruleBlock(
        writer,
        rule,
        findings.filter((told) => told.rule === rule),
      ),
    ),
  );
}

/** What holds for all findings of a rule is said once: why it matters, what was read of the whole map, the thresholds. */
function ruleBlock(writer: Writer, rule: Rule, findings: readonly ToldFinding[]): Markup {
  const { text, say, content } = writer;
  const thresholds = new Set(rule.thresholds.map(({ id }) => id));
  const outcome = content.numbers.diagnosis.results.find(({ code }) => code === rule.code)?.outcome;
  const shared = new Map(
    [...(outcome?.applies ? outcome.facts : []), ...findings.flatMap(({ finding }) => finding.facts)]
      .filter(({ id }) => thresholds.has(id))
      .map((fact) => [fact.id, fact]),
  );
  const facts = outcome?.applies ? outcome.facts.filter(({ id }) => !thresholds.has(id)) : [];
  return block(
    'rule',
    'section',
    block(
      'head',
      'div',
      block(
        'claim',
        'div',
        element('h4', {}, say(rule.name), ' ', block('code', 'span', rule.code)),
        element(
          'p',
          { class: 'why' },
          say(rule.why),
          gap(writer),
          element('span', { class: 'sure' }, `${text('sureness')}${writer.colon}${say(rule.sureness)}`),
        ),
      ),
      factList(writer, [...facts, ...shared.values()]),
    ),
    findings.map(({ finding }) => findingBlock(writer, rule, finding, thresholds)),
  );
}

function findingBlock(
  writer: Writer,
  rule: Rule,
  finding: ToldFinding['finding'],
  thresholds: ReadonlySet<string>,
): Markup {
  const { text, say } = writer;
  const severity = `${text('severity')} ${writer.number(finding.severity, SEVERITY)}`;
  return block(
    'finding',
    'div',
    block(
      'claim',
      'div',
      element(
        'p',
        { class: `level ${finding.level}` },
        element('strong', {}, text(finding.level)),
        element('span', {}, severity),
        element('span', {}, say(DIMENSION_NAMES[finding.dimension ?? rule.dimension])),
      ),
      element('p', { class: 'says' }, writer.sentence(finding.says)),
      evidenceLine(writer, finding),
    ),
    factList(
      writer,
      finding.facts.filter(({ id }) => !thresholds.has(id)),
    ),
  );
}

/** Whom a finding is about, where the sentence itself does not name them all. */
function evidenceLine(writer: Writer, { actors, says }: ToldFinding['finding']): Markup | null {
  const named = new Set(
    says[writer.language].flatMap((phrase) =>
      typeof phrase !== 'string' && phrase.of === 'actor' ? [phrase.id] : [],
    ),
  );
  const names = actors.filter((id) => !named.has(id)).map(writer.actor);
  if (names.length === 0) return null;
  const { language, text } = writer;
  const more = names.length - MOST_NAMES;
  const list = names.slice(0, MOST_NAMES).join(language === 'zh' ? '、' : ', ');
  const rest = more > 0 ? `${language === 'zh' ? '' : ' '}${sentenceIn('others', language)(more)}` : '';
  return block('whom', 'p', `${text('evidence')}${writer.colon}${list}${rest}`);
}

function factList(writer: Writer, facts: readonly Fact[]): Markup | null {
  const { say } = writer;
  if (facts.length === 0) return null;
  return element(
    'dl',
    { class: 'evidence', 'aria-label': writer.text('numbers') },
    facts.map((fact) => entry(say(fact.name), fact.says ? say(fact.says) : writer.number(fact.value, fact))),
  );
}

function entry(name: string, value: string): Markup {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}

/** Rules that found nothing, and those that the map gives nothing to test. */
function quietRules(writer: Writer): Markup | null {
  const { content, say, text } = writer;
  const outcomes = new Map(content.numbers.diagnosis.results.map(({ code, outcome }) => [code, outcome]));
  const rules = RULES.filter((rule) => !isMuted(content, rule));
  const fine = rules.filter(({ code }) => {
    const outcome = outcomes.get(code);
    return outcome?.applies === true && outcome.findings.length === 0;
  });
  const idle = rules.flatMap((rule) => {
    const outcome = outcomes.get(rule.code);
    return outcome?.applies === false ? [{ rule, why: outcome.why }] : [];
  });
  if (fine.length + idle.length === 0) return null;
  const label = (rule: Rule): string => `${say(rule.name)} (${rule.code})`;
  const separator = writer.language === 'zh' ? '；' : '; ';
  return block(
    'quiet',
    'dl',
    fine.length > 0 && entry(text('fine'), fine.map(label).join(separator)),
    idle.length > 0 &&
      element(
        'div',
        {},
        element('dt', {}, text('notApplicable')),
        idle.map(({ rule, why }) => element('dd', {}, `${label(rule)}${writer.colon}${say(why)}`)),
      ),
  );
}
