import { unzlibSync } from 'fflate';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { PdfFonts } from '../figures/pdf/pdf.ts';
import boldUrl from './fonts/build/arimo-bold.bin?url';
import regularUrl from './fonts/build/arimo-regular.bin?url';
import chineseUrl from './fonts/build/noto-sans-sc-regular.bin?url';

/** The fonts of most PDFs: Arimo (Matteson), which is as wide as the Arial that figures are measured with. */
export async function latinFonts(): Promise<Result<Pick<PdfFonts, 'regular' | 'bold'>>> {
  try {
    const [regular, bold] = await Promise.all([fetched(regularUrl), fetched(boldUrl)]);
    return ok({ regular, bold });
  } catch {
    return failed(NOT_FETCHED);
  }
}

/** Noto Sans SC: much larger, fetched only for letters that the others lack. */
export async function chineseFont(): Promise<Result<Uint8Array>> {
  try {
    return ok(await fetched(chineseUrl));
  } catch {
    return failed(NOT_FETCHED);
  }
}

async function fetched(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return unzlibSync(new Uint8Array(await response.arrayBuffer()));
}

const NOT_FETCHED: Problem = problem('fonts-not-fetched', {
  en: 'The fonts that a PDF needs could not be fetched, so no file was made. Connect to where Ecotone comes from once and try again; SVG needs none.',
  zh: '无法获取 PDF 所需的字体，未生成文件。请连接一次 Ecotone 的来源后重试；SVG 无需字体。',
});
