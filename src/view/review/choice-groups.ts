import type { ReviewChoice } from '../../state/opening.svelte.ts';

/** Choices about one file or table, under its name; the first group is about the whole reading and has none. */
export interface ChoiceGroup {
  readonly name: string;
  readonly choices: readonly ReviewChoice[];
}

/** Choices by what they are about, in the order in which they are offered; what is about the whole comes first. */
export function choiceGroups(choices: readonly ReviewChoice[]): readonly ChoiceGroup[] {
  const groups = new Map<string, ReviewChoice[]>([['', []]]);
  for (const choice of choices) {
    const name = choice.of ?? '';
    const group = groups.get(name);
    if (group) group.push(choice);
    else groups.set(name, [choice]);
  }
  return [...groups]
    .map(([name, list]) => ({ name, choices: list }))
    .filter((group) => group.choices.length > 0);
}
