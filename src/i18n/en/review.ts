/** The review of what was read from a file, before any of it lands. */
export const review = {
  title: 'Review',
  titleOf: (name: string) => `Review: ${name}`,
  reading: 'Reading…',
  actors: (count: number): string => (count === 1 ? 'actor' : 'actors'),
  ties: (count: number): string => (count === 1 ? 'tie' : 'ties'),
  maps: (count: number): string => (count === 1 ? 'map' : 'maps'),
  facts: 'What was read',
  choices: 'How it was read',
  choicesHint: 'Change anything that was taken wrongly: the file is read again at once.',
  choicesHelp: 'It may be read wrongly. Try:',
  warnings: (count: number) => `To check (${count})`,
  infos: (count: number) => `For your information (${count})`,
  noNotes: 'Nothing was merged, left out or changed.',
  line: (line: number) => `Line ${line}`,
  count: (count: string) => `${count} ×`,
  failed: 'Nothing was read',
  failedHint: 'Your maps are untouched.',
  openAsNew: 'Open as new map',
  restore: (count: number) => (count === 1 ? 'Restore 1 map' : `Restore ${count} maps`),
  join: 'Add to this map',
  joinHint: (title: string) =>
    `“Add to this map” puts everything beside what “${title}” holds, as one step that can be undone.`,
  byName:
    'Actors of the same name are the same: those on the map get the resources, ties and projects of the file; all else of them stays.',
  nothing: 'There is no actor in it.',
};
