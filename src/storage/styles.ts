import { promisifyRequest, type UseStore } from 'idb-keyval';
import { compareIds } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { plainStyle, styleFromPlain } from '../model/style-file.ts';
import type { Style } from '../model/style.ts';
import { attempt } from './problems.ts';
import { styleKey, styleRange } from './records.ts';

/** The styles that this browser keeps beside its maps, each under a key of its own. */
export interface Styles {
  /** By name. Records that can't be read, of a newer version say, are left out and left alone. */
  list(): Promise<Result<readonly Style[]>>;
  /** Adds a style, or puts another in the place of the one with its id. */
  put(style: Style): Promise<Result<undefined>>;
  remove(id: string): Promise<Result<undefined>>;
}

export function createStyles(store: UseStore): Styles {
  return {
    list: () =>
      attempt(async () => {
        const [keys, records] = await store('readonly', (all) =>
          Promise.all([
            promisifyRequest(all.getAllKeys(styleRange())),
            promisifyRequest<unknown[]>(all.getAll(styleRange())),
          ]),
        );
        return keys
          .flatMap((key, index): readonly Style[] => {
            const style = Array.isArray(key) ? styleFromPlain(records[index], String(key[1])) : undefined;
            return style ? [style] : [];
          })
          .sort((a, b) => compareIds(a.name.en, b.name.en) || compareIds(a.id, b.id));
      }),
    put: (style) =>
      attempt(() =>
        store('readwrite', (all) => {
          all.put(plainStyle(style), styleKey(style.id));
          return Promise.resolve(undefined);
        }),
      ),
    remove: (id) =>
      attempt(() =>
        store('readwrite', (all) => {
          all.delete(styleKey(id));
          return Promise.resolve(undefined);
        }),
      ),
  };
}
