import type { Dictionary } from '../../i18n/dictionaries.ts';

/** A line of the list of keys: any of `keys` does it. Written as commands write them: `Mod+z`, `Delete`. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: keyof Dictionary['help']['does'];
}

export const KEY_LINES: readonly KeyLine[] = [
  { keys: ['/'], does: 'enter' },
  { keys: ['Mod+z'], does: 'undo' },
  { keys: ['Mod+y', 'Mod+Shift+z'], does: 'redo' },
  { keys: ['Mod+f'], does: 'find' },
  { keys: ['Alt+n'], does: 'addActor' },
  { keys: ['Alt+e'], does: 'addTie' },
  { keys: ['F2'], does: 'rename' },
  { keys: ['Alt+r'], does: 'reverse' },
  { keys: ['Alt+p'], does: 'pin' },
  { keys: ['Mod+d'], does: 'duplicate' },
  { keys: ['Delete', 'Backspace'], does: 'remove' },
  { keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'], does: 'move' },
  { keys: ['Mod+a'], does: 'selectAll' },
  { keys: ['Mod+0'], does: 'fit' },
  { keys: ['Mod++', 'Mod+-'], does: 'zoom' },
  { keys: ['Alt+s'], does: 'takeRound' },
  { keys: ['Alt+PageUp', 'Alt+PageDown'], does: 'lookBack' },
  { keys: ['Mod+e'], does: 'export' },
  { keys: ['Escape'], does: 'escape' },
  { keys: ['?'], does: 'help' },
];

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', '←'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowRight', '→'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['Delete', 'Del'],
  ['Escape', 'Esc'],
  ['Backspace', '⌫'],
]);
const MAC_SIGNS: ReadonlyMap<string, string> = new Map([
  ['Mod', '⌘'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
]);

/** The keys to hold and to press, as they are printed on the keyboard. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  // The plus key itself stands last: `Mod++`.
  const parts = key.endsWith('++') ? [...key.slice(0, -2).split('+'), '+'] : key.split('+');
  return parts.map((part) => {
    const sign = (mac ? MAC_SIGNS.get(part) : undefined) ?? SIGNS.get(part);
    if (sign !== undefined) return sign;
    if (part === 'Mod') return 'Ctrl';
    return part.length === 1 ? part.toUpperCase() : part;
  });
}
