import type { Language, Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { failed, type Result } from '../base/result.ts';
import { printedTable } from '../figures/tables/printed.ts';
import {
  DETAILED,
  RANKED,
  TABLE_KINDS,
  TABLE_NAMES,
  USUAL_ACTOR_MEASURES,
  type TableKind,
  type TableWanted,
} from '../figures/tables/registry.ts';
import { TABLE_FORMATS, type TableFormat } from '../figures/tables/write.ts';
import { TableMaker } from '../workers/tables.ts';
import { anonymised, type AnonymousMap } from './anonymised.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { noteTables, tablesDownload, tablesTask, type DataTable } from './table-files.ts';

export { TABLE_FORMATS, TABLE_NAMES, type TableFormat };

/** Everything, or one kind of table. */
export type TableChoice = 'all' | TableKind;
export const TABLE_CHOICES: readonly TableChoice[] = ['all', ...TABLE_KINDS];

/** What `all` holds. */
const ALL: readonly TableKind[] = ['actors', 'ties', 'network', 'sectors', 'diagnosis'];

/** What is shown of a table before it is saved. */
const ROWS = 12;
const COLUMNS = 14;

/** The beginning of a table as it will be printed. */
export interface TablePreview {
  readonly title: string;
  readonly heads: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Of the whole. */
  readonly rowCount: number;
  readonly columnCount: number;
}

interface Made {
  readonly asked: object;
  readonly tables: readonly DataTable[];
  readonly anonymous: AnonymousMap | undefined;
}

/** Something that a table can be of. */
interface Offer {
  readonly id: string;
  readonly name: Localized;
}

/** Tables on their way to a file: which one, in which format and language, and how it begins. */
export class TablesState {
  choice = $state<TableChoice>('actors');
  format = $state<TableFormat>('xlsx');
  language = $state<Language>(preferences.language);
  /** Of the table of actors. */
  measures = $state.raw<readonly string[]>(USUAL_ACTOR_MEASURES);
  /** Of the same: whether all that is stated of actors is told. */
  stated = $state(true);
  /** Whether names are left out. */
  anonymous = $state(false);
  problem = $state.raw<Problem>();
  progress = $state(0);
  busy = $state(false);

  readonly #map: MapState;
  readonly #maker = new TableMaker();
  #of = $state.raw<Readonly<Partial<Record<TableChoice, string>>>>({
    ranking: 'degree',
    detail: 'sector-mixing',
    adjacency: '',
  });
  #made = $state.raw<Made>();

  constructor(map: MapState) {
    this.#map = map;
  }

  /** What the chosen table can be of; empty where there is nothing to choose. */
  readonly offers: readonly Offer[] = $derived.by(() => {
    if (this.choice === 'ranking') return RANKED;
    if (this.choice === 'detail') return DETAILED;
    if (this.choice !== 'adjacency') return [];
    return [{ id: '', name: ALL_TYPES }, ...this.#map.graph.scheme.tieTypes];
  });

  get of(): string {
    return this.#of[this.choice] ?? '';
  }

  set of(id: string) {
    this.#of = { ...this.#of, [this.choice]: id };
  }

  /** Measures that the table of actors may have. */
  readonly actorMeasures: readonly Offer[] = RANKED;

  toggle(id: string): void {
    const kept = new Set(this.measures);
    if (!kept.delete(id)) kept.add(id);
    this.measures = RANKED.map((measure) => measure.id).filter((each) => kept.has(each));
  }

  readonly wanted: readonly TableWanted[] = $derived.by(() => {
    const { choice, measures, stated, of } = this;
    const one = (kind: TableKind): TableWanted => (kind === 'actors' ? { kind, measures, stated } : { kind });
    if (choice === 'all') return ALL.map(one);
    return [of === '' ? one(choice) : { kind: choice, of }];
  });

  /** What the tables are made of; another object when they have to be made anew. */
  readonly asked = $derived.by(() => ({
    task: tablesTask(this.#map, this.wanted, { language: this.language }),
    anonymous: this.anonymous,
  }));
  /** Whether what is shown is what was chosen. */
  readonly stale: boolean = $derived(this.#made?.asked !== this.asked);

  readonly previews: readonly TablePreview[] = $derived.by(() => (this.#made?.tables ?? []).map(previewOf));

  /** Makes the tables that are chosen. */
  async make(): Promise<void> {
    const { asked, language } = this;
    const map = this.#map;
    this.busy = true;
    this.progress = 0;
    const anonymous = asked.anonymous ? await anonymised(map, { language }) : undefined;
    if (asked !== this.asked) return;
    const task = anonymous ? tablesTask(map, this.wanted, { language, anonymous }) : asked.task;
    const made = await this.#maker.make(task, { onProgress: (done) => (this.progress = done) });
    // Another choice was made meanwhile.
    if (!made) return;
    this.busy = false;
    this.problem = made.ok ? undefined : made.problem;
    if (made.ok) this.#made = { asked, tables: made.value, anonymous };
  }

  /** The file of what is chosen; undefined where that is not made yet. */
  async file(): Promise<Result<Download> | undefined> {
    const { wanted } = this;
    const made = this.stale ? undefined : this.#made;
    if (!made) return this.problem && failed(this.problem);
    await noteTables(this.#map, wanted);
    const { info } = made.anonymous?.graph ?? this.#map.graph;
    return tablesDownload(made.tables, this.format, info.title);
  }

  /** Who is who in what is shown without names: a table to be kept apart. */
  get key(): Download | undefined {
    return this.#made?.anonymous?.key;
  }

  close(): void {
    this.#maker.close();
  }
}

const ALL_TYPES: Localized = { en: 'All types', zh: '全部类型' };

/** More cells than this are not formatted for a preview: then its digits follow from the rows that are shown. */
const MANY = 50_000;

function previewOf(table: DataTable): TablePreview {
  const { columns, rows, title, notes } = table;
  const many = columns.length * rows.length > MANY;
  const printed = printedTable(
    many ? { ...table, columns: columns.slice(0, COLUMNS), rows: rows.slice(0, ROWS) } : table,
  );
  return {
    title,
    notes,
    heads: printed.heads
      .slice(0, COLUMNS)
      .map((name, k) => ({ name, isNumber: columns[k]?.kind === 'number' })),
    rows: printed.rows.slice(0, ROWS).map((row) => row.slice(0, COLUMNS)),
    rowCount: rows.length,
    columnCount: columns.length,
  };
}
