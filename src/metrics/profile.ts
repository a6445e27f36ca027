import type { Language, Localized } from '../base/localized.ts';
import { formatValue } from './format.ts';
import { measureById } from './registry.ts';

/** One sentence on an actor, and the measure that it comes from. */
export interface ProfileSentence {
  readonly measure: string;
  readonly text: Localized;
}

export interface ProfileInput {
  /** Index of the actor. */
  readonly actor: number;
  /** One value an actor by measure id, NaN = null; undefined where a measure was not computed. */
  readonly values: (measure: string) => Float64Array | undefined;
  /** Of each actor, the id of its sector. */
  readonly sectors: readonly string[];
  /** Of the actor's sector. */
  readonly sectorName: Localized;
  readonly directed: boolean;
}

/** An actor is compared with its sector from so many actors on, else with all; with nobody below that. */
const ENOUGH = 5;
const MOST_SENTENCES = 5;
const FEWEST_SENTENCES = 3;

/**
 * What an actor is high and low in, in three to five sentences: how many partners, whom it holds together, what it
 * bridges and in which role, whether its partners are its own kind. "Typical" is the median of those compared with; high
 * and low are the outer quarters. Sentences on nothing remarkable are left out while there are others.
 */
export function profileOf(input: ProfileInput): readonly ProfileSentence[] {
  const partners = valueOf(input, 'degree');
  if (partners === undefined) return [];
  if (partners === 0)
    return [
      {
        measure: 'degree',
        text: { en: 'It has no partners on this map.', zh: '它在此地图上没有合作方。' },
      },
    ];
  const said = [
    partnersSentence(input, partners),
    cutOffSentence(input),
    bridgingSentence(input),
    roleSentence(input),
    roomSentence(input),
    mixingSentence(input, partners),
    balanceSentence(input),
  ].filter((sentence) => sentence !== undefined);
  const remarkable = said.filter(({ plain }) => !plain).slice(0, MOST_SENTENCES);
  const plain = said.filter((sentence) => sentence.plain);
  const kept = new Set([...remarkable, ...plain.slice(0, Math.max(0, FEWEST_SENTENCES - remarkable.length))]);
  return said.filter((sentence) => kept.has(sentence)).map(({ measure, text }) => ({ measure, text }));
}

/** `plain`: says that nothing is remarkable. */
interface Said extends ProfileSentence {
  readonly plain?: boolean;
}

// --- Where a value stands --------------------------------------------------------------------------------------------

interface Standing {
  readonly value: number;
  readonly median: number;
  /** Actors compared with, this one among them. */
  readonly count: number;
  readonly withSector: boolean;
  /** How many have more, and less. */
  readonly above: number;
  readonly below: number;
  /** How many others have the same. */
  readonly level: number;
  readonly kind: 'high' | 'usual' | 'low';
}

function valueOf({ actor, values }: ProfileInput, measure: string): number | undefined {
  const value = values(measure)?.[actor];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** Among the actors of the sector if they are enough, else among all; undefined where these are too few as well. */
function standing(input: ProfileInput, measure: string, everyone = false): Standing | undefined {
  const value = valueOf(input, measure);
  const column = input.values(measure);
  if (value === undefined || !column) return undefined;
  const own = input.sectors[input.actor];
  const known = [...column.entries()].filter(([, each]) => !Number.isNaN(each));
  const inSector = known.filter(([k]) => input.sectors[k] === own);
  const withSector = !everyone && inSector.length >= ENOUGH;
  const among = (withSector ? inSector : known).map(([, each]) => each).sort((a, b) => a - b);
  if (among.length < ENOUGH) return undefined;
  const tolerance = 1e-9 * Math.abs(value);
  const above = among.filter((each) => each > value + tolerance).length;
  const below = among.filter((each) => each < value - tolerance).length;
  const count = among.length;
  const middle = count >> 1;
  const median =
    count % 2 === 1 ? (among[middle] ?? NaN) : ((among[middle - 1] ?? NaN) + (among[middle] ?? NaN)) / 2;
  // Of equal values half counts as below: where most are equal, none of them is high or low.
  const level = count - above - below - 1;
  const part = (below + level / 2) / (count - 1);
  const kind = part >= 0.75 && value > median ? 'high' : part <= 0.25 && value < median ? 'low' : 'usual';
  return { value, median, count, withSector, above, below, level, kind };
}

/** Who it is compared with, to begin a sentence. */
function among({ withSector, count }: Standing, input: ProfileInput): Localized {
  if (!withSector) return { en: `Among all ${count} actors`, zh: `在全部 ${count} 个主体中` };
  const id = input.sectors[input.actor] ?? '';
  const words = SECTOR_WORDS[id];
  const { en, zh } = input.sectorName;
  return {
    en:
      words?.name === en
        ? `Among the ${count} ${words.plural}`
        : `Among the ${count} actors of its sector (${en})`,
    zh: words?.zhName === zh ? `在 ${count} ${words.zhCounted}中` : `在 ${count} 个“${zh}”类主体中`,
  };
}

/** How several of a sector that still has its first name are called. */
const SECTOR_WORDS: Readonly<
  Record<
    string,
    { readonly name: string; readonly plural: string; readonly zhName: string; readonly zhCounted: string }
  >
> = {
  government: { name: 'Government', plural: 'government bodies', zhName: '政府', zhCounted: '个政府主体' },
  enterprise: { name: 'Enterprise', plural: 'enterprises', zhName: '企业', zhCounted: '家企业' },
  university: { name: 'University', plural: 'universities', zhName: '高校', zhCounted: '所高校' },
  intermediary: {
    name: 'Intermediary',
    plural: 'intermediaries',
    zhName: '中介组织',
    zhCounted: '家中介组织',
  },
};

/** "(9; typical 4)". */
function figures({ value, median }: Standing, measure: string, name?: Localized): Localized {
  const shown = measureById(measure);
  const text = (number: number, language: Language): string =>
    // A median of whole numbers may lie halfway between two of them.
    shown && shown.style !== 'count'
      ? formatValue(number, shown, language)
      : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(number);
  return {
    en: `(${name ? `${name.en} ` : ''}${text(value, 'en')}; typical ${text(median, 'en')})`,
    zh: `（${name ? name.zh : ''}${name ? ' ' : ''}${text(value, 'zh')}，一般为 ${text(median, 'zh')}）`,
  };
}

// --- Sentences -------------------------------------------------------------------------------------------------------

function partnersSentence(input: ProfileInput, partners: number): Said {
  const measure = 'degree';
  const at = standing(input, measure);
  if (!at)
    return {
      measure,
      text: {
        en: partners === 1 ? 'It has 1 partner.' : `It has ${partners} partners.`,
        zh: `它有 ${partners} 个合作方。`,
      },
    };
  const who = among(at, input);
  const numbers = figures(at, measure);
  const said: Localized =
    at.above === 0 && at.kind === 'high'
      ? at.level === 0
        ? { en: 'it has the most partners', zh: '它的合作方最多' }
        : { en: 'none has more partners', zh: '没有谁的合作方比它更多' }
      : at.below === 0 && at.kind === 'low'
        ? at.level === 0
          ? { en: 'it has the fewest partners', zh: '它的合作方最少' }
          : { en: 'none has fewer partners', zh: '没有谁的合作方比它更少' }
        : at.kind === 'high'
          ? { en: 'it has many partners', zh: '它的合作方较多' }
          : at.kind === 'low'
            ? { en: 'it has few partners', zh: '它的合作方较少' }
            : { en: 'it has about as many partners as is typical', zh: '它的合作方数量与一般水平相当' };
  const overall = at.withSector && at.kind === 'high' ? standing(input, measure, true) : undefined;
  const rest: Localized = overall
    ? {
        en: `; it is number ${overall.above + 1} of all ${overall.count} actors`,
        zh: `；在全部 ${overall.count} 个主体中列第 ${overall.above + 1}`,
      }
    : { en: '', zh: '' };
  return {
    measure,
    text: {
      en: `${who.en} ${said.en} ${numbers.en}${rest.en}.`,
      zh: `${who.zh}，${said.zh}${numbers.zh}${rest.zh}。`,
    },
  };
}

function cutOffSentence(input: ProfileInput): Said | undefined {
  const measure = 'stranded';
  const stranded = valueOf(input, measure) ?? 0;
  if (stranded < 1) return undefined;
  return {
    measure,
    text: {
      en:
        stranded === 1
          ? 'If it leaves, 1 other actor is cut off from the rest.'
          : `If it leaves, ${stranded} other actors are cut off from the rest.`,
      zh: `如果它退出，另有 ${stranded} 个主体会与其余主体断开。`,
    },
  };
}

function bridgingSentence(input: ProfileInput): Said | undefined {
  const measure = 'betweenness';
  const at = standing(input, measure, true);
  if (!at) return undefined;
  if (at.value === 0)
    return {
      measure,
      text: {
        en: 'No shortest route between two others passes through it.',
        zh: '没有另外两个主体之间的最短路径经过它。',
      },
      plain: at.median === 0,
    };
  const numbers = figures(at, measure, { en: 'betweenness', zh: '中介中心性' });
  if (at.kind === 'high' && at.above === 0 && at.level === 0)
    return {
      measure,
      text: {
        en: `More of the shortest routes between others pass through it than through anyone else ${numbers.en}.`,
        zh: `其他主体之间的最短路径经过它的最多${numbers.zh}。`,
      },
    };
  const less = Math.floor((100 * at.below) / (at.count - 1));
  const share: Localized = { en: `${less}% of all actors`, zh: `全部主体的 ${less}%` };
  if (at.kind === 'high')
    return {
      measure,
      text: {
        en: `It often lies on the shortest routes between others, more than ${share.en} do ${numbers.en}.`,
        zh: `它常处在其他主体之间的最短路径上，高于${share.zh}${numbers.zh}。`,
      },
    };
  return {
    measure,
    text:
      at.kind === 'low'
        ? {
            en: `It seldom lies on the shortest routes between others ${numbers.en}.`,
            zh: `它很少处在其他主体之间的最短路径上${numbers.zh}。`,
          }
        : {
            en: `It lies on the shortest routes between others about as often as is typical ${numbers.en}.`,
            zh: `它处在其他主体之间最短路径上的频率与一般水平相当${numbers.zh}。`,
          },
    plain: true,
  };
}

interface Role {
  readonly id: string;
  /** As a noun, and what it does. */
  readonly as: Localized;
  readonly does: Localized;
}

const ROLES: readonly Role[] = [
  {
    id: 'coordinator',
    as: { en: 'a coordinator', zh: '协调者' },
    does: { en: 'it links actors of its own sector', zh: '连接本类型内部的主体' },
  },
  {
    id: 'itinerant',
    as: { en: 'an itinerant broker', zh: '外来顾问' },
    does: { en: 'it links actors within another sector', zh: '连接另一类型内部的主体' },
  },
  {
    id: 'representative',
    as: { en: 'a representative', zh: '代言人' },
    does: { en: 'it passes on what its own sector gives to others', zh: '把本类型的资源传给其他类型' },
  },
  {
    id: 'gatekeeper',
    as: { en: 'a gatekeeper', zh: '守门人' },
    does: { en: 'it lets others into its own sector', zh: '把其他类型的资源引入本类型' },
  },
  {
    id: 'liaison',
    as: { en: 'a liaison', zh: '联络人' },
    does: { en: 'it links two other sectors', zh: '连接自己不属于的两个类型' },
  },
];

/** Representative and gatekeeper at once. */
const LINK: Role = {
  id: 'representative',
  as: { en: 'a link to other sectors', zh: '与其他类型之间的纽带' },
  does: { en: 'it ties its own sector to them', zh: '把本类型与其他类型连接起来' },
};

/** Fewer open pairs than this make no role. */
const FEWEST_PAIRS = 3;

function roleSentence(input: ProfileInput): Said | undefined {
  const countOf = ({ id }: Role): number => valueOf(input, `gould-fernandez-${id}`) ?? 0;
  // Without direction nobody can tell letting in from passing on: each pair counts half as either.
  const roles: readonly Role[] = input.directed
    ? ROLES
    : ROLES.flatMap((role) =>
        role.id === 'gatekeeper' ? [] : role.id === 'representative' ? [LINK] : [role],
      );
  const counts = roles.map((role) => ({ role, count: role === LINK ? 2 * countOf(role) : countOf(role) }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < FEWEST_PAIRS) return undefined;
  const { role, count } = counts.reduce((best, each) => (each.count > best.count ? each : best));
  const mostly = 2 * count >= total;
  const share = Math.round((100 * count) / total);
  return {
    measure: `gould-fernandez-${role.id}`,
    text: {
      en: `Where it links partners that are not tied themselves, it is ${mostly ? 'mostly' : 'most often'} ${role.as.en}: ${role.does.en} (${share}% of ${total}).`,
      zh: `在连接彼此没有关系的合作方时，它${mostly ? '主要' : '最常'}充当${role.as.zh}：${role.does.zh}（${total} 次中占 ${share}%）。`,
    },
    plain: !mostly,
  };
}

function roomSentence(input: ProfileInput): Said | undefined {
  const measure = 'burt-constraint';
  const at = standing(input, measure);
  if (!at) return undefined;
  const numbers = figures(at, measure, { en: 'constraint', zh: '限制度' });
  if (at.kind === 'low')
    return {
      measure,
      text: {
        en: `Its partners hardly depend on each other, which leaves it much room to broker ${numbers.en}.`,
        zh: `它的合作方彼此联系不多，留给它较大的中介空间${numbers.zh}。`,
      },
    };
  if (at.kind === 'high')
    return {
      measure,
      text: {
        en: `It leans on few partners, or on partners who are tied to each other, and has little room to broker ${numbers.en}.`,
        zh: `它依赖少数合作方，或其合作方彼此相连，中介空间较小${numbers.zh}。`,
      },
    };
  return {
    measure,
    text: {
      en: `It has about as much room to broker between its partners as is typical ${numbers.en}.`,
      zh: `它在合作方之间的中介空间与一般水平相当${numbers.zh}。`,
    },
    plain: true,
  };
}

function mixingSentence(input: ProfileInput, partners: number): Said | undefined {
  const measure = 'e-i-index';
  const index = valueOf(input, measure);
  if (index === undefined || partners < 2) return undefined;
  const outside = Math.round(((index + 1) / 2) * partners);
  const count: Localized = { en: `${outside} of ${partners}`, zh: `${partners} 个中有 ${outside} 个` };
  if (outside === partners)
    return {
      measure,
      text: {
        en: `All its ${partners} partners are of other sectors.`,
        zh: `它的 ${partners} 个合作方都属于其他类型。`,
      },
    };
  if (outside === 0)
    return {
      measure,
      text: {
        en: `All its ${partners} partners are of its own sector.`,
        zh: `它的 ${partners} 个合作方都与它同属一类。`,
      },
    };
  const text: Localized =
    index >= 0.5
      ? {
          en: `Most of its partners are of other sectors (${count.en}).`,
          zh: `它的合作方多数属于其他类型（${count.zh}）。`,
        }
      : index <= -0.5
        ? {
            en: `Few of its partners are of other sectors (${count.en}).`,
            zh: `它的合作方很少属于其他类型（${count.zh}）。`,
          }
        : {
            en: `Its partners are both of its own sector and of others (${count.en} outside).`,
            zh: `它的合作方既有同类，也有其他类型（${count.zh}属于其他类型）。`,
          };
  return { measure, text, plain: Math.abs(index) < 0.5 };
}

function balanceSentence(input: ProfileInput): Said | undefined {
  const gives = valueOf(input, 'out-degree');
  const receives = valueOf(input, 'in-degree');
  if (!input.directed || gives === undefined || receives === undefined || gives + receives < 4)
    return undefined;
  const [more, less] = [Math.max(gives, receives), Math.min(gives, receives)];
  if (more < 2 * less || more === less) return undefined;
  return gives > receives
    ? {
        measure: 'out-degree',
        text: {
          en: `It gives to more than it receives from: ${gives} against ${receives}.`,
          zh: `它提供多于获得：向 ${gives} 个主体提供，从 ${receives} 个主体获得。`,
        },
      }
    : {
        measure: 'in-degree',
        text: {
          en: `It receives from more than it gives to: ${receives} against ${gives}.`,
          zh: `它获得多于提供：从 ${receives} 个主体获得，向 ${gives} 个主体提供。`,
        },
      };
}
