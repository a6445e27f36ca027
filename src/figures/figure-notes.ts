import type { Localized } from '../base/localized.ts';
import type { FigureChoices, FigureKind, FigureMap } from './figure-kind.ts';
import { textSizes } from './text-sizes.ts';

/** An actor with its name needs about so much room on paper, in mm each way. Ours. */
const ROOM_MM = 3;
/** Below what print can tell apart. */
const SLACK = 0.05;

/** What the reader of a figure should know before it is printed: crowded maps, text beyond what is wanted. */
export function figureNotes(
  svg: string,
  scale: number,
  { graph }: Pick<FigureMap, 'graph'>,
  kinds: readonly Pick<FigureKind, 'showsPlaces'>[],
  { widthMm, leastPoints, mostPoints }: FigureChoices,
): readonly Localized[] {
  const notes: Localized[] = [];
  const count = graph.actors.size;
  const needed = Math.ceil(Math.sqrt(count) * ROOM_MM);
  if (kinds.some(({ showsPlaces }) => showsPlaces) && needed > widthMm)
    notes.push(crowded(count, widthMm, needed));
  const sizes = textSizes(svg);
  if (!sizes) return notes;
  const [least, most] = [sizes.least * scale, sizes.most * scale];
  if (leastPoints !== undefined && least < leastPoints - SLACK) notes.push(tooSmall(least, leastPoints));
  if (mostPoints !== undefined && most > mostPoints + SLACK) notes.push(tooLarge(most, mostPoints));
  return notes;
}

function crowded(count: number, widthMm: number, needed: number): Localized {
  const [actors, width] = [count.toLocaleString('en'), Math.round(widthMm)];
  return {
    en: `${actors} actors on ${width} mm: marks and names are too small to be told apart. Choose ${needed} mm or more, or hide some.`,
    zh: `${width} 毫米宽的图中有 ${actors} 个主体：图形与名称过小，难以分辨。请选择 ${needed} 毫米以上的宽度，或隐藏部分主体。`,
  };
}

function points(size: number): string {
  return String(Math.round(size * 10) / 10);
}

function tooSmall(size: number, least: number): Localized {
  return {
    en: `The smallest text has ${points(size)} pt, less than the ${points(least)} pt asked for. Choose a wider page or fewer rows.`,
    zh: `最小的文字为 ${points(size)} 磅，小于要求的 ${points(least)} 磅。请选择更宽的页面或减少行数。`,
  };
}

function tooLarge(size: number, most: number): Localized {
  return {
    en: `The largest text has ${points(size)} pt, more than the ${points(most)} pt allowed. Choose smaller type.`,
    zh: `最大的文字为 ${points(size)} 磅，大于允许的 ${points(most)} 磅。请选择更小的字号。`,
  };
}
