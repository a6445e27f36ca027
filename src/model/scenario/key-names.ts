import type { Localized } from '../../base/localized.ts';
import type { Graph } from '../graph.ts';
import type { Single, Table } from '../records.ts';
import { ENDS } from './flat-state.ts';

const text = (en: string, zh: string): Localized => ({ en, zh });

const NAME = text('Name', '名称');
const FROM = text('From', '起');
const TO = text('To', '止');
const NOTES = text('Notes', '备注');
const DIRECTION = text('Direction', '方向');
const MECHANISM = text('Mechanism', '机制');
const DIMENSION = text('Strategic dimension', '战略维度');
const COLOUR = text('Colour', '颜色');

/** What the keys of each table are called, as panels call them. */
const NAMES: Readonly<Record<Table | Single, Readonly<Record<string, Localized>>>> = {
  actors: {
    name: NAME,
    secondName: text('Name in the other language', '另一语言名称'),
    aliases: text('Aliases', '别名'),
    sector: text('Sector', '主体类型'),
    size: text('Size', '规模'),
    sizeChange: text('Yearly change', '年变化量'),
    inflow: text('Inflow from outside', '外部流入'),
    outflow: text('Outflow to outside', '外部流出'),
    from: FROM,
    to: TO,
    notes: NOTES,
    position: text('Place', '位置'),
    pinned: text('Pinned', '固定'),
  },
  ties: {
    [ENDS]: text('Ends', '两端'),
    type: text('Tie type', '关系类型'),
    direction: DIRECTION,
    weight: text('Weight', '权重'),
    from: FROM,
    to: TO,
    project: text('Joint project', '合作项目'),
    notes: NOTES,
  },
  projects: { name: NAME },
  sectors: { name: NAME, colour: COLOUR, shape: text('Shape', '形状') },
  tieTypes: {
    name: NAME,
    colour: COLOUR,
    dash: text('Dash', '线型'),
    direction: text('Usual direction', '默认方向'),
    factor: text('Weight factor ω', '权重系数 ω'),
    mechanism: MECHANISM,
    dimension: DIMENSION,
  },
  resources: { name: NAME, dimension: DIMENSION },
  fields: {
    name: NAME,
    on: text('For', '用于'),
    kind: text('Kind', '种类'),
    unit: text('Unit', '单位'),
    categories: text('Categories', '类别'),
  },
  map: {
    description: text('Description', '说明'),
    author: text('Author', '作者'),
    date: text('Date', '日期'),
    source: text('Source', '来源'),
  },
  view: {
    size: text('Size of actors', '主体大小'),
    colour: text('Colour of actors', '主体颜色'),
    width: text('Width of ties', '关系粗细'),
    tieColour: text('Colour of ties', '关系颜色'),
    labels: text('Names on the map', '名称标注'),
    ignoreDirection: text('Measures ignore direction', '指标忽略方向'),
    ignoreWeights: text('Measures ignore weights', '指标忽略权重'),
    layout: text('Layout', '布局'),
  },
};

/** What a key is called; of what users made themselves, what they call it. */
export function keyName(table: Table | Single, key: string, { scheme, actors }: Graph): Localized {
  const known = new Map(Object.entries(NAMES[table])).get(key);
  if (known) return known;
  const colon = key.indexOf(':');
  const [prefix, id] = colon < 0 ? ['', key] : [key.slice(0, colon), key.slice(colon + 1)];
  const entry = (list: 'resources' | 'fields'): Localized =>
    scheme[list].find((each) => each.id === id)?.name ?? text(id, id);
  switch (prefix) {
    case 'supply':
      return text(`Offers ${entry('resources').en}`, `供给：${entry('resources').zh}`);
    case 'demand':
      return text(`Needs ${entry('resources').en}`, `需求：${entry('resources').zh}`);
    case 'field':
      return entry('fields');
    case 'actor':
      return text(`Taken part in by ${actors.get(id)?.name ?? id}`, `参与方：${actors.get(id)?.name ?? id}`);
    case 'option':
      return text(`How measures are read: ${id}`, `指标口径：${id}`);
    case 'layout':
      return text(`Layout: ${id}`, `布局：${id}`);
    case 'region':
      return text('Locked area', '锁定区域');
    case 'distinct':
      return text('Not the same, though alike in name', '名称相近但并非同一主体');
    default:
      return text(id, id);
  }
}
