import { problem, type Problem } from '../base/problem.ts';
import { numberFrom } from '../base/typed-values.ts';
import { cleanName, nameProblem, selfTie, weightProblem } from './commands/checks.ts';
import { readField, withFields, type EntryKey, type TypedField } from './entry-fields.ts';
import type { Gathered } from './entry-gathered.ts';
import { unknownSector, unknownType } from './entry-problems.ts';
import type { Graph } from './graph.ts';

/** What a column of cells means. */
export type CellRole = 'source' | 'target' | 'type' | 'weight' | 'mutual' | 'name' | 'sector' | EntryKey;

/**
 * Reads a row of a spreadsheet: a tie where columns are its ends, else an actor. Blank cells say nothing. `mutual` is a
 * cell that is not blank where the tie goes both ways. What is wrong leaves nothing behind.
 */
export function readRow(
  cells: readonly string[],
  roles: readonly (CellRole | undefined)[],
  graph: Graph,
  gathered: Gathered,
): Problem | undefined {
  const text = (role: CellRole): string => cleanName(cells[roles.indexOf(role)] ?? '');
  let fields: readonly TypedField[] = [];
  for (const [at, role] of roles.entries()) {
    const cell = cells[at] ?? '';
    if (typeof role !== 'object' || cell.trim() === '') continue;
    const field = readField(role, cell);
    if (!field.ok) return field.problem;
    fields = withFields(fields, [field.value]);
  }
  if (roles.includes('name')) {
    const [name, word] = [text('name'), text('sector')];
    const wrong = named(name) ?? (word === '' ? undefined : nameProblem(word));
    if (wrong) return wrong;
    const sector = word === '' ? undefined : gathered.sector(word);
    if (word !== '' && !sector) return unknownSector(word, graph.scheme.sectors);
    gathered.actor({ name, fields, ...(sector ? { sector } : {}) });
    return undefined;
  }
  const [source, target, word, strength] = [text('source'), text('target'), text('type'), text('weight')];
  const wrong = named(source) ?? named(target) ?? (word === '' ? undefined : nameProblem(word));
  if (wrong) return wrong;
  if (gathered.isSame(source, target)) return selfTie(source);
  const weight = numberFrom(strength);
  const light = weight === undefined ? undefined : weightOf(weight, strength);
  if (light) return light;
  const mutual = text('mutual') !== '';
  const type = word === '' ? undefined : gathered.tieType(word, mutual ? 'mutual' : 'one-way');
  if (word !== '' && !type) return unknownType(word, graph.scheme.tieTypes);
  const ends = [source, target].map((name) => gathered.actor({ name, fields: [] }));
  const arrow = {
    kind: mutual || type?.direction === 'mutual' ? 'both' : 'forward',
    parallel: false,
  } as const;
  gathered.tie(ends[0] ?? 0, ends[1] ?? 0, arrow, { type, weight, fields });
  return undefined;
}

function named(name: string): Problem | undefined {
  if (name !== '') return nameProblem(name);
  return problem('entry-name', { en: 'The cell of a name is empty.', zh: '名称单元格为空。' });
}

function weightOf(weight: number, text: string): Problem | undefined {
  if (Number.isFinite(weight)) return weightProblem(weight);
  return problem('weight-invalid', {
    en: `A weight is a number above 0; “${text}” is not.`,
    zh: `权重须为大于 0 的数，“${text}”不符合。`,
  });
}
