/** Advance widths of printable ASCII in 1/1000 em, of a Helvetica-like sans serif. */
const ASCII_WIDTHS: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Punctuation and letters beyond ASCII whose width is far from that of an average letter, in 1/1000 em. */
const OTHER_WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '\u00a0': 278,
    '·': 278,
    '–': 556,
    '—': 1000,
    '‘': 222,
    '’': 222,
    '“': 333,
    '”': 333,
    '…': 1000,
    ß: 611,
    ı: 278,
    ł: 222,
    Æ: 1000,
    æ: 889,
    Œ: 1000,
    œ: 944,
    Ø: 778,
  }),
);

const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u2028\u2029]/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\d#*]\ufe0f?\u20e3)/u;
const HALF_WIDE = /^[\uff61-\uffdc]/u;
const UPPER_CASE = /^\p{Lu}/u;

/** Text in which every code unit is a character of its own, so that it needs no segmentation. */
const SIMPLE =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as single characters: no accent, emoji or surrogate pair is ever cut in two. */
export function graphemes(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(segmenter.segment(text), (part) => part.segment);
}

const widthCache = new Map<string, number>();

function measured(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 1;
  if (INVISIBLE.test(grapheme)) return 0;
  if (WIDE.test(grapheme)) return 1;
  if (HALF_WIDE.test(grapheme)) return 0.5;
  const listed = OTHER_WIDTHS.get(grapheme);
  if (listed !== undefined) return listed / 1000;
  // An accented letter is as wide as its base letter.
  const base = ASCII_WIDTHS[grapheme.normalize('NFD').charCodeAt(0) - 32];
  if (base !== undefined) return base / 1000;
  return UPPER_CASE.test(grapheme) ? 0.7 : 0.58;
}

/** Of the letters that are measured now, against those of the table. */
let wider = 1;

/** What is drawn here is set in letters that are so many times as wide as usual: all that is measured allows for it. */
export function inWiderLetters<T>(width: number, draw: () => T): T {
  const before = wider;
  wider = width;
  try {
    return draw();
  } finally {
    wider = before;
  }
}

function advance(grapheme: string): number {
  return usualAdvance(grapheme) * wider;
}

function usualAdvance(grapheme: string): number {
  if (grapheme.length === 1) {
    const width = ASCII_WIDTHS[grapheme.charCodeAt(0) - 32];
    if (width !== undefined) return width / 1000;
  }
  let width = widthCache.get(grapheme);
  if (width === undefined) {
    width = measured(grapheme);
    // Untrusted text may hold any number of different sequences: the cache stays small.
    if (widthCache.size < 20_000) widthCache.set(grapheme, width);
  }
  return width;
}

/**
 * Estimated width of one line of text in the unit of `fontSize`, from a table of advance widths and not from a browser,
 * so that Node and every browser lay out the same figure. Bold text is about 7 % wider.
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let em = 0;
  for (const grapheme of graphemes(text)) em += advance(grapheme);
  return em * fontSize * (bold ? 1.07 : 1);
}

/**
 * Text that is safe to draw on one line: no control characters, no direction overrides, no lone surrogates; any run of
 * white space is one space.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // eslint-disable-next-line no-control-regex -- taking these out is the purpose
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      .trim()
  );
}

/** Closing and small punctuation that may not begin a line (kinsoku; GB/T 15834). */
const NEVER_FIRST =
  /^[，。、；：？！）】》〉」』〕〗’”…—～·,.;:?!)\]}%‰℃ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u;
/** Opening punctuation that may not end a line. */
const NEVER_LAST = /^[（【《〈「『〔〖‘“([{]/u;
const LETTER = /^[a-z0-9]/i;
const BREAK_AFTER = /^[-‐–/\\|_@&+]/u;

/** Words of which names of organisations are made; a line is broken between them rather than within. */
const WORDS: ReadonlySet<string> = new Set(
  (
    '企业 产业 职业 技术 科技 科学 服务 中心 有限 公司 股份 集团 大学 学院 学校 高校 研究 协会 商会 联盟 联合 开发 商品 工业 ' +
    '农业 人民 政府 教育 工商 经济 管理 管委 委员 中小 国际 汽车 电子 信息 数字 智能 材料 制造 装备 机械 创新 创业 孵化 平台 基地 ' +
    '实验 投资 银行 基金 人才 培训 人力 资源 中国 浙江 金华 义乌 永康 东阳 兰溪 浦江 武义 磐安 杭州 宁波 上海 北京 江苏 广东 市场 ' +
    '贸易 物流 医药 医院 生物 环保 能源 光伏 新区 园区 师范 工程 发展 改革 合作 社会 组织 机构 中介 咨询 产教 融合 共同'
  ).split(' '),
);

interface Line {
  readonly start: number;
  readonly end: number;
}

/** What may happen between a character and the one before it, from the worst place for a new line to the best. */
const NOT_HERE = 0;
const CUTS_WORD = 1;
const WITHIN_KNOWN_WORD = 2;
const FREE = 3;

/** A text split into characters, each with its width in em and with how well a line may begin there. */
interface Split {
  readonly characters: readonly string[];
  readonly widths: readonly number[];
  readonly places: readonly number[];
}

function split(text: string, atMost: number): Split {
  const characters = graphemes(text).slice(0, atMost);
  const places = characters.map((after, k) => placeBetween(characters[k - 1] ?? '', after));
  return { characters, widths: characters.map(advance), places };
}

function placeBetween(before: string, after: string): number {
  if (after === ' ') return NOT_HERE;
  if (before === ' ') return FREE;
  // Most names are Latin letters, for which there is nothing to look up.
  if (LETTER.test(before) && LETTER.test(after)) return CUTS_WORD;
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return NOT_HERE;
  if (WORDS.has(before + after)) return WITHIN_KNOWN_WORD;
  const free = BREAK_AFTER.test(before) || [before, after].some((one) => WIDE.test(one) || EMOJI.test(one));
  return free ? FREE : CUTS_WORD;
}

interface Breaking {
  readonly lines: readonly Line[];
  /** How many words had to be cut because they are wider than a line. */
  readonly cuts: number;
}

/** Fills one line after another, up to one more than asked for; begins lines only at places at least this good. */
function breakLines(
  { characters, widths, places }: Split,
  maxEm: number,
  maxLines: number,
  worst: number,
): Breaking {
  const lines: Line[] = [];
  let cuts = 0;
  let start = 0;
  while (start < characters.length && lines.length <= maxLines) {
    while (characters[start] === ' ') start++;
    if (start >= characters.length) break;
    let end = start;
    let width = 0;
    let fit = -1;
    while (end < characters.length && (end === start || width + (widths[end] ?? 0) <= maxEm + 1e-9)) {
      width += widths[end] ?? 0;
      end++;
      if ((places[end] ?? NOT_HERE) >= worst) fit = end;
    }
    if (end < characters.length && characters[end] !== ' ') {
      if (fit > start) end = fit;
      else {
        cuts++;
        // A word that has no place to break is cut, but never before closing punctuation.
        let cut = end;
        while (cut > start && places[cut] === NOT_HERE) cut--;
        if (cut > start) end = cut;
      }
    }
    let last = end;
    while (last > start && characters[last - 1] === ' ') last--;
    lines.push({ start, end: last });
    start = end;
  }
  return { lines, cuts };
}

/**
 * The lines of a label: at most `maxLines`, each at most `maxEm` wide (in em; a single character may be wider). Latin
 * breaks at spaces and hyphens, Chinese and Japanese anywhere except where punctuation forbids it; a word wider than a
 * line is cut; what does not fit ends in an ellipsis. Lines are made about equally long (`even`), as that reads best
 * under a mark, or each as full as it can be.
 */
export function wrapLabel(text: string, maxEm: number, maxLines: number, even = true): string[] {
  // No more characters than could ever be shown, so that a label of any length costs the same.
  const room = Math.ceil(maxEm * (maxLines + 1) * 8) + 32;
  const clean = cleanText(text.length > room * 4 ? text.slice(0, room * 4) : text);
  if (clean.length <= room && textWidth(clean, 1) <= maxEm && maxLines > 0)
    return clean === '' ? [] : [clean];
  const given = split(clean, room);
  const { characters, widths } = given;
  const textOf = (line: Line): string => characters.slice(line.start, line.end).join('');
  const greedy = breakLines(given, maxEm, maxLines, WITHIN_KNOWN_WORD);
  if (greedy.lines.length > maxLines) {
    const kept = greedy.lines.slice(0, maxLines);
    const last = kept[maxLines - 1];
    return last ? [...kept.slice(0, -1).map(textOf), withEllipsis(given, last, maxEm)] : [];
  }
  if (!even || greedy.lines.length < 2) return greedy.lines.map(textOf);
  const total = widths.reduce((sum, width) => sum + width, 0);
  for (const worst of [FREE, WITHIN_KNOWN_WORD]) {
    for (let limit = total / greedy.lines.length; limit < maxEm; limit += 0.25) {
      const tried = breakLines(given, limit, maxLines, worst);
      if (tried.lines.length === greedy.lines.length && tried.cuts <= greedy.cuts)
        return tried.lines.map(textOf);
    }
  }
  return greedy.lines.map(textOf);
}

const ELLIPSIS = '…';

function withEllipsis({ characters, widths }: Split, line: Line, maxEm: number): string {
  let width = advance(ELLIPSIS);
  for (let at = line.start; at < line.end; at++) width += widths[at] ?? 0;
  let end = line.end;
  const dangles = (character = ''): boolean => / |^[，。、；：,;:(（]/u.test(character);
  while (end > line.start + 1 && (width > maxEm || dangles(characters[end - 1]))) {
    end--;
    width -= widths[end] ?? 0;
  }
  return characters.slice(line.start, end).join('') + ELLIPSIS;
}
