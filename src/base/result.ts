import type { Problem } from './problem.ts';

/** Expected failures are values; exceptions are for bugs. */
export type Result<T, E = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<E>(problem: E): { readonly ok: false; readonly problem: E } {
  return { ok: false, problem };
}
