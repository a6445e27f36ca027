import { describe, expect, it } from 'vitest';
import { finish } from '../../src/cli/finish.ts';
import type { Result } from '../../src/base/result.ts';
import { drawFigure } from '../../src/figures/draw-figure.ts';
import type { DrawnFigure, FigureChoices, FigureMap } from '../../src/figures/figure-kind.ts';
import { FIGURE_OFFERS, type FigureKindId, type FigurePanel } from '../../src/figures/offers.ts';
import { inWiderLetters } from '../../src/scene/text.ts';
import { PRESETS } from '../../src/figures/presets.ts';
import type { Actor } from '../../src/model/graph.ts';
import { actor, mapOf, randomMap, tie } from '../scene/maps.ts';
import { choicesOf, plantedMap } from './gallery.ts';
import { readFigure, type TextBox } from './text-boxes.ts';

const EVERY: readonly FigureKindId[] = FIGURE_OFFERS.map(({ id }) => id);

function draw(
  map: FigureMap,
  kinds: readonly (FigureKindId | FigurePanel)[],
  choices: Partial<FigureChoices> = {},
): Result<DrawnFigure> {
  return finish(drawFigure(map, kinds, choicesOf('nature-89', 'en', choices)));
}

function svgOf(result: Result<DrawnFigure>): string {
  if (!result.ok) throw new Error(result.problem.message.en);
  return result.value.svg;
}

/** Names that files of the world hold. */
const NAMES = [
  'A very long name of a very long organisation, which nobody could ever read on a map at once. '
    .repeat(3)
    .slice(0, 200),
  '浙江省金华市职业技术教育产教融合共同体联合创新发展促进中心'.repeat(7).slice(0, 200),
  'مركز الابتكار والتعليم المهني',
  'המכון הטכנולוגי \u202eהפוך\u202c',
  '\ue000\uf8ff\u{f0000} private \u{10ffff} glyphs',
  'A<B> & "C" \u0007 ]]> 👩‍🔬 e\u0301',
  'W'.repeat(200),
];

function oddMap(): FigureMap {
  const sectors = ['government', 'enterprise', 'university', 'intermediary', 'no-such-sector'];
  const actors = NAMES.map((name, k): Actor =>
    actor(`a${k}`, sectors[k % sectors.length] ?? '', (k % 3) * 150, Math.floor(k / 3) * 130, {
      name,
      size: 5 + k,
      sizeChange: k - 2,
      supply: { talent: k, funding: 2 },
      demand: { equipment: 3, talent: 1 },
    }),
  );
  const ties = NAMES.map((_, k) =>
    tie(`t${k}`, `a${k}`, `a${(k + 2) % NAMES.length}`, k % 2 ? 'talent' : `odd <type> ${'x'.repeat(90)}`),
  );
  const graph = mapOf(actors, ties);
  const other = { ...graph, ties: new Map([...graph.ties].slice(1)) };
  const name = NAMES[0] ?? '';
  return { graph, name, rounds: [{ name, graph: other }], states: [{ name, graph: other }] };
}

describe('every kind of figure', () => {
  it('can be a panel of another page: its letter stands first, as large as is said, whatever its height', () => {
    const planted = plantedMap();
    const map = { ...planted, states: [{ name: 'Later', graph: planted.graph }] };
    for (const kind of ['network', 'tie-types', 'comparison', 'ranking', 'gauges'] as const)
      for (const heightMm of [undefined, 150]) {
        const size = heightMm === undefined ? {} : { heightMm };
        const svg = svgOf(draw(map, [kind], { panel: 'c', letterPoints: 8, ...size }));
        const letters = svg.match(/<g id="panel">\s*<text[^>]*font-size="8"[^>]*>c</gu) ?? [];
        expect([kind, heightMm, letters.length]).toEqual([kind, heightMm, 1]);
      }
  });

  it('says of an empty map why it can’t be drawn, in both languages; the network is an empty page', () => {
    const empty: FigureMap = { graph: mapOf([]), name: '' };
    for (const kind of EVERY) {
      const drawn = draw(empty, [kind]);
      if (kind === 'network') expect(readFigure(svgOf(drawn)).widthMm).toBeCloseTo(89, 2);
      else if (drawn.ok) throw new Error(`${kind} was drawn of nothing`);
      else {
        expect(drawn.problem.message.en).toMatch(/can’t be drawn of this map: .+\. /u);
        expect(drawn.problem.message.zh).toMatch(/^无法为此地图绘制.+。$/u);
      }
    }
  });

  it('is drawn of one actor, or says what is missing', () => {
    const lonely: FigureMap = { graph: mapOf([actor('a', 'university', 0, 0)]), name: 'One' };
    const fine = EVERY.filter((kind) => {
      const drawn = draw(lonely, [kind]);
      if (drawn.ok) readFigure(drawn.value.svg);
      else expect(drawn.problem.message.zh, kind).toMatch(/。$/u);
      return drawn.ok;
    });
    expect(fine).toEqual(
      expect.arrayContaining(['network', 'ranking', 'distribution', 'attack', 'findings']),
    );
  });

  it('keeps names of 200 characters, of unknown glyphs and from right to left on the page, in either language', () => {
    const map = oddMap();
    for (const kind of EVERY)
      for (const language of ['en', 'zh'] as const) {
        const { width, height, texts } = readFigure(svgOf(draw(map, [kind], { language })));
        const inside = ({ x1, x2, y1, y2 }: TextBox): boolean =>
          Math.min(x1, y1) >= -0.6 && x2 <= width + 0.6 && y2 <= height + 0.6;
        expect(
          texts.filter((box) => !inside(box)),
          `${kind} ${language}`,
        ).toEqual([]);
      }
  });

  it('is the same to the byte when it is drawn again', () => {
    const again = (): string[] =>
      EVERY.filter((kind) => kind !== 'comparison').map((kind) => svgOf(draw(plantedMap(), [kind])));
    expect(again()).toEqual(again());
  });

  it('is as wide as any preset, and as high where the preset says so', () => {
    const map = plantedMap();
    for (const { id, widthMm, heightMm } of PRESETS)
      for (const kind of id === 'slide-16-9' ? EVERY : (['ranking', 'gauges'] as const)) {
        const read = readFigure(svgOf(finish(drawFigure(map, [kind], choicesOf(id, 'en')))));
        expect(read.widthMm, `${kind} ${id}`).toBeCloseTo(widthMm, 2);
        if (heightMm !== undefined) expect(read.heightMm, `${kind} ${id}`).toBeCloseTo(heightMm, 2);
      }
  });

  it('is drawn even on a stamp, where no name has room', () => {
    for (const kind of EVERY) {
      const read = readFigure(
        svgOf(draw(plantedMap(), [kind], { widthMm: 30, fontPoints: 14, leastPoints: 14 })),
      );
      expect(read.widthMm).toBeCloseTo(30, 2);
    }
  });
});

describe('a map of 5,000 actors at 89 mm', () => {
  const map: FigureMap = { graph: randomMap(5000, 9000, 7), name: 'Large' };

  it('is drawn all the same, and its reader is told that it is crowded', () => {
    const drawn = draw(map, ['network']);
    const read = readFigure(svgOf(drawn));
    expect(read.counts.get('actors')).toBe(5000);
    expect(drawn.ok && drawn.value.notes.map(({ en }) => en).join()).toContain('5,000 actors on 89 mm');
  });

  it('has rankings and distributions that count all of it', () => {
    expect(svgOf(draw(map, ['ranking']))).toContain('4980 more are not listed.');
    expect(svgOf(draw(map, ['distribution']))).toContain('Values: 5,000');
  });

  it('has no matrix of niches, and says so', () => {
    const drawn = draw(map, ['niche-overlap']);
    expect(!drawn.ok && drawn.problem.message.en).toContain('1,000 at most');
  });
});

describe('what a kind is told', () => {
  it('is refused where it does not know it, with what there is', () => {
    const wrong = (kind: FigureKindId, choices: Partial<FigureChoices>): string => {
      const drawn = draw(plantedMap(), [kind], choices);
      return drawn.ok ? 'nothing' : drawn.problem.message.en;
    };
    expect(wrong('ranking', { measure: 'luck' })).toMatch(
      /There is no measure .*“luck” here; there is degree,/u,
    );
    expect(wrong('ranking', { measure: 'density' })).toContain('There is no measure');
    expect(wrong('network', { measure: 'edge-betweenness' })).toContain('measure of actors');
    expect(wrong('sector-mixing', { layer: 'none' })).toMatch(/There is no layer “none” here; there is \w/u);
  });

  it('rounds and comparisons want other states', () => {
    const { graph, name } = plantedMap();
    for (const kind of ['rounds', 'comparison'] as const)
      expect(draw({ graph, name }, [kind]).ok).toBe(false);
  });

  it('a ranking lists so many, the highest first and equal ones by id', () => {
    const svg = svgOf(draw(plantedMap(), ['ranking'], { most: 4, measure: 'in-degree' }));
    const names = readFigure(svg).texts.filter(({ groups }) => groups.includes('rows'));
    const values = names.map(({ text }) => Number(text)).filter((value) => !Number.isNaN(value));
    expect(values).toHaveLength(4);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
  });

  it('an actor without a place has the same one in each language, and in every kind', () => {
    const places = (language: 'en' | 'zh'): readonly string[] =>
      [
        ...svgOf(draw(plantedMap(), ['network'], { language, labels: 'none', legend: false })).matchAll(
          /<circle[^>]*>/gu,
        ),
      ].map(([circle]) => circle);
    expect(places('en').length).toBeGreaterThan(3);
    expect(places('zh')).toEqual(places('en'));
  });
});

describe('a figure that is a panel of one made elsewhere', () => {
  it('bears its letter, whatever its kind, and its own parts have numerals', () => {
    const map = plantedMap();
    for (const kind of EVERY) {
      const { texts } = readFigure(svgOf(draw(map, [kind], { panel: 'Q', title: 'T' })));
      expect(
        texts.filter(({ text }) => text === 'Q').map(({ groups }) => groups),
        kind,
      ).toEqual([['panel']]);
      if (kind === 'comparison') expect(texts.map(({ text }) => text)).toContain('ii');
    }
    const slide = choicesOf('slide-16-9', 'en', { panel: 'Q' });
    const onSlide = readFigure(svgOf(finish(drawFigure(map, ['comparison'], slide)))).texts.map(
      ({ text }) => text,
    );
    expect(onSlide).toEqual(expect.arrayContaining(['Q', 'ii']));
  });
});

it('letters that run wider stay on the page, whatever the kind', () => {
  const fontWidth = 1.25;
  const map = oddMap();
  for (const kind of EVERY) {
    const svg = svgOf(draw(map, [kind], { fontWidth, title: NAMES[0] ?? '' }));
    const { width, texts } = inWiderLetters(fontWidth, () => readFigure(svg));
    for (const { text, x1, x2 } of texts) {
      expect(x1, `${kind}: ${text}`).toBeGreaterThanOrEqual(-0.6);
      expect(x2, `${kind}: ${text}`).toBeLessThanOrEqual(width + 0.6);
    }
  }
});

describe('a comparison', () => {
  it('keeps its table on a slide, beside maps that are still large, and says what has no room', () => {
    const map = plantedMap();
    const drawn = finish(drawFigure(map, ['comparison'], choicesOf('slide-16-9', 'en')));
    const { texts, height } = readFigure(svgOf(drawn));
    const rows = texts.filter(
      ({ text, groups }) => groups.includes('measures-a') && /^(?:Actors|Ties|Density)$/u.test(text),
    );
    expect(rows).toHaveLength(3);
    for (const { y2 } of texts) expect(y2).toBeLessThanOrEqual(height);
    const said = drawn.ok ? drawn.value.notes.map(({ en }) => en).join() : '';
    const more = texts.find(({ text }) => / not listed\.$/u.test(text));
    expect(said.includes('have no room on this page')).toBe(more !== undefined);
  });

  it('has its own values where rounds stand on the same page', () => {
    const map = plantedMap();
    const values = (kinds: readonly FigureKindId[]): readonly string[] =>
      readFigure(svgOf(draw(map, kinds, { widthMm: 183 })))
        .texts.filter(({ groups }) => groups.some((id) => id.startsWith('measures')))
        .map(({ text }) => text)
        .filter((text) => /^[\d.]+%?$/u.test(text));
    expect(values(['comparison']).length).toBeGreaterThan(4);
    expect(values(['rounds', 'comparison'])).toEqual(values(['comparison']));
  });

  it('is with the state that comes first', () => {
    const { graph, states = [] } = plantedMap();
    const against = (statesBefore: number): string =>
      svgOf(draw({ graph, name: 'Own', states, statesBefore }, ['comparison']));
    expect(against(0)).toContain('Against a (Own):');
    expect(against(1)).toContain('Against a (Repaired):');
  });
});

describe('several figures on a page', () => {
  it('are told each its own measure and layer', () => {
    const panels = [
      { kind: 'network' },
      { kind: 'ranking', measure: 'betweenness' },
      { kind: 'ranking', measure: 'in-degree' },
      { kind: 'sector-mixing', layer: 'density' },
    ] as const;
    const drawn = draw(plantedMap(), panels, { widthMm: 183 });
    const words = readFigure(svgOf(drawn)).texts.map(({ text }) => text);
    for (const word of ['Betweenness', 'In-degree', 'Density'])
      expect(
        words.some((text) => text.startsWith(word)),
        word,
      ).toBe(true);
    // The map is drawn as it is, not by what a ranking shows.
    expect(words.filter((text) => text.startsWith('Size:'))).toEqual(['Size: Degree']);
    const layers = drawn.ok ? drawn.value.layers : new Map();
    expect([...layers.keys()]).toEqual([3]);
    expect(layers.get(3)?.map(({ id }: { id: string }) => id)).toContain('counts');
  });

  it('have letters in order, and no id twice', () => {
    const svg = svgOf(draw(plantedMap(), ['network', 'ranking', 'radar', 'tie-types'], { widthMm: 183 }));
    const read = readFigure(svg);
    expect(new Set(read.ids).size).toBe(read.ids.length);
    const letters = read.texts.filter(({ text, groups }) => groups.length === 1 && /^[a-d]$/u.test(text));
    expect(letters.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    // Parts of a panel that has a letter have numerals.
    expect(read.texts.map(({ text }) => text)).toContain('ii');
  });

  it('say whose figure it is that can’t be drawn', () => {
    const { graph, name } = plantedMap();
    const drawn = draw({ graph, name }, ['network', 'comparison']);
    expect(!drawn.ok && drawn.problem.message.en).toContain('Comparison of states');
  });
});
