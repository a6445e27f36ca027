import type { Localized } from '../../base/localized.ts';
import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import { viewChanges } from '../records.ts';
import type { ViewChange } from '../view.ts';
import type { Write } from '../write.ts';
import { ALWAYS, type Command } from './command.ts';

/** Id -> #rrggbb. */
type NewColours = ReadonlyMap<string, string>;

export interface ApplyStyleArgs {
  /** The name of the undo step. */
  readonly step: Localized;
  readonly view?: ViewChange;
  readonly sectors?: NewColours;
  readonly tieTypes?: NewColours;
}

/** Gives the map other colours and sizes, all in one step. Entries that are gone meanwhile are passed over. */
export const applyStyle: Command<ApplyStyleArgs> = {
  id: 'apply-style',
  title: { en: 'Apply a style or a palette', zh: '应用样式或配色' },
  keys: [],
  available: ALWAYS,
  plan(graph, { step, view = {}, sectors = new Map(), tieTypes = new Map() }) {
    const strange = [...sectors.values(), ...tieTypes.values()].find(
      (colour) => !/^#[0-9a-f]{6}$/iu.test(colour),
    );
    if (strange !== undefined)
      return failed(
        problem('colour-invalid', {
          en: `“${strange}” is no colour. A colour is written as # and six digits or letters a to f, such as #0072B2.`,
          zh: `“${strange}”不是颜色。颜色写作 # 加六位数字或字母 a 至 f，例如 #0072B2。`,
        }),
      );
    const recolour = (table: 'sectors' | 'tieTypes', colours: NewColours): readonly Write[] =>
      graph.scheme[table].flatMap(({ id }): readonly Write[] => {
        const colour = colours.get(id);
        return colour === undefined
          ? []
          : [{ kind: 'set', table, id, changes: new Map([['colour', colour]]) }];
      });
    return ok({
      step,
      writes: [
        { kind: 'set-single', single: 'view', changes: viewChanges(view) },
        ...recolour('sectors', sectors),
        ...recolour('tieTypes', tieTypes),
      ],
    });
  },
};
