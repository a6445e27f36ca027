import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { LIMITS } from './limits.ts';

/** JSON.parse with a limit on depth (what is read is walked by recursion later) and a message that names the line. */
export function parseJson(text: string): Result<unknown> {
  const deep = lineTooDeep(text);
  if (deep !== undefined)
    return failed(
      problem(
        'too-deep',
        {
          en: `Line ${deep}: lists and objects lie more than ${LIMITS.jsonDepth} deep in each other. No map is written so; nothing was read.`,
          zh: `第 ${deep} 行：嵌套超过 ${LIMITS.jsonDepth} 层，不是地图文件应有的结构。未读取任何内容。`,
        },
        deep,
      ),
    );
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/u, '')) as unknown);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    const line = lineOfError(detail, text);
    const ends = /end of (?:JSON|data)|unterminated/iu.test(detail);
    return failed(
      problem(
        'json-broken',
        ends
          ? {
              en: `The JSON ends too early, at line ${line}: the file is not complete. Get it again where it came from.`,
              zh: `JSON 在第 ${line} 行提前结束，文件不完整。请从来源处重新获取。`,
            }
          : {
              en: `Line ${line} is not JSON. Mend it there (a comma or a quotation mark is the usual cause), or get the file again.`,
              zh: `第 ${line} 行不是有效的 JSON。请在该处改正（常见原因是逗号或引号），或重新获取文件。`,
            },
        line,
      ),
    );
  }
}

/** The line where brackets nest deeper than the limit. Brackets in texts don't count. */
function lineTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at++;
      while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > LIMITS.jsonDepth) return lineAt(text, at);
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return undefined;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Engines name the place differently: by position, by line, or (at the end of the text) not at all. */
function lineOfError(detail: string, text: string): number {
  const line = /\bline (\d+)/u.exec(detail)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/u.exec(detail)?.[1];
  return lineAt(text, position === undefined ? text.length : Number(position));
}
