import { foldName } from '../../model/commands/checks.ts';
import { resourceNamed } from '../../model/resource-words.ts';
import type { Resource } from '../../model/scheme.ts';

/**
 * The resources that may be meant by what is typed so far, those that begin with it first; all when nothing is. None
 * once it is the name of one.
 */
export function matchingResources(resources: readonly Resource[], typed: string): readonly Resource[] {
  const word = foldName(typed);
  if (word === '') return resources;
  const names = ({ id, name }: Resource): string[] => [id, name.en, name.zh].map(foldName);
  if (resources.some(({ name }) => [name.en, name.zh].map(foldName).includes(word))) return [];
  const meant = resourceNamed(resources, typed);
  const beginning = resources.filter((each) => each === meant || names(each).some((n) => n.startsWith(word)));
  const containing = resources.filter(
    (each) => !beginning.includes(each) && names(each).some((name) => name.includes(word)),
  );
  return [...beginning, ...containing];
}
