/** The version of the document's layout (tables and keys). Raise it with a migration; peers of another version refuse to sync. */
export const SCHEMA_VERSION = 1;
