import { get, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import { DEFAULT_SETTINGS, type Style } from '../../src/model/style.ts';
import type { UseStore } from '../../src/storage/database.ts';
import { createLibrary } from '../../src/storage/library.ts';
import { styleKey } from '../../src/storage/records.ts';
import { createStyles, type Styles } from '../../src/storage/styles.ts';
import { fillableStore, newDatabase, storeOn, value } from './stand-ins.ts';

let store: UseStore;
let styles: Styles;

function style(id: string, name: string): Style {
  return {
    id,
    name: same(name),
    settings: { ...DEFAULT_SETTINGS, labelSize: 1.5 },
    sectors: [{ id: 'government', colour: '#112233' }, { colour: '#445566' }],
    tieTypes: [],
  };
}

beforeEach(() => {
  store = storeOn(newDatabase());
  styles = createStyles(store);
});

describe('the styles of a browser', () => {
  it('are listed by name, as they were put', async () => {
    const [one, two] = [style('2', '乙'), style('1', 'A')];
    value(await styles.put(one));
    value(await styles.put(two));
    expect(value(await styles.list())).toEqual([two, one]);
  });

  it('are replaced by their id and removed, and are no maps', async () => {
    value(await styles.put(style('1', 'A')));
    value(await styles.put(style('1', 'B')));
    expect(value(await styles.list()).map(({ name }) => name.en)).toEqual(['B']);
    expect(value(await createLibrary(store).list()).maps).toEqual([]);
    value(await styles.remove('1'));
    value(await styles.remove('1'));
    expect(value(await styles.list())).toEqual([]);
  });

  it('that cannot be read are left out and left alone', async () => {
    const later = { format: 'ecotone-style', version: 9, name: 'Later' };
    await set(styleKey('later'), later, store);
    value(await styles.put(style('1', 'A')));
    expect(value(await styles.list()).map(({ id }) => id)).toEqual(['1']);
    expect(await get(styleKey('later'), store)).toEqual(later);
  });

  it('say so when the storage is full, and keep what was there', async () => {
    value(await styles.put(style('1', 'A')));
    const fillable = fillableStore(store);
    fillable.full = true;
    const done = await createStyles(fillable.store).put(style('2', 'B'));
    expect(done.ok).toBe(false);
    expect(value(await styles.list()).map(({ id }) => id)).toEqual(['1']);
  });
});
