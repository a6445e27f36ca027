import type { Language, Localized } from '../base/localized.ts';
import { loadDictionary, type Dictionary } from '../i18n/dictionaries.ts';
import { readPreferences, writePreferences, type Theme } from '../storage/preferences.ts';

export type { Theme };

/** Language and theme: changed without a reload, and remembered. */
class PreferencesState {
  #language = $state<Language>('en');
  #texts = $state.raw<Dictionary>();
  /** The language asked for last: its texts may be on their way. */
  #asked: Language;
  #theme = $state<Theme>('system');
  #flags = $state.raw<ReadonlySet<string>>(new Set());
  #systemDark = $state(false);

  constructor() {
    const stored = readPreferences();
    this.#asked = stored.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    this.#language = this.#asked;
    this.#theme = stored.theme;
    this.#flags = stored.flags;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = dark.matches;
    dark.addEventListener('change', () => (this.#systemDark = dark.matches));
  }

  get language(): Language {
    return this.#language;
  }

  /** Resolves when there are texts to show: nothing is drawn before. */
  async ready(): Promise<void> {
    await this.speak(this.#asked);
  }

  /** Goes over to a language as soon as its texts are there, unless another was asked for meanwhile. */
  async speak(language: Language): Promise<void> {
    this.#asked = language;
    const texts = await loadDictionary(language);
    if (this.#asked !== language) return;
    this.#texts = texts;
    this.#language = language;
  }

  /** Goes over to the other language, and remembers it. */
  async switchLanguage(): Promise<void> {
    await this.speak(this.#asked === 'en' ? 'zh' : 'en');
    this.#write();
  }

  /** Fetches the other language's texts, so that it can be gone over to when the server is out of reach. */
  async fetchOther(): Promise<void> {
    await loadDictionary(this.#language === 'en' ? 'zh' : 'en');
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
    void this.speak(language);
    this.#theme = theme;
  }

  /** The theme in force. */
  get shownTheme(): 'light' | 'dark' {
    if (this.#theme === 'system') return this.#systemDark ? 'dark' : 'light';
    return this.#theme;
  }

  /** Whether there are texts yet. */
  get hasTexts(): boolean {
    return this.#texts !== undefined;
  }

  /** The interface's texts in the language in force. */
  get t(): Dictionary {
    if (!this.#texts) throw new Error('The texts of the interface are read before they are there.');
    return this.#texts;
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
