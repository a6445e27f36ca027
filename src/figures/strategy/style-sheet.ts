import type { Language } from '../../base/localized.ts';
import { MECHANISMS } from '../../model/scheme.ts';
import { mechanismColour } from '../../scene/palette.ts';
import type { Paper } from './content.ts';
import { WIDTH_MM } from './figures.ts';

const SANS: Readonly<Record<Language, string>> = {
  en: "'Helvetica Neue', Arial, 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  zh: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', Arial, sans-serif",
};
const SERIF: Readonly<Record<Language, string>> = {
  en: "Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, 'Liberation Serif', 'Songti SC', 'Noto Serif CJK SC', serif",
  zh: "'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', SimSun, Georgia, serif",
};

const HUES = MECHANISMS.map(
  (mechanism) => `.${mechanism} { --hue: ${mechanismColour(mechanism, 'light')}; }`,
).join('\n');

/** Of the document itself, wherever it stands. Its measures are those of print; a screen is paper too. */
export const STRATEGY_SHEET = `
.strategy-document {
  --ink: #1f2328; --soft: #565d66; --line: #d9d9d4; --hue: #565d66;
  --sans: ${SANS.en}; --serif: ${SERIF.en};
  color: var(--ink); color-scheme: light; background: #ffffff;
  font: 10.5pt/1.5 var(--serif); text-align: left; overflow-wrap: anywhere;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.strategy-document [lang|='zh'] { --sans: ${SANS.zh}; --serif: ${SERIF.zh}; font-family: var(--serif); line-height: 1.62; }
.strategy-document, .strategy-document *, .strategy-document *::before { box-sizing: border-box; }
${HUES}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, h3, h4, dt, th, table, .kind, .facts, .level, .code, .score, .evidence, .quiet, .sources,
.parts, figcaption, .made, .cost { font-family: var(--sans); }
h1 { margin: 1mm 0 2mm; font-size: 25pt; font-weight: 700; line-height: 1.18; letter-spacing: -0.01em; text-wrap: balance; }
[lang|='zh'] h1 { letter-spacing: 0.01em; line-height: 1.3; }
h2 { margin: 0 0 3mm; font-size: 16pt; font-weight: 700; line-height: 1.3; }
h3 { margin: 6mm 0 2mm; font-size: 11.5pt; font-weight: 700; line-height: 1.35; }
h4 { font-size: 10pt; font-weight: 700; line-height: 1.4; }
.kind { color: var(--soft); font-size: 9pt; font-weight: 600; letter-spacing: 0.08em; }
.facts { display: flex; flex-wrap: wrap; gap: 0 5mm; color: var(--soft); font-size: 9.5pt; }
.hero { margin: 4mm 0 5mm; padding-top: 3mm; border-top: 0.6pt solid var(--ink); }
figure svg, figure img { display: block; width: 100%; height: auto; }
figure.middle { width: 60%; margin: 0 auto 3mm; }
figcaption { margin-top: 1.5mm; color: var(--soft); font-size: 8.5pt; line-height: 1.45; }
.brief h2, .note h2 { font-size: 11.5pt; margin-bottom: 1.5mm; }
code { display: block; }
p, li, dd { text-wrap: pretty; }
.brief ul, .methods ul, .progress ul, .together ul { padding-left: 1.2em; }
.brief li, .methods li, .progress li, .together li { margin-bottom: 0.8mm; }
.brief li:has(.worst) { list-style: none; }
.worst em { display: block; font-style: normal; padding-left: 3mm; border-left: 1.5pt solid var(--line); margin-bottom: 0.8mm; }
.more { color: var(--soft); }
.note { margin-top: 5mm; }
.note p + p { margin-top: 2mm; }
.lead { max-width: 140mm; margin-bottom: 4mm; color: var(--soft); font-size: 10pt; }
.chapter, .dimensions { margin-top: 14mm; }
.number { font-variant-numeric: tabular-nums; }
.parts { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm 9mm; font-size: 8.5pt; line-height: 1.5; }
.parts > div { padding-left: 3mm; border-left: 2.2pt solid var(--hue); }
.parts dt { font-size: 9.5pt; font-weight: 700; }
.parts .says { margin-bottom: 1mm; font-family: var(--serif); font-size: 9.5pt; }
.parts strong { font-weight: 600; }
.parts dd { margin-bottom: 0.8mm; }
.parts small { display: block; color: var(--soft); font-size: 8pt; }
table { width: 100%; border-collapse: collapse; font-size: 8.8pt; line-height: 1.45; }
th, td { padding: 1.1mm 2mm 1.1mm 0; border-bottom: 0.5pt solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: 8.2pt; border-bottom: 0.6pt solid var(--ink); vertical-align: bottom; }
th.number, td.number { padding-left: 3mm; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.thresholds td:last-child, .thresholds th:last-child { padding-left: 5mm; text-align: left; white-space: normal; width: 45%; }
tr.own td, tr.own th { font-weight: 700; }
table + table { margin-top: 5mm; }
.mechanism { margin-top: 6mm; }
.mechanism + .mechanism { margin-top: 11mm; }
.mechanism > h3 { display: flex; align-items: baseline; justify-content: space-between; gap: 4mm; margin: 0 0 3mm;
  padding-top: 2mm; border-top: 2.5pt solid var(--hue); font-size: 14pt; }
.score { font-variant-numeric: tabular-nums; white-space: nowrap; }
.score small { color: var(--soft); font-size: 8.5pt; font-weight: 400; }
.rule { margin-top: 5mm; }
.code { color: var(--soft); font-size: 8pt; font-weight: 400; }
.why { margin: 0.6mm 0 1.8mm; color: var(--soft); font-size: 9pt; line-height: 1.5; }
.head, .finding { display: grid; grid-template-columns: minmax(0, 1fr) 58mm; gap: 0 8mm; }
.finding { padding: 1.8mm 0 2.2mm; border-top: 0.5pt solid var(--line); }
.level { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 3mm; color: var(--soft); font-size: 8pt; line-height: 1.6; }
.level strong { font-weight: 400; }
.level strong::before { content: ''; display: inline-block; width: 2mm; height: 2mm; margin-right: 1.4mm;
  border: 1pt solid var(--hue); border-radius: 50%; vertical-align: -0.2mm; }
.level.critical strong { color: var(--ink); font-weight: 700; }
.level.critical strong::before { background: var(--hue); }
.finding .says { font-size: 10.3pt; line-height: 1.45; }
.whom { color: var(--soft); font-family: var(--sans); font-size: 8.3pt; line-height: 1.5; }
.evidence { font-size: 8.3pt; line-height: 1.45; overflow-wrap: break-word; }
.evidence div { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(60%); gap: 3mm; }
.evidence dt { color: var(--soft); }
.evidence dd { text-align: right; font-variant-numeric: tabular-nums; }
.quiet { margin: 3mm 0 6mm; font-size: 8.5pt; line-height: 1.55; }
.quiet > div { margin-bottom: 2.5mm; }
.quiet dt { font-weight: 700; }
.quiet dd { color: var(--soft); }
.remedies ol { padding: 0; list-style: none; counter-reset: remedy; }
.together { margin-top: 5mm; }
.remedy { position: relative; padding: 3.5mm 0 4mm 10mm; border-top: 0.6pt solid var(--line); }
.remedy::before { counter-increment: remedy; content: counter(remedy); position: absolute; left: 0; top: 2.6mm;
  font: 700 15pt/1.3 var(--sans); color: var(--soft); }
.remedy .says { font-size: 11.5pt; line-height: 1.45; }
.cost { margin-left: 2mm; font-size: 8.5pt; white-space: nowrap; }
table .worst { color: var(--ink); font-style: normal; font-weight: 700; font-size: 8pt; }
table .worst::before { content: '▼ '; }
.sources { font-size: 8.2pt; line-height: 1.5; columns: 2; column-gap: 9mm; }
.sources > div { margin-bottom: 2.4mm; break-inside: avoid; }
.sources dt { font-weight: 700; }
.sources dd { color: var(--soft); }
.status { color: var(--soft); font-weight: 400; }
code { color: var(--ink); font-family: var(--sans); }
cite { font-style: normal; }
.made { margin-top: 6mm; color: var(--soft); font-size: 8.5pt; }
.strategy-document > * + * { margin-top: 20mm; }
@media screen {
  .strategy-document { width: min(100%, ${WIDTH_MM + 36}mm); margin: 0 auto; padding: 16mm 18mm 20mm; }
}
@media screen and (max-width: 640px) {
  .strategy-document { padding: 24px 18px 40px; font-size: 16px; }
  .head, .finding, .parts { grid-template-columns: minmax(0, 1fr); gap: 8px; }
  .sources { columns: 1; }
  h1 { font-size: 26px; }
  figure.middle { width: 100%; }
  table { font-size: 13px; }
}
@media print {
  .strategy-document { font-size: 10pt; }
  .cover { break-after: page; }
  .chapter { margin-top: 0; break-before: page; }
  .cover + .chapter { break-before: auto; }
  .mechanism > figure { break-after: avoid; }
  .strategy-document > * + * { margin-top: 0; break-before: page; }
  h2, h3, h4, .lead, .head, thead { break-after: avoid; }
  .dimensions, figure, .head, .finding, .remedy, .together table, tr, li, .parts > div, .quiet > div { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`.trim();

const SIZES: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'Letter' };

/** The paper with what runs at the head and foot of its pages; the first has no head. */
export function pageRules(paper: Paper, title: string, kind: string): string {
  const small = `font: 8pt/1.3 ${SANS.zh}; color: #565d66;`;
  return [
    `@page { size: ${SIZES[paper]}; margin: 19mm 20mm 18mm;`,
    `  @top-left { content: ${cssString(title)}; ${small} }`,
    `  @top-right { content: ${cssString(kind)}; ${small} }`,
    `  @bottom-right { content: counter(page) ' / ' counter(pages); ${small} } }`,
    `@page :first { margin-top: 14mm; @top-left { content: none; } @top-right { content: none; } }`,
  ].join('\n');
}

/** A text as CSS holds it: whatever is no letter, digit or space is written by its number, so that nothing ends the string. */
function cssString(text: string): string {
  const written = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
  return `'${written}'`;
}
