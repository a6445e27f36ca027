const MOST = 100;

/** What was entered into one map from this window, to be called back with the arrow keys. */
export class EntryHistory {
  readonly #lines: string[] = [];
  /** Which of the lines is shown; as many as there are when none is. */
  #at = 0;

  add(line: string): void {
    const before = this.#lines.indexOf(line);
    if (before >= 0) this.#lines.splice(before, 1);
    this.#lines.push(line);
    if (this.#lines.length > MOST) this.#lines.shift();
    this.#at = this.#lines.length;
  }

  /** Whether this is the line that was called back, unchanged. */
  shows(line: string): boolean {
    return line !== '' && this.#lines[this.#at] === line;
  }

  /** The line before the one that is shown; undefined at the first. */
  older(): string | undefined {
    if (this.#at === 0) return undefined;
    return this.#lines[--this.#at];
  }

  /** The line after; empty behind the last. */
  newer(): string {
    this.#at = Math.min(this.#at + 1, this.#lines.length);
    return this.#lines[this.#at] ?? '';
  }

  /** The next line called back is the last one entered. */
  reset(): void {
    this.#at = this.#lines.length;
  }
}

const histories = new Map<string, EntryHistory>();

export function entryHistory(map: string): EntryHistory {
  let history = histories.get(map);
  if (!history) histories.set(map, (history = new EntryHistory()));
  return history;
}
