import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Actor, MapInfo, Project, Tie } from '../model/graph.ts';
import type { Direction } from '../model/scheme.ts';
import { DEFAULT_SCHEME, type Field, type Scheme } from '../model/scheme.ts';
import type { ViewChange } from '../model/view.ts';
import { AmountList, readAmounts } from './amounts.ts';
import { ActorList, readActors, type Duplicates, type Workshop } from './actors.ts';
import { weightMeaning } from './columns.ts';
import { extraColumns, type Extras } from './fields.ts';
import {
  decimalChoice,
  DIRECTION,
  DUPLICATES,
  LOOPS,
  PARALLEL,
  POSITIONS,
  STRANGERS,
  weightChoice,
  WORDS,
} from './choices.ts';
import type { Choice, Choices, Fact, Reading, Steps } from './format.ts';
import { chosenKind, detectKind, kindChoice, type TableKind } from './kinds.ts';
import { LIMITS } from './limits.ts';
import { actorMapping, amountMapping, tieMapping, type Mapping } from './mapping.ts';
import { tiesOfMatrix } from './matrix.ts';
import type { NoteBook } from './note-book.ts';
import { resourceVocabulary, sectorVocabulary, tieVocabulary, UNSPECIFIED } from './recognise.ts';
import type { Table } from './table.ts';
import { parallelKey, readTies, sumParallel, TieList, type TieRules, type WeightMeaning } from './ties.ts';
import { parseNumber, type Decimal } from './text.ts';

/** What a format's own reader found: tables, and what it knows beyond them. */
export interface Source {
  readonly format: Localized;
  readonly title: string;
  readonly info?: Partial<MapInfo>;
  readonly facts: readonly Fact[];
  readonly tables: readonly Table[];
  /** Relations of more than two; the members by their keys. */
  readonly groups?: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  /** Of one of our own files: what the tables can't hold. The scheme is whole then. */
  readonly frame?: Frame;
  /** Of ties of which the file says no direction. */
  readonly otherwise: Direction;
  /** Offered by the format's own reader: encoding, delimiter, sheets. */
  readonly offered: readonly Choice[];
}

export interface Frame {
  readonly info: MapInfo;
  readonly scheme: Scheme;
  readonly projects: readonly Project[];
  readonly view: ViewChange;
}

interface Part {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly extras: Extras;
}

/** Makes a map of tables, by what was detected and what the user chose otherwise. */
export function* build(source: Source, choices: Choices, notes: NoteBook): Steps<Reading> {
  const offered: Choice[] = [...source.offered];
  const ask = <T extends string>(choice: Choice & { readonly value: T }, when = true): T => {
    const chosen =
      choice.options.find((option) => option.value === choices[choice.id])?.value ?? choice.value;
    if (when) offered.push({ ...choice, value: chosen });
    return chosen as T;
  };

  const decimalShown = decimalOf(source.tables);
  const decimal = ask(decimalChoice(decimalShown ?? 'point'), decimalShown !== undefined);
  const actorParts: Part[] = [];
  const tieParts: Part[] = [];
  const amountParts: Part[] = [];
  const fieldIds = new Set<string>(source.frame?.scheme.fields.map((field) => field.id));
  let otherwise = source.otherwise;
  const known = source.tables.filter((table) => table.holds !== undefined).length;
  for (const [index, table] of source.tables.entries()) {
    const kind = chosenKind(choices, index, detectKind(table, source.tables.length - known));
    if (!table.holds) offered.push(kindChoice(table, index, kind));
    if ((kind === 'actors' || kind === 'ties') && table.columns.length > LIMITS.fields)
      return failed(tooManyColumns(table));
    const parts = partsOf(table, index, kind, { choices, decimal, notes, fieldIds, offered });
    actorParts.push(...parts.actors);
    tieParts.push(...parts.ties);
    amountParts.push(...parts.amounts);
    if (parts.symmetric) otherwise = 'mutual';
    if (kind === 'ignore') noteIgnored(notes, table);
  }
  if (actorParts.length + tieParts.length + amountParts.length === 0) return failed(nothingToRead());
  const tooMany = overLimit(actorParts, tieParts, amountParts);
  if (tooMany) return failed(tooMany);

  const scheme = source.frame?.scheme ?? DEFAULT_SCHEME;
  const asWritten = ask(WORDS, false) === 'as-written';
  const shop: Workshop = {
    notes,
    decimal,
    duplicates: ask(DUPLICATES, false) as Duplicates,
    sectors: sectorVocabulary(scheme.sectors, asWritten),
    resources: resourceVocabulary(scheme.resources),
  };
  const actors = new ActorList();
  const all = actorParts.length + tieParts.length + amountParts.length;
  let done = 0;
  for (const { table, mapping, extras } of actorParts) {
    for (const share of readActors(table, mapping, extras, actors, shop)) yield (done + share) / all;
    done++;
  }
  if (actors.size < actorParts.reduce((sum, { table }) => sum + table.rows.length, 0)) ask(DUPLICATES);

  const strangers = ask(STRANGERS, false) as TieRules['strangers'];
  const amounts = new AmountList();
  for (const { table, mapping } of amountParts) {
    for (const share of readAmounts(table, mapping, actors, amounts, { ...shop, strangers }))
      yield (done + share) / all;
    done++;
  }

  const types = tieVocabulary(scheme.tieTypes, asWritten);
  const rules: TieRules = {
    ...shop,
    types,
    otherwise,
    direction: ask(DIRECTION, tieParts.length > 0) as TieRules['direction'],
    weights: ask(
      weightChoice(meaningOf(tieParts)),
      tieParts.some(({ mapping }) => mapping.has('weight')),
    ) as WeightMeaning,
    loops: ask(LOOPS, false) as TieRules['loops'],
    strangers,
  };
  const ties = new TieList();
  for (const { table, mapping, extras } of tieParts) {
    for (const share of readTies(table, mapping, extras, actors, ties, rules)) yield (done + share) / all;
    done++;
  }
  if (ties.loops > 0) ask(LOOPS);
  if (actors.listed && ties.strangers + amounts.strangers > 0) ask(STRANGERS);
  if (ties.ties.length === 0 && ties.firstRefused) return failed(ties.firstRefused);
  if (actors.size === 0 && !source.frame) return failed(nothingToRead());
  if (actors.size > LIMITS.actors) return failed(tooManyActors(actors.size));

  notes.total(
    'info',
    'weight-empty',
    ties.emptyWeights > 0 && tieParts.some(hasWeight) ? ties.emptyWeights : 0,
    {
      en:
        ties.emptyWeights === 1
          ? '1 tie has no weight; it got 1.'
          : `${ties.emptyWeights} ties have no weight; they got 1.`,
      zh: `${ties.emptyWeights} 条关系没有权重，已记为 1。`,
    },
  );
  notes.total('info', 'ends-by-name', ties.byName, {
    en: `${ties.byName} ends of ties give an actor’s name (or its id in another case) instead of its id; they were tied to that actor.`,
    zh: `${ties.byName} 处关系端点写的是主体名称（或大小写不同的编号）而非编号，已对应到该主体。`,
  });
  notes.total('info', 'amounts-summed', amounts.summed, {
    en:
      amounts.summed === 1
        ? '1 amount of a resource was stated before for the same actor; the two were added up.'
        : `${amounts.summed} amounts of a resource were stated before for the same actor; they were added up.`,
    zh: `${amounts.summed} 项资源数量与先前同一主体的同种资源重复，已相加。`,
  });
  const made = settleParallel(ties.ties, notes, ask);
  noteReciprocal(made, notes);
  const groups = projectsOf(source, ties, actors, notes);
  const listed = amounts.applied(actors.all());
  const draft: Draft = {
    info: source.frame?.info ?? { title: source.title, unknown: {}, ...source.info },
    actors: source.frame ? listed : spread(listed, notes, ask),
    ties: made,
    projects: groups,
    scheme: source.frame
      ? { complete: true, ...source.frame.scheme }
      : {
          complete: false,
          sectors: shop.sectors.made,
          tieTypes: types.made,
          resources: shop.resources.made,
          fields: fieldsMade([...actorParts, ...tieParts], actorParts),
        },
    view: source.frame?.view ?? {},
  };
  noteVocabulary(draft, notes, ties.untyped);
  return ok({
    draft,
    report: {
      format: source.format,
      facts: [
        ...source.facts,
        ...[...actorParts, ...tieParts, ...amountParts].map(({ table }, index) => ({
          id: `rows.${index}`,
          label: { en: `Rows read from ${table.name}`, zh: `${table.name} 读取的行数` },
          value: { en: String(table.rows.length), zh: String(table.rows.length) },
        })),
      ],
      actors: draft.actors.length,
      ties: draft.ties.length,
      notes: notes.list(),
      choices: offered,
    },
  });
}

interface PartContext {
  readonly choices: Choices;
  readonly decimal: Decimal;
  readonly notes: NoteBook;
  readonly fieldIds: Set<string>;
  readonly offered: Choice[];
}

function partsOf(
  table: Table,
  index: number,
  kind: TableKind,
  { choices, decimal, notes, fieldIds, offered }: PartContext,
): { actors: Part[]; ties: Part[]; amounts: Part[]; symmetric: boolean } {
  const none: Extras = { fields: [], resources: [], exact: [] };
  const nothing = { actors: [], ties: [], amounts: [], symmetric: false };
  if (kind === 'ignore') return nothing;
  if (kind === 'amounts') {
    const read = amountMapping(table, index, choices);
    offered.push(...read.choices);
    return { ...nothing, amounts: [{ table, mapping: read.mapping, extras: none }] };
  }
  if (kind === 'matrix') {
    const { ties, symmetric, names } = tiesOfMatrix(table, decimal, notes);
    const list: Table = {
      name: table.name,
      place: table.place,
      holds: 'actors',
      columns: [{ name: 'name' }],
      rows: names.map((name, at) => ({ at: at + 2, cells: [name] })),
    };
    return {
      ...nothing,
      actors: [{ table: list, mapping: actorMapping(list, index, {}).mapping, extras: none }],
      ties: [{ table: ties, mapping: tieMapping(ties, index, {}).mapping, extras: none }],
      symmetric,
    };
  }
  const read = (kind === 'actors' ? actorMapping : tieMapping)(table, index, choices);
  offered.push(...read.choices);
  const on = kind === 'actors' ? 'actor' : 'tie';
  const extras = extraColumns(table, on, new Set(read.mapping.values()), decimal, fieldIds);
  const part: Part = { table, mapping: read.mapping, extras };
  return kind === 'actors' ? { ...nothing, actors: [part] } : { ...nothing, ties: [part] };
}

function hasWeight({ mapping }: Part): boolean {
  return mapping.has('weight');
}

function meaningOf(parts: readonly Part[]): WeightMeaning {
  const part = parts.find(hasWeight);
  const at = part?.mapping.get('weight');
  return part && at !== undefined ? weightMeaning(part.table.columns[at]?.name ?? '') : 'strength';
}

/** Which sign the cells of the tables show before decimals; undefined when no cell has a comma between digits. */
function decimalOf(tables: readonly Table[]): Decimal | undefined {
  let commas = false;
  for (const table of tables)
    for (const row of table.rows.slice(0, 2000))
      for (const cell of row.cells) {
        if (typeof cell !== 'string') continue;
        if (/^\s*[+-]?\d+\.\d+\s*$/u.test(cell) && !/^\s*[+-]?\d{1,3}(?:\.\d{3})+\s*$/u.test(cell))
          return undefined;
        if (/^\s*[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+\s*$/u.test(cell) && parseNumber(cell) === undefined)
          commas = true;
      }
  return commas ? 'comma' : undefined;
}

function overLimit(
  actors: readonly Part[],
  ties: readonly Part[],
  amounts: readonly Part[],
): Problem | undefined {
  const rows = (parts: readonly Part[]): number =>
    parts.reduce((sum, part) => sum + part.table.rows.length, 0);
  if (rows(actors) > LIMITS.actors) return tooManyActors(rows(actors));
  if (rows(amounts) > LIMITS.amounts)
    return problem('too-many-amounts', {
      en: `The file has ${rows(amounts)} rows of resources; at most ${LIMITS.amounts} are read. Split the file.`,
      zh: `文件含 ${rows(amounts)} 行资源，最多读取 ${LIMITS.amounts} 行。请拆分文件。`,
    });
  if (rows(ties) <= LIMITS.ties) return undefined;
  return problem('too-many-ties', {
    en: `The file has ${rows(ties)} ties; at most ${LIMITS.ties} are read. Leave out weak ties or split the file.`,
    zh: `文件含 ${rows(ties)} 条关系，最多读取 ${LIMITS.ties} 条。请略去弱关系或拆分文件。`,
  });
}

function tooManyColumns({ name, columns }: Table): Problem {
  return problem('too-many-columns', {
    en: `${name} has ${columns.length} columns; at most ${LIMITS.fields} are read. Leave out those that the map does not need. (A matrix needs the same names across and down.)`,
    zh: `${name} 有 ${columns.length} 列，最多读取 ${LIMITS.fields} 列。请删去地图不需要的列。（矩阵的行名与列名须相同。）`,
  });
}

function tooManyActors(count: number): Problem {
  return problem('too-many-actors', {
    en: `The file has ${count} actors; at most ${LIMITS.actors} are read. Split the file.`,
    zh: `文件含 ${count} 个主体，最多读取 ${LIMITS.actors} 个。请拆分文件。`,
  });
}

function nothingToRead(): Problem {
  return problem('nothing-found', {
    en: 'No actors and no ties were found. A table needs a column with names, or two columns with the ends of ties (Source, Target).',
    zh: '未找到主体或关系。表格须有名称列，或有表示关系两端的两列（来源、目标）。',
  });
}

function noteIgnored(notes: NoteBook, table: Table): void {
  if (table.rows.length === 0) return;
  notes.add('warning', 'table-left-out', {
    en: `${table.name} was not read: it is not clear whether it holds actors or ties. Say what it holds, below.`,
    zh: `${table.name} 未读取：无法判断其内容是主体还是关系，请在下方指定。`,
  });
}

function settleParallel(
  ties: readonly Tie[],
  notes: NoteBook,
  ask: (choice: Choice, when?: boolean) => string,
): readonly Tie[] {
  const kinds = new Set<string>();
  for (const tie of ties) kinds.add(parallelKey(tie));
  const parallel = ties.length - kinds.size;
  if (ask(PARALLEL, parallel > 0) === 'sum') {
    const { ties: summed, merged } = sumParallel(ties);
    notes.total('warning', 'parallel-summed', merged, {
      en: `${merged === 1 ? '1 tie' : `${merged} ties`} had the same ends, type and direction as an earlier one; the weight was added to it.`,
      zh: `${merged} 条关系与先前关系的两端、类型和方向相同，权重已并入。`,
    });
    return summed;
  }
  notes.total('info', 'parallel', parallel, {
    en: `${parallel === 1 ? '1 tie has' : `${parallel} ties have`} the same ends, type and direction as another; all were kept apart. Measures add their weights.`,
    zh: `${parallel} 条关系与其他关系的两端、类型和方向相同，已分别保留；计算指标时权重相加。`,
  });
  return ties;
}

/** Many files list an undirected tie twice, once each way. That is for the user to say. */
function noteReciprocal(ties: readonly Tie[], notes: NoteBook): void {
  const weights = new Map<string, number>();
  for (const { source, target, direction, weight } of ties)
    if (direction === 'one-way') weights.set(JSON.stringify([source, target]), weight);
  if (weights.size < 4) return;
  for (const [key, weight] of weights) {
    const [source, target] = JSON.parse(key) as [string, string];
    if (weights.get(JSON.stringify([target, source])) !== weight) return;
  }
  notes.total('info', 'all-reciprocal', weights.size / 2, {
    en: `Every tie has its equal in the other direction: the file may mean ${weights.size / 2} mutual ties. They were read one by one, as written.`,
    zh: `每条关系都有反向的相同关系：文件可能表示 ${weights.size / 2} 条双向关系。现按原样逐条读取。`,
  });
}

function projectsOf(source: Source, ties: TieList, actors: ActorList, notes: NoteBook): readonly Project[] {
  if (source.frame) return source.frame.projects;
  const groups = source.groups ?? [];
  notes.total('warning', 'hyperedges', groups.length, {
    en: `${groups.length} relations join more than two nodes. A tie joins two, so each became a joint project of its members.`,
    zh: `${groups.length} 个关系连接两个以上节点；关系只连接两个主体，故各读为一个合作项目。`,
  });
  const made = new Map<string, Project>();
  for (const [id, { name, actors: members }] of ties.projects)
    made.set(id, { id, name, actors: [...members].sort(), unknown: {} });
  for (const { id, name, members } of groups) {
    let free = id;
    for (let k = 2; made.has(free); k++) free = `${id}-${k}`;
    const found = members.flatMap((key) => actors.byKey(key)?.id ?? []);
    made.set(free, { id: free, name, actors: [...new Set(found)].sort(), unknown: {} });
  }
  return [...made.values()];
}

/** Positions of other programs may lie within one unit; a map needs room for its labels. */
function spread(
  actors: readonly Actor[],
  notes: NoteBook,
  ask: (choice: Choice) => string,
): readonly Actor[] {
  const placed = actors.flatMap(({ position }) => (position ? [position] : []));
  if (placed.length < 2) return actors;
  let [least, most] = [Infinity, -Infinity];
  for (const axis of [0, 1] as const) {
    let [low, high] = [Infinity, -Infinity];
    for (const position of placed) {
      low = Math.min(low, position[axis]);
      high = Math.max(high, position[axis]);
    }
    [least, most] = [Math.min(least, high - low), Math.max(Number.isFinite(most) ? most : 0, high - low)];
  }
  const wanted = 60 * Math.sqrt(placed.length);
  if (most === 0 || most >= wanted / 4) return actors;
  const factor = wanted / most;
  if (!Number.isFinite(factor) || ask(POSITIONS) === 'keep') return actors;
  notes.total('info', 'positions-scaled', placed.length, {
    en: `The positions lie within ${Number(most.toPrecision(3))} units; they were enlarged ${Math.round(factor)} times, keeping the picture.`,
    zh: `位置范围仅 ${Number(most.toPrecision(3))} 个单位，已等比放大 ${Math.round(factor)} 倍。`,
  });
  return actors.map((actor) =>
    actor.position
      ? { ...actor, position: [actor.position[0] * factor, actor.position[1] * factor] as const }
      : actor,
  );
}

function fieldsMade(parts: readonly Part[], actorParts: readonly Part[]): readonly Field[] {
  const made = new Map<string, Field>();
  for (const part of parts) {
    const on = actorParts.includes(part) ? 'actor' : 'tie';
    for (const { field } of part.extras.fields) made.set(field.id, field);
    for (const { exact } of part.extras.exact) {
      const { kind, id, name } = exact;
      if (kind === 'json' || kind === 'supply' || kind === 'demand' || kind === 'unknown') continue;
      if (!made.has(id)) made.set(id, { id, on, name: { en: name || id, zh: name || id }, kind });
    }
  }
  return [...made.values()];
}

function noteVocabulary(draft: Draft, notes: NoteBook, untyped: number): void {
  if (draft.scheme.complete) return;
  const list = (entries: readonly { readonly name: Localized }[], language: 'en' | 'zh'): string =>
    entries
      .slice(0, 12)
      .map((entry) => entry.name[language])
      .join(language === 'en' ? ', ' : '、') + (entries.length > 12 ? ' …' : '');
  const { sectors, fields, resources } = draft.scheme;
  const tieTypes = draft.scheme.tieTypes.filter((type) => type !== UNSPECIFIED);
  notes.total('info', 'untyped', untyped, {
    en: `${untyped === 1 ? '1 tie has no type; it is' : `${untyped} ties have no type; they are`} “${UNSPECIFIED.name.en}” until you say what flows.`,
    zh: `${untyped} 条关系没有类型，暂记为“${UNSPECIFIED.name.zh}”，可随后指定。`,
  });
  notes.total('info', 'new-sectors', sectors.length, {
    en: `New sectors, with colours of their own: ${list(sectors, 'en')}.`,
    zh: `新增主体类型（已配色）：${list(sectors, 'zh')}。`,
  });
  notes.total('info', 'new-tie-types', tieTypes.length, {
    en: `New tie types: ${list(tieTypes, 'en')}. Say in the scheme which mechanism and dimension they belong to.`,
    zh: `新增关系类型：${list(tieTypes, 'zh')}。请在分类方案中指定其所属机制与维度。`,
  });
  notes.total('info', 'new-resources', resources.length, {
    en: `New resources: ${list(resources, 'en')}. Say in the vocabulary which strategy dimension they belong to.`,
    zh: `新增资源：${list(resources, 'zh')}。请在分类体系中指定其所属战略维度。`,
  });
  notes.total('info', 'new-fields', fields.length, {
    en: `Columns kept as fields of their own: ${list(fields, 'en')}.`,
    zh: `保留为自定义字段的列：${list(fields, 'zh')}。`,
  });
}
