import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { cleanName, foldedNames, foldName, nameProblem, weightProblem } from './commands/checks.ts';
import type { Actor, Graph } from './graph.ts';
import type { Direction } from './scheme.ts';
import { DEFAULT_SCHEME, type Sector, type TieType } from './scheme.ts';

/**
 * Quick entry: one line of text to actors and ties.
 *
 *     Name @sector            adds an actor; a known one changes its sector
 *     A, B, C @enterprise     several at once
 *     A > B : talent 3        a tie with type and weight; A < B is B > A
 *     A <> B                  a mutual tie
 *     A > B > C, D            chains and fans
 *
 * Names with , > < : or @ in them stand in quotes. Full-width punctuation (，＞：＠“”) and arrows (→ ↔) count the same.
 */
export interface Entry {
  readonly actors: readonly EntryActor[];
  readonly ties: readonly EntryTie[];
}

export interface EntryActor {
  readonly name: string;
  /** The actor of that name that is on the map already. */
  readonly existing?: Actor;
  /** Asked for with @. */
  readonly sector?: Sector;
}

export interface EntryTie {
  /** Indexes into `actors`. */
  readonly source: number;
  readonly target: number;
  readonly type: TieType;
  readonly direction: Direction;
  readonly weight: number;
}

type Token =
  | { readonly kind: 'name'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'forward' | 'backward' | 'both' | 'comma' | 'colon' | 'at' };

const SIGNS: readonly (readonly [string, Exclude<Token['kind'], 'name'>])[] = [
  ['<->', 'both'],
  ['<>', 'both'],
  ['->', 'forward'],
  ['<-', 'backward'],
  ['＜＞', 'both'],
  ['《》', 'both'],
  ['↔', 'both'],
  ['→', 'forward'],
  ['←', 'backward'],
  ['>', 'forward'],
  ['＞', 'forward'],
  ['》', 'forward'],
  ['<', 'backward'],
  ['＜', 'backward'],
  ['《', 'backward'],
  [',', 'comma'],
  ['，', 'comma'],
  ['、', 'comma'],
  [':', 'colon'],
  ['：', 'colon'],
  ['@', 'at'],
  ['＠', 'at'],
];
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
]);

function tokens(line: string): Result<readonly Token[]> {
  const found: Token[] = [];
  let bare = '';
  const flush = (): void => {
    const text = cleanName(bare);
    if (text !== '') found.push({ kind: 'name', text, quoted: false });
    bare = '';
  };
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const close = QUOTES.get(rest[0] ?? '');
    if (close !== undefined && cleanName(bare) === '') {
      const end = line.indexOf(close, at + 1);
      if (end < 0)
        return failed(
          problem('entry-quote', {
            en: `A quote is not closed: add ${close} after the name.`,
            zh: `引号没有闭合：请在名称后加上 ${close}。`,
          }),
        );
      found.push({ kind: 'name', text: cleanName(line.slice(at + 1, end)), quoted: true });
      bare = '';
      at = end + 1;
      continue;
    }
    // A hyphen inside a name is no arrow, and a colon between digits (10:40) no separator.
    const sign = SIGNS.find(([text]) => rest.startsWith(text));
    if (sign && !(sign[1] === 'colon' && /\d$/u.test(bare) && /^.\d/u.test(rest))) {
      flush();
      found.push({ kind: sign[1] });
      at += sign[0].length;
    } else {
      bare += rest[0] ?? '';
      at += 1;
    }
  }
  flush();
  return ok(found);
}

/** Lookup of actors by every name they answer to, made once per state. */
const nameIndexes = new WeakMap<Graph['actors'], ReadonlyMap<string, Actor>>();

export function actorsByName(graph: Graph): ReadonlyMap<string, Actor> {
  let index = nameIndexes.get(graph.actors);
  if (!index) {
    const made = new Map<string, Actor>();
    const claim = (name: string, actor: Actor): void => {
      const holder = made.get(name);
      if (!holder || actor.id < holder.id) made.set(name, actor);
    };
    // Its own name beats another's alias: names are entered last.
    for (const actor of graph.actors.values())
      for (const name of foldedNames(actor).slice(1)) claim(name, actor);
    const own = new Map<string, Actor>();
    for (const actor of graph.actors.values()) {
      const name = foldName(actor.name);
      const holder = own.get(name);
      if (!holder || actor.id < holder.id) own.set(name, actor);
    }
    for (const [name, actor] of own) made.set(name, actor);
    nameIndexes.set(graph.actors, (index = made));
  }
  return index;
}

/** The one entry whose id or name is `text`, or begins with it. */
function schemeMatch<T extends Sector | TieType>(entries: readonly T[], text: string): T | undefined {
  const wanted = foldName(text);
  const names = (entry: T): string[] => [entry.id, entry.name.en, entry.name.zh].map(foldName);
  const exact = entries.find((entry) => names(entry).includes(wanted));
  if (exact || wanted === '') return exact;
  const beginning = entries.filter((entry) => names(entry).some((name) => name.startsWith(wanted)));
  return beginning.length === 1 ? beginning[0] : undefined;
}

function listed(entries: readonly (Sector | TieType)[]): Localized {
  return {
    en: entries.map((entry) => entry.name.en).join(', '),
    zh: entries.map((entry) => entry.name.zh).join('、'),
  };
}

/** Reads one or more lines; several lines name each actor once. Blank lines are passed over. */
export function parseEntry(text: string, graph: Graph): Result<Entry> {
  const actors: EntryActor[] = [];
  const byName = new Map<string, number>();
  const ties: EntryTie[] = [];
  const known = actorsByName(graph);
  const lines = text.split(/\r\n|\r|\n/u);

  const actorIndex = (name: string, sector: Sector | undefined): number => {
    const folded = foldName(name);
    const existing = known.get(folded);
    const key = existing ? `id:${existing.id}` : folded;
    const index = byName.get(key);
    if (index !== undefined) {
      const before = actors[index];
      if (before && sector) actors[index] = { ...before, sector };
      return index;
    }
    byName.set(key, actors.length);
    return (
      actors.push({
        name: existing?.name ?? name,
        ...(existing ? { existing } : {}),
        ...(sector ? { sector } : {}),
      }) - 1
    );
  };

  for (const [row, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const wrong = readLine(line, graph, actorIndex, ties);
    if (wrong) return failed(lines.length > 1 ? { ...wrong, line: row + 1 } : wrong);
  }
  return ok({ actors, ties });
}

function readLine(
  line: string,
  graph: Graph,
  actorIndex: (name: string, sector: Sector | undefined) => number,
  ties: EntryTie[],
): Problem | undefined {
  const read = tokens(line);
  if (!read.ok) return read.problem;
  const all = read.value;
  const colon = all.findLastIndex((token) => token.kind === 'colon');
  const head = colon < 0 ? all : all.slice(0, colon);
  const groups: { name: string; sector?: Sector }[][] = [[]];
  const arrows: ('forward' | 'backward' | 'both')[] = [];
  for (let at = 0; at < head.length; at++) {
    const token = head[at];
    const group = groups.at(-1) ?? [];
    if (!token) break;
    if (token.kind === 'name') {
      const wrong = nameProblem(token.text);
      if (wrong) return wrong;
      group.push({ name: token.text });
    } else if (token.kind === 'at') {
      const next = head[at + 1];
      const text = next?.kind === 'name' ? next.text : '';
      const sector = schemeMatch(graph.scheme.sectors, text);
      if (!sector) return unknownSector(text, graph.scheme.sectors);
      if (group.length === 0) return missingName('@');
      // `A, B, C @sector` speaks of all three.
      for (const member of group) member.sector ??= sector;
      at++;
    } else if (token.kind === 'forward' || token.kind === 'backward' || token.kind === 'both') {
      if (group.length === 0) return missingName('>');
      arrows.push(token.kind);
      groups.push([]);
    } else if (token.kind === 'colon') return { code: 'entry-colon', message: COLON };
  }
  const last = groups.at(-1);
  if (!last || last.length === 0) return missingName('>');
  if (colon >= 0 && arrows.length === 0) return { code: 'entry-colon', message: COLON };
  const spec = readSpec(colon < 0 ? [] : all.slice(colon + 1), graph.scheme.tieTypes);
  if (!spec.ok) return spec.problem;

  const indexes = groups.map((group) => group.map(({ name, sector }) => actorIndex(name, sector)));
  const { type, weight } = spec.value;
  for (const [k, arrow] of arrows.entries())
    for (const from of indexes[k] ?? [])
      for (const to of indexes[k + 1] ?? []) {
        if (from === to) return selfTieProblem(groups[k]?.[0]?.name ?? '');
        const [source, target] = arrow === 'backward' ? [to, from] : [from, to];
        ties.push({ source, target, weight, ...typed(type, arrow, graph.scheme.tieTypes) });
      }
  return undefined;
}

/** Without a named type, `<>` makes an alliance-like tie (the first mutual type), and an arrow the first one-way type. */
function typed(
  type: TieType | undefined,
  arrow: 'forward' | 'backward' | 'both',
  types: readonly TieType[],
): { type: TieType; direction: Direction } {
  const direction: Direction = arrow === 'both' ? 'mutual' : 'one-way';
  const fallback =
    types.find((candidate) => candidate.direction === direction) ?? types[0] ?? DEFAULT_SCHEME.tieTypes[0];
  const chosen = type ?? fallback;
  if (!chosen) throw new Error('the default scheme has tie types');
  return { type: chosen, direction };
}

function readSpec(
  spec: readonly Token[],
  types: readonly TieType[],
): Result<{ readonly type: TieType | undefined; readonly weight: number }> {
  const words = spec.flatMap((token) => (token.kind === 'name' ? token.text.split(' ') : []));
  let weight = 1;
  const named = words.filter((word) => {
    const value = Number(word.normalize('NFKC').replace(/^[x×]/u, ''));
    if (!Number.isFinite(value)) return true;
    weight = value;
    return false;
  });
  const wrong = weightProblem(weight);
  if (wrong) return failed(wrong);
  if (named.length === 0) return ok({ type: undefined, weight });
  const text = named.join(' ');
  const type = schemeMatch(types, text);
  if (type) return ok({ type, weight });
  const known = listed(types);
  return failed(
    problem('entry-type', {
      en: `There is no tie type “${text}”. Known: ${known.en}.`,
      zh: `没有名为“${text}”的关系类型。可用：${known.zh}。`,
    }),
  );
}

const COLON: Localized = {
  en: 'After a colon stand the type and weight of a tie, as in A > B : talent 3. Put names with colons in quotes.',
  zh: '冒号之后写关系的类型和权重，如 A > B : 人才 3。名称中含冒号时请加引号。',
};

function unknownSector(text: string, sectors: readonly Sector[]): Problem {
  const known = listed(sectors);
  return problem('entry-sector', {
    en:
      text === ''
        ? `After @ stands a sector: ${known.en}.`
        : `There is no sector “${text}”. Known: ${known.en}.`,
    zh: text === '' ? `@ 之后写主体类型：${known.zh}。` : `没有名为“${text}”的主体类型。可用：${known.zh}。`,
  });
}

function missingName(sign: string): Problem {
  return problem('entry-name', { en: `A name is missing beside “${sign}”.`, zh: `“${sign}”旁缺少名称。` });
}

function selfTieProblem(name: string): Problem {
  return problem('self-tie', {
    en: `A tie joins two different actors; both ends are “${name}”.`,
    zh: `关系须连接两个不同的主体，此处两端都是“${name}”。`,
  });
}

/** What Enter will do, in words, before it is done. */
export function describeEntry(entry: Entry): Localized {
  const made = entry.actors.filter((actor) => !actor.existing);
  const retyped = entry.actors.filter(
    (actor) => actor.existing && actor.sector && actor.sector.id !== actor.existing.sector,
  );
  const parts: Localized[] = [];
  if (made.length > 0) {
    const of = (actor: EntryActor, language: 'en' | 'zh'): string =>
      actor.sector ? `${actor.name} (${actor.sector.name[language]})` : actor.name;
    parts.push(
      made.length <= 3
        ? {
            en: `Add ${made.map((actor) => of(actor, 'en')).join(', ')}`,
            zh: `添加${made.map((actor) => of(actor, 'zh')).join('、')}`,
          }
        : { en: `Add ${made.length} actors`, zh: `添加 ${made.length} 个主体` },
    );
  }
  for (const actor of retyped)
    parts.push({
      en: `Make ${actor.name} ${actor.sector?.name.en ?? ''}`,
      zh: `将${actor.name}改为${actor.sector?.name.zh ?? ''}`,
    });
  if (entry.ties.length > 0) parts.push(describeTies(entry));
  if (parts.length === 0)
    return { en: 'Already on the map: Enter selects it', zh: '已在地图上：按 Enter 选中' };
  return { en: parts.map((part) => part.en).join('; '), zh: parts.map((part) => part.zh).join('；') };
}

function describeTies(entry: Entry): Localized {
  if (entry.ties.length > 2)
    return { en: `tie ${entry.ties.length} pairs`, zh: `建立 ${entry.ties.length} 条关系` };
  const text = (language: 'en' | 'zh'): string =>
    entry.ties
      .map((tie) => {
        const arrow = tie.direction === 'mutual' ? '↔' : '→';
        const weight = tie.weight === 1 ? '' : ` ${tie.weight}`;
        const name = (index: number): string => entry.actors[index]?.name ?? '';
        return `${name(tie.source)} ${arrow} ${name(tie.target)} (${tie.type.name[language]}${weight})`;
      })
      .join(language === 'en' ? ', ' : '、');
  return { en: `tie ${text('en')}`, zh: `建立关系 ${text('zh')}` };
}
