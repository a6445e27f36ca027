import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { persistence, storageUse } from '../../src/storage/browser-storage.ts';
import { readPreferences, writePreferences, type Preferences } from '../../src/storage/preferences.ts';

const DEFAULTS: Preferences = { theme: 'system', flags: new Set() };

let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('preferences', () => {
  it('are the defaults at first', () => {
    expect(readPreferences()).toEqual(DEFAULTS);
  });

  it('come back as they were written', () => {
    for (const preferences of [
      DEFAULTS,
      { language: 'zh', theme: 'dark', flags: new Set(['welcomed']) },
      { language: 'en', theme: 'light', flags: new Set(['b', 'a']) },
    ] satisfies Preferences[]) {
      expect(writePreferences(preferences)).toBe(true);
      expect(readPreferences()).toEqual(preferences);
    }
  });

  it('take the default for what is not valid, whatever is stored', () => {
    items.set(
      'ecotone.preferences',
      '{"language":"fr","theme":"dark","flags":[1,"a"],"__proto__":{"theme":1}}',
    );
    expect(readPreferences()).toEqual({ theme: 'dark', flags: new Set(['a']) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        items.set('ecotone.preferences', text);
        expect(['light', 'dark', 'system']).toContain(readPreferences().theme);
      }),
    );
  });

  it('last as long as the window where nothing can be stored', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    expect(readPreferences()).toEqual(DEFAULTS);
    expect(writePreferences(DEFAULTS)).toBe(false);
    vi.stubGlobal('localStorage', undefined);
    expect(readPreferences()).toEqual(DEFAULTS);
  });
});

describe("the browser's storage", () => {
  function browser(storage: unknown): void {
    vi.stubGlobal('navigator', { storage });
  }

  it('tells how much is used, and nothing where the browser does not', async () => {
    browser({ estimate: () => Promise.resolve({ usage: 5, quota: 100 }) });
    expect(await storageUse()).toEqual({ used: 5, available: 100 });
    browser(undefined);
    expect(await storageUse()).toEqual({ used: undefined, available: undefined });
    browser({ estimate: () => Promise.reject(new TypeError('no')) });
    expect(await storageUse()).toEqual({ used: undefined, available: undefined });
  });

  it('gives the answer to the request to keep the maps', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    browser({ persisted: () => Promise.resolve(false), persist });
    expect(await persistence(false)).toBe('denied');
    expect(persist).not.toHaveBeenCalled();
    expect(await persistence(true)).toBe('granted');
    browser({ persisted: () => Promise.resolve(false), persist: () => Promise.resolve(false) });
    expect(await persistence(true)).toBe('denied');
    browser(undefined);
    expect(await persistence(true)).toBe('unknown');
  });
});
