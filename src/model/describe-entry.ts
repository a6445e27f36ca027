import type { Language, Localized } from '../base/localized.ts';
import type { Entry, EntryActor, EntryAmount } from './entry-parts.ts';
import { DIMENSION_NAMES, NEW_RESOURCE_DIMENSION } from './scheme.ts';

/** As many are said one by one; of more, how many. */
const MOST = { actors: 3, ties: 2, amounts: 6, resources: 3, members: 4 } as const;

/** What Enter will do, in words, before it is done. */
export function describeEntry(entry: Entry): Localized {
  const parts = [
    ...describeActors(entry.actors),
    ...describeTies(entry),
    ...describeAmounts(entry),
    ...describeResources(entry),
    ...describeProjects(entry),
  ];
  if (parts.length === 0)
    return { en: 'Already on the map: Enter selects it', zh: '已在地图上：按 Enter 选中' };
  const en = parts.map((part) => part.en).join('; ');
  return { en: isName(entry, en) ? en : capital(en), zh: parts.map((part) => part.zh).join('；') };
}

/** Whether a sentence begins with the name of an actor, which stays as it is written. */
function isName({ actors }: Entry, sentence: string): boolean {
  return actors.some(({ name }) => sentence.startsWith(`${name} `));
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function inBoth(make: (language: Language) => string): Localized {
  return { en: make('en'), zh: make('zh') };
}

function listed(texts: readonly string[], language: Language): string {
  return texts.join(language === 'en' ? ', ' : '、');
}

function describeActors(actors: readonly EntryActor[]): readonly Localized[] {
  const parts: Localized[] = [];
  const made = actors.filter((actor) => !actor.existing);
  const of = (actor: EntryActor, language: Language): string =>
    actor.sector ? `${actor.name} (${actor.sector.name[language]})` : actor.name;
  const names = inBoth((language) =>
    listed(
      made.map((actor) => of(actor, language)),
      language,
    ),
  );
  if (made.length > MOST.actors)
    parts.push({ en: `Add ${made.length} actors`, zh: `添加 ${made.length} 个主体` });
  else if (made.length > 0) parts.push({ en: `Add ${names.en}`, zh: `添加${names.zh}` });
  for (const { name, existing, sector } of actors)
    if (existing && sector && sector.id !== existing.sector)
      parts.push({ en: `Make ${name} ${sector.name.en}`, zh: `将${name}改为${sector.name.zh}` });
  return parts;
}

function describeTies({ ties, actors }: Entry): readonly Localized[] {
  if (ties.length === 0) return [];
  if (ties.length > MOST.ties) return [{ en: `tie ${ties.length} pairs`, zh: `建立 ${ties.length} 条关系` }];
  const name = (index: number): string => actors[index]?.name ?? '';
  const text = inBoth((language) =>
    listed(
      ties.map((tie) => {
        const arrow = tie.direction === 'mutual' ? '↔' : '→';
        const weight = tie.weight === 1 ? '' : ` ${tie.weight}`;
        return `${name(tie.source)} ${arrow} ${name(tie.target)} (${tie.type.name[language]}${weight})`;
      }),
      language,
    ),
  );
  return [{ en: `tie ${text.en}`, zh: `建立关系 ${text.zh}` }];
}

const VERBS = {
  supply: { states: { en: 'offers', zh: '提供' }, takesBack: { en: 'no longer offers', zh: '不再提供' } },
  demand: { states: { en: 'needs', zh: '需要' }, takesBack: { en: 'no longer needs', zh: '不再需要' } },
} as const;

/** A offers Skilled talent 5, Funding 2; A needs Orders and markets 3; A no longer offers Industry data. */
function describeAmounts({ amounts, actors, resources }: Entry): readonly Localized[] {
  if (amounts.length > MOST.amounts) {
    const count = new Set(amounts.map(({ actor }) => actor)).size;
    const of = { en: count === 1 ? '1 actor' : `${count} actors`, zh: `${count} 个主体` };
    return [
      {
        en: `state ${amounts.length} amounts of ${of.en}`,
        zh: `填写${of.zh}的 ${amounts.length} 项资源数量`,
      },
    ];
  }
  const clauses = new Map<string, EntryAmount[]>();
  for (const each of amounts) {
    const key = `${each.actor} ${each.side} ${each.amount > 0}`;
    clauses.set(key, [...(clauses.get(key) ?? []), each]);
  }
  return [...clauses.values()].map((clause) =>
    inBoth((language) => {
      const [first] = clause;
      if (!first) return '';
      const { states, takesBack } = VERBS[first.side];
      const items = clause.map(({ resource, amount }) => {
        const name = resources[resource]?.name[language] ?? '';
        return amount > 0 ? `${name} ${amount}` : name;
      });
      const words = [
        actors[first.actor]?.name ?? '',
        (first.amount > 0 ? states : takesBack)[language],
        listed(items, language),
      ];
      return words.join(' ');
    }),
  );
}

function describeResources({ resources }: Entry): readonly Localized[] {
  const made = resources.filter(({ existing }) => !existing);
  if (made.length === 0) return [];
  const dimension = DIMENSION_NAMES[NEW_RESOURCE_DIMENSION];
  const names = made.map(({ name }) => name);
  if (made.length > MOST.resources)
    return [
      {
        en: `make ${made.length} new resources (dimension: ${dimension.en})`,
        zh: `新增 ${made.length} 种资源（维度：${dimension.zh}）`,
      },
    ];
  return [
    {
      en: `make the new resource ${names.map(({ en }) => `“${en}”`).join(', ')} (dimension: ${dimension.en})`,
      zh: `新增资源${names.map(({ zh }) => `“${zh}”`).join('、')}（维度：${dimension.zh}）`,
    },
  ];
}

function describeProjects({ projects, actors }: Entry): readonly Localized[] {
  return projects.flatMap(({ name, existing, actors: members }): Localized[] => {
    const joining = members.filter((index) => {
      const id = actors[index]?.existing?.id;
      return id === undefined || !existing?.actors.includes(id);
    });
    const who = inBoth((language) =>
      joining.length > MOST.members
        ? { en: `${joining.length} actors`, zh: `${joining.length} 个主体` }[language]
        : listed(
            joining.map((index) => actors[index]?.name ?? ''),
            language,
          ),
    );
    if (!existing)
      return [
        joining.length === 0
          ? { en: `add the project “${name}”`, zh: `添加项目“${name}”` }
          : { en: `add the project “${name}” of ${who.en}`, zh: `添加项目“${name}”，成员：${who.zh}` },
      ];
    if (joining.length === 0) return [];
    return [{ en: `take ${who.en} into the project “${name}”`, zh: `将${who.zh}加入项目“${name}”` }];
  });
}
