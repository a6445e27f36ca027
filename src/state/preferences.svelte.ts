import type { Language, Localized } from '../base/localized.ts';
import { dictionaries, type Dictionary } from '../i18n/dictionaries.ts';
import { readPreferences, writePreferences, type Theme } from '../storage/preferences.ts';

export type { Theme };

/** Language and theme: changed at once, without a reload, and remembered. */
class PreferencesState {
  #language = $state<Language>('en');
  #theme = $state<Theme>('system');
  #flags = $state.raw<ReadonlySet<string>>(new Set());
  #systemDark = $state(false);

  constructor() {
    const stored = readPreferences();
    this.#language = stored.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    this.#theme = stored.theme;
    this.#flags = stored.flags;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = dark.matches;
    dark.addEventListener('change', () => (this.#systemDark = dark.matches));
  }

  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    this.#language = language;
    this.#write();
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    this.#write();
  }

  /** Shows the language and theme of another window, without remembering them. */
  mirror(language: Language, theme: 'light' | 'dark'): void {
    this.#language = language;
    this.#theme = theme;
  }

  /** The theme in force. */
  get shownTheme(): 'light' | 'dark' {
    if (this.#theme === 'system') return this.#systemDark ? 'dark' : 'light';
    return this.#theme;
  }

  /** The interface's texts in the language in force. */
  get t(): Dictionary {
    return dictionaries[this.#language];
  }

  /** A text of the library in the language in force. */
  say = (text: Localized): string => text[this.#language];

  has(flag: string): boolean {
    return this.#flags.has(flag);
  }

  remember(flag: string): void {
    this.#flags = new Set([...this.#flags, flag]);
    this.#write();
  }

  forget(flag: string): void {
    this.#flags = new Set([...this.#flags].filter((each) => each !== flag));
    this.#write();
  }

  #write(): void {
    writePreferences({ language: this.#language, theme: this.#theme, flags: this.#flags });
  }
}

export const preferences = new PreferencesState();

/** Whether the user asked for less motion; read when something is about to move. */
export function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
