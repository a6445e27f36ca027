import { ruleByCode } from '../../metrics/diagnosis/registry.ts';
import type { Measure } from '../../metrics/measure.ts';
import { LAYOUT_OFFERS } from '../../layout/offers.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { sourcesOfColours, sourcesOfLayout, sourcesOfMeasure, sourcesOfRules } from './bibliography.ts';
import { citations } from './citations.ts';
import type { MethodsFacts } from './facts.ts';
import { LAYOUT_SEED, layoutOptions } from './parameters.ts';
import {
  amounts,
  changedThresholds,
  codesOf,
  drawsByChance,
  encodedBy,
  formulaOf,
  inSentence,
  listing,
  withinBrackets,
} from './told.ts';

/** How it was done, as parts of a methods section in Chinese. */
export function chineseMethods(facts: MethodsFacts): readonly string[] {
  return [
    [...data(facts), ...reading(facts)].join(''),
    measures(facts).join(''),
    facts.diagnosis ? diagnosis(facts).join('') : '',
    chance(facts).join(''),
    [...(facts.drawn ? drawing(facts) : []), software(facts)].join(''),
  ].filter((part) => part !== '');
}

function data(facts: MethodsFacts): readonly string[] {
  const { graph, actors, ties, sectors, types, mutual, filter } = facts;
  const kinds = sectors.length > 0 ? `（${amounts(sectors, 'zh')}）` : '';
  const typed = types.length > 0 ? `（${amounts(types, 'zh')}）` : '';
  const part = actors < graph.actors.size || ties < graph.ties.size;
  const hidden = filter.length > 0 ? `（${filter.map(({ zh }) => zh).join('；')}）` : '';
  return [
    `本研究的网络包含 ${actors} 个主体${kinds}与 ${ties} 条关系${typed}。`,
    ...(part
      ? [
          `该网络取自一张含 ${graph.actors.size} 个主体、${graph.ties.size} 条关系的地图，为筛选后保留的部分${hidden}。`,
        ]
      : []),
    ...(ties === 0
      ? []
      : mutual === ties
        ? ['全部关系均为双向。']
        : mutual === 0
          ? ['关系均为单向，由给出方指向接收方。']
          : [`其中单向关系 ${ties - mutual} 条，由给出方指向接收方；双向关系 ${mutual} 条。`]),
  ];
}

function reading(facts: MethodsFacts): readonly string[] {
  const { setting, ties, selfLoops, hasParallelTies, types } = facts;
  if (ties === 0) return [];
  const weighed = types.filter(({ factor }) => factor !== 1);
  return [
    setting.directed
      ? '按有向网络进行分析，双向关系在两个方向上各计一次。'
      : setting.directionIgnored
        ? '按无向网络进行分析：忽略方向，两个方向的权重相加。'
        : '网络中没有单向关系，按无向网络进行分析。',
    ...(hasParallelTies ? ['同一对主体之间同向的多条关系合并，权重相加，合作方只计一次。'] : []),
    ...(selfLoops > 0 ? [`${selfLoops} 条自环（起点与终点相同的关系）未计入。`] : []),
    ...(weighed.length > 0
      ? [
          `权重已乘以关系类型的系数（${weighed.map(({ name, factor }) => `${name.zh} ${factor}`).join('、')}）。`,
        ]
      : []),
    facts.allWeighOne
      ? '权重均为 1。'
      : setting.weighted
        ? '权重视为关系强度，最短路径中关系的长度取权重的倒数。'
        : '最短路径与 PageRank 不计权重，每条关系计为一。',
  ];
}

function measures(facts: MethodsFacts): readonly string[] {
  const { measures: told, setting } = facts;
  if (told.length === 0) return [];
  const described = told.map((measure) => describe(measure, facts));
  const forms = told.some(({ hasNormalisedForm }) => hasNormalisedForm);
  return [
    `${told.length === 1 ? '计算了' : '计算了以下指标：'}${described.join('；')}。`,
    ...(forms
      ? [setting.normalised ? '凡有标准化形式的指标均取标准化值。' : '各指标均取原始值，未作标准化。']
      : []),
  ];
}

/** What was drawn, and how often. */
function chance(facts: MethodsFacts): readonly string[] {
  const { used, options } = facts;
  return [
    ...(used.includes('permutations') ? [`随机性检验采用 ${options.permutations} 次置换。`] : []),
    ...(drawsByChance(facts) ? [`随机抽取的种子为 ${options.seed}。`] : []),
  ];
}

function describe(measure: Measure, facts: MethodsFacts): string {
  const sources = citations(sourcesOfMeasure(measure, facts), 'zh');
  const own = measure.status === 'ours';
  const origin = own ? `Ecotone 自拟${sources === '' ? '' : `，参考 ${sources}`}` : sources;
  return `${inSentence(measure, 'zh')}${origin === '' ? '' : `（${origin}）`}，即 ${formulaOf(measure)}（${withinBrackets(measure, facts, 'zh')}）`;
}

function diagnosis(facts: MethodsFacts): readonly string[] {
  const heard = facts.rules;
  const changed = changedThresholds(facts, 'zh');
  const muted = Object.keys(facts.settings.muted).flatMap((code) => ruleByCode(code as RuleCode) ?? []);
  const codes = codesOf(heard, 'zh');
  return [
    `生态系统的薄弱环节由 Ecotone 的 ${heard.length} 条规则（${codes}）诊断，规则以已发表的指标（${citations(sourcesOfRules(facts), 'zh')}）为依据，除注明来源者外，阈值为该软件自拟。`,
    changed.length === 0
      ? '各项阈值均取默认值。'
      : `除 ${listing(
          changed.map(
            ({ code, name, value, standard }) => `${code}（${name}）取 ${value}（默认 ${standard}）`,
          ),
          'zh',
        )}外，阈值均取默认值。`,
    ...(muted.length > 0
      ? [`停用规则 ${muted.length} 条（${muted.map(({ code, name }) => `${code} ${name.zh}`).join('、')}）。`]
      : []),
  ];
}

function drawing(facts: MethodsFacts): readonly string[] {
  const { view, fixed } = facts;
  const offer = LAYOUT_OFFERS.find(({ id }) => id === view.layout.id);
  const size = encodedBy(view.size, facts, 'zh');
  const colour = encodedBy(view.colour, facts, 'zh') ?? '';
  const palette = citations(sourcesOfColours(facts), 'zh');
  const cite = palette === '' ? '' : `（配色取自 ${palette}）`;
  const encodings = [
    ...(view.colour.kind === 'sector'
      ? [`图形的形状与颜色表示主体类型${cite}`]
      : ['图形的形状表示主体类型', `图形的颜色表示${spaced(colour)}${cite}`]),
    ...(size === undefined ? [] : [`图形的大小表示主体的${spaced(size)}`]),
    ...(facts.ties === 0 ? [] : [LINES[view.tieColour]]),
    ...(facts.ties > 0 && view.width === 'weight' ? ['线宽表示关系权重'] : []),
  ];
  const options = offer?.options.map(({ id, name }) => `${name.zh} ${layoutOptions(facts)[id] ?? ''}`) ?? [];
  const cited = citations(sourcesOfLayout(facts), 'zh');
  const details = [cited, ...options, `随机种子 ${LAYOUT_SEED}`].filter((part) => part !== '').join('；');
  return [
    `图中，${encodings.join('，')}。`,
    ...(offer
      ? [
          `除数据自带位置或经手工移动者外，主体位置由“${offer.name.zh}”布局得出（${details}），后来添加的主体置于其合作方旁${fixed > 0 ? `；其中 ${fixed} 个主体的位置固定` : ''}。`,
        ]
      : []),
    ...(facts.beside ? [besides(facts.beside)] : []),
  ];
}

/** What a line shows besides its width. */
const LINES = {
  type: '线条的颜色与线型表示关系类型',
  mechanism: '线条的颜色表示关系类型所服务的机制，线型表示关系类型',
  plain: '线型表示关系类型',
} as const;

function besides({ what, names }: NonNullable<MethodsFacts['beside']>): string {
  const others = what === 'rounds' ? '较早的轮次' : '其他状态';
  return `图中并列 ${names.length} 个${others}（${names.join('、')}），读取方式与本图相同，同一主体在各图中位置一致。`;
}

/** A space between Chinese and Latin letters. */
function spaced(text: string): string {
  return /^[\p{Script=Latin}\d]/u.test(text) ? ` ${text}` : text;
}

function software({ version }: MethodsFacts): string {
  return `全部计算使用 Ecotone ${version} 完成；相同的地图、选项与随机种子给出相同的数值。`;
}
