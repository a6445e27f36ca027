import type { Actor, Graph } from './graph.ts';
import type { Field } from './scheme.ts';

/**
 * What a room says of who is powerful, as towers or votes: a number field of actors. Where several people vote each has a
 * field of their own, and the field holds the mean of their votes.
 */
export const INFLUENCE: Field = {
  id: 'perceived-influence',
  on: 'actor',
  name: { en: 'Perceived influence', zh: '感知影响力' },
  kind: 'number',
};

/** What each actor is after, in the words of the room. */
export const GOALS: Field = {
  id: 'goals',
  on: 'actor',
  name: { en: 'Goals', zh: '目标' },
  kind: 'list',
};

const BY = `${INFLUENCE.id}-by-`;

/** The field of one person's votes. */
export function voterField(id: string, name: string): Field {
  return {
    id: `${BY}${id}`,
    on: 'actor',
    name: { en: `Influence: ${name}`, zh: `影响力：${name}` },
    kind: 'number',
  };
}

/** The people who vote, in the order in which they came. */
export function voters(graph: Pick<Graph, 'scheme'>): readonly Field[] {
  return graph.scheme.fields.filter(({ id, on }) => on === 'actor' && id.startsWith(BY));
}

/** What the person of this field is called. */
export function voterName({ name }: Field): string {
  return name.en.replace(/^Influence: /u, '');
}

/** Whether a field holds votes: what a room sees only when it is chosen. */
export function isVote(field: string): boolean {
  return field === INFLUENCE.id || field.startsWith(BY);
}

/** The number in a field of an actor; undefined where there is none. */
export function numberIn(actor: Actor, field: string): number | undefined {
  const value = Object.hasOwn(actor.fields, field) ? actor.fields[field] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** Mean of what those of `fields` say who have voted on this actor, to 0.01; undefined where nobody has. */
export function meanVote(votes: readonly (number | undefined)[]): number | undefined {
  const given = votes.filter((vote) => vote !== undefined);
  if (given.length === 0) return undefined;
  return Math.round((100 * given.reduce((sum, vote) => sum + vote, 0)) / given.length) / 100;
}
