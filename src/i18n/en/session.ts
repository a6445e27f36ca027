/** A workshop in the steps of Net-Map. */
export const session = {
  steps: 'Steps of the session',
  names: { who: 'Who', links: 'Ties', goals: 'Goals', influence: 'Influence', discuss: 'Discuss' },
  questions: {
    who: 'Who takes part in this ecosystem?',
    links: 'How are they linked?',
    goals: 'What is each of them after?',
    influence: 'Who has influence?',
    discuss: 'Does what we see fit what the ties say?',
  },
  hints: {
    who: 'Choose a sector and type names, with commas between. Enter puts them on the map.',
    links: 'One type after the other: the others step back, and what is drawn from a handle is of this type.',
    goals: 'In the room’s own words, with commas between. Leave out what nobody knows.',
    influence:
      'Build a tower for each: the higher, the more say it has. 0 is a vote too; below it the vote is taken back.',
    discuss: 'Each point is an actor. Far from the diagonal is what is worth talking about.',
  },
  back: 'Back',
  next: 'Next step',
  sector: 'Sector of the names',
  namesLabel: 'Names of actors',
  namesPlaceholder: 'Name, name, name',
  actorCount: (count: number) => (count === 1 ? '1 actor on the map' : `${count} actors on the map`),
  types: 'Types of ties',
  linksLabel: (type: string) => `Ties of the type ${type}`,
  linksPlaceholder: 'From > to, to',
  mutualPlaceholder: 'One <> another',
  nobody: 'There is nobody on the map yet: the first step puts them there.',
  shared: 'Shared:',
  voter: 'Whose votes',
  addVoter: 'Another person…',
  addFirstVoter: 'Several people vote? Name one…',
  raise: (name: string) => `Raise the influence of ${name}`,
  lower: (name: string) => `Lower the influence of ${name}`,
  influenceOf: (name: string) => `Influence of ${name}`,
  mean: 'Mean of all votes',
  against: 'Compared with',
  asSize: 'Show perceived influence as size',
  surprises: 'The biggest surprises',
  noSurprise: 'None: nobody’s place differs by a quarter of the list.',
  agree: 'The room and the ties largely agree.',
  partly: 'The room and the ties agree in part.',
  hardly: 'The room and the ties hardly agree.',
  opposed: 'The room and the ties point opposite ways.',
  chance: (n: number) => `With ${n} actors, chance alone can look like this.`,
  fewPaths: (name: string, seen: string, computed: string, _measure: string, n: number) =>
    `${name} is seen as powerful (place ${seen} of ${n}), but few paths run through it (place ${computed}).`,
  manyPaths: (name: string, seen: string, computed: string, _measure: string, n: number) =>
    `Many paths run through ${name} (place ${computed} of ${n}), but it is not seen as powerful (place ${seen}).`,
  overrated: (name: string, seen: string, computed: string, measure: string, n: number) =>
    `${name} is seen as powerful (place ${seen} of ${n}), but its ${measure.toLowerCase()} is low (place ${computed}).`,
  overlooked: (name: string, seen: string, computed: string, measure: string, n: number) =>
    `${name} has high ${measure.toLowerCase()} (place ${computed} of ${n}), but is not seen as powerful (place ${seen}).`,
  fewVotes:
    'Give at least three actors a tower in the step before; then both pictures stand side by side here.',
  caution:
    'A surprise is a question to the room, not an error of either: influence also comes from law, money and reputation, and ties may be missing. The threshold of a quarter is ours.',
};
