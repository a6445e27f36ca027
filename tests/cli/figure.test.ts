import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFigure } from '../../src/cli/figure-arguments.ts';
import { lookOf, type StatedLook } from '../../src/cli/figure-look.ts';
import { readGraphFile } from '../../src/cli/graph-file.ts';
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

  it('lists the kinds, in the language that is asked for', async () => {
    const { output } = await ecotone('figure', '--kind', 'list', '--lang', 'zh');
    expect(output.trim().split('\n')).toHaveLength(FIGURE_OFFERS.length);
    expect(output).toMatch(/^network +网络图/u);
  });

  it('says in the file how it was made, without the names where these are left out', async () => {
    const [out, key] = [join(folder, 'quiet.svg'), join(folder, 'key.csv')];
    const words = ['--kind', 'network,ranking', '--measure', 'betweenness', '--direction', 'ignore'];
    const made = await ecotone('figure', SAMPLE, out, ...words, '--anonymous', '--key', key, '--with-map');
    expect(made, made.error).toMatchObject({ code: 0 });
    expect(made.error).toContain('holds all data of the map');
    const svg = readFileSync(out, 'utf8');
    const [, description = ''] = /<dc:description>([^<]*)</u.exec(svg) ?? [];
    expect(description).toContain('direction was ignored');
    expect(description).toContain('its size betweenness');
    const [, parameters = '{}'] = /<ecotone:parameters>([^<]*)</u.exec(svg) ?? [];
    expect(JSON.parse(parameters.replaceAll('&quot;', '"'))).toMatchObject({
      program: 'Ecotone',
      map: { title: 'Anonymised map', actors: 54 },
      measures: ['betweenness'],
      layout: { id: 'force', seed: 1 },
    });
    const names = readGraphFile(SAMPLE);
    const people = names.ok ? [...names.value.graph.actors.values()].map(({ name }) => name) : [];
    const keyed = readFileSync(key, 'utf8');
    expect(people.filter((name) => !keyed.includes(name))).toEqual([]);
    expect(people.filter((name) => svg.includes(name))).toEqual([]);
    const inside = await ecotone('info', out, '--json');
    expect(JSON.parse(inside.output)).toMatchObject({ actors: 54, ties: 168 });
  });

  it('takes colours from a style file, from a style by its name, and from a palette', () => {
    const style = join(folder, 'red.ecotone-style.json');
    writeFileSync(
      style,
      JSON.stringify({
        format: 'ecotone-style',
        version: 1,
        name: 'Red',
        sectors: [{ id: 'university', colour: '#c00001' }],
        tieTypes: [],
      }),
    );
    const read = readGraphFile(SAMPLE);
    if (!read.ok) throw new Error(read.problem.message.en);
    const coloured = (stated: Partial<StatedLook>): string | undefined => {
      const look = lookOf({ style: undefined, palette: undefined, numberPalette: undefined, ...stated });
      if (!look.ok) return look.problem.message.en;
      const { scheme, view } = look.value(read.value.graph);
      const university = scheme.sectors.find(({ id }) => id === 'university');
      return `${university?.colour ?? ''} ${view.palette} ${view.numbers}`;
    };
    expect(coloured({})).toBe('#009E73 okabe-ito even');
    expect(coloured({ style })).toBe('#c00001 okabe-ito even');
    expect(coloured({ style: 'muted', numberPalette: 'grey' })).toMatch(/^#\w{6} tol-muted grey$/u);
    expect(coloured({ style, palette: 'tol-bright' })).toMatch(/^#(?!c00001)\w{6} tol-bright even$/iu);
    expect(coloured({ style: SAMPLE })).toContain('no style of Ecotone');
    expect(coloured({ style: 'no/such/file' })).toContain('there is no such file');
  });

  it('draws a PNG with its resolution where rsvg-convert is installed, and says what to do where it is not', async () => {
    const out = join(folder, 'map.png');
    const { code, error } = await ecotone('figure', SAMPLE, out, '--dpi', '150', '--preset', 'nature-89');
    if (code !== 0) {
      expect(error).toContain('rsvg-convert');
      expect(existsSync(out)).toBe(false);
      return;
    }
    const png = readFileSync(out);
    expect(png.readUInt32BE(16)).toBe(Math.round((89 / 25.4) * 150));
    expect(png.indexOf('pHYs')).toBeGreaterThan(0);
    expect(png.includes('ecotone:parameters')).toBe(true);
    expect(error).toContain('at least 300 dpi');
  });

  it('says in one line what is wrong with what was asked', () => {
    const wrong = (...words: string[]): string => {
      const asked = parseFigure(words);
      return asked.ok ? 'nothing' : asked.problem.message.en;
    };
    expect(wrong('x.json')).toContain('ecotone figure FILE OUT.svg');
    expect(wrong('x.json', 'y.svg', 'z.json')).toContain('--with');
    expect(wrong('x.json', 'y.svg', ...Array(4).fill('--with=z.json'))).toContain('3 states at most');
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
    expect(wrong('x.json', 'y.svg', '--anonymous=yes')).toContain('--anonymous takes no value');
    expect(wrong('x.json', 'y.svg', '--palette', 'rainbow')).toContain('tol-bright');
    expect(wrong('x.json', 'y.svg', '--typeface', 'comic')).toContain('arial, liberation');
    expect(wrong('x.json', 'y.png', '--dpi', '10')).toContain('a number from 72');
  });

  it('refuses in one line what no figure that was asked for would heed', () => {
    const wrong = (...words: string[]): string => {
      const asked = parseFigure(['x.json', ...words]);
      return asked.ok ? 'nothing' : asked.problem.message.en;
    };
    expect(wrong('y.svg', '--kind', 'radar', '--measure', 'degree')).toContain('--measure says nothing');
    expect(wrong('y.svg', '--kind', 'radar,ranking', '--measure', 'degree')).toBe('nothing');
    expect(wrong('y.svg', '--layer', 'x')).toContain('it belongs to niche-overlap, sector-mixing');
    expect(wrong('y.svg', '--with', 'z.json')).toContain('it belongs to comparison');
    expect(wrong('y.svg', '--kind', 'radar,gauges', '--panel', 'a')).toContain('a single figure');
    expect(wrong('y.svg', '--dpi', '300')).toContain('--dpi goes only with .png');
    expect(wrong('y.pdf', '--with-map')).toContain('--with-map goes only with .svg, .png');
    expect(wrong('y.svg', '--key', 'k.csv')).toContain('--key goes only with --anonymous');
    expect(wrong('y.svg', '--anonymous', '--kind', 'rounds')).toContain('keep their names');
  });

  it('understands what stands alone', () => {
    expect(parseFigure(['x.json', 'y.png', '--anonymous', '--with-map', '--dpi=600'])).toMatchObject({
      ok: true,
      value: { format: 'png', dpi: 600, anonymous: true, withMap: true },
    });
    expect(parseFigure(['x.json', 'y.svg', '--width', '120'])).toMatchObject({
      ok: true,
      value: { kinds: ['network'], choices: { widthMm: 120, fontPoints: 6 } },
    });
  });
});
