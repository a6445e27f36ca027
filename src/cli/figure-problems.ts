import { problem, type Problem } from '../base/problem.ts';
import { PANEL_LETTERS } from '../figures/comparison.ts';
import { MOST_PANELS, offerOf, type FigureKindId } from '../figures/offers.ts';

/** Beside the map itself. */
export const MOST_COMPARED = PANEL_LETTERS.length - 1;

export function withoutFiles(): Problem {
  return problem('no-file', {
    en: 'Name the file to read and the figure to write: ecotone figure FILE OUT.svg.',
    zh: '请指明要读取的文件与要写出的图：ecotone figure 文件 输出.svg。',
  });
}

export function twoFilesOnly(word: string): Problem {
  return problem('two-files', {
    en: `One file is read and one is written; "${word}" is one word too many (--with names what to compare with).`,
    zh: `读取一个文件、写出一个文件；“${word}”是多余的（要对比的文件用 --with 指明）。`,
  });
}

export function strangeEnding(out: string): Problem {
  return problem('figure-ending', {
    en: `Figures are written as .svg, .pdf or .png: "${out}" has another ending.`,
    zh: `图以 .svg、.pdf 或 .png 格式写出：“${out}”的扩展名不符。`,
  });
}

export function tooManyCompared(count: number): Problem {
  return problem('too-many-states', {
    en: `A map is compared with ${MOST_COMPARED} states at most; ${count} are named (--with).`,
    zh: `最多与 ${MOST_COMPARED} 个状态对比；现指明了 ${count} 个（--with）。`,
  });
}

export function tooManyKinds(count: number): Problem {
  return problem('too-many-kinds', {
    en: `${count} figures do not fit on one page; name ${MOST_PANELS} at most.`,
    zh: `一页放不下 ${count} 幅图；最多 ${MOST_PANELS} 幅。`,
  });
}

export function unknownMeasure(id: string): Problem {
  return problem('unknown-measure', {
    en: `There is no measure "${id}" (--help lists all).`,
    zh: `没有指标“${id}”（--help 列出全部）。`,
  });
}

/** An option that none of the figures asked for would heed. */
export function notOfKinds(
  flag: string,
  asked: readonly FigureKindId[],
  of: readonly FigureKindId[],
): Problem {
  const names = (language: 'en' | 'zh'): string =>
    asked.map((id) => offerOf(id).name[language]).join(language === 'zh' ? '、' : ', ');
  return problem('not-of-kinds', {
    en: `${flag} says nothing to this figure (${names('en')}); it belongs to ${of.join(', ')}.`,
    zh: `${flag} 不适用于此图（${names('zh')}），仅用于 ${of.join('、')}。`,
  });
}

/** An option that needs another one, or another ending of the file. */
export function onlyWith(flag: string, other: string): Problem {
  return problem('only-with', {
    en: `${flag} goes only with ${other}.`,
    zh: `${flag} 只能与 ${other} 一起使用。`,
  });
}

export function notTogether(flag: string, other: string): Problem {
  return problem('not-together', {
    en: `${flag} and ${other} exclude each other.`,
    zh: `${flag} 与 ${other} 不能同时使用。`,
  });
}

export function letterOfOne(): Problem {
  return problem('letter-of-one', {
    en: '--panel is the letter of a single figure; several on one page have the letters a, b, c … by themselves.',
    zh: '--panel 是单幅图的编号；同页多幅图自动标以 a、b、c …。',
  });
}

export function statesHaveNames(): Problem {
  return problem('states-have-names', {
    en: 'Rounds and other states keep their names, so --anonymous can’t draw them: choose another --kind.',
    zh: '轮次与其他状态保留原名，--anonymous 无法绘制：请另选 --kind。',
  });
}
