import fs from 'node:fs';
import type { Language } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { drawFigure } from '../figures/draw-figure.ts';
import type { FigureState } from '../figures/figure-kind.ts';
import { FIGURE_OFFERS } from '../figures/offers.ts';
import type { Graph } from '../model/graph.ts';
import { finish } from './finish.ts';
import { figureFile } from './figure-file.ts';
import { parseFigure, type FigureAsked } from './figure-arguments.ts';
import { readGraphFile } from './graph-file.ts';
import { textTable } from './text-table.ts';

/** What is said when it is done: on standard output, and to the person at the terminal. */
interface Said {
  readonly output: string;
  readonly notes: readonly string[];
}

type Done =
  | { readonly ok: true; readonly value: Said | 'help' }
  | { readonly ok: false; readonly problem: Problem; readonly language: Language };

/** Runs `figure` with these words and writes the file. @param prepare is called before anything is measured */
export async function figureWith(
  words: readonly string[],
  terminal: Language,
  prepare: () => void,
): Promise<Done> {
  const parsed = parseFigure(words);
  if (!parsed.ok) return { ...parsed, language: terminal };
  if (parsed.value === 'help') return { ok: true, value: 'help' };
  if (parsed.value === 'kinds') return { ok: true, value: { output: kindList(terminal), notes: [] } };
  const asked = parsed.value;
  const language = asked.language ?? terminal;
  const map = readGraphFile(asked.file);
  if (!map.ok) return { ...map, language };
  const states: FigureState[] = [];
  for (const file of asked.compared) {
    const other = readGraphFile(file);
    if (!other.ok) return { ...other, language };
    states.push({ name: other.value.name, graph: other.value.graph });
  }
  prepare();
  const { graph, name, rounds, notes } = map.value;
  const drawn = finish(
    drawFigure({ graph: readAs(graph, asked), name, rounds, states }, asked.kinds, {
      ...asked.choices,
      language,
    }),
  );
  if (!drawn.ok) return { ...drawn, language };
  const { svg, notes: told } = drawn.value;
  const { content, notes: changed } = await figureFile(svg, asked.out);
  if (asked.out !== '-') {
    try {
      fs.writeFileSync(asked.out, content);
    } catch (error) {
      return { ok: false, problem: unwritable(asked.out, error), language };
    }
  }
  return {
    ok: true,
    value: {
      output: asked.out === '-' ? svg : `${asked.out}: ${sizeOf(svg)}\n`,
      notes: [...notes, ...told, ...changed, ...tooHigh(svg, asked)].map((note) => note[language]),
    },
  };
}

/** What the command says comes before what the file says. */
function readAs(graph: Graph, { network, options }: FigureAsked): Graph {
  const { view } = graph;
  return { ...graph, view: { ...view, ...network, measures: { ...view.measures, ...options } } };
}

function millimetres(svg: string): readonly [number, number] {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)mm" height="([\d.]+)mm"/u.exec(svg) ?? [];
  return [Number(width), Number(height)];
}

function sizeOf(svg: string): string {
  const [width, height] = millimetres(svg).map((size) => Math.round(size * 10) / 10);
  return `${width} × ${height} mm`;
}

function tooHigh(svg: string, { preset: { mostHeightMm, name } }: FigureAsked) {
  const [, height] = millimetres(svg);
  if (mostHeightMm === undefined || height <= mostHeightMm) return [];
  const is = Math.round(height);
  return [
    {
      en: `The figure is ${is} mm high; at most ${mostHeightMm} mm are allowed (${name.en}). Choose fewer rows or another preset.`,
      zh: `图高 ${is} 毫米，超过允许的 ${mostHeightMm} 毫米（${name.zh}）。请减少行数或另选预设。`,
    },
  ];
}

function kindList(language: Language): string {
  return textTable(
    FIGURE_OFFERS.map(({ id, name, says }) => [id, name[language], says[language]]),
    ['left', 'left', 'left'],
  );
}

export function unwritable(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return problem('unwritable', {
    en: `${file} can't be written (${code}). Name a file in a folder that exists and that you may write to.`,
    zh: `无法写入 ${file}（${code}）。请选择已存在且有写入权限的文件夹。`,
  });
}
