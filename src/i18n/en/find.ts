export const find = {
  label: 'Find an actor',
  placeholder: 'Name, alias or notes',
  results: 'Actors found',
  noMatch: 'No match',
  count: (count: number) => (count === 1 ? '1 actor' : `${count} actors`),
  focus: 'Show its surroundings only',
  focusHint: 'Enter selects · Shift Enter shows its surroundings only',
  hidden: 'hidden now',
  inNotes: 'in the notes',
  close: 'Close',
};
