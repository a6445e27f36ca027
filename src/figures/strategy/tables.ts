import { element, type Markup } from './markup.ts';

/** The first column names things, the others hold numbers. */
export function headRow(names: readonly string[]): Markup {
  return element(
    'thead',
    {},
    element(
      'tr',
      {},
      names.map((name, k) => element('th', { scope: 'col', class: k > 0 ? 'number' : undefined }, name)),
    ),
  );
}

export function numberCell(text: string): Markup {
  return element('td', { class: 'number' }, text);
}
