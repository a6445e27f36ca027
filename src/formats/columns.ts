import type { Localized } from '../base/localized.ts';
import type { FieldKind } from '../model/scheme.ts';
import type { Column } from './table.ts';
import { fold } from './text.ts';

/** What a column can mean: the keys of the model that a table can fill. */
export interface Role {
  readonly id: string;
  readonly label: Localized;
  /** Headers that mean it, folded; those of Gephi, Kumu, Cytoscape and UCINET among them. */
  readonly names: readonly string[];
  /** Shown in the review, so that the user may map another column to it. */
  readonly offered?: true;
}

function role(id: string, en: string, zh: string, names: string, offered?: 'offered'): Role {
  return {
    id,
    label: { en, zh },
    names: names.split(' ').map(fold),
    ...(offered ? { offered: true } : {}),
  };
}

// A header is given to the first role that knows it, and within a role the earlier name wins.
export const ACTOR_ROLES: readonly Role[] = [
  role(
    'id',
    'Id',
    '编号',
    'id nodeid actorid key identifier code 编号 代码 标识 节点编号 节点id 主体编号 编码',
    'offered',
  ),
  role(
    'name',
    'Name',
    '名称',
    'label name fullname title lab node actor organisation organization vertex element entity company institution 名称 姓名 标签 机构名称 机构 单位名称 单位 组织 组织名称 节点 节点名称 主体 主体名称 企业名称 中文名称 全称 名字',
    'offered',
  ),
  role(
    'secondName',
    'Name in the other language',
    '另一语言名称',
    'secondname englishname nameen nameenglish chinesename namezh namechinese 英文名称 英文名 英文 中文名 外文名 外文名称 另一名称',
    'offered',
  ),
  role('aliases', 'Other names', '别名', 'aliases alias othernames shortname abbreviation 别名 简称 曾用名'),
  role(
    'sector',
    'Sector',
    '主体类型',
    'sector actortype nodetype elementtype helix type category 部门 主体类型 主体类别 机构类型 单位类型 单位性质 性质 类型 类别 节点类型 分类',
    'offered',
  ),
  role('sectorId', 'Id of the sector', '主体类型编号', 'sectorid 主体类型编号'),
  role('size', 'Size', '规模', 'size stock staff employees turnover 规模 存量 体量 人数 员工数', 'offered'),
  role(
    'sizeChange',
    'Yearly change of size',
    '规模年变化',
    'sizechange growth yearlychange 年变化 年增量 规模变化 规模年变化',
  ),
  role('inflow', 'Inflow from outside', '外部流入', 'inflow 流入 外部流入'),
  role('outflow', 'Outflow to outside', '外部流出', 'outflow 流出 外部流出'),
  role(
    'from',
    'There from',
    '开始时间',
    'from start startdate since begin founded established 开始 开始时间 起始 起始时间 成立 成立时间 成立日期',
  ),
  role('to', 'There to', '结束时间', 'to end enddate until dissolved 结束 结束时间 终止 终止时间'),
  role('interval', 'Time interval', '时间区间', 'timeset interval timeinterval 时间区间'),
  role(
    'notes',
    'Notes',
    '备注',
    'notes note description desc comment comments remark remarks 备注 说明 描述 简介 注释',
    'offered',
  ),
  role('x', 'Position x', '横坐标', 'x posx positionx 横坐标'),
  role('y', 'Position y', '纵坐标', 'y posy positiony 纵坐标'),
  role('pinned', 'Pinned', '固定位置', 'pinned fixed locked 固定 固定位置'),
];

export const TIE_ROLES: readonly Role[] = [
  role('id', 'Id', '编号', 'id edgeid tieid linkid key 编号 边编号 关系编号 联系编号'),
  role(
    'source',
    'From (giver)',
    '起点（给出方）',
    'source src sourceid sourcename startnode fromnode fromid from giver sender tail n1 node1 actor1 来源 源 源节点 源点 起点 起始节点 出发点 给出方 发送方 供给方 供方 甲方 来源节点 主体1 主体a 节点1 节点a',
    'offered',
  ),
  role(
    'target',
    'To (receiver)',
    '终点（接收方）',
    'target dst targetid targetname destination endnode tonode toid to receiver head n2 node2 actor2 目标 目标节点 目的 终点 终止节点 接收方 接受方 需求方 需方 乙方 去向 主体2 主体b 节点2 节点b partner partnername 合作方 合作单位 合作机构 合作伙伴',
    'offered',
  ),
  role('direction', 'Direction', '方向', 'direction directed directionality 方向 方向性', 'offered'),
  role(
    'type',
    'Type of tie',
    '关系类型',
    'tietype relation relationtype relationship relationshiptype connectiontype edgetype linktype interaction type kind 关系类型 联系类型 关系 联系 类型 类别 边类型',
    'offered',
  ),
  role('typeId', 'Id of the type', '关系类型编号', 'tietypeid 关系类型编号 联系类型编号'),
  role(
    'weight',
    'Weight',
    '权重',
    'weight weights strength value w edgeweight count frequency 权重 强度 权值 数值 次数 频次 distance dist cost length 距离 成本 长度 rank ranking 排名 名次 排序',
    'offered',
  ),
  role('from', 'There from', '开始时间', 'start startdate since begin 开始 开始时间 起始 起始时间'),
  role('to', 'There to', '结束时间', 'end enddate until 结束 结束时间 终止 终止时间'),
  role('interval', 'Time interval', '时间区间', 'timeset interval timeinterval 时间区间'),
  role('project', 'Joint project', '合作项目', 'project jointproject 项目 合作项目'),
  role('projectId', 'Id of the project', '合作项目编号', 'projectid 合作项目编号'),
  role(
    'notes',
    'Notes',
    '备注',
    'notes note description desc comment comments remark remarks 备注 说明 描述 注释',
    'offered',
  ),
];

/** A table of what actors offer and need, a resource a row. */
export const AMOUNT_ROLES: readonly Role[] = [
  role(
    'actor',
    'Actor',
    '主体',
    'actor actorid actorname id name label organisation organization institution company node 主体 主体名称 主体编号 编号 名称 机构 机构名称 单位 单位名称 组织 企业 企业名称',
    'offered',
  ),
  role(
    'resource',
    'Resource',
    '资源',
    'resource resources resourcename resourcetype 资源 资源名称 资源类型 资源类别',
    'offered',
  ),
  role(
    'supply',
    'Supply',
    '供给',
    'supply supplies supplied offers offer offered 供给 供应 提供 供给量 供应量',
    'offered',
  ),
  role('demand', 'Demand', '需求', 'demand demands demanded needs need needed 需求 需要 需求量', 'offered'),
];

/** What a header in braces says exactly: `Turnover {number:turnover}`. Our own tables carry these. */
export interface Annotation {
  readonly kind: FieldKind | 'json' | 'supply' | 'demand' | 'unknown';
  readonly id: string;
  readonly name: string;
}

const ANNOTATION = /^([^]*?) ?\{(text|number|category|date|list|json|supply|demand|unknown):([^{}]*)\}$/u;

export function annotationOf(header: string): Annotation | undefined {
  const [, name, kind, id] = ANNOTATION.exec(header) ?? [];
  if (name === undefined || kind === undefined || id === undefined) return undefined;
  const plain = id.replace(/%(25|7B|7D)/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { name, kind: kind as Annotation['kind'], id: plain };
}

export function annotated({ name, kind, id }: Annotation): string {
  const plain = id.replaceAll('%', '%25').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return `${name} {${kind}:${plain}}`;
}

/** `supply: talent`, `需求：人才`: a resource of the catalogue in a header that a person wrote. */
export function resourceOf(
  header: string,
): { readonly side: 'supply' | 'demand'; readonly resource: string } | undefined {
  const [, word, resource] =
    /^\s*(supply|demand|offers?|needs?|供给|供应|提供|需求|需要)\s*[:：_/-]\s*(\S.*)$/iu.exec(header) ?? [];
  if (word === undefined || resource === undefined) return undefined;
  const side = /^(?:demand|needs?|需求|需要)$/iu.test(word) ? 'demand' : 'supply';
  return { side, resource: resource.trim() };
}

/** Role id -> column index, by the headers alone. */
export function rolesByHeader(roles: readonly Role[], columns: readonly Column[]): Map<string, number> {
  const folded = columns.map((column) => (annotationOf(column.name) ? '' : fold(column.name)));
  const taken = new Set<number>();
  const found = new Map<string, number>();
  for (const { id, names } of roles)
    for (const name of names) {
      const index = folded.findIndex((header, at) => header === name && !taken.has(at));
      if (index < 0) continue;
      taken.add(index);
      found.set(id, index);
      break;
    }
  return found;
}

/** How many of these headers are known, for telling a header row and a delimiter. */
export function knownHeaders(names: readonly string[]): number {
  const columns = names.map((name) => ({ name }));
  const marked = names.filter((name) => annotationOf(name) ?? resourceOf(name)).length;
  const known = [ACTOR_ROLES, TIE_ROLES, AMOUNT_ROLES].map((roles) => rolesByHeader(roles, columns).size);
  return marked + Math.max(...known);
}

/** True for headers of columns where a larger number means less. */
export function weightMeaning(header: string): 'strength' | 'distance' | 'rank' {
  const name = fold(header);
  if (['distance', 'dist', 'cost', 'length', '距离', '成本', '长度'].includes(name)) return 'distance';
  return ['rank', 'ranking', '排名', '名次', '排序'].includes(name) ? 'rank' : 'strength';
}
