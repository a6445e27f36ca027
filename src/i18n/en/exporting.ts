/** The export dialog: the map itself as a file. */
export const exporting = {
  title: 'Export',
  data: 'Data',
  kinds: {
    ecotone: 'Ecotone file',
    csv: 'Two tables (CSV)',
    graphml: 'GraphML',
    html: 'Page that opens anywhere',
  },
  about: {
    ecotone: 'Everything: actors, ties, vocabulary, style and positions. Opens here again, exactly as it is.',
    csv: 'Actors and ties as two tables in one zip, for Excel, Gephi and Kumu. Opens here again; the style stays behind.',
    graphml: 'For Gephi, yEd, igraph and NetworkX, with all fields. Opens here again.',
    html: 'One HTML file that anyone opens by a double click, offline: to look around, search and rank, in both languages. It can’t be edited.',
  },
  pageHolds: (actors: number) =>
    `The page shows the map as it is on screen (${actors} actors), with names, ties, resources and a few measures. Notes and custom fields are left out.`,
  allOfIt: (actors: number, ties: number) =>
    `The file holds the whole map (${actors} actors, ${ties} ties), also what is hidden on screen.`,
  save: (kind: string) => `Save ${kind}`,
  saving: 'Saving…',
};
