import { describe, expect, it } from 'vitest';
import { figureNames } from '../../src/figures/figure-names.ts';
import { evidenceMap, litScene } from '../../src/figures/strategy/evidence-map.ts';
import { gaugesFigure } from '../../src/figures/strategy/gauges-figure.ts';
import { element, markupText } from '../../src/figures/strategy/markup.ts';
import { pageRules } from '../../src/figures/strategy/style-sheet.ts';
import type { RowsDetail } from '../../src/metrics/detail.ts';
import type { Finding } from '../../src/metrics/diagnosis/rule.ts';
import { MECHANISMS } from '../../src/model/scheme.ts';
import { actor, mapOf, sceneOf, tie } from '../scene/maps.ts';
import { number, parse, type Element } from './elements.ts';

const map = mapOf(
  [
    actor('a', 'enterprise', 0, 0),
    actor('b', 'university', 300, 0),
    actor('c', 'government', 0, 300),
    actor('d', 'intermediary', 300, 300),
  ],
  [tie('ab', 'a', 'b'), tie('cd', 'c', 'd')],
);
const scene = sceneOf(map);

function finding(of: Partial<Finding>): Finding {
  return {
    ...{ id: 'f', severity: 1, level: 'critical', facts: [], actors: [], ties: [], pairs: [], subject: {} },
    says: { en: [''], zh: [''] },
    ...of,
  };
}

describe('the map of the evidence', () => {
  it('keeps what findings are about as it is, and lets all else step back', () => {
    const lit = litScene(scene, [finding({ actors: ['c'], ties: ['ab'] })], '#008b8b');
    const opacity = new Map([...lit.scene.actors, ...lit.scene.ties].map((mark) => [mark.id, mark.opacity]));
    // The ends of a tie that is lit are too.
    for (const id of ['a', 'b', 'c', 'ab']) expect(opacity.get(id)).toBeGreaterThan(0.5);
    for (const id of ['d', 'cd']) expect(opacity.get(id)).toBeLessThan(0.3);
    expect([...lit.named]).toEqual(['c']);
  });

  it('draws a pair that no tie joins as a broken line, once, beside the straight way', () => {
    const twice = [finding({ pairs: [['a', 'd']] }), finding({ id: 'g', pairs: [['a', 'd']] })];
    const drawn = litScene(scene, twice, '#008b8b').scene.ties.filter(({ id }) => id.startsWith('pair'));
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatchObject({ source: 'a', target: 'd', colour: '#008b8b' });
    expect(drawn[0]?.dash.length).toBeGreaterThan(0);
    expect(drawn[0]?.curve).toBeGreaterThan(0);
  });

  it('is none where nothing that the findings are about is drawn', () => {
    expect(evidenceMap(scene, [finding({ actors: ['hidden'] })], '#008b8b', 100)).toBeNull();
    expect(evidenceMap(scene, [finding({ actors: ['a'] })], '#008b8b', 100)).toContain('>a</text>');
  });
});

describe('the figure of the gauges', () => {
  const detail: RowsDetail = {
    kind: 'rows',
    columns: [],
    rows: MECHANISMS.flatMap((mechanism, k) => [
      {
        id: mechanism,
        mechanism,
        says: { en: [mechanism], zh: [mechanism] },
        values: [k === 3 ? null : 25 * k],
      },
      {
        id: `${mechanism}-part`,
        mechanism,
        partOf: mechanism,
        says: { en: [`part of ${mechanism}`], zh: [`${mechanism} 的部分`] },
        values: [k === 3 ? null : 50],
      },
    ]),
    none: { en: '', zh: '' },
    facts: [],
  };
  const options = { widthMm: 170, language: 'en', names: figureNames(map, 'en'), fontPoints: 8.5 } as const;
  const elements = parse(gaugesFigure(detail, options));
  const within = (mechanism: string): Element[] =>
    elements.filter(({ groups }) => groups.includes(mechanism));

  it('draws bars as long as the values are, on tracks of one length', () => {
    const [track, bar] = within('guarantee').filter(({ name }) => name === 'rect');
    if (!track || !bar) throw new Error('there is no bar');
    expect(number(bar, 'width') / number(track, 'width')).toBeCloseTo(0.5, 3);
    expect(
      new Set(elements.filter(({ name }) => name === 'rect').map((rect) => rect.attributes['x'])).size,
    ).toBe(
      // Two columns, and the ground of the page.
      3,
    );
  });

  it('names every part with its number, and shows what is undefined as a dash without a bar', () => {
    for (const mechanism of MECHANISMS)
      expect(within(mechanism).map(({ text }) => text)).toContain(`part of ${mechanism}`);
    expect(within('feedback').map(({ text }) => text)).toContain('—');
    expect(within('feedback').filter(({ name }) => name === 'rect')).toHaveLength(2);
    expect(within('motivation').filter(({ name }) => name === 'rect')).toHaveLength(3);
  });
});

describe('a document', () => {
  it('escapes text and attributes, and never closes what HTML does not close', () => {
    expect(markupText(element('p', { class: 'a"b' }, 'x < y & z', element('br')))).toBe(
      '<p class="a&quot;b">x &lt; y &amp; z<br /></p>\n',
    );
  });

  it('keeps the groups of two figures apart', () => {
    const svg = '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"><g id="ties" clip-path="url(#frame)"/></svg>';
    const text = markupText({ id: 'en-map', title: 'The "map"', svg });
    expect(text).toBe(
      '<svg role="group" aria-label="The &quot;map&quot;" viewBox="0 0 1 1"><g id="en-map-ties" clip-path="url(#en-map-frame)"/></svg>',
    );
  });

  it('writes titles into the heads of pages so that nothing ends their strings', () => {
    const rules = pageRules('letter', `a'} b\\ </style> "`, '策略简报');
    expect(rules).toContain(String.raw`'a\27 \7d  b\5c  \3c \2f style\3e  \22 '`);
    expect(rules).toContain("'策略简报'");
    expect(rules).toContain('size: Letter');
  });
});
