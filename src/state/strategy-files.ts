import type { StrategyDocument } from '../figures/strategy/strategy-document.ts';
import type { Download } from './exporting.ts';

// The writer and zip are loaded when something is saved.

/** The page as one HTML file that needs nothing else. */
export async function strategyPageFile(document: StrategyDocument): Promise<Download> {
  const [{ strategyFile }, name] = await Promise.all([
    import('../figures/strategy/strategy-file.ts'),
    baseName(document),
  ]);
  return { name: `${name}.html`, blob: new Blob([strategyFile(document)], { type: 'text/html' }) };
}

/** The figures of the page as SVG files, in one zip. */
export async function strategyFiguresFile(document: StrategyDocument): Promise<Download> {
  const [{ strToU8, zipSync }, name] = await Promise.all([import('fflate'), baseName(document)]);
  const files = document.figures.map(({ id, svg }, k) => [`${k + 1}-${id}.svg`, strToU8(svg)] as const);
  const bytes = zipSync(Object.fromEntries(files));
  return { name: `${name}.zip`, blob: new Blob([bytes], { type: 'application/zip' }) };
}

async function baseName({ title, language }: StrategyDocument): Promise<string> {
  const { fileNameOf } = await import('../formats/text.ts');
  return `${fileNameOf(title)} - ${language === 'zh-CN' ? '策略页' : 'strategy page'}`;
}
