import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFigure } from '../../src/cli/figure-arguments.ts';
import { FIGURE_OFFERS } from '../../src/figures/offers.ts';
import { readFigure } from '../figures/text-boxes.ts';
import { buildCommand, ecotone } from './running.ts';

const SAMPLE = 'public/samples/jinhua.json';
const folder = mkdtempSync(join(tmpdir(), 'ecotone-figure-'));

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('ecotone figure', () => {
  it('writes the map as a journal wants it, in Chinese, with every name', async () => {
    const out = join(folder, 'map.svg');
    const words = ['--kind', 'network', '--preset', 'nature-89', '--lang', 'zh', '--title', '金华'];
    const { code, output } = await ecotone(
      'figure',
      SAMPLE,
      out,
      ...words,
      '--measure',
      'betweenness',
      '--labels',
      'all',
    );
    expect(code).toBe(0);
    expect(output).toMatch(/map\.svg: 89 × [\d.]+ mm\n$/u);
    const svg = readFileSync(out, 'utf8');
    const read = readFigure(svg);
    expect(read.widthMm).toBe(89);
    const texts = read.texts.map(({ text }) => text);
    expect(texts).toContain('金华');
    expect(texts.some((text) => text.includes('中介中心性'))).toBe(true);
    // A label is its letters and their halo.
    expect(read.counts.get('labels')).toBe(2 * 54);
  });

  it('sets several figures on one page, and writes to standard output', async () => {
    const { code, output } = await ecotone(
      'figure',
      SAMPLE,
      '-',
      '--kind=ranking,radar',
      '--preset=slide-16-9',
    );
    expect(code).toBe(0);
    expect(readFigure(output).heightMm).toBe(190.5);
    expect(readFigure(output).ids).toEqual(expect.arrayContaining(['panel-a', 'panel-b']));
  });

  it('gives a map without places those that the same file always gets', async () => {
    const file = 'tests/fixtures/oracles/networks/planted.json';
    const [first, second] = [await ecotone('figure', file, '-'), await ecotone('figure', file, '-')];
    expect(first.code).toBe(0);
    expect(second.output).toBe(first.output);
    expect(readFigure(first.output).counts.get('actors')).toBe(16);
  });

  it('says why a kind does not apply, and writes nothing', async () => {
    const out = join(folder, 'rounds.svg');
    const { code, error } = await ecotone('figure', SAMPLE, out, '--kind', 'rounds');
    expect(code).toBe(1);
    expect(error).toContain('it has no rounds');
    expect(() => readFileSync(out)).toThrow();
  });

  it('lists the kinds', async () => {
    const { output } = await ecotone('figure', '--kind', 'list');
    expect(output.trim().split('\n')).toHaveLength(FIGURE_OFFERS.length);
  });

  it('says in one line what is wrong with what was asked', () => {
    const wrong = (...words: string[]): string => {
      const asked = parseFigure(words);
      return asked.ok ? 'nothing' : asked.problem.message.en;
    };
    expect(wrong('x.json')).toContain('ecotone figure FILE OUT.svg');
    expect(wrong('x.json', 'y.svg', 'z.json')).toContain('--with');
    expect(wrong('x.json', 'y.svg', ...Array(4).fill('--with=z.json'))).toContain('3 states at most');
    expect(wrong('x.json', 'y.png')).toContain('rsvg-convert');
    expect(wrong('x.json', 'y.tiff')).toContain('.svg');
    expect(wrong('x.json', 'y.svg', '--kind', 'pie')).toContain('network, tie-types');
    expect(wrong('x.json', 'y.svg', '--kind', Array(7).fill('radar').join(','))).toContain('6 at most');
    expect(wrong('x.json', 'y.svg', '--preset', 'cell')).toContain('nature-89');
    expect(wrong('x.json', 'y.svg', '--width', '3')).toContain('a number from 30');
    expect(wrong('x.json', 'y.svg', '--labels', 'some')).toContain('auto, all, none');
    expect(wrong('x.json', 'y.svg', '--measure', 'luck')).toContain('no measure "luck"');
    expect(wrong('x.json', 'y.svg', '--background', 'red')).toContain('#rrggbb');
    expect(wrong('x.json', 'y.svg', '--colour', 'red')).toContain('no option --colour');
    expect(wrong('x.json', 'y.svg', '--title')).toContain('--title needs a value');
    expect(parseFigure(['x.json', 'y.svg', '--width', '120'])).toMatchObject({
      ok: true,
      value: { kinds: ['network'], choices: { widthMm: 120, fontPoints: 6 } },
    });
  });
});
