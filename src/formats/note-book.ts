import type { Localized } from '../base/localized.ts';
import type { Note } from './format.ts';
import { LIMITS } from './limits.ts';

type Severity = Note['severity'];

/** Collects what a reader has to tell: the first cases of each kind one by one, the rest as a count. */
export class NoteBook {
  readonly #notes: Note[] = [];
  readonly #counts = new Map<string, number>();
  readonly #severities = new Map<string, Severity>();

  /** One case, with its line, row or entry. */
  add(severity: Severity, code: string, message: Localized, line?: number): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    this.#severities.set(code, severity);
    if (count <= LIMITS.notesOfACode)
      this.#notes.push({ severity, code, message, ...(line === undefined ? {} : { line }) });
  }

  /** Many cases in one sentence; nothing when there are none. */
  total(severity: Severity, code: string, count: number, message: Localized): void {
    if (count > 0) this.#notes.push({ severity, code, message, count });
  }

  /** Warnings first; within them as they came. */
  list(): readonly Note[] {
    const rest: Note[] = [];
    for (const [code, count] of this.#counts) {
      const more = count - LIMITS.notesOfACode;
      if (more > 0)
        rest.push({
          severity: this.#severities.get(code) ?? 'info',
          code,
          count: more,
          message: { en: `… and ${more} more of the same kind.`, zh: `……另有 ${more} 处同类情况。` },
        });
    }
    const all = [...this.#notes, ...rest];
    const rank = (note: Note): number => (note.severity === 'warning' ? 0 : 1);
    const codes = [...new Set(all.map((note) => note.code))];
    return all
      .map((note, index) => ({ note, index, group: codes.indexOf(note.code) }))
      .sort((a, b) => rank(a.note) - rank(b.note) || a.group - b.group || a.index - b.index)
      .map(({ note }) => note);
  }
}
