import type { Language } from '../base/localized.ts';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** What this browser remembers of its user. */
export interface Preferences {
  /** Absent: the browser's language decides. */
  readonly language?: Language;
  readonly theme: Theme;
  /** Things that were shown or asked once, or are switched on. */
  readonly flags: ReadonlySet<string>;
}

const KEY = 'ecotone.preferences';

/** Read at once, before anything is drawn, so that nothing flashes. What is missing or not valid reads as the default. */
export function readPreferences(): Preferences {
  const stored = readStored();
  const language = stored.get('language');
  const theme = THEMES.find((name) => name === stored.get('theme')) ?? 'system';
  const flags = stored.get('flags');
  return {
    ...((language === 'en' || language === 'zh') && { language }),
    theme,
    flags: new Set(Array.isArray(flags) ? flags.filter((flag) => typeof flag === 'string') : []),
  };
}

/** @returns whether the browser keeps them; without storage they last as long as the window */
export function writePreferences({ language, theme, flags }: Preferences): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, flags: [...flags].sort() }));
    return true;
  } catch {
    return false;
  }
}

function readStored(): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
