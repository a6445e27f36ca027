import type { Language, Localized } from '../base/localized.ts';
import { changesActor, changesTie, newFields, setFields } from './entry-changes.ts';
import type { TypedField } from './entry-fields.ts';
import type { Entry, EntryActor, EntryAmount, EntryTie } from './entry-parts.ts';
import { shownName } from './shown-name.ts';
import { DIMENSION_NAMES, NEW_RESOURCE_DIMENSION } from './scheme.ts';

/** As many are said one by one; of more, how many. */
const MOST = { actors: 3, changes: 3, ties: 2, amounts: 6, resources: 3, members: 4 } as const;

/** What Enter will do, in words, before it is done. */
export function describeEntry(entry: Entry): Localized {
  const parts = [
    ...describeRemovals(entry),
    ...describeActors(entry.actors),
    ...describeTies(entry),
    ...describeChangedTies(entry),
    ...describeAmounts(entry),
    ...describeResources(entry),
    ...describeProjects(entry),
    ...describeEntries(entry),
  ];
  if (parts.length === 0)
    return { en: 'Already on the map: Enter selects it', zh: '已在地图上：按 Enter 选中' };
  const en = parts.map((part) => part.en).join('; ');
  return { en: isName(entry, en) ? en : capital(en), zh: parts.map((part) => part.zh).join('；') };
}

/** Whether a sentence begins with the name of an actor, which stays as it is written. */
function isName({ actors }: Entry, sentence: string): boolean {
  return actors.some((actor) => sentence.startsWith(`${nameOf(actor, 'en')} `));
}

/** As readers know an actor that is there; a new one as it was typed. */
function nameOf(actor: EntryActor | undefined, language: Language): string {
  return actor?.existing ? shownName(actor.existing, language) : (actor?.name ?? '');
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
  const of = (actor: EntryActor, language: Language): string => {
    const more = [
      ...(actor.sector ? [actor.sector.name[language]] : []),
      ...newFields(actor.fields).map((field) => valued(field, language)),
    ];
    const name = nameOf(actor, language);
    return more.length > 0 ? `${name} (${more.join(language === 'en' ? '; ' : '；')})` : name;
  };
  const names = inBoth((language) =>
    listed(
      made.slice(0, MOST.actors).map((actor) => of(actor, language)),
      language,
    ),
  );
  if (made.length > MOST.actors)
    parts.push({ en: `Add ${made.length} actors`, zh: `添加 ${made.length} 个主体` });
  else if (made.length > 0) parts.push({ en: `Add ${names.en}`, zh: `添加${names.zh}` });
  const changed = actors.filter(changesActor);
  if (changed.length > MOST.changes)
    return [...parts, { en: `change ${changed.length} actors`, zh: `更改 ${changed.length} 个主体` }];
  for (const actor of changed) {
    const { existing, sector } = actor;
    const name = inBoth((language) => nameOf(actor, language));
    if (existing && sector && sector.id !== existing.sector)
      parts.push({ en: `Make ${name.en} ${sector.name.en}`, zh: `将${name.zh}改为${sector.name.zh}` });
    const fields = setFields(actor.fields, existing);
    if (fields.length > 0)
      parts.push(
        inBoth(
          (language) => `${name[language]}${language === 'en' ? ': ' : '：'}${values(fields, language)}`,
        ),
      );
  }
  return parts;
}

/** Size 120, or “no Size” where it is taken back. */
function valued({ key, value }: TypedField, language: Language): string {
  const name = key.name[language];
  if (value === undefined) return { en: `no ${name}`, zh: `清除${name}` }[language];
  return `${name} ${Array.isArray(value) ? listed(value, language) : String(value)}`;
}

function values(fields: readonly TypedField[], language: Language): string {
  return listed(
    fields.map((field) => valued(field, language)),
    language,
  );
}

function between({ source, target, direction }: EntryTie, { actors }: Entry, language: Language): string {
  const name = (index: number): string => nameOf(actors[index], language);
  return `${name(source)} ${direction === 'mutual' ? '↔' : '→'} ${name(target)}`;
}

function describeTies(entry: Entry): readonly Localized[] {
  const ties = entry.ties.filter(({ existing }) => !existing);
  if (ties.length === 0) return [];
  if (ties.length > MOST.ties) return [{ en: `tie ${ties.length} pairs`, zh: `建立 ${ties.length} 条关系` }];
  const text = inBoth((language) =>
    listed(
      ties.map((tie) => {
        const weight = tie.weight === 1 ? '' : ` ${tie.weight}`;
        const fields = newFields(tie.fields).map((field) => valued(field, language));
        const said = [`${tie.type.name[language]}${weight}`, ...fields].join(language === 'en' ? '; ' : '；');
        const beside = { en: ', one more beside those there', zh: '，与已有关系并列' }[language];
        return `${between(tie, entry, language)} (${said})${tie.parallel ? beside : ''}`;
      }),
      language,
    ),
  );
  return [{ en: `tie ${text.en}`, zh: `建立关系 ${text.zh}` }];
}

/** The tie that is there gets another weight, or fields: no second one is made. */
function describeChangedTies(entry: Entry): readonly Localized[] {
  const ties = entry.ties.filter(changesTie);
  if (ties.length > MOST.changes)
    return [{ en: `update ${ties.length} ties`, zh: `更新 ${ties.length} 条关系` }];
  return ties.map((tie) =>
    inBoth((language) => {
      const { existing, weight, type, among, fields } = tie;
      if (!existing) return '';
      const name = type.name[language];
      const which =
        among > 1
          ? { en: `${name}, the first of ${among}`, zh: `${name}，${among} 条中的第一条` }[language]
          : name;
      const said = [
        ...(weight === existing.weight
          ? []
          : [
              {
                en: `weight ${existing.weight} → ${weight}`,
                zh: `权重 ${existing.weight} → ${weight}`,
              }[language],
            ]),
        ...setFields(fields, existing).map((field) => valued(field, language)),
      ];
      const subject = `${between(tie, entry, language)} (${which})`;
      return { en: `update ${subject}: ${listed(said, 'en')}`, zh: `更新 ${subject}：${listed(said, 'zh')}` }[
        language
      ];
    }),
  );
}

function describeRemovals({ removed: { actors, ties, carried } }: Entry): readonly Localized[] {
  const parts: Localized[] = [];
  if (actors.length > 0) {
    const names = (language: Language): readonly string[] =>
      actors.slice(0, MOST.members).map((actor) => shownName(actor, language));
    const many = actors.length > MOST.members;
    const who = {
      en: many ? `${actors.length} actors` : listed(names('en'), 'en'),
      zh: many ? `${actors.length} 个主体` : listed(names('zh'), 'zh'),
    };
    const them = {
      en: carried === 0 ? '' : ` with ${carried === 1 ? '1 tie' : `${carried} ties`}`,
      zh: carried === 0 ? '' : `及其 ${carried} 条关系`,
    };
    parts.push({ en: `delete ${who.en}${them.en}`, zh: `删除${who.zh}${them.zh}` });
  }
  const many = ties.length > MOST.members;
  if (many) parts.push({ en: `delete ${ties.length} ties`, zh: `删除 ${ties.length} 条关系` });
  else if (ties.length > 0) {
    const names = ties.map(({ source, target, tie, typeName }) =>
      inBoth(
        (language) =>
          `${source[language]} ${tie.direction === 'mutual' ? '↔' : '→'} ${target[language]} (${typeName[language]})`,
      ),
    );
    parts.push(
      inBoth((language) => {
        const list = listed(
          names.map((name) => name[language]),
          language,
        );
        return { en: `delete the tie ${list}`, zh: `删除关系 ${list}` }[language];
      }),
    );
  }
  return parts;
}

/** Sectors and tie types that are made with the rest. */
function describeEntries({ sectors, tieTypes }: Entry): readonly Localized[] {
  const names = (entries: readonly { readonly name: Localized }[]): string =>
    entries
      .slice(0, MOST.resources)
      .map(({ name }) => `“${name.en}”`)
      .join(' ');
  const parts: Localized[] = [];
  if (sectors.length > MOST.resources)
    parts.push({ en: `make ${sectors.length} new sectors`, zh: `新增 ${sectors.length} 种主体类型` });
  else if (sectors.length > 0)
    parts.push({ en: `make the new sector ${names(sectors)}`, zh: `新增主体类型${names(sectors)}` });
  if (tieTypes.length > MOST.resources)
    parts.push({ en: `make ${tieTypes.length} new tie types`, zh: `新增 ${tieTypes.length} 种关系类型` });
  else if (tieTypes.length > 0)
    parts.push({ en: `make the new tie type ${names(tieTypes)}`, zh: `新增关系类型${names(tieTypes)}` });
  return parts;
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
        nameOf(actors[first.actor], language),
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
            joining.map((index) => nameOf(actors[index], language)),
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
