import { compareIds } from '../../base/ids.ts';
import type { Measure } from '../../metrics/measure.ts';
import type { PanelValues } from '../../metrics/panel.ts';
import { measureById, NETWORK_MEASURES } from '../../metrics/registry.ts';
import { nameOf } from '../figure-names.ts';
import { conventionNotes, unitOf, withNotes } from './conventions.ts';
import { numberColumn, textColumn, type DataTable, type TableCell } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_NOTES, TABLE_SENTENCES, TABLE_TEXTS } from './table-texts.ts';

/** One number each of the whole network, in the order of the registry: raw and normalised, with convention and source. */
export function networkTable(view: TableView): DataTable {
  const { values, otherForm, language } = view;
  const text = TABLE_TEXTS;
  const [raw, normalised] = values.normalised ? [otherForm, values] : [values, otherForm];
  const measures = NETWORK_MEASURES.filter(({ id }) => values.network.has(id));
  const cell = (from: PanelValues, { id, style, digits }: Measure): TableCell => ({
    value: from.network.get(id) ?? null,
    style,
    digits,
  });
  return withNotes(
    {
      id: 'network-measures',
      title: text.network[language],
      columns: [
        textColumn('measure', text.measure[language]),
        numberColumn('value', text.value[language]),
        numberColumn('normalised', text.normalised[language]),
        textColumn('unit', text.unit[language]),
        textColumn('convention', text.convention[language]),
        textColumn('source', text.source[language]),
      ],
      rows: measures.map((measure) => [
        measure.name[language],
        cell(measure.hasNormalisedForm ? raw : values, measure),
        measure.hasNormalisedForm ? cell(normalised, measure) : '',
        measure.style === 'share' ? '' : measure.unit[language],
        measure.convention(measure.hasNormalisedForm ? raw : values)[language],
        measure.source,
      ]),
    },
    view,
    [],
    measures.map(({ id }) => id),
  );
}

/** All actors by one measure, the highest first; those without a value stand last. Null for no measure of actors. */
export function rankingTable(view: TableView, id: string): DataTable | null {
  const { values, otherForm, language, names } = view;
  const measure = measureById(id);
  const column = values.actor.get(id);
  if (measure?.level !== 'actor' || !column) return null;
  const text = TABLE_TEXTS;
  const other = measure.hasNormalisedForm ? otherForm.actor.get(id) : undefined;
  const [raw, normalised] = values.normalised && other ? [other, column] : [column, other];
  const order = [...values.actorIds.keys()].sort(
    (a, b) =>
      byValue(column[a] ?? NaN, column[b] ?? NaN) ||
      compareIds(values.actorIds[a] ?? '', values.actorIds[b] ?? ''),
  );
  const form = (of: 'raw' | 'normalised') => ({ ...values, normalised: of === 'normalised' });
  const unit = (of: 'raw' | 'normalised') => unitOf(measure, { ...view, values: form(of) });
  const name = measure.name[language];
  return withNotes(
    {
      id: `ranking-${id}`,
      title: TABLE_SENTENCES.ranking[language](name),
      columns: [
        numberColumn('rank', text.rank[language], { style: 'count', digits: 3 }),
        textColumn('actor', text.actor[language]),
        textColumn('sector', text.sector[language]),
        numberColumn(id, other ? text.raw[language] : name, measure, unit(other ? 'raw' : 'normalised')),
        ...(other
          ? [numberColumn('normalised', text.normalised[language], measure, unit('normalised'))]
          : []),
      ],
      rows: order.map((k) => {
        const actor = values.actorIds[k] ?? '';
        const sector = view.graph.actors.get(actor)?.sector ?? '';
        return [
          rankOf(column, k),
          nameOf(names, { of: 'actor', id: actor }),
          names.sectors.get(sector)?.name ?? sector,
          known(raw[k]),
          ...(other ? [known(normalised?.[k])] : []),
        ];
      }),
    },
    view,
    [...conventionNotes(view, [id]), TABLE_NOTES.shared[language]],
    [id],
  );
}

/** Values of sectors, a row each. */
export function sectorsTable(view: TableView): DataTable {
  const { values, language, names } = view;
  const measures = [...values.sector.keys()].flatMap((id) => measureById(id) ?? []);
  const ids = measures.map(({ id }) => id);
  const present = new Set([...view.graph.actors.values()].map(({ sector }) => sector));
  return withNotes(
    {
      id: 'sectors',
      title: TABLE_TEXTS.sectors[language],
      columns: [
        textColumn('sector', TABLE_TEXTS.sector[language]),
        ...measures.map((measure) =>
          numberColumn(measure.id, measure.name[language], measure, unitOf(measure, view)),
        ),
      ],
      rows: values.sectorIds.flatMap((id, k) =>
        present.has(id)
          ? [[names.sectors.get(id)?.name ?? id, ...measures.map((m) => known(values.sector.get(m.id)?.[k]))]]
          : [],
      ),
    },
    view,
    conventionNotes(view, ids),
    ids,
  );
}

function known(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

/** The greater first, undefined last. */
function byValue(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return b - a;
}

/** One more than how many have more; nothing where the value is undefined. Values alike to 1e-9 share a rank. */
function rankOf(column: Float64Array, k: number): TableCell {
  const value = column[k] ?? NaN;
  if (Number.isNaN(value)) return '';
  const tolerance = 1e-9 * Math.abs(value);
  return 1 + column.filter((other) => other > value + tolerance).length;
}
