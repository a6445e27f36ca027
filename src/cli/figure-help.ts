import type { Language, Localized } from '../base/localized.ts';
import { FONT_IDS } from '../figures/fonts.ts';
import { FIGURE_OFFERS } from '../figures/offers.ts';
import { PRESETS } from '../figures/presets.ts';
import { NUMBER_PALETTE_IDS, PALETTE_IDS } from '../model/appearance.ts';
import { STYLE_NAMES } from './figure-look.ts';
import { textTable } from './text-table.ts';

const HEAD: Localized = {
  en: `Options of figure: those of measures that say how the map is read, and
  --kind ID or ID,ID …   network, or two to six figures on one page with the letters a, b, c …; list tells all
  --preset ID            nature-183; sets width, height and sizes of text
  --width, --height MM   instead of the preset's; --font POINTS; --typeface ${FONT_IDS.join(' | ')}
  --dpi N                300; of a .png, which rsvg-convert draws where it is installed
  --lang en | zh, --title TEXT, --caption TEXT, --panel LETTER of a single figure, --background transparent | #rrggbb
  --style FILE           a style as the app saves it, or ${STYLE_NAMES.join(' | ')}
  --palette ID           of sectors and groups: ${PALETTE_IDS.join(' | ')}
  --number-palette ID    of numbers: ${NUMBER_PALETTE_IDS.join(' | ')}
  --measure ID           what is ranked or spread out, or sets the size of actors; --top N rows; --layer ID of a matrix
  --labels auto | all | none, --legend auto | right | left | below | inside | none, --others faint | none (ties of other types)
  --with FILE            a state to compare with, up to three times
  --anonymous            roles and numbers instead of names; --key OUT.csv says who is who, to be kept apart
  --with-map             the map can be opened again from the .svg or .png, which then holds all its data
Kinds`,
  zh: `figure 的选项：measures 中决定地图读取方式的选项，以及
  --kind 标识 或 标识,标识 …   默认 network；两至六幅图排在一页，标以 a、b、c …；list 列出全部
  --preset 标识                默认 nature-183；决定宽、高与字号
  --width、--height 毫米       代替预设的宽与高；--font 磅；--typeface ${FONT_IDS.join(' | ')}
  --dpi 数值                   默认 300；用于 .png，由本机安装的 rsvg-convert 绘制
  --lang en | zh、--title 文字、--caption 文字、--panel 单幅图的编号、--background transparent | #rrggbb
  --style 文件                 应用导出的样式文件，或 ${STYLE_NAMES.join(' | ')}
  --palette 标识               主体类型与群体的配色：${PALETTE_IDS.join(' | ')}
  --number-palette 标识        数值的配色：${NUMBER_PALETTE_IDS.join(' | ')}
  --measure 标识               要排名或作分布的指标，或决定主体大小的指标；--top 行数；--layer 矩阵图层标识
  --labels auto | all | none、--legend auto | right | left | below | inside | none、--others faint | none（其他类型的关系）
  --with 文件                  要对比的状态，最多三次
  --anonymous                  以类型加编号代替名称；--key 输出.csv 写出对照表，请单独保管
  --with-map                   可从 .svg 或 .png 再次打开地图，文件因此包含其全部数据
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
