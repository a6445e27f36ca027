/** What differs between two states of a map: keys and values that no panel has words for. */
export const changes = {
  of: (what: string, which: string) => `${what}: ${which}`,
  map: 'Map',
  view: 'Style',
  ends: 'Ends',
  participant: 'Participant',
  usualDirection: 'Usual direction',
  fieldOf: 'For',
  categories: 'Categories',
  distinct: 'Not the same, though alike in name',
  reading: 'How measures are read',
  muted: 'Muted rule',
  cost: 'Cost',
  yes: 'Yes',
  no: 'No',
  ownIndicators: 'a list of its own',
  area: (width: string, height: string, x: string, y: string) => `${width} × ${height} at (${x}, ${y})`,
};
