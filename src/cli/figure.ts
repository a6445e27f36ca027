import fs from 'node:fs';
import type { Language, Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { ok, type Result } from '../base/result.ts';
import { drawFigure } from '../figures/draw-figure.ts';
import type { FigureMap, FigureState } from '../figures/figure-kind.ts';
import { FIGURE_OFFERS } from '../figures/offers.ts';
import type { Graph } from '../model/graph.ts';
import { finish } from './finish.ts';
import { figureFile } from './figure-file.ts';
import { lookOf } from './figure-look.ts';
import { metadataOf } from './figure-metadata.ts';
import { figureSize } from './figure-size.ts';
import { parseFigure, type FigureAsked } from './figure-arguments.ts';
import { anonymousFile, readGraphFile, wholeMapText } from './graph-file.ts';
import { readAs } from './map-reading.ts';
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
  const made = await madeFigure(asked, language, prepare);
  if (!made.ok) return { ...made, language };
  const { size, content, key, notes } = made.value;
  const toPipe = asked.out === '-' && typeof content === 'string';
  for (const [file, written] of [
    [asked.key, key] as const,
    [toPipe ? undefined : asked.out, content] as const,
  ])
    if (file !== undefined && written !== undefined)
      try {
        fs.writeFileSync(file, written);
      } catch (error) {
        return { ok: false, problem: unwritable(file, error), language };
      }
  const output = toPipe ? content : `${asked.out}: ${size}\n`;
  return { ok: true, value: { output, notes: notes.map((note) => note[language]) } };
}

interface Made {
  readonly content: string | Uint8Array;
  /** Width and height, in words. */
  readonly size: string;
  /** Who is who, where names were left out. */
  readonly key: string | undefined;
  readonly notes: readonly Localized[];
}

async function madeFigure(
  asked: FigureAsked,
  language: Language,
  prepare: () => void,
): Promise<Result<Made>> {
  const read = readGraphFile(asked.file);
  if (!read.ok) return read;
  const look = lookOf(asked);
  if (!look.ok) return look;
  const { file, key } = asked.anonymous
    ? anonymousFile(read.value, language)
    : { file: read.value, key: undefined };
  const shown = (graph: Graph): Graph => look.value(readAs(graph, asked));
  const states: FigureState[] = [];
  for (const name of asked.compared) {
    const other = readGraphFile(name);
    if (!other.ok) return other;
    states.push({ name: other.value.name, graph: shown(other.value.graph) });
  }
  prepare();
  const map: FigureMap = {
    graph: shown(file.graph),
    name: file.name,
    rounds: file.rounds.map((round) => ({ ...round, graph: shown(round.graph) })),
    states,
  };
  const choices = { ...asked.choices, language };
  const drawn = finish(drawFigure(map, asked.kinds, choices));
  if (!drawn.ok) return drawn;
  const { svg, notes } = drawn.value;
  const made = await figureFile({
    svg,
    format: asked.format,
    metadata: metadataOf(map, asked.kinds, choices),
    dpi: asked.dpi,
    held: asked.withMap ? wholeMapText(map.graph, file.storedRounds) : undefined,
  });
  if (!made.ok) return made;
  return ok({
    content: made.value.content,
    size: sizeOf(svg),
    key,
    notes: [
      ...file.notes,
      ...notes,
      ...made.value.notes,
      ...journalNotes(svg, asked),
      ...(asked.withMap ? [HOLDS_DATA] : []),
    ],
  });
}

function sizeOf(svg: string): string {
  const [width, height] = figureSize(svg).map((size) => Math.round(size * 10) / 10);
  return `${width} × ${height} mm`;
}

/** What the journal of the page would stumble over. */
function journalNotes(svg: string, { preset, format, dpi }: FigureAsked): readonly Localized[] {
  const { mostHeightMm, journal, name } = preset;
  const [, height] = figureSize(svg);
  const notes: Localized[] = [];
  if (mostHeightMm !== undefined && height > mostHeightMm) {
    const is = Math.round(height);
    notes.push({
      en: `The figure is ${is} mm high; at most ${mostHeightMm} mm are allowed (${name.en}). Choose fewer rows or another preset.`,
      zh: `图高 ${is} 毫米，超过允许的 ${mostHeightMm} 毫米（${name.zh}）。请减少行数或另选预设。`,
    });
  }
  if (format !== 'png' || !journal) return notes;
  if (journal.wantsEditableText)
    notes.push({
      en: `${journal.name} wants text that can be edited, which no image has: name the file .pdf or .svg. Check the journal's guide.`,
      zh: `${journal.name} 要求图中文字可编辑，位图无法满足：请将文件命名为 .pdf 或 .svg，并以期刊的投稿指南为准。`,
    });
  if (dpi < journal.leastDpi)
    notes.push({
      en: `${journal.name} asks for at least ${journal.leastDpi} dpi where a figure comes as pixels (--dpi).`,
      zh: `以像素提交的图，${journal.name} 要求至少 ${journal.leastDpi} dpi（--dpi）。`,
    });
  return notes;
}

const HOLDS_DATA: Localized = {
  en: 'The file holds all data of the map, also what the figure does not show: whoever has it can open the map.',
  zh: '文件包含地图的全部数据（包括图中未显示的内容）：得到文件的人可打开该地图。',
};

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
