import { ACTOR_ROLES, knownHeaders, rolesByHeader, TIE_ROLES } from '../formats/columns.ts';
import { directionOf } from '../formats/mapping.ts';
import { isSectorWord, sectorIdOf, tieTypeIdOf } from '../formats/recognise.ts';
import { numberFrom } from '../base/typed-values.ts';
import { actorsByName } from '../model/entry.ts';
import { entryKeys, keyNamed } from '../model/entry-fields.ts';
import type { CellRole } from '../model/entry-row.ts';
import { foldName } from '../model/commands/checks.ts';
import type { Graph } from '../model/graph.ts';
import { schemeMatch } from '../model/scheme-words.ts';

export type RowsAre = 'ties' | 'actors';
type Rows = readonly (readonly string[])[];

export interface CellPlan {
  readonly rowsAre: RowsAre;
  readonly header: boolean;
  /** By column; undefined for one that is left out. */
  readonly roles: readonly (CellRole | undefined)[];
  /** Names of columns that are left out though they have values. */
  readonly left: readonly string[];
}

const SAMPLE = 200;

/** What pasted cells mean: by their header, else by what stands in them. The user may decide otherwise. */
export function planCells(
  rows: Rows,
  graph: Graph,
  chosen: { readonly rowsAre?: RowsAre; readonly header?: boolean } = {},
): CellPlan {
  const [first = []] = rows;
  const header = chosen.header ?? knownHeaders(first) >= Math.min(2, first.length);
  const names = header ? first : [];
  const body = rows.slice(header ? 1 : 0, SAMPLE);
  const columns = names.map((name) => ({ name }));
  const byHeader = rolesByHeader(TIE_ROLES, columns);
  const rowsAre =
    chosen.rowsAre ??
    (header && byHeader.has('source') && byHeader.has('target')
      ? 'ties'
      : header
        ? 'actors'
        : areTies(body, graph)
          ? 'ties'
          : 'actors');
  const width = Math.max(0, ...rows.slice(0, SAMPLE).map((row) => row.length));
  const roles: (CellRole | undefined)[] = Array.from({ length: width }, () => undefined);
  if (header) setByHeader(roles, names, rowsAre, graph);
  setByPlace(roles, body, rowsAre, header);
  const left = roles.flatMap((role, at) =>
    role === undefined && body.some((row) => (row[at] ?? '').trim() !== '') ? [names[at] ?? `${at + 1}`] : [],
  );
  return { rowsAre, header, roles, left };
}

/** The cells of a row as the entry reads them: other words for a sector or type as its id, a direction as a mark. */
export function plainCells(
  cells: readonly string[],
  roles: readonly (CellRole | undefined)[],
  { scheme }: Pick<Graph, 'scheme'>,
): readonly string[] {
  return cells.map((cell, at) => {
    const role = roles[at];
    if (role === 'mutual') return directionOf(cell) === 'mutual' ? 'mutual' : '';
    if (role === 'sector' && !schemeMatch(scheme.sectors, cell))
      return known(scheme.sectors, sectorIdOf(cell)) ?? cell;
    if (role === 'type' && !schemeMatch(scheme.tieTypes, cell))
      return known(scheme.tieTypes, tieTypeIdOf(cell)) ?? cell;
    return cell;
  });
}

function known(entries: readonly { readonly id: string }[], id: string | undefined): string | undefined {
  return entries.find((entry) => entry.id === id)?.id;
}

function setByHeader(
  roles: (CellRole | undefined)[],
  names: readonly string[],
  rowsAre: RowsAre,
  graph: Graph,
): void {
  const keys = entryKeys(graph.scheme)[rowsAre === 'ties' ? 'tie' : 'actor'];
  const found = rolesByHeader(
    rowsAre === 'ties' ? TIE_ROLES : ACTOR_ROLES,
    names.map((name) => ({ name })),
  );
  const own: Readonly<Record<string, CellRole>> =
    rowsAre === 'ties'
      ? { source: 'source', target: 'target', type: 'type', weight: 'weight', direction: 'mutual' }
      : { name: 'name', sector: 'sector' };
  for (const [id, at] of found) roles[at] = own[id] ?? keys.find((key) => key.id === id);
  for (const [at, name] of names.entries())
    roles[at] ??= [...found.values()].includes(at) ? undefined : keyNamed(keys, name);
}

/** `A B type weight` and `name sector`, as far as the header has not said otherwise. */
function setByPlace(roles: (CellRole | undefined)[], body: Rows, rowsAre: RowsAre, header: boolean): void {
  const free = (): number => roles.findIndex((role) => role === undefined);
  const needed: readonly CellRole[] = rowsAre === 'ties' ? ['source', 'target'] : ['name'];
  for (const role of needed) if (!roles.includes(role) && free() >= 0) roles[free()] = role;
  if (header) return;
  for (const [at, role] of roles.entries()) {
    if (role !== undefined) continue;
    const values = body.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
    const numbers = values.length > 0 && values.every((value) => Number.isFinite(numberFrom(value)));
    const next: CellRole = rowsAre === 'actors' ? 'sector' : numbers ? 'weight' : 'type';
    if (values.length > 0 && !roles.includes(next) && !(rowsAre === 'actors' && numbers)) roles[at] = next;
  }
}

/** Without a header: the second column holds names of actors, not of sectors. */
function areTies(body: Rows, graph: Graph): boolean {
  const byName = actorsByName(graph);
  const second = body.map((row) => (row[1] ?? '').trim()).filter((value) => value !== '');
  if (second.length === 0) return false;
  const share = (test: (value: string) => boolean): number => second.filter(test).length / second.length;
  if (share((value) => byName.has(foldName(value))) >= 0.5) return true;
  const isSector = (value: string): boolean =>
    isSectorWord(value) || schemeMatch(graph.scheme.sectors, value) !== undefined;
  return share((value) => isSector(value) || Number.isFinite(numberFrom(value))) < 0.5;
}
