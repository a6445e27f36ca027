/**
 * What a reader takes in. A file beyond a limit is refused with a message that names it; no limit is met in silence.
 * They keep a hostile or mistaken file from filling the memory of the window.
 */
export const LIMITS = {
  /** Of all files opened at once. */
  bytes: 50 * 1024 * 1024,
  /** Of a file of our own format: whatever we write can be opened again. */
  ownBytes: 256 * 1024 * 1024,
  actors: 100_000,
  ties: 500_000,
  /** Rows of tables of resources. */
  amounts: 500_000,
  /** Nested objects and lists of JSON. */
  jsonDepth: 64,
  /** Nested elements of XML. */
  xmlDepth: 128,
  /** Cells of all tables, gaps between filled cells included. */
  cells: 20_000_000,
  /** The most columns that a sheet of Excel can have. */
  columns: 16_384,
  /** Columns of a table of actors or of ties. */
  fields: 500,
  /** Locked areas of a map. */
  regions: 1_000,
  /** Saved views of a map. */
  views: 200,
  /** Entries of a zip archive. */
  zipEntries: 5_000,
  /** Unpacked bytes of a zip archive. */
  zipBytes: 400 * 1024 * 1024,
  /** Unpacked against packed size of one entry above 1 MB; honest sheets stay below 100. */
  zipRatio: 400,
  /** An id of the file longer than this gets a short one in its place. */
  idLength: 200,
  /** Notes of one code that a report lists one by one; the rest is counted. */
  notesOfACode: 50,
  /** Values of a column that are still taken as sectors, or as types of ties, unless asked to. */
  kinds: 40,
} as const;
