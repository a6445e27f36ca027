import type { Language, Localized } from '../base/localized.ts';
import { DEFAULT_MEASURE_OPTIONS, OPTION_VALUES, type OptionId } from '../model/measure-options.ts';
import { OPTION_TEXTS } from '../metrics/options.ts';
import { MEASURES } from '../metrics/registry.ts';
import { allowedText, flagOf, isUsual } from './arguments.ts';
import { diagnoseOptions } from './diagnose-help.ts';
import { ECOLOGY_FLAGS, SINKS } from './ecology-flags.ts';
import { figureOptions } from './figure-help.ts';
import { paperOptions } from './paper-help.ts';
import { planOptions } from './plan-help.ts';
import { textTable } from './text-table.ts';

const USAGE: Localized = {
  en: `Measures a map without a browser.

  ecotone measures FILE [--json | --csv] [options]    all measures, or those of --measures
  ecotone info FILE [--json]                          what the file holds
  ecotone niche FILE [--json | --csv] [options]       breadth, overlap, crowding and nestedness of niches
  ecotone flow FILE [--json | --csv] [options]        throughflow, cycling and order of flows
  ecotone symbiosis FILE [--json | --csv] [options]   who gains from whom, directly and through the network
  ecotone diagnose FILE [--json] [options]            what is wrong with the ecosystem, and where
  ecotone plan FILE --steps K [--json] [options]      what to do about it, simulated step by step
  ecotone figure FILE OUT.svg [--kind ID] [options]   a figure for print, as .svg, .pdf or .png (--kind list tells which there are)
  ecotone table FILE --of KIND [-o OUT] [options]     tables for a paper: CSV, XLSX, LaTeX, Markdown, HTML
  ecotone methods FILE [--bibtex OUT] [options]       the paragraph that says how it was measured, and its sources
  ecotone html FILE PAGE.html [--lang en|zh] [--details] [--with-map]   the map as one page that opens offline; with notes and fields; to be opened again

FILE is anything that the app opens: its own JSON, CSV, XLSX, GraphML, node-link JSON and its kin.
niche also reads a CSV of actors (rows) by resources (columns), with a row availability if you like; flow and symbiosis
a CSV of flows (rows give, columns receive), with a row import and columns export and respiration. Values of pairs are in
the JSON alone.
Values are raw unless --normalised is given; undefined is null (an empty cell of CSV, a dash in tables).
`,
  zh: `无需浏览器即可计算地图的各项指标。

  ecotone measures 文件 [--json | --csv] [选项]    全部指标，或 --measures 所列指标
  ecotone info 文件 [--json]                       文件内容概况
  ecotone niche 文件 [--json | --csv] [选项]       生态位的宽度、重叠、拥挤度与嵌套度
  ecotone flow 文件 [--json | --csv] [选项]        通流量、循环与流的有序程度
  ecotone symbiosis 文件 [--json | --csv] [选项]   谁从谁那里获益：直接的与经由网络的
  ecotone diagnose 文件 [--json] [选项]            生态系统的问题何在
  ecotone plan 文件 --steps K [--json] [选项]      应采取哪些对策（逐步推演）
  ecotone figure 文件 输出.svg [--kind 标识] [选项]   可直接付印的图，.svg、.pdf 或 .png（--kind list 列出全部种类）
  ecotone table 文件 --of 种类 [-o 输出] [选项]     论文用表：CSV、XLSX、LaTeX、Markdown、HTML
  ecotone methods 文件 [--bibtex 输出] [选项]      方法说明段落及其参考文献
  ecotone html 文件 网页.html [--lang en|zh] [--details] [--with-map]   将地图写成单个离线网页；--details 含备注与字段；--with-map 可再次打开

文件可为应用能打开的任何格式：自有 JSON、CSV、XLSX、GraphML、node-link JSON 等。
niche 还可读取“主体（行）× 资源（列）”的 CSV，可另有 availability 行；flow 与 symbiosis 还可读取流量矩阵 CSV
（行给出、列接收），可另有 import 行与 export、respiration 列。成对数值仅见于 JSON。
默认给出原始值；--normalised 给出标准化值。未定义的值为 null（CSV 中为空，表格中为破折号）。
`,
};

const OPTIONS: Localized = { en: 'Options (the default stands first)', zh: '选项（默认值在前）' };
const LIST: Localized = {
  en: 'Measures (* only when named in --measures, or with --measures all)',
  zh: '指标（* 仅在 --measures 点名或 --measures all 时计算）',
};

/** How to use the command, with every option and every measure. */
export function helpText(language: Language): string {
  const options = (Object.keys(OPTION_VALUES) as OptionId[]).map((id) => [
    `  ${flagOf(id)}`,
    defaultFirst(id),
    described(id, language),
  ]);
  const measures = MEASURES.map((measure) => [
    `  ${measure.id}${isUsual(measure) ? '' : ' *'}`,
    measure.name[language],
  ]);
  const general = [
    ['  --measures', 'ID,ID … | all', LIST_OF_IDS[language]],
    ['  --direction', 'as-is, ignore', DIRECTION[language]],
    ['  --weights', 'strength, ignore', WEIGHTS[language]],
    ['  --sinks', SINKS.join(', '), SINKS_TEXT[language]],
  ];
  return [
    USAGE[language],
    ecologyOptions(language),
    diagnoseOptions(language),
    planOptions(language),
    figureOptions(language),
    paperOptions(language),
    `${OPTIONS[language]}\n${textTable([...general, ...options], ['left', 'left', 'left'])}`,
    `${LIST[language]}\n${textTable(measures, ['left', 'left'])}`,
  ].join('\n');
}

const LIST_OF_IDS: Localized = { en: 'Which measures', zh: '计算哪些指标' };
const DIRECTION: Localized = { en: 'Direction of ties', zh: '关系方向' };
const SINKS_TEXT: Localized = {
  en: 'Exports and respiration of a matrix of flows (flow alone)',
  zh: '流量矩阵的输出与损失是否分为两个汇（仅 flow）',
};
const WEIGHTS: Localized = { en: 'Weights of ties', zh: '关系权重' };

const OF_ECOLOGY: Localized = {
  en: 'Options of niche, flow and symbiosis',
  zh: 'niche、flow 与 symbiosis 的选项',
};

function ecologyOptions(language: Language): string {
  const rows = Object.entries(ECOLOGY_FLAGS).map(([command, flags]) => [`  ${command}`, flags.join(', ')]);
  return `${OF_ECOLOGY[language]}\n${textTable(rows, ['left', 'left'])}`;
}

function described(id: OptionId, language: Language): string {
  const { name, example } = OPTION_TEXTS[id];
  return example === undefined ? name[language] : EXAMPLE[language](name[language], example);
}

const EXAMPLE: Localized<(name: string, example: string) => string> = {
  en: (name, example) => `${name}, such as ${example}`,
  zh: (name, example) => `${name}，如 ${example}`,
};

function defaultFirst(id: OptionId): string {
  // raw is this command's default, normalised the app's
  if (id === 'normalised') return 'false, true';
  const first = String(DEFAULT_MEASURE_OPTIONS[id]);
  if ('min' in OPTION_VALUES[id]) return `${first} (${allowedText(id)})`;
  return [
    first,
    ...allowedText(id)
      .split(', ')
      .filter((value) => value !== first),
  ].join(', ');
}
