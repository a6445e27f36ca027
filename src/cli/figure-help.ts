import type { Language, Localized } from '../base/localized.ts';
import { FIGURE_OFFERS } from '../figures/offers.ts';
import { PRESETS } from '../figures/presets.ts';
import { textTable } from './text-table.ts';

const HEAD: Localized = {
  en: `Options of figure: those of measures that say how the map is read, and
  --kind ID or ID,ID …   network, or two to six figures on one page with the letters a, b, c …
  --preset ID            nature-183; sets width, height and sizes of text
  --width, --height MM   instead of the preset's; --font POINTS
  --lang en | zh, --title TEXT, --caption TEXT, --background transparent | #rrggbb
  --measure ID           what is ranked or spread out, or sets the size of actors; --top N rows; --layer ID of a matrix
  --labels auto | all | none, --legend right | below | none, --others faint | none (ties of other types)
  --with FILE            a state to compare with, up to three times
Kinds`,
  zh: `figure 的选项：measures 中决定地图读取方式的选项，以及
  --kind 标识 或 标识,标识 …   默认 network；两至六幅图排在一页，标以 a、b、c …
  --preset 标识                默认 nature-183；决定宽、高与字号
  --width、--height 毫米       代替预设的宽与高；--font 磅
  --lang en | zh、--title 文字、--caption 文字、--background transparent | #rrggbb
  --measure 标识               要排名或作分布的指标，或决定主体大小的指标；--top 行数；--layer 矩阵图层标识
  --labels auto | all | none、--legend right | below | none、--others faint | none（其他类型的关系）
  --with 文件                  要对比的状态，最多三次
图的种类`,
};
const PRESET_HEAD: Localized = { en: 'Presets', zh: '预设' };

/** The flags of figures, with every kind and every preset. */
export function figureOptions(language: Language): string {
  const kinds = FIGURE_OFFERS.map(({ id, name }) => [`  ${id}`, name[language]]);
  const presets = PRESETS.map(({ id, name }) => [`  ${id}`, name[language]]);
  const table = (rows: string[][]): string => textTable(rows, ['left', 'left']);
  return `${HEAD[language]}\n${table(kinds)}${PRESET_HEAD[language]}\n${table(presets)}`;
}
