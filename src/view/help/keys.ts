import type { HelpTexts } from './texts.ts';

/** A line of the list of keys: any of `keys` does it. Written as commands write them: `Mod+z`, `Delete`. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: keyof HelpTexts['does'];
}

export const KEY_LINES: readonly KeyLine[] = [
  { keys: ['/'], does: 'enter' },
  { keys: ['Mod+z'], does: 'undo' },
  { keys: ['Mod+y', 'Mod+Shift+z'], does: 'redo' },
  { keys: ['Mod+f'], does: 'find' },
  { keys: ['Tab', 'Shift+Tab'], does: 'walkRound' },
  { keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'], does: 'walk' },
  { keys: ['n'], does: 'newTied' },
  { keys: ['e', 'Alt+e'], does: 'addTie' },
  { keys: ['1–9'], does: 'tieType' },
  { keys: ['+', '-'], does: 'weight' },
  { keys: ['r', 'Alt+r'], does: 'reverse' },
  { keys: ['p', 'Alt+p'], does: 'pin' },
  { keys: ['F2'], does: 'rename' },
  { keys: ['Mod+d'], does: 'duplicate' },
  { keys: ['Delete', 'Backspace'], does: 'remove' },
  { keys: ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowRight'], does: 'move' },
  { keys: ['Shift+F10', 'ContextMenu'], does: 'menu' },
  { keys: ['F6'], does: 'leaveMap' },
  { keys: ['Alt+n'], does: 'addActor' },
  { keys: ['Mod+a'], does: 'selectAll' },
  { keys: ['Mod+0'], does: 'fit' },
  { keys: ['Mod++', 'Mod+-'], does: 'zoom' },
  { keys: ['Alt+s'], does: 'takeRound' },
  { keys: ['Alt+PageUp', 'Alt+PageDown'], does: 'lookBack' },
  { keys: ['1–9'], does: 'goToView' },
  { keys: ['PageDown', 'Space'], does: 'nextView' },
  { keys: ['PageUp'], does: 'previousView' },
  { keys: ['l'], does: 'laser' },
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
  ['ContextMenu', '☰'],
]);
const MAC_SIGNS: ReadonlyMap<string, string> = new Map([
  ['Mod', '⌘'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
]);

/** The keys to hold and to press, as they are printed on the keyboard. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  // The plus key itself stands last: `+`, `Mod++`.
  const parts =
    key === '+' ? ['+'] : key.endsWith('++') ? [...key.slice(0, -2).split('+'), '+'] : key.split('+');
  return parts.map((part) => {
    const sign = (mac ? MAC_SIGNS.get(part) : undefined) ?? SIGNS.get(part);
    if (sign !== undefined) return sign;
    if (part === 'Mod') return 'Ctrl';
    return part.length === 1 ? part.toUpperCase() : part;
  });
}
