import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';

/** What a file is, by its first bytes. */
export type Container = 'empty' | 'zip' | 'old-excel' | 'png' | 'text' | 'binary';

export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  const known = [
    [0x25, 0x50, 0x44, 0x46], // PDF
    [0xff, 0xd8, 0xff], // JPEG
    [0x47, 0x49, 0x46, 0x38], // GIF
    [0x1f, 0x8b], // gzip
    [0x52, 0x61, 0x72, 0x21], // RAR
    [0x37, 0x7a, 0xbc, 0xaf], // 7z
  ];
  return known.some((signature) => starts(...signature)) ? 'binary' : 'text';
}

/** What a text holds: by its content first, then by the extension of its name. */
export type TextKind =
  | { readonly kind: 'json' | 'graphml' | 'delimited' | 'figure' | 'empty' }
  | { readonly kind: 'unsupported'; readonly dialect: Localized };

const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['gexf', 'GEXF (Gephi)'],
  ['gephi', 'Gephi'],
  ['net', 'Pajek'],
  ['paj', 'Pajek'],
  ['dl', 'UCINET DL'],
  ['gml', 'GML'],
  ['dot', 'DOT (Graphviz)'],
  ['gv', 'DOT (Graphviz)'],
  ['sif', 'SIF (Cytoscape)'],
  ['cx2', 'CX2 (Cytoscape, NDEx)'],
  ['cx', 'CX (Cytoscape, NDEx)'],
  ['cys', 'Cytoscape'],
]);

export function textKind(text: string, fileName: string): TextKind {
  const start = text.slice(0, 5000).trimStart();
  if (start === '' && text.trim() === '') return { kind: 'empty' };
  const extension = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const unsupported = (dialect: string): TextKind => ({
    kind: 'unsupported',
    dialect: { en: dialect, zh: dialect },
  });
  if (start.startsWith('<')) {
    const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/u.exec(
      start.replace(/<!--[^]*?-->|<\?[^]*?\?>/gu, ''),
    )?.[1];
    if (root === 'gexf') return unsupported('GEXF (Gephi)');
    if (root !== undefined && /^(?:html|svg)$/iu.test(root)) return { kind: 'figure' };
    if (root !== undefined && /^(?:DyNetML|ngraph|xgmml|score|mxfile)$/iu.test(root))
      return unsupported(root === 'graph' ? 'XGMML (Cytoscape)' : root.toUpperCase());
    return { kind: 'graphml' };
  }
  if (/^\s*\*(?:network|vertices|arcs|edges|matrix|partition|vector)/imu.test(start))
    return unsupported('Pajek');
  if (/^dl\b[\s,]*(?:n|nr|nm|format|labels)\b/iu.test(start)) return unsupported('UCINET DL');
  if (/^(?:#[^\n]*\n|Creator[^\n]*\n|Version[^\n]*\n|\s|comment[^\n]*\n)*graph\s*\[/u.test(start))
    return unsupported('GML');
  if (/^(?:\/\*[^]*?\*\/|\/\/[^\n]*\n|#[^\n]*\n|\s)*(?:strict\s+)?(?:di)?graph\b[^\n,;\t{]*\{/iu.test(start))
    return unsupported('DOT (Graphviz)');
  if (start.startsWith('{') || (start.startsWith('[') && /^\[\s*(?:[[{\]"\d-]|$)/u.test(start)))
    return extension === 'cx2' ? unsupported('CX2 (Cytoscape, NDEx)') : { kind: 'json' };
  const named = BY_EXTENSION.get(extension);
  if (named !== undefined) return unsupported(named);
  return { kind: 'delimited' };
}

export function unsupportedFormat(dialect: Localized): Problem {
  return problem('unsupported-format', {
    en: `Ecotone can't read ${dialect.en} yet. In the program that made it, export it as GraphML, CSV or XLSX instead.`,
    zh: `Ecotone 暂不支持读取 ${dialect.zh}。请在原程序中改为导出 GraphML、CSV 或 XLSX。`,
  });
}
