import type { Language } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { notAllowed, unknownFlag, withoutFile, withoutValue, withValue } from './arguments.ts';

/** What a page of a map is asked. */
export interface HtmlAsked {
  readonly file: string;
  readonly output: string;
  /** In which the page opens; that of the terminal where it is not named. */
  readonly language: Language | undefined;
  /** Notes and custom fields come along. */
  readonly details: boolean;
  /** The map can be opened again from the page. */
  readonly withMap: boolean;
}

const PLAIN = ['--details', '--with-map'];

/** What the words after `html` mean. */
export function parseHtml(words: readonly string[]): Result<HtmlAsked | 'help'> {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? '';
    if (word === '-h' || word === '--help') return ok('help');
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const [flag = '', ...rest] = word.split('=');
    if (PLAIN.includes(flag)) {
      if (rest.length > 0) return failed(withValue(flag));
      flags.set(flag, '');
    } else if (flag === '--lang') {
      const value = rest.length > 0 ? rest.join('=') : words[++k];
      if (value === undefined) return failed(withoutValue(flag));
      if (value !== 'en' && value !== 'zh') return failed(notAllowed(flag, value, 'en, zh'));
      flags.set(flag, value);
    } else return failed(unknownFlag(flag));
  }
  const [file, output, ...more] = plain;
  if (file === undefined) return failed(withoutFile('html'));
  if (output === undefined || more.length > 0 || !/\.html?$/iu.test(output)) return failed(outputWanted());
  const language = flags.get('--lang');
  return ok({
    file,
    output,
    language: language === 'en' || language === 'zh' ? language : undefined,
    details: flags.has('--details'),
    withMap: flags.has('--with-map'),
  });
}

function outputWanted(): Problem {
  return problem('no-output', {
    en: 'Name the page to write, too: ecotone html FILE PAGE.html.',
    zh: '还请指明要写入的网页：ecotone html 文件 网页.html。',
  });
}
