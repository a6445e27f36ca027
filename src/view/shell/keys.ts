/** A key press as one text: `Mod+Shift+z`, `Alt+e`, `Delete`, `a`. Mod is Ctrl, or Cmd on a Mac. */
export function shortcut(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey;
  const single = [...event.key].length === 1;
  // With Alt some keyboards type another sign: the key's own letter is meant.
  const key =
    single && event.altKey && /^Key[A-Z]$/u.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const name = single && (mod || event.altKey) ? key.toLowerCase() : key;
  const shift = event.shiftKey && (mod || event.altKey) && /^[a-z]$/u.test(name);
  return `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

const FIELDS = 'input, textarea, select, dialog, [role="grid"], [role="menu"], [contenteditable="true"]';

/** Whether a key press belongs to a field, a list or a dialog, not to the map. */
export function isTyping(event: KeyboardEvent): boolean {
  const field = event.target instanceof Element ? event.target.closest(FIELDS) : null;
  if (!field) return false;
  const shortcut = event.ctrlKey || event.metaKey || event.altKey || event.key === 'F2';
  return !(shortcut && field.getAttribute('data-passes-shortcuts') === 'true');
}
