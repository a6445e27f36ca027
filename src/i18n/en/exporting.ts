/** The export dialog: the map itself as a file. */
export const exporting = {
  title: 'Export',
  data: 'Data',
  kinds: {
    ecotone: 'Ecotone file',
    csv: 'Two tables (CSV)',
    graphml: 'GraphML',
  },
  about: {
    ecotone: 'Everything: actors, ties, vocabulary, style and positions. Opens here again, exactly as it is.',
    csv: 'Actors and ties as two tables in one zip, for Excel, Gephi and Kumu. Opens here again; the style stays behind.',
    graphml: 'For Gephi, yEd, igraph and NetworkX, with all fields. Opens here again.',
  },
  allOfIt: (actors: number, ties: number) =>
    `The file holds the whole map (${actors} actors, ${ties} ties), also what is hidden on screen.`,
  save: (kind: string) => `Save ${kind}`,
  saving: 'Saving…',
};
