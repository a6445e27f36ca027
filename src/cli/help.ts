import type { Language, Localized } from '../base/localized.ts';
import { DEFAULT_MEASURE_OPTIONS, OPTION_VALUES, type OptionId } from '../model/measure-options.ts';
import { OPTION_TEXTS } from '../metrics/options.ts';
import { MEASURES } from '../metrics/registry.ts';
import { allowedText, flagOf, isUsual } from './arguments.ts';
import { textTable } from './text-table.ts';

const USAGE: Localized = {
  en: `Measures a map without a browser.

  ecotone measures FILE [--json | --csv] [options]    all measures, or those of --measures
  ecotone info FILE [--json]                          what the file holds

FILE is anything that the app opens: its own JSON, CSV, XLSX, GraphML, node-link JSON and its kin.
Values are raw unless --normalised is given; undefined is null (an empty cell of CSV, a dash in tables).
`,
  zh: `无需浏览器即可计算地图的各项指标。

  ecotone measures 文件 [--json | --csv] [选项]    全部指标，或 --measures 所列指标
  ecotone info 文件 [--json]                       文件内容概况

文件可为应用能打开的任何格式：自有 JSON、CSV、XLSX、GraphML、node-link JSON 等。
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
  ];
  return [
    USAGE[language],
    `${OPTIONS[language]}\n${textTable([...general, ...options], ['left', 'left', 'left'])}`,
    `${LIST[language]}\n${textTable(measures, ['left', 'left'])}`,
  ].join('\n');
}

const LIST_OF_IDS: Localized = { en: 'Which measures', zh: '计算哪些指标' };
const DIRECTION: Localized = { en: 'Direction of ties', zh: '关系方向' };
const WEIGHTS: Localized = { en: 'Weights of ties', zh: '关系权重' };

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
