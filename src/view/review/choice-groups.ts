import type { Localized } from '../../base/localized.ts';
import type { ReviewChoice } from '../../state/opening.svelte.ts';

/** Choices about one file or table, under its name; the first group is about all of them and has none. */
export interface ChoiceGroup {
  readonly name: string;
  readonly choices: readonly ReviewChoice[];
}

/** `column.0.weight` is about the first table. */
const ABOUT_TABLE = /^(?:encoding|delimiter|header|table|column)\.(\d+)/u;

/** Choices by what they are about, so that a name that each of their labels repeats stands once above them. */
export function choiceGroups(choices: readonly ReviewChoice[]): readonly ChoiceGroup[] {
  const general: ReviewChoice[] = [];
  const tables = new Map<string, ReviewChoice[]>();
  for (const choice of choices) {
    const table = ABOUT_TABLE.exec(choice.id)?.[1];
    if (table === undefined) general.push(choice);
    else tables.set(table, [...(tables.get(table) ?? []), choice]);
  }
  const groups = [...tables.values()].map((group): ChoiceGroup => {
    const name = nameIn(group);
    const about = group.filter(({ label }) => name !== '' && label.en.includes(name));
    general.push(...group.filter((choice) => !about.includes(choice)));
    return { name, choices: about.map((choice) => ({ ...choice, label: without(choice.label, name) })) };
  });
  return [{ name: '', choices: general }, ...groups].filter((group) => group.choices.length > 0);
}

/** What the choice of a table's content, or else of a column, calls the table. */
function nameIn(group: readonly ReviewChoice[]): string {
  for (const { label } of group) {
    const name = /^(.+) holds$/u.exec(label.en)?.[1];
    if (name !== undefined) return name;
  }
  const column = group.find(({ id }) => id.startsWith('column.'));
  return / \(([^()]+)\)$/u.exec(column?.label.en ?? '')?.[1] ?? '';
}

function without(label: Localized, name: string): Localized {
  const en = label.en.replace(` (${name})`, '').replace(` of ${name}`, '').replace(`${name} `, '').trim();
  const zh = label.zh.replace(`（${name}）`, '').replace(`${name} 的`, '').replace(`${name} `, '').trim();
  return { en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`, zh };
}
