import { SaxesParser } from 'saxes';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok } from '../base/result.ts';
import type { Steps } from './format.ts';
import { LIMITS } from './limits.ts';

/** What a reader of XML hears. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  close(name: string, line: number): void;
  text(text: string): void;
}

const CHUNK = 1 << 15;

/**
 * Feeds a handler with the events of an XML text. A document type or entity declaration is refused: no map needs one,
 * and a few lines of them can fill any memory.
 */
export function* readXml(text: string, handler: XmlHandler): Steps<undefined> {
  let wrong: Problem | undefined;
  let depth = 0;
  const parser = new SaxesParser();
  const refuse = (found: Problem): void => {
    wrong ??= found;
  };
  parser.on('error', (error) => {
    const line = parser.line;
    const ended = /unclosed|unexpected end|must contain a root/iu.test(error.message);
    refuse(
      problem(
        'xml-broken',
        ended
          ? {
              en: `The XML ends too early, at line ${line}: the file is not complete. Get it again where it came from.`,
              zh: `XML 在第 ${line} 行提前结束，文件不完整。请从来源处重新获取。`,
            }
          : {
              en: `Line ${line} is not well-formed XML. Mend it there, or write the file again with the program that made it.`,
              zh: `第 ${line} 行不是格式良好的 XML。请在该处改正，或用原程序重新导出。`,
            },
        line,
      ),
    );
  });
  parser.on('doctype', () => {
    refuse(
      problem(
        'xml-doctype',
        {
          en: `Line ${parser.line} declares a document type (<!DOCTYPE>). Such files can hide harmful entities and are not read. Remove the declaration, or export the file again.`,
          zh: `第 ${parser.line} 行含文档类型声明（<!DOCTYPE>），可能隐藏有害实体，不予读取。请删除该声明或重新导出。`,
        },
        parser.line,
      ),
    );
  });
  parser.on('opentag', (tag) => {
    if (wrong) return;
    if (++depth > LIMITS.xmlDepth) {
      refuse(
        problem(
          'too-deep',
          {
            en: `Line ${parser.line}: elements lie more than ${LIMITS.xmlDepth} deep in each other. No map is written so; nothing was read.`,
            zh: `第 ${parser.line} 行：元素嵌套超过 ${LIMITS.xmlDepth} 层，不是地图文件应有的结构。未读取任何内容。`,
          },
          parser.line,
        ),
      );
      return;
    }
    const attributes = new Map(
      Object.entries(tag.attributes).map(([name, value]) => [localName(name), String(value)]),
    );
    handler.open(localName(tag.name), attributes, parser.line);
  });
  parser.on('closetag', (tag) => {
    depth--;
    if (!wrong) handler.close(localName(tag.name), parser.line);
  });
  const onText = (part: string): void => {
    if (!wrong) handler.text(part);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  for (let at = 0; at < text.length && !wrong; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    yield at / text.length;
  }
  if (!wrong) parser.close();
  return wrong ? failed(wrong) : ok(undefined);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
