import type { Choice, Option } from './format.ts';
import type { Decimal } from './text.ts';
import type { WeightMeaning } from './ties.ts';

/** What the user may decide otherwise for any table; \`value\` is the option in force when nothing was chosen. */

function option(value: string, en: string, zh: string): Option {
  return { value, label: { en, zh } };
}

export function decimalChoice(value: Decimal): Choice & { readonly value: Decimal } {
  return {
    id: 'decimal',
    label: { en: 'Decimals are written with', zh: '小数点写作' },
    value,
    options: [option('point', 'a point: 0.5', '点：0.5'), option('comma', 'a comma: 0,5', '逗号：0,5')],
  };
}

export const DIRECTION: Choice = {
  id: 'direction',
  label: { en: 'Direction of ties', zh: '关系方向' },
  value: 'file',
  options: [
    option('file', 'as in the file', '按文件'),
    option('one-way', 'all one-way, from the first to the second', '全部单向（由前者到后者）'),
    option('mutual', 'all mutual', '全部双向'),
  ],
};

export function weightChoice(value: WeightMeaning): Choice {
  return {
    id: 'weight',
    label: { en: 'A weight is', zh: '权重表示' },
    value,
    options: [
      option('strength', 'a strength: more is stronger', '强度：越大越强'),
      option('distance', 'a distance: the strength is 1 / distance', '距离：强度 = 1 / 距离'),
      option(
        'rank',
        'a rank, 1 the strongest: the strength is largest rank + 1 − rank',
        '名次（1 最强）：强度 = 最大名次 + 1 − 名次',
      ),
      option('ignore', 'not to be read: all ties weigh 1', '不读取：全部记为 1'),
    ],
  };
}

export const PARALLEL: Choice = {
  id: 'parallel',
  label: { en: 'Ties of the same ends, type and direction', zh: '两端、类型和方向相同的关系' },
  value: 'keep',
  options: [
    option('keep', 'keep each', '分别保留'),
    option('sum', 'make one, sum the weights', '合并为一条，权重相加'),
  ],
};

export const LOOPS: Choice = {
  id: 'loops',
  label: { en: 'Ties of an actor with itself', zh: '主体与自身的关系' },
  value: 'keep',
  options: [option('drop', 'leave out', '略去'), option('keep', 'keep', '保留')],
};

export const POSITIONS: Choice = {
  id: 'positions',
  label: { en: 'Positions that lie within a few units', zh: '位置集中在很小的范围内' },
  value: 'enlarge',
  options: [
    option('enlarge', 'enlarge, keeping the picture', '等比放大'),
    option('keep', 'keep', '保持原样'),
  ],
};

export const STRANGERS: Choice = {
  id: 'strangers',
  label: {
    en: 'Ties and resources of an actor who is not in the list',
    zh: '关系或资源中出现名单以外的主体',
  },
  value: 'make',
  options: [option('make', 'add the actor', '补充该主体'), option('drop', 'leave the row out', '略去该行')],
};

export const DUPLICATES: Choice = {
  id: 'duplicates',
  label: { en: 'Rows with the same id', zh: '编号相同的行' },
  value: 'merge-equal',
  options: [
    option('merge-equal', 'make one unless they disagree', '不冲突时合并'),
    option('merge', 'make one, the first is right', '合并，以先出现者为准'),
    option('apart', 'keep apart', '分别保留'),
  ],
};

/** Asked by no review, since the scheme is easily changed there; scripts want the words of the file and nothing guessed. */
export const WORDS: Choice = {
  id: 'words',
  label: { en: 'Words for sectors and types of ties', zh: '主体类型与关系类型的用词' },
  value: 'recognise',
  options: [
    option(
      'recognise',
      'recognise those of the scheme (“company” is an enterprise)',
      '识别方案中的类型（“公司”即企业）',
    ),
    option('as-written', 'each word is an entry of its own', '每个词各为一类'),
  ],
};
