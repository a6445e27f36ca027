import type { Localized } from './localized.ts';

/**
 * An expected failure, told to a person: what happened, where, and what to do. `code` is stable (kebab-case) for
 * tests and for the interface; `line` counts from 1 in the file as an editor shows it.
 */
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly line?: number;
}

export function problem(code: string, message: Localized, line?: number): Problem {
  return line === undefined ? { code, message } : { code, message, line };
}
