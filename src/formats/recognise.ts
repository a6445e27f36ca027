import type { Localized } from '../base/localized.ts';
import { same } from '../base/localized.ts';
import { SECTOR_COLOURS, TIE_COLOURS } from '../model/new-entries.ts';
import {
  DASHES,
  NEW_RESOURCE_DIMENSION,
  SHAPES,
  strangerTieType,
  type Resource,
  type Sector,
  type TieType,
} from '../model/scheme.ts';
import { RESOURCE_WORDS } from '../model/resource-words.ts';
import { cleanText, fold } from './text.ts';

/** Words that people write for the sectors and tie types of the default scheme. */
const SECTOR_WORDS: Readonly<Record<string, string>> = {
  government:
    'government governments gov govt public publicsector publicauthority authority agency ministry 政府 政府部门 政府机构 党政机关 机关 行政机关 主管部门',
  enterprise:
    'enterprise enterprises company companies firm firms business industry corporate corporation startup 企业 公司 企业单位 产业 工业企业 民营企业 国有企业 龙头企业 行业企业 企业主体',
  university:
    'university universities college colleges school highereducation academia vocationalcollege polytechnic 高校 大学 院校 学院 高等院校 高等学校 高职 高职院校 职业院校 本科院校 学校',
  intermediary:
    'intermediary intermediaries intermediaryorganisation intermediaryorganization association broker incubator 中介 中介组织 中介机构 科技中介 行业协会 协会 服务机构 社会组织 孵化器',
  other: 'other others misc unknown 其他 其它 未知',
};

const TIE_WORDS: Readonly<Record<string, string>> = {
  talent: 'talent talents people personnel internship recruitment 人才 人员 人才培养 实习 就业',
  knowledge: 'knowledge research teaching training 知识 科研 培训',
  technology: 'technology tech technologytransfer licence license 技术 技术转移 技术合作 专利',
  capital: 'capital funding finance money investment 资金 资本 投资 经费',
  policy: 'policy regulation 政策 政策支持 监管',
  information: 'information info data 信息 数据',
  feedback: 'feedback 反馈',
  alliance: 'alliance partnership cooperation collaboration partner 联盟 战略联盟 合作 伙伴',
};

function wordIndex(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([id, list]) => list.split(' ').map((word) => [fold(word), id] as const)),
  );
}

const SECTOR_INDEX = wordIndex(SECTOR_WORDS);
const TIE_INDEX = wordIndex(TIE_WORDS);

/** True when a word is one of a default sector. */
export function isSectorWord(word: string): boolean {
  return SECTOR_INDEX.has(fold(word));
}

export function isTieWord(word: string): boolean {
  return TIE_INDEX.has(fold(word));
}

/** The default sector that a word means, whether or not a map still has it. */
export function sectorIdOf(word: string): string | undefined {
  return SECTOR_INDEX.get(fold(word));
}

export function tieTypeIdOf(word: string): string | undefined {
  return TIE_INDEX.get(fold(word));
}

interface Entry {
  readonly id: string;
  readonly name: Localized;
}

/** Finds the entry of a scheme that a word of a file means, and makes a new one where there is none. */
export class Vocabulary<T extends Entry> {
  readonly #byId = new Map<string, T>();
  readonly #byName = new Map<string, T>();
  readonly made: T[] = [];

  constructor(
    entries: readonly T[],
    private readonly words: ReadonlyMap<string, string>,
    private readonly make: (id: string, name: string, index: number) => T,
    /** Each distinct text is an entry of its own, its id; no synonyms, no forgiving of case. */
    private readonly asWritten = false,
  ) {
    for (const entry of entries) this.#enter(entry);
  }

  /** Of an id that the file states, with the name that it gives it. */
  withId(id: string, name: string): T {
    return this.#byId.get(id) ?? this.#new(id, name);
  }

  /** A given entry, added when the scheme lacks it. */
  withEntry(entry: T): T {
    const known = this.#byId.get(entry.id);
    if (known) return known;
    this.made.push(entry);
    this.#enter(entry);
    return entry;
  }

  /** Of a word: an entry's id or name in either language, a synonym, or a new entry. */
  named(word: string): T {
    if (this.asWritten) return this.withId(word, word);
    const folded = fold(word) || word;
    const known =
      this.#byId.get(word) ?? this.#byName.get(folded) ?? this.#byId.get(this.words.get(folded) ?? '');
    return known ?? this.#new(this.#freeId(word), word);
  }

  #freeId(word: string): string {
    const base = safeId(word);
    for (let k = 1; ; k++) {
      const id = k === 1 ? base : `${base}-${k}`;
      if (!this.#byId.has(id)) return id;
    }
  }

  #new(id: string, name: string): T {
    const entry = this.make(id, name, this.made.length);
    this.made.push(entry);
    this.#enter(entry);
    return entry;
  }

  #enter(entry: T): void {
    this.#byId.set(entry.id, entry);
    for (const name of [entry.name.en, entry.name.zh]) {
      const folded = fold(name) || name;
      if (folded !== '' && !this.#byName.has(folded)) this.#byName.set(folded, entry);
    }
  }
}

/** A readable id made of a word of the file: letters, digits and hyphens, and no name that objects have anyway. */
export function safeId(word: string): string {
  const id = [...cleanText(word).normalize('NFKC').toLowerCase()]
    .slice(0, 60)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return id === '' || id in {} ? `${id}-entry`.replace(/^-/u, '') : id;
}

export function sectorVocabulary(sectors: readonly Sector[], asWritten: boolean): Vocabulary<Sector> {
  const make = (id: string, name: string, index: number): Sector => ({
    id,
    name: same(name),
    colour: SECTOR_COLOURS[index % SECTOR_COLOURS.length] ?? '#7F7F7F',
    shape: SHAPES[(index + 5) % SHAPES.length] ?? 'octagon',
  });
  return new Vocabulary(sectors, SECTOR_INDEX, make, asWritten);
}

export function tieVocabulary(types: readonly TieType[], asWritten: boolean): Vocabulary<TieType> {
  const make = (id: string, name: string, index: number): TieType => ({
    ...strangerTieType(id),
    name: same(name),
    colour: TIE_COLOURS[index % TIE_COLOURS.length] ?? '#6E7480',
    dash: DASHES[index % DASHES.length] ?? 'solid',
  });
  return new Vocabulary(types, TIE_INDEX, make, asWritten);
}

export function resourceVocabulary(resources: readonly Resource[]): Vocabulary<Resource> {
  return new Vocabulary(resources, wordIndex(RESOURCE_WORDS), (id, name) => ({
    id,
    name: same(name),
    dimension: NEW_RESOURCE_DIMENSION,
  }));
}

/** For ties of which the file says no type: a type that claims nothing. */
export const UNSPECIFIED: TieType = {
  ...strangerTieType('unspecified'),
  name: { en: 'Unspecified', zh: '未分类关系' },
};
