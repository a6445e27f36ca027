import type { ColourBy, SizeBy } from './view.ts';

export const SIZE_KINDS: readonly SizeBy['kind'][] = ['same', 'measure', 'field'];
export const COLOUR_KINDS: readonly ColourBy['kind'][] = ['sector', 'measure', 'field', 'group'];

/** An encoding is stored as one text, `measure:betweenness`, so that two windows never mix halves of it. */
export function encodingText(by: SizeBy | ColourBy): string {
  return 'id' in by ? `${by.kind}:${by.id}` : by.kind;
}

/** @returns undefined for what is no encoding of these kinds */
export function encodingFrom<T extends SizeBy | ColourBy>(
  value: unknown,
  kinds: readonly T['kind'][],
): T | undefined {
  if (typeof value !== 'string') return undefined;
  const colon = value.indexOf(':');
  const kind = colon < 0 ? value : value.slice(0, colon);
  if (!kinds.some((known) => known === kind)) return undefined;
  const id = colon < 0 ? '' : value.slice(colon + 1);
  if (kind === 'measure' || kind === 'field' || kind === 'group')
    return id === '' ? undefined : ({ kind, id } as T);
  return { kind } as T;
}
