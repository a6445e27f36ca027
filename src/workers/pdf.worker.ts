import { failed, ok, type Result } from '../base/result.ts';
import { needsChinese, pdfOf, type Pdf } from '../figures/pdf/pdf.ts';
import { chineseFont, latinFonts } from './fonts.ts';
import type { PdfTask } from './pdf.ts';
import { serve, type Task } from './serve.ts';

function* write(task: PdfTask): Task<Pdf> {
  let made: Result<Pdf> | undefined;
  const writing = written(task).then((result) => {
    made = result;
  });
  while (!made) yield writing;
  return made;
}

async function written({ svg, information }: PdfTask): Promise<Result<Pdf>> {
  const latin = await latinFonts();
  if (!latin.ok) return latin;
  if (!needsChinese(svg, latin.value)) return ok(await pdfOf(svg, latin.value, information));
  const chinese = await chineseFont();
  if (!chinese.ok) return failed(chinese.problem);
  return ok(await pdfOf(svg, { ...latin.value, chinese: chinese.value }, information));
}

serve(write, ({ bytes }) => [bytes.buffer]);
