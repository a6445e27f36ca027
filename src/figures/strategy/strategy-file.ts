import { escaped } from '../svg.ts';
import { markupText } from './markup.ts';
import type { StrategyDocument } from './strategy-document.ts';

/** Of a document that is a file of its own. */
const FILE_SHEET = `
html { background: #ecece8; }
body { margin: 0; }
@media print { html { background: #ffffff; } }
`.trim();

/** The document as one HTML file that needs nothing else: no script, no request, figures with real text within it. */
export function strategyFile({ title, language, sheet, pageRules: rules, body }: StrategyDocument): string {
  return [
    '<!DOCTYPE html>\n',
    `<html lang="${language}" xml:lang="${language}" xmlns="http://www.w3.org/1999/xhtml">\n`,
    '<head>\n<meta charset="utf-8" />\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />\n',
    `<title>${escaped(title)}</title>\n`,
    `<style>\n${FILE_SHEET}\n${sheet}\n${rules}\n</style>\n`,
    '</head>\n<body>\n',
    markupText(body),
    '</body>\n</html>\n',
  ].join('');
}
