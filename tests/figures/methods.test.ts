import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/figures/methods/bibtex.ts';
import { citations, reference } from '../../src/figures/methods/citations.ts';
import { ris } from '../../src/figures/methods/ris.ts';
import { RULES } from '../../src/metrics/diagnosis/registry.ts';
import { MEASURES } from '../../src/metrics/registry.ts';
import { SOURCES, sourceByKey, sourcesNamed } from '../../src/metrics/sources/registry.ts';
import { citationKey, type Source } from '../../src/metrics/sources/source.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import type { Graph } from '../../src/model/graph.ts';
import { networkInput } from '../../src/network/network.ts';
import { mapOf } from '../scene/maps.ts';
import { methodsIn, SMALL } from './paper-maps.ts';

const LANGUAGES = ['en', 'zh'] as const;
const keysOf = (sources: readonly Source[]): readonly string[] => sources.map(citationKey);

describe('the sources', () => {
  test('of every measure, rule and threshold are known by author and year', () => {
    const texts = [
      ...MEASURES.map(({ source }) => source),
      ...RULES.flatMap(({ source, thresholds }) => [source, ...thresholds.map(({ origin }) => origin.en)]),
    ];
    expect(texts.flatMap((text) => sourcesNamed(text).unknown)).toEqual([]);
    const rests = MEASURES.filter(({ source }) => sourcesNamed(source).sources.length === 0);
    expect(rests.every(({ source }) => !/\d{4}/u.test(source))).toBe(true);
  });

  test('have keys of their own, which stay', () => {
    const keys = keysOf(SOURCES);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[a-z]+\d{4}[a-z0-9]*$/u.test(key))).toBe(true);
    expect(keysOf(sourcesNamed('Freeman (1979); Barrat, Barthélemy & others (2004)').sources)).toEqual([
      'freeman1979centrality',
      'barrat2004architecture',
    ]);
    expect(sourceByKey('guimera2005functional')?.doi).toBe('10.1038/nature03288');
  });

  test('are told apart by first author where years are alike, and several years in a row by the same', () => {
    expect(
      keysOf(sourcesNamed('Finn (1976, 1980); Allesina & Ulanowicz (2004) on its bias').sources),
    ).toEqual(['finn1976measures', 'finn1980flow', 'allesina2004cycling']);
    expect(sourcesNamed('Nobody (1812); Freemann (1979)').unknown).toEqual([
      'Nobody ( 1812',
      'Freemann ( 1979',
    ]);
  });
});

describe('lists of references', () => {
  test('are BibTeX with balanced braces, an entry for each source', () => {
    const text = bibtex(SOURCES);
    const entries = text.match(/^@\w+\{(\w+),$/gmu) ?? [];
    expect(entries).toHaveLength(SOURCES.length);
    expect(new Set(entries).size).toBe(SOURCES.length);
    let depth = 0;
    for (const sign of text) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(text.replace(/\\[&%$#_]/gu, '')).not.toMatch(/[&%#]/u);
  });

  test('are RIS whose entries begin with a type and end with an end', () => {
    const lines = ris(SOURCES)
      .split('\r\n')
      .filter((line) => line !== '');
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /u.test(line))).toBe(true);
    const types = lines.filter((line) => line.startsWith('TY'));
    expect([types.length, lines.filter((line) => line.startsWith('ER')).length]).toEqual([
      SOURCES.length,
      SOURCES.length,
    ]);
  });

  test('say nothing that is not known', () => {
    const bare: Source = { kind: 'misc', authors: ['Nobody, N.'], year: 1812 };
    expect(bibtex([bare])).toBe('@misc{nobody1812,\n  author = {Nobody, N.},\n  year = {1812}\n}\n');
    expect(reference(bare)).toBe('Nobody, N. (1812).');
  });

  test('tell editors from authors', () => {
    const may = sourceByKey('may1976theoretical');
    if (!may) throw new Error('no such source');
    expect(bibtex([may])).toContain('  editor = {May, R. M.},');
    expect(ris([may])).toContain('ED  - May, R. M.\r\n');
    expect(reference(may)).toMatch(/^May, R\. M\. \(Ed\.\) \(1976\)\./u);
  });

  test('name a place for every article, and a DOI that is one', () => {
    for (const { kind, title, container, volume, doi } of SOURCES) {
      expect(title).toBeTruthy();
      if (kind === 'article') expect([title, container, volume ?? doi].every(Boolean)).toBe(true);
      if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,}\/\S+$/u);
    }
  });

  test('name several works of one author once', () => {
    const of = sourcesNamed(
      'Burt (1992), x; Burt (2004), y; Schneider et al. (2011); Gould & Fernandez (1989)',
    );
    expect(citations(of.sources, 'en')).toBe(
      'Burt, 1992, 2004; Schneider et al., 2011; Gould & Fernandez, 1989',
    );
    expect(citations(of.sources, 'zh')).toBe('Burt，1992，2004；Schneider 等，2011；Gould & Fernandez，1989');
  });
});

describe('the methods of a small map', () => {
  test('are the same as when they were last read', async () => {
    const graph = {
      ...SMALL,
      view: {
        ...SMALL.view,
        diagnosis: { thresholds: { 'short-coverage': 0.4 }, muted: { D9: 'few sectors' }, costs: {} },
      },
    };
    const methods = methodsIn(graph, {
      measures: ['degree', 'betweenness', 'niche-breadth', 'unfilled-share', 'communities'],
      diagnosis: true,
    });
    for (const language of LANGUAGES)
      await expect(`${methods.text[language]}\n`).toMatchFileSnapshot(`papers/methods-${language}.txt`);
    await expect(methods.parameters).toMatchFileSnapshot('papers/parameters.json');
    await expect(bibtex(methods.sources)).toMatchFileSnapshot('papers/references.bib');
  });

  test('tell the measures that were used and no others, with their sources', () => {
    const { text, sources } = methodsIn(SMALL, { measures: ['katz'], drawn: false });
    expect(text.en).toContain('Katz centrality (Katz, 1953)');
    expect(text.en).not.toMatch(/betweenness|rules of Ecotone|layout|permutations/iu);
    expect(text.zh).toContain('Katz 中心性（Katz，1953）');
    expect(keysOf(sources)).toEqual(['katz1953new']);
  });

  test('tell how the network was read', () => {
    const text = (ignoreDirection: boolean, ignoreWeights: boolean): string =>
      methodsIn(SMALL, { options: { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection, ignoreWeights } }).text.en;
    expect(text(false, false)).toContain('analysed as directed');
    expect(text(false, false)).toContain('the reciprocal of its weight');
    expect(text(true, true)).toContain('direction was ignored');
    expect(text(true, true)).toContain('Weights were left out');
    expect(text(true, true)).toContain('Self-loops (1) were left out');
  });

  test('say that all weights are one only where parallel ties do not add up to more', () => {
    const plain = [...SMALL.ties.values()].map((one) => ({ ...one, weight: 1 }));
    const parallel = { ...SMALL, ties: new Map(plain.map((one) => [one.id, one])) };
    const single = { ...SMALL, ties: new Map([...parallel.ties].filter(([id]) => id !== '5')) };
    expect(methodsIn(parallel).text.en).toContain('the reciprocal of its weight');
    expect(methodsIn(single).text.en).toContain('All weights were 1.');
    expect(methodsIn(single).text.en).not.toContain('reciprocal');
    expect(methodsIn(single).text.zh).toContain('权重均为 1。');
  });

  test('tell what a filter left', () => {
    const seen = new Set(['a', 'b', 'c']);
    const { text } = methodsIn(SMALL, {
      input: networkInput(SMALL, seen),
      filter: [{ en: 'without the sectors Other', zh: '不含主体类型其他' }],
    });
    expect(text.en).toContain(
      'part of a map of 5 actors and 6 ties that remained under a filter (without the sectors Other)',
    );
    expect(text.zh).toContain('（不含主体类型其他）');
    expect(methodsIn(SMALL).text.en).not.toContain('filter');
  });

  test('name a seed only where something was drawn by chance', () => {
    const text = (measures: readonly string[]): string =>
      methodsIn(SMALL, { measures, drawn: false }).text.en;
    expect(text(['betweenness', 'robustness'])).not.toContain('seed ');
    expect(text(['communities'])).toContain('Random draws started from seed 1.');
    expect(text(['e-i-test'])).toContain('999 permutations');
  });

  test('tell only thresholds that were changed, and rules that were muted', () => {
    const plain = methodsIn(SMALL, { diagnosis: true }).text.en;
    expect(plain).toContain('15 rules of Ecotone');
    expect(plain).toContain('All thresholds had their standard values.');
    expect(plain).not.toContain('left out (D');
  });

  test('cite the authors of the form of a measure that is in force', () => {
    const options = { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection: false, ignoreWeights: false };
    const keys = (clustering: 'onnela' | 'unweighted') =>
      keysOf(
        methodsIn(SMALL, { measures: ['clustering'], drawn: false, options: { ...options, clustering } })
          .sources,
      );
    expect(keys('onnela')).toContain('onnela2005intensity');
    expect(keys('unweighted')).toEqual(['watts1998collective']);
  });

  test('have parameters that say every option, and are JSON', () => {
    const parameters = JSON.parse(methodsIn(SMALL).parameters) as Record<string, unknown>;
    expect(parameters['options']).toEqual(DEFAULT_MEASURE_OPTIONS);
    expect(parameters['layout']).toEqual({
      id: 'force',
      options: { spacing: 1, tightness: 0.5 },
      seed: 1,
      pinned: 1,
    });
    expect(parameters['version']).toBe('1.2.3');
  });

  test('say in Chinese what numbers of one’s own are, and after whom a law is called', () => {
    const graph = {
      ...SMALL,
      view: { ...SMALL.view, size: { kind: 'field', id: 'sizeChange' } as const },
    };
    const { text } = methodsIn(graph, { diagnosis: true });
    expect(text.zh).toContain('图形的大小表示主体的规模年变化');
    expect(text.zh).toContain('美国并购指南，2010，2023');
    expect(text.en).toContain('its size yearly change of stock');
  });

  test('cite the palette that is in use, and none where colours were chosen by hand', () => {
    const coloured = (colour: string, more: Partial<Graph['view']> = {}): readonly string[] => {
      const sectors = SMALL.scheme.sectors.map((sector) =>
        sector.id === 'university' ? { ...sector, colour } : sector,
      );
      const graph = { ...SMALL, scheme: { ...SMALL.scheme, sectors }, view: { ...SMALL.view, ...more } };
      return keysOf(methodsIn(graph, { measures: [] }).sources).filter((key) =>
        /okabe|tol2021|vanderwalt|nunez/u.test(key),
      );
    };
    const degree = { kind: 'measure', id: 'degree' } as const;
    expect(coloured('#009E73')).toEqual(['okabe2008color']);
    expect(coloured('#123456')).toEqual([]);
    expect(coloured('#123456', { colour: degree, numbers: 'cividis' })).toEqual(['nunez2018optimizing']);
    expect(coloured('#123456', { colour: degree, numbers: 'even' })).toEqual([]);
    expect(
      coloured('#123456', { colour: { kind: 'group', id: 'communities' }, palette: 'tol-muted' }),
    ).toEqual(['tol2021colour']);
  });

  test('name the rounds that stand beside the map', () => {
    const { text, parameters } = methodsIn(SMALL, { beside: { what: 'rounds', names: ['2023', '2024'] } });
    expect(text.en).toContain('beside 2 earlier rounds (2023; 2024)');
    expect(text.zh).toContain('图中并列 2 个较早的轮次（2023、2024）');
    expect(JSON.parse(parameters)).toMatchObject({ rounds: ['2023', '2024'] });
  });

  test('tell of chance only where a rule that is heard draws', () => {
    const drawing = RULES.filter(({ options }) => options.includes('permutations')).map(({ code }) => code);
    expect(drawing.length).toBeGreaterThan(0);
    const muted = Object.fromEntries(drawing.map((code) => [code, '']));
    const view = { ...SMALL.view, diagnosis: { ...SMALL.view.diagnosis, muted } };
    expect(methodsIn(SMALL, { diagnosis: true }).text.en).toContain('permutations');
    expect(methodsIn({ ...SMALL, view }, { diagnosis: true, measures: [] }).text.en).not.toContain(
      'permutations',
    );
  });

  test('can be written of a map without actors', () => {
    for (const language of LANGUAGES)
      expect(methodsIn(mapOf([])).text[language]).toMatch(
        /^(The network consisted of 0 actors|本研究的网络包含 0 个主体)/u,
      );
  });
});
