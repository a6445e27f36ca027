import type { Localized } from '../../base/localized.ts';
import type { NetworkFacts, NicheOverlaps } from './network-facts.ts';

/** One thing that an edit did to the network. */
export interface ChangeClause {
  readonly kind:
    'parts' | 'alone' | 'tied' | 'untied' | 'bridging' | 'niches' | 'partners' | 'density' | 'size';
  /** How telling it is; larger is more. */
  readonly weight: number;
  readonly says: Localized;
}

type NameOf = (actor: string) => Localized;

/** Smaller differences than these are not worth a word: in pairs bridged, in overlap, in share of pairs tied. */
const LEAST_BRIDGED = 0.5;
const LEAST_OVERLAP = 0.02;
const LEAST_DENSITY = 0.0005;

/**
 * What an edit did, the most telling first: parts joined or split, actors that stand alone or no longer do, who bridges
 * more or fewer pairs, whose niches got closer or parted, who gained or lost partners, the density. Empty if none of it
 * changed.
 */
export function whatChanged(
  before: NetworkFacts,
  after: NetworkFacts,
  nameOf: NameOf,
): readonly ChangeClause[] {
  return [
    ...partsClauses(before, after),
    ...aloneClauses(before, after, nameOf),
    ...bridgingClauses(before, after, nameOf),
    ...nicheClauses(before, after, nameOf),
    ...partnerClauses(before, after, nameOf),
    ...densityClauses(before, after),
    ...sizeClauses(before, after),
  ].sort((a, b) => b.weight - a.weight);
}

/** The first `most` clauses as one line. */
export function changeLine(clauses: readonly ChangeClause[], most: number): Localized {
  if (clauses.length === 0) return { en: 'The network is as it was', zh: '网络结构未变' };
  const said = clauses.slice(0, most).map(({ says }) => says);
  const en = said.map((each, k) => (k > 0 ? each.en.replace(/^The /u, 'the ') : each.en)).join('; ');
  return { en: en.charAt(0).toUpperCase() + en.slice(1), zh: said.map(({ zh }) => zh).join('；') };
}

function partsClauses({ parts: was }: NetworkFacts, { parts: is }: NetworkFacts): ChangeClause[] {
  if (was === null || is === null || was === is || was === 0 || is === 0) return [];
  const says =
    is > was
      ? {
          en: `The network now has ${is} separate parts (was ${was})`,
          zh: `网络分为 ${is} 个部分（原为 ${was} 个）`,
        }
      : is === 1
        ? { en: `The ${was} parts of the network are now one`, zh: `网络的 ${was} 个部分已连为一体` }
        : {
            en: `The network now has ${is} parts (was ${was})`,
            zh: `网络现为 ${is} 个部分（原为 ${was} 个）`,
          };
  return [{ kind: 'parts', weight: 100, says }];
}

function aloneClauses(before: NetworkFacts, after: NetworkFacts, nameOf: NameOf): ChangeClause[] {
  const lonely: string[] = [];
  const tied: string[] = [];
  const untied: string[] = [];
  for (const [id, count] of after.partners) {
    const was = before.partners.get(id);
    if (was === undefined) {
      if (count === 0) untied.push(id);
      continue;
    }
    if (was > 0 && count === 0) lonely.push(id);
    if (was === 0 && count > 0) tied.push(id);
  }
  const clauses: ChangeClause[] = [];
  const names = whoOf(nameOf);
  if (lonely.length > 0) {
    const { en, zh } = names(lonely);
    const says = {
      en: `${en} now ${lonely.length === 1 ? 'stands' : 'stand'} alone`,
      zh: `${zh}已成为孤立主体`,
    };
    clauses.push({ kind: 'alone', weight: 90, says });
  }
  if (tied.length > 0) {
    const { en, zh } = names(tied);
    const says = { en: `${en} ${tied.length === 1 ? 'is' : 'are'} no longer alone`, zh: `${zh}不再孤立` };
    clauses.push({ kind: 'tied', weight: 55, says });
  }
  if (untied.length > 0) {
    const { en, zh } = names(untied);
    const says = {
      en: `${en} ${untied.length === 1 ? 'is' : 'are'} not tied to anyone yet`,
      zh: `${zh}尚未与任何主体建立关系`,
    };
    clauses.push({ kind: 'untied', weight: 50, says });
  }
  return clauses;
}

function bridgingClauses(before: NetworkFacts, after: NetworkFacts, nameOf: NameOf): ChangeClause[] {
  if (!before.bridged || !after.bridged) return [];
  const was = ranks(before.bridged);
  const is = ranks(after.bridged);
  let best: { id: string; by: number; weight: number } | undefined;
  for (const [id, pairs] of after.bridged) {
    const earlier = before.bridged.get(id) ?? 0;
    const by = pairs - earlier;
    if (Math.abs(by) < LEAST_BRIDGED) continue;
    const first = by > 0 && is.get(id) === 1 && was.get(id) !== 1;
    const passed = Math.abs((was.get(id) ?? after.bridged.size) - (is.get(id) ?? 0));
    const share = Math.abs(by) / Math.max(1, pairs, earlier);
    const weight = (first ? 70 : 30) + Math.min(20, 2 * passed) + 10 * share + (by > 0 ? 1 : 0);
    if (!best || weight > best.weight || (weight === best.weight && Math.abs(by) > Math.abs(best.by)))
      best = { id, by, weight };
  }
  if (!best) return [];
  const { id, by, weight } = best;
  const name = nameOf(id);
  const pairs = amount(Math.abs(by));
  const [old, rank] = [was.get(id), is.get(id)];
  const moved = rank !== undefined && old !== undefined && rank !== old;
  const place = moved
    ? { en: ` (rank ${old} → ${rank})`, zh: `（第 ${old} 位 → 第 ${rank} 位）` }
    : rank === 1 && old === 1
      ? { en: ' and still bridges most', zh: '，仍居首位' }
      : { en: '', zh: '' };
  const noun = pairs === '1' ? 'pair' : 'pairs';
  return [
    {
      kind: 'bridging',
      weight,
      says:
        by > 0
          ? {
              en: `${name.en} now bridges ${pairs} more ${noun}${place.en}`,
              zh: `${name.zh}多衔接 ${pairs} 对主体${place.zh}`,
            }
          : {
              en: `${name.en} now bridges ${pairs} fewer ${noun}${place.en}`,
              zh: `${name.zh}少衔接 ${pairs} 对主体${place.zh}`,
            },
    },
  ];
}

const rankings = new WeakMap<object, ReadonlyMap<string, number>>();

/** Made once per state: what was after one edit is before the next. */
function ranks(bridged: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  let found = rankings.get(bridged);
  if (!found) rankings.set(bridged, (found = ranked(bridged)));
  return found;
}

/** Places by pairs bridged, 1 being the most; equal ones share theirs, those of none have none. */
function ranked(bridged: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sorted = [...bridged].filter(([, pairs]) => pairs > 1e-9).sort((a, b) => b[1] - a[1]);
  const found = new Map<string, number>();
  let rank = 0;
  sorted.forEach(([id, pairs], k) => {
    const above = sorted[k - 1]?.[1];
    if (above === undefined || above - pairs > 1e-9 * above) rank = k + 1;
    found.set(id, rank);
  });
  return found;
}

function nicheClauses(before: NetworkFacts, after: NetworkFacts, nameOf: NameOf): ChangeClause[] {
  if (!before.niches || !after.niches) return [];
  const found = largestShift(before.niches, after.niches);
  if (!found) return [];
  const [one, two] = found.pair.map(nameOf);
  if (!one || !two) return [];
  const values = `${found.was.toFixed(2)} → ${found.is.toFixed(2)}`;
  const by = found.is - found.was;
  return [
    {
      kind: 'niches',
      weight: (Math.abs(by) >= 0.1 ? 45 : 25) + 20 * Math.abs(by),
      says:
        by > 0
          ? {
              en: `The niches of ${one.en} and ${two.en} got closer (overlap ${values})`,
              zh: `${one.zh}与${two.zh}的生态位更接近（重叠 ${values}）`,
            }
          : {
              en: `The niches of ${one.en} and ${two.en} moved apart (overlap ${values})`,
              zh: `${one.zh}与${two.zh}的生态位更分离（重叠 ${values}）`,
            },
    },
  ];
}

interface Shift {
  readonly pair: readonly [string, string];
  readonly was: number;
  readonly is: number;
}

/** The pair whose overlap changed most; the first by order where several did. */
function largestShift(before: NicheOverlaps, after: NicheOverlaps): Shift | undefined {
  const place = new Map(before.ids.map((id, k) => [id, k]));
  const [n, m] = [after.ids.length, before.ids.length];
  let best: Shift | undefined;
  for (const [i, one] of after.ids.entries()) {
    const k = place.get(one);
    if (k === undefined) continue;
    for (let j = i + 1; j < n; j++) {
      const two = after.ids[j] ?? '';
      const l = place.get(two);
      if (l === undefined) continue;
      const [was, is] = [before.values[k * m + l]!, after.values[i * n + j]!];
      const by = Math.abs(is - was);
      if (by >= LEAST_OVERLAP && by > (best ? Math.abs(best.is - best.was) + 1e-12 : 0))
        best = { pair: one < two ? [one, two] : [two, one], was, is };
    }
  }
  return best;
}

function partnerClauses(before: NetworkFacts, after: NetworkFacts, nameOf: NameOf): ChangeClause[] {
  let best: { readonly id: string; readonly by: number; readonly count: number } | undefined;
  for (const [id, count] of after.partners) {
    const was = before.partners.get(id);
    // Of a newcomer that is what was entered, not what it changed.
    if (was === undefined) continue;
    const by = count - was;
    if (Math.abs(by) > Math.abs(best?.by ?? 0)) best = { id, by, count };
  }
  if (!best) return [];
  const { id, by, count } = best;
  const name = nameOf(id);
  const change = `${by > 0 ? '+' : '−'}${Math.abs(by)}`;
  const says = {
    en: `${name.en} has ${count} ${count === 1 ? 'partner' : 'partners'} (${change})`,
    zh: `${name.zh}有 ${count} 个合作方（${change}）`,
  };
  return [{ kind: 'partners', weight: Math.abs(by) > 1 ? 28 : 12, says }];
}

function densityClauses({ density: was }: NetworkFacts, { density: is }: NetworkFacts): ChangeClause[] {
  if (was === null || is === null || Math.abs(is - was) < LEAST_DENSITY) return [];
  const points = Math.abs(100 * (is - was));
  const change = `${is > was ? '+' : '−'}${points.toFixed(points < 10 ? 1 : 0)}`;
  const now = (100 * is).toFixed(1);
  return [
    {
      kind: 'density',
      weight: 20 + Math.min(9, points / 2),
      says: { en: `density ${change}\u00a0pt (${now}\u00a0%)`, zh: `密度 ${change} 个百分点（${now}%）` },
    },
  ];
}

/** One name, two, or a number. */
function whoOf(nameOf: NameOf): (ids: readonly string[]) => Localized {
  return (ids) => {
    const [first, second] = ids.slice(0, 2).map(nameOf);
    if (first && ids.length === 1) return first;
    if (first && second && ids.length === 2)
      return { en: `${first.en} and ${second.en}`, zh: `${first.zh}与${second.zh}` };
    return { en: `${ids.length} actors`, zh: `${ids.length} 个主体` };
  };
}

/** Whole numbers whole, small others with one decimal. */
function amount(value: number): string {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.05 || value >= 10 ? String(whole) : value.toFixed(1);
}

/** The least telling of all, but true where nothing else is to be said. */
function sizeClauses({ partners: was }: NetworkFacts, { partners: is }: NetworkFacts): ChangeClause[] {
  if (was.size === is.size) return [];
  const en = `${is.size} ${is.size === 1 ? 'actor' : 'actors'} now (${was.size} before)`;
  return [{ kind: 'size', weight: 5, says: { en, zh: `现有 ${is.size} 个主体（原为 ${was.size} 个）` } }];
}
