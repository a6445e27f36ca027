import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.ts';
import { STRATEGY_SECTIONS, type StrategyContent } from '../../src/figures/strategy/content.ts';
import { strategyDocument } from '../../src/figures/strategy/strategy-document.ts';
import { strategyFile } from '../../src/figures/strategy/strategy-file.ts';
import { COST_CAVEAT, SEVERITY_CAVEAT, STRATEGY_TEXTS } from '../../src/figures/strategy/texts.ts';
import { RULES } from '../../src/metrics/diagnosis/registry.ts';
import { OPTION_TEXTS } from '../../src/metrics/options.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { settingsOf } from '../../src/model/diagnosis-settings.ts';
import type { Graph } from '../../src/model/graph.ts';
import { MECHANISM_NAMES, MECHANISMS } from '../../src/model/scheme.ts';
import { actor, mapOf, tie } from '../scene/maps.ts';
import { parse, type Element } from './elements.ts';
import { contentOf, earlierOf, jinhua, LANGUAGES, numbersOf } from './strategy-content.ts';

const graph = jinhua();
const numbers = numbersOf(graph);
const whole = (languages: StrategyContent['languages']): StrategyContent =>
  contentOf(graph, languages, {
    numbers,
    note: 'N1\n\nN2',
    earlier: earlierOf(without(graph, 12), 'R1'),
    remedies: [remedyOf(graph)],
    together: {
      changes: [{ measure: 'gauge-feedback', before: 30, after: 42 }],
      resolved: [{ en: ['R is gone.'], zh: ['R 已解决。'] }],
      appeared: [],
    },
  });
/** Written once: what several tests look at. */
const files = new Map<string, string>();
function wholeFile(...languages: StrategyContent['languages']): string {
  const key = languages.join(' ');
  const file = files.get(key) ?? fileOf(whole(languages));
  files.set(key, file);
  return file;
}
const fileOf = (content: StrategyContent): string => strategyFile(strategyDocument(content));

/** The map before its last actors came. */
function without(later: Graph, count: number): Graph {
  const actors = new Map([...later.actors].slice(0, later.actors.size - count));
  const ties = [...later.ties].filter(([, { source, target }]) => actors.has(source) && actors.has(target));
  return { ...later, actors, ties: new Map(ties) };
}

function remedyOf({ actors }: Graph): StrategyContent['remedies'][number] {
  const [id = ''] = actors.keys();
  return {
    remedy: {
      id: 'r1',
      kind: 'add-tie',
      rule: 'D1',
      findings: [],
      edits: [],
      why: { en: ['It has few.'], zh: ['其关系较少。'] },
      says: {
        en: ['Tie ', { of: 'actor', id }, ' to one more.'],
        zh: ['为', { of: 'actor', id }, '增加一条关系。'],
      },
    },
    cost: 2,
    changes: [
      { measure: 'gauge-symbiosis', before: 24.94, after: 31.2 },
      { measure: 'top-share', before: 0.12, after: 0.14 },
      { measure: 'robustness', before: null, after: 0.2 },
    ],
    worst: 'top-share',
  };
}

const texts = (elements: readonly Element[], name: string): string[] =>
  elements.filter((element) => element.name === name).map(({ text }) => text.trim());

describe('a strategy page', () => {
  it.each(LANGUAGES)('has all sections and figures, and is well-formed, in %s', (language) => {
    const content = whole([language]);
    const page = strategyDocument(content);
    const elements = parse(strategyFile(page));
    const told = numbers.diagnosis.results.flatMap(({ code, outcome }) =>
      outcome.applies && outcome.findings.length > 0 ? [RULES.find((rule) => rule.code === code)] : [],
    );
    const hurt = MECHANISMS.filter((mechanism) => told.some((rule) => rule?.mechanism === mechanism));
    expect(texts(elements, 'h1')).toEqual([graph.info.title]);
    expect(texts(elements, 'h2')).toHaveLength(2 + STRATEGY_SECTIONS.length);
    expect(page.figures.map(({ id }) => id)).toEqual([
      `${language}-map`,
      `${language}-gauges`,
      `${language}-radar`,
      ...hurt.map((mechanism) => `${language}-evidence-${MECHANISMS.indexOf(mechanism) + 1}`),
    ]);
    expect(elements.filter(({ name }) => name === 'svg')).toHaveLength(page.figures.length);
    for (const { svg } of page.figures) expect(() => parse(svg)).not.toThrow();
    const headings = texts(elements, 'h3').join(' ');
    for (const mechanism of hurt) expect(headings).toContain(MECHANISM_NAMES[mechanism][language]);
  });

  it('never skips a level of headings', () => {
    const levels = parse(wholeFile('en', 'zh'))
      .filter(({ name }) => /^h\d$/u.test(name))
      .map(({ name }) => Number(name.slice(1)));
    for (const [k, level] of levels.entries()) expect(level - (levels[k - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('says of each part which language it is in, and has no id twice', () => {
    const elements = parse(wholeFile('en', 'zh'));
    const articles = elements.filter(({ name }) => name === 'article');
    expect(articles.map(({ attributes }) => attributes['lang'])).toEqual(['en', 'zh-CN']);
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same to the byte for the same map, in whatever order its actors and ties came', () => {
    const turned: Graph = {
      ...graph,
      actors: new Map([...graph.actors].reverse()),
      ties: new Map([...graph.ties].reverse()),
    };
    expect(fileOf(contentOf(turned))).toBe(fileOf(contentOf(graph, ['en'], { numbers })));
  });

  it('needs nothing but itself: no script, no request, no style that reaches out', () => {
    const file = wholeFile('en', 'zh');
    const elements = parse(file);
    const tags = new Set(elements.map(({ name }) => name));
    for (const tag of ['script', 'link', 'iframe', 'img', 'image', 'use', 'a', 'object'])
      expect(tags).not.toContain(tag);
    for (const { attributes } of elements)
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(?:on|src|href|style|xlink)/u);
    expect(file).not.toMatch(/@import|url\((?!#)/u);
    const addresses = new Set(file.match(/https?:[^"\s]*/gu));
    expect([...addresses].sort()).toEqual(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg']);
  });

  it('has no word of English in the Chinese page but names, formulas and sources', () => {
    const written = wholeFile('zh')
      .replace(/<style>.*?<\/style>|<cite[^>]*>.*?<\/cite>|<code>.*?<\/code>|<h1>.*?<\/h1>/gsu, ' ')
      .replace(/<title>.*?<\/title>/su, ' ')
      .replace(/<[^>]*>/gu, '\n')
      // Ids of the vocabulary, which conventions name.
      .replace(/\b(?:enterprise|university|intermediary|government)\b/gu, '')
      .replaceAll('Jinhua', '')
      .replaceAll('Ecotone', '');
    // Capital letters begin the names of people; abbreviations and functions of formulas are the same in both.
    const words = (written.match(/\b[A-Za-z]{3,}\b/gu) ?? []).filter(
      (word) => /^[a-z]/u.test(word) && !['amp', 'min', 'max'].includes(word),
    );
    expect([...new Set(words)]).toEqual([]);
    for (const { en } of Object.values(STRATEGY_TEXTS)) expect(written).not.toContain(`\n${en}`);
  });

  it('shows what is undefined as a dash, for a map of two actors, one, or none', () => {
    const [a, b] = [actor('a', 'enterprise', 0, 0), actor('b', 'university', 90, 0)];
    for (const small of [mapOf([a, b]), mapOf([a, b], [tie('t', 'a', 'b')]), mapOf([a]), mapOf([])]) {
      for (const language of LANGUAGES) {
        const file = fileOf(contentOf(small, [language]));
        expect(() => parse(file)).not.toThrow();
        expect(file.replace(/<style>.*?<\/style>/su, '')).not.toMatch(/\b(?:NaN|null|undefined|Infinity)\b/u);
        expect(file).toContain('—');
      }
    }
  });

  it('tells the findings that were chosen, and counts the others', () => {
    const all = numbers.diagnosis.results.flatMap(({ outcome }) => (outcome.applies ? outcome.findings : []));
    const [first] = all;
    const one = fileOf(contentOf(graph, ['en'], { numbers, findings: new Set([first?.id ?? '']) }));
    const findings = parse(one).filter(({ attributes }) => attributes['class'] === 'finding');
    expect(findings).toHaveLength(1);
    expect(one).toContain(`${all.length - 1} further finding`);
  });

  it('leaves out what muted rules find, names them with the reason, and marks thresholds that are the user’s own', () => {
    const settings = settingsOf({ muted: { D1: 'newcomers <all>' } });
    const elements = parse(fileOf(contentOf(graph, ['en'], { numbers, settings })));
    const claims = elements.filter(({ attributes }) => attributes['class'] === 'finding');
    expect(claims.some(({ text }) => text.includes('has no partner'))).toBe(false);
    expect(texts(elements, 'dd').some((text) => text.includes('(D1): newcomers <all>'))).toBe(true);
    const threshold = RULES.flatMap(({ thresholds }) => thresholds)[0];
    if (!threshold) return;
    const own = settingsOf({ thresholds: { [threshold.id]: threshold.max } });
    const rows = parse(fileOf(contentOf(graph, ['en'], { numbers, settings: own }))).filter(
      ({ name, attributes }) => name === 'tr' && attributes['class'] === 'own',
    );
    expect(rows.map(({ text }) => text).join()).toContain(threshold.name.en);
  });

  it('says what a chosen remedy did, which measure it makes worst, and that it is a scenario', () => {
    const elements = parse(wholeFile('en'));
    const remedy = elements.find(({ attributes }) => attributes['class'] === 'remedy')?.text ?? '';
    expect(remedy.match(/It has few\./gu)).toHaveLength(1);
    expect(remedy).toMatch(/24\.9\s*31\.2\s*\+6\.3/u);
    expect(remedy).toMatch(/gets worse most\s*12\.0%\s*14\.0%\s*\+2\.0\u00a0pt/u);
    expect(remedy).toMatch(/Robustness\s*—\s*0\.200\s*—/u);
    expect(texts(elements, 'p').join()).toContain('Scenario, not prediction');
    const together = elements.find(({ attributes }) => attributes['class'] === 'together')?.text ?? '';
    expect(together).toMatch(/Feedback gauge\s*30\s*42\s*\+12[^]*R is gone\./u);
    expect(together).not.toContain('Found only then');
  });

  it('says where remedies read robustness otherwise than the map does, in the table and in the methods', () => {
    const attacked = (attack: 'betweenness' | 'degree'): string => {
      const { panel } = numbers;
      return fileOf(
        contentOf(graph, ['en'], {
          numbers: { ...numbers, panel: { ...panel, attack } },
          remedies: [remedyOf(graph)],
        }),
      );
    };
    expect(attacked('betweenness')).toContain(STRATEGY_TEXTS.robustnessHere.en);
    expect(attacked('degree')).not.toContain(STRATEGY_TEXTS.robustnessHere.en);
    const robustness = measureById('robustness');
    const convention = robustness?.convention({ ...numbers.panel, attack: 'degree' }).en ?? '';
    expect(robustness?.convention({ ...numbers.panel, attack: 'betweenness' }).en).not.toBe(convention);
    const methods = parse(attacked('betweenness')).filter(({ name }) => name === 'dd');
    expect(methods.map(({ text }) => text)).toContain(convention);
  });

  it('gives the formula of every measure that it tells, and the options that these depend on', () => {
    const [remedy] = whole(['en']).remedies;
    if (!remedy) throw new Error('no remedy');
    const ids = ['reachable-coverage', 'network-e-i-index', 'largest-component-share', 'mean-multiplexity'];
    const changes = ids.map((measure) => ({ measure, before: 0.1, after: 0.2 }));
    const elements = parse(
      fileOf(
        contentOf(graph, ['en'], {
          numbers,
          remedies: [{ ...remedy, changes: changes.slice(2) }],
          together: { changes: changes.slice(0, 2), resolved: [], appeared: [] },
        }),
      ),
    );
    const formulas = elements.filter(({ name }) => name === 'code').map(({ text }) => text);
    for (const id of [...ids, 'dimension-radar', 'dimension-coverage', 'gauge-symbiosis'])
      expect(formulas, id).toContain(measureById(id)?.formula.text);
    const used = new Set([
      ...ids.flatMap((id) => measureById(id)?.options ?? []),
      ...RULES.flatMap(({ options }) => options),
    ]);
    const headings = texts(elements, 'th').join('\n');
    for (const id of used) expect(headings).toContain(OPTION_TEXTS[id].name.en);
  });

  it('has the name of the page for a title where the map has none', () => {
    for (const language of LANGUAGES) {
      const elements = parse(fileOf(contentOf(graph, [language], { numbers, title: ' ' })));
      expect(texts(elements, 'h1')).toEqual([STRATEGY_TEXTS.kind[language]]);
    }
  });

  it('says what severities and costs mean where it tells some', () => {
    const [severity, cost] = [SEVERITY_CAVEAT.en, COST_CAVEAT.en];
    expect(wholeFile('en')).toContain(severity);
    expect(wholeFile('en')).toContain(cost);
    const none = fileOf(contentOf(graph, ['en'], { numbers, sections: new Set(['methods']) }));
    expect(none).not.toContain(severity);
    expect(none).not.toContain(cost);
  });

  it('lists what is no longer found and what is new since an earlier state, by the names of then', () => {
    const [stays, partner] = [actor('stays', 'enterprise', 0, 90), actor('partner', 'university', 90, 0)];
    const lost = { ...actor('gone', 'enterprise', 0, 0), name: 'Long Gone' };
    const before = mapOf([stays, partner, lost], [tie('t', 'stays', 'partner')]);
    const now = mapOf([stays, partner, actor('new', 'university', 90, 90)], [tie('t', 'stays', 'partner')]);
    const file = fileOf(contentOf(now, ['en'], { earlier: earlierOf(before, 'Morning') }));
    expect(file).toContain('Since “Morning”');
    expect(file).toMatch(/No longer found.*Long Gone has no partner.*New since then.*new has no partner/su);
  });

  it('stays whole whatever things of the map are called', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '</style><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'; } body { display: none } \\",
        ']]><!--',
        '&amp;&#0;\u0000\u202e',
        '\ud800 lone',
      ),
      anyText(40),
    );
    const plain = strategyDocument(hostileContent('a', 'b', 'c'));
    const tame = new Set(parse(strategyFile(plain)).map(({ name }) => name));
    const withoutStrings = (rules: string): string => rules.replace(/content: '[^'{}<>;]*'/gu, '');
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, title, note) => {
        const page = strategyDocument(hostileContent(name, title, note));
        const file = strategyFile(page);
        for (const element of parse(file)) {
          // Names of more than one line are parted.
          expect(tame.has(element.name) || ['tspan', 'br', 'section'].includes(element.name)).toBe(true);
          for (const key of Object.keys(element.attributes)) expect(key).not.toMatch(/^on|src|href/u);
        }
        expect(page.pageRules).not.toMatch(/[<>&]/u);
        // Outside of strings nothing but what was written here.
        expect(withoutStrings(page.pageRules)).toBe(withoutStrings(plain.pageRules));
      }),
      { numRuns: 12 },
    );
  });
});

/** Of two actors without a tie, whatever they are called. */
const twoAlone = numbersOf(mapOf([actor('a', 'enterprise', 0, 0), actor('b', 'university', 120, 0)]));

function hostileContent(name: string, title: string, note: string): StrategyContent {
  const map = mapOf(
    [
      { ...actor('a', 'enterprise', 0, 0), name },
      { ...actor('b', 'university', 120, 0), name: `${name} b` },
    ],
    [],
  );
  return contentOf(map, ['en'], {
    numbers: twoAlone,
    // What the map says is in these.
    sections: new Set(['dimensions', 'diagnosis', 'progress']),
    title,
    note,
    place: name,
    author: note,
    earlier: earlierOf(map, title, twoAlone),
  });
}
