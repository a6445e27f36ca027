import type { Language } from '../base/localized.ts';
import type { Legend, LegendEntry, LegendSection, Swatch } from '../scene/legend.ts';
import { shapeBox } from '../scene/shapes.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';

/** One thing to draw, in points from the legend's upper left corner. */
export type LegendItem =
  | {
      readonly kind: 'text';
      readonly lines: readonly string[];
      readonly x: number;
      /** The first baseline. */
      readonly y: number;
      readonly anchor: 'start' | 'middle';
      readonly role: 'title' | 'label';
    }
  | {
      readonly kind: 'actor';
      readonly swatch: Extract<Swatch, { kind: 'actor' }>;
      readonly x: number;
      readonly y: number;
      /** Points per map unit. */
      readonly scale: number;
    }
  | {
      readonly kind: 'tie';
      readonly swatch: Extract<Swatch, { kind: 'tie' }>;
      readonly x: number;
      readonly y: number;
      readonly length: number;
      readonly scale: number;
    }
  | {
      readonly kind: 'gradient';
      readonly colours: readonly string[];
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'mark'; readonly x: number; readonly y: number; readonly height: number };

export interface LegendLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly items: readonly LegendItem[];
}

export interface LegendSettings {
  readonly language: Language;
  /** Points per map unit, of actors and of lines: sizes and widths are shown as large as they are on the map. */
  readonly scale: number;
  readonly lineScale: number;
  readonly fontSize: number;
  /** In points; blocks are set in as few columns as keep below `maxHeight`, or as many as fit into `maxWidth`. */
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly prefer: 'narrow' | 'low';
  /** How much wider letters run than those of Helvetica; 1 unless told. */
  readonly fontWidth?: number;
}

/** A section laid out on its own. */
interface Block {
  readonly width: number;
  readonly height: number;
  readonly items: readonly LegendItem[];
}

const LABEL_EM = 14;

/** Measured widths are estimates: a little air keeps a wider font inside. */
function airOf({ fontWidth = 1 }: LegendSettings): number {
  return 1.04 * fontWidth;
}

/** The legend of a figure: entries that are drawn, in columns. Null when there is nothing to explain. */
export function legendLayout(legend: Legend, settings: LegendSettings): LegendLayout | null {
  const blocks = legend.flatMap((section) => {
    const shown = section.entries.filter((entry) => !entry.hidden && entry.count !== 0);
    return shown.length === 0 ? [] : [sectionBlock(section, shown, settings)];
  });
  if (blocks.length === 0) return null;
  const { fontSize, maxWidth, maxHeight, prefer } = settings;
  const gapX = fontSize * 2.2;
  const gapY = fontSize * 1.1;
  const tried: { columns: readonly Block[][]; width: number; height: number }[] = [];
  for (let count = 1; count <= blocks.length; count++) {
    const columns = inColumns(blocks, count, gapY);
    const width = columns.reduce((sum, column) => sum + columnWidth(column), gapX * (columns.length - 1));
    const height = Math.max(...columns.map((column) => columnHeight(column, gapY)));
    if (count === 1 || width <= maxWidth) tried.push({ columns, width, height });
  }
  const lowest = tried.reduce((best, next) => (next.height < best.height - 1e-6 ? next : best));
  const chosen = prefer === 'low' ? lowest : (tried.find(({ height }) => height <= maxHeight) ?? lowest);
  const items: LegendItem[] = [];
  let left = 0;
  for (const column of chosen.columns) {
    let top = 0;
    for (const block of column) {
      for (const item of block.items) items.push({ ...item, x: item.x + left, y: item.y + top });
      top += block.height + gapY;
    }
    left += columnWidth(column) + gapX;
  }
  return { width: chosen.width, height: chosen.height, fontSize, items };
}

function columnWidth(column: readonly Block[]): number {
  return Math.max(...column.map((block) => block.width));
}

function columnHeight(column: readonly Block[], gap: number): number {
  return column.reduce((sum, block) => sum + block.height, gap * (column.length - 1));
}

/** The blocks in their order, cut into columns so that the highest is as low as can be. */
function inColumns(blocks: readonly Block[], count: number, gap: number): Block[][] {
  if (count === 1) return [[...blocks]];
  let best: Block[][] | null = null;
  let lowest = Infinity;
  for (let cut = 1; cut <= blocks.length - count + 1; cut++) {
    const columns = [blocks.slice(0, cut), ...inColumns(blocks.slice(cut), count - 1, gap)];
    const height = Math.max(...columns.map((column) => columnHeight(column, gap)));
    if (height < lowest) [best, lowest] = [columns, height];
  }
  return best ?? [[...blocks]];
}

function sectionBlock(
  section: LegendSection,
  entries: readonly LegendEntry[],
  settings: LegendSettings,
): Block {
  const { language, fontSize } = settings;
  const air = airOf(settings);
  const title = wrapLabel(section.title[language], LABEL_EM, 3);
  const items: LegendItem[] = [
    { kind: 'text', lines: title, x: 0, y: fontSize * 0.86, anchor: 'start', role: 'title' },
  ];
  const titleWidth = Math.max(...title.map((line) => textWidth(line, fontSize, true))) * air;
  const titleHeight = title.length * fontSize * 1.25 + fontSize * 0.45;
  const points = entries.filter((entry) => entry.count === null && entry.id !== 'none');
  const others = entries.filter((entry) => !points.includes(entry));
  let top = titleHeight;
  let width = titleWidth;
  const take = (block: Block): void => {
    for (const item of block.items) items.push({ ...item, y: item.y + top });
    top += block.height;
    width = Math.max(width, block.width);
  };
  if (section.kind === 'size') take(sizesInARow(points, settings));
  else if (section.kind === 'colour-scale') take(gradientBar(section.gradient ?? [], points, settings));
  else take(rows(points, settings));
  // Where a line shows its kind and not its width it may be wider than on the map, so that its dashes can be told.
  take(rows(others, { ...settings, lineScale: Math.max(settings.lineScale, settings.fontSize * 0.05) }));
  return { width, height: top, items };
}

const NOTHING: Block = { width: 0, height: 0, items: [] };

/** A swatch and its words on each row. */
function rows(entries: readonly LegendEntry[], settings: LegendSettings): Block {
  if (entries.length === 0) return NOTHING;
  const { language, fontSize, lineScale } = settings;
  const air = airOf(settings);
  const items: LegendItem[] = [];
  const tieLength = fontSize * 3.2;
  // What is drawn is told by shape and colour here; sizes have a section of their own.
  const dotScale = (fontSize * 1.05) / 22;
  const swatchWidth = entries.some((entry) => entry.swatch.kind === 'tie') ? tieLength : fontSize * 1.4;
  const labelX = swatchWidth + fontSize * 0.7;
  let top = 0;
  let width = 0;
  for (const { label, swatch } of entries) {
    const wrapped = wrapLabel(label[language], LABEL_EM, 2);
    const lines = wrapped.length > 0 ? wrapped : ['–'];
    const textHeight = lines.length * fontSize * 1.25;
    const thickness = swatch.kind === 'tie' ? Math.max(swatch.width, swatch.arrowSize) * lineScale : 0;
    const height = Math.max(textHeight, thickness) + fontSize * 0.3;
    const middle = top + height / 2;
    if (swatch.kind === 'actor')
      items.push({ kind: 'actor', swatch, x: swatchWidth / 2, y: middle, scale: dotScale });
    if (swatch.kind === 'tie')
      items.push({ kind: 'tie', swatch, x: 0, y: middle, length: tieLength, scale: lineScale });
    items.push({
      kind: 'text',
      lines,
      x: labelX,
      y: middle - textHeight / 2 + fontSize * 0.98,
      anchor: 'start',
      role: 'label',
    });
    width = Math.max(width, labelX + Math.max(...lines.map((line) => textWidth(line, fontSize))) * air);
    top += height;
  }
  return { width, height: top, items };
}

/** Circles side by side on one ground line, as large as on the map, their numbers below. */
function sizesInARow(entries: readonly LegendEntry[], settings: LegendSettings): Block {
  const { language, fontSize, scale } = settings;
  const air = airOf(settings);
  const items: LegendItem[] = [];
  const boxes = entries.flatMap(({ swatch, label }) => {
    if (swatch.kind !== 'actor') return [];
    const text = label[language];
    const diameter = (shapeBox(swatch.shape, swatch.diameter).height + swatch.strokeWidth) * scale;
    return [{ swatch, text, diameter, width: Math.max(diameter, textWidth(text, fontSize) * air) }];
  });
  const highest = Math.max(0, ...boxes.map((box) => box.diameter));
  let left = 0;
  for (const { swatch, text, diameter, width } of boxes) {
    const x = left + width / 2;
    items.push({ kind: 'actor', swatch, x, y: highest - diameter / 2, scale });
    items.push({
      kind: 'text',
      lines: [text],
      x,
      y: highest + fontSize * 1.15,
      anchor: 'middle',
      role: 'label',
    });
    left += width + fontSize * 0.8;
  }
  return { width: left - fontSize * 0.8, height: highest + fontSize * 1.6, items };
}

function gradientBar(
  colours: readonly string[],
  entries: readonly LegendEntry[],
  settings: LegendSettings,
): Block {
  const { language, fontSize } = settings;
  const air = airOf(settings);
  const width = fontSize * 11;
  const height = fontSize * 0.9;
  const ticks = entries.flatMap(({ swatch, label }) =>
    swatch.kind === 'tick' ? [{ at: swatch.at, text: label[language] }] : [],
  );
  // The numbers at the ends may stand out beyond the bar.
  const half = Math.max(0, ...ticks.map(({ text }) => (textWidth(text, fontSize) * air) / 2));
  const items: LegendItem[] = [{ kind: 'gradient', colours, x: 0, y: 0, width, height }];
  let free = -Infinity;
  for (const { at, text } of ticks) {
    const textHalf = (textWidth(text, fontSize) * air) / 2;
    const x = Math.max(textHalf, at * width);
    items.push({ kind: 'mark', x: at * width, y: height, height: fontSize * 0.3 });
    if (x - textHalf < free) continue;
    items.push({
      kind: 'text',
      lines: [text],
      x,
      y: height + fontSize * 1.3,
      anchor: 'middle',
      role: 'label',
    });
    free = x + textHalf + fontSize * 0.4;
  }
  return { width: width + half, height: height + fontSize * 1.75, items };
}
