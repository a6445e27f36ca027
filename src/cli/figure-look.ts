import fs from 'node:fs';
import { fnv1a } from '../base/hash.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { NumberPaletteId, PaletteId } from '../model/appearance.ts';
import type { Graph } from '../model/graph.ts';
import { styleFromText } from '../model/style-file.ts';
import type { Style } from '../model/style.ts';
import { inPalette } from '../scene/recolouring.ts';
import { BUILT_IN_STYLES, dressed, styleChanges } from '../scene/styles.ts';
import { unreadable } from './map-file.ts';

/** What a command says of colours and sizes; the file says the rest. */
export interface StatedLook {
  /** A style file as the app saves it, or the name of a style that is always there. */
  readonly style: string | undefined;
  /** Of sectors and groups. */
  readonly palette: PaletteId | undefined;
  readonly numberPalette: NumberPaletteId | undefined;
}

const BUILT_IN: ReadonlyMap<string, Style> = new Map(
  BUILT_IN_STYLES.map((style) => [style.id.slice(style.id.indexOf(':') + 1), style]),
);

export const STYLE_NAMES: readonly string[] = [...BUILT_IN.keys()];

/** What makes a map look as it was said: the style first, then the palettes. */
export function lookOf(stated: StatedLook): Result<(graph: Graph) => Graph> {
  const style = stated.style === undefined ? ok(undefined) : styleNamed(stated.style);
  if (!style.ok) return style;
  return ok((graph) => {
    const styled = style.value ? dressed(graph, styleChanges(graph, style.value)) : graph;
    const { palette, numberPalette } = stated;
    const used = new Set([...graph.actors.values()].map(({ sector }) => sector));
    return dressed(styled, {
      view: { ...(palette && { palette }), ...(numberPalette && { numbers: numberPalette }) },
      ...(palette && { sectors: inPalette(styled.scheme.sectors, used, palette) }),
    });
  });
}

function styleNamed(name: string): Result<Style> {
  const known = BUILT_IN.get(name);
  if (known) return ok(known);
  try {
    const text = fs.readFileSync(name, 'utf8');
    // A style has no id of its own, and where its file lies is nobody's business.
    return styleFromText(text, `style-${fnv1a(text).toString(36)}`);
  } catch (error) {
    return failed(unreadable(name, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}
