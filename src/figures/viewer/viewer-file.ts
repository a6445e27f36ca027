import { escaped } from '../svg.ts';
import type { ViewerData } from './viewer-data.ts';

/** The program of the page, as the build makes it. */
export interface ViewerPage {
  /** A classic script without imports; it finds the data in the page. */
  readonly script: string;
  readonly style: string;
  /** The content security policy: nothing but this script and this style sheet. */
  readonly policy: string;
}

/** Where the page's script finds the map. */
export const DATA_ID = 'map-data';

/**
 * A map as one HTML file that opens from any disk: the program, its looks and the data, and nothing that is fetched.
 * @param held a map to be opened again, as `markedMap` writes it
 */
export function viewerFile(page: ViewerPage, data: ViewerData, held?: string): string {
  const { title } = data.info;
  return [
    '<!doctype html>\n',
    `<html lang="${data.language === 'zh' ? 'zh-Hans' : 'en'}">\n<head>\n<meta charset="utf-8" />\n`,
    `<meta http-equiv="Content-Security-Policy" content="${escaped(page.policy)}" />\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />\n',
    '<meta name="color-scheme" content="light dark" />\n',
    `<meta name="generator" content="Ecotone ${escaped(data.version)}" />\n`,
    `<title>${escaped(title || 'Ecotone')}</title>\n`,
    `<style>${page.style}</style>\n</head>\n<body>\n<div id="app"></div>\n`,
    '<noscript>\n<p>This map needs JavaScript, which this browser does not run.</p>\n',
    '<p lang="zh-Hans">此地图需要 JavaScript，而本浏览器未启用。</p>\n</noscript>\n',
    `<script type="application/json" id="${DATA_ID}">${inScript(JSON.stringify(data))}</script>\n`,
    held === undefined ? '' : `<script type="text/plain" id="ecotone-map">${held}</script>\n`,
    `<script>${page.script}</script>\n</body>\n</html>\n`,
  ].join('');
}

/** JSON that no text in it can end, or turn into markup. */
function inScript(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
