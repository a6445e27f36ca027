import fs from 'node:fs';
import path from 'node:path';
import type { Language } from '../base/localized.ts';
import type { Result } from '../base/result.ts';
import { installKernels } from '../kernels/kernels.ts';
import { parseArguments, type Command, type EcologyAsked } from './arguments.ts';
import { commandWord } from './command-word.ts';
import { parseDiagnose } from './diagnose-arguments.ts';
import { diagnoseOutput } from './diagnose.ts';
import { isEcology } from './ecology-flags.ts';
import { ecologyCsv, ecologyJson, ecologyText } from './ecology-result.ts';
import { ecologyOf } from './ecology.ts';
import { figureWith } from './figure.ts';
import { helpText } from './help.ts';
import { parseHtml } from './html-arguments.ts';
import { writeHtml } from './html.ts';
import { infoOf, infoText } from './info.ts';
import { readMapFile, type MapFile } from './map-file.ts';
import { parseMethods, parseTable } from './paper-arguments.ts';
import { methodsOutput, tableOutput, type Told } from './paper.ts';
import { parsePlan } from './plan-arguments.ts';
import { planOutput } from './plan.ts';
import { measuresCsv, measuresJson, measuresOf, measuresText } from './measures.ts';

/**
 * Runs the command with these words, the program's own name left out. Results go to standard output; a failure is one
 * line on standard error, with nothing on standard output, and exit code 1.
 */
export function main(words: readonly string[]): void {
  const language = statedLanguage(words) ?? languageOf(process.env);
  // `ecotone … | head` closes the pipe early, which is no failure
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const { command, rest } = commandWord(words);
    if (command === 'diagnose') return diagnoseWith(rest, language);
    if (command === 'plan') return planWith(rest, language);
    if (command === 'figure') return void figureCommand(rest, language).catch(crash);
    if (command === 'table') return paperWith(parseTable(rest), tableOutput, language);
    if (command === 'methods') return paperWith(parseMethods(rest), methodsOutput, language);
    if (command === 'html') return htmlWith(rest, language);
    const asked = parseArguments(words);
    if (!asked.ok) return fail(asked.problem.message[language]);
    const text = run(asked.value, language);
    if (text !== undefined) process.stdout.write(text);
  } catch (error) {
    crash(error);
  }
}

function crash(error: unknown): void {
  fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

function run(command: Command, language: Language): string | undefined {
  if (command.command === 'help') return helpText(language);
  if (isAskedOfEcology(command)) return ecologyOutput(command, language);
  const map = readMapFile(command.file);
  if (!map.ok) {
    fail(map.problem.message[language]);
    return undefined;
  }
  if (command.command === 'info') {
    const info = infoOf(map.value, language);
    return command.output === 'json' ? `${JSON.stringify(info, null, 2)}\n` : infoText(info, language);
  }
  loadKernels();
  return measuresOutput(map.value, command, language);
}

function diagnoseWith(words: readonly string[], language: Language): void {
  const asked = parseDiagnose(words);
  if (!asked.ok) return fail(asked.problem.message[language]);
  if (asked.value === 'help') {
    process.stdout.write(helpText(language));
    return;
  }
  const map = readMapFile(asked.value.file, 'known');
  if (!map.ok) return fail(map.problem.message[asked.value.language ?? language]);
  process.stdout.write(diagnoseOutput(map.value, asked.value, asked.value.language ?? language));
}

function planWith(words: readonly string[], language: Language): void {
  const asked = parsePlan(words);
  if (!asked.ok) return fail(asked.problem.message[language]);
  if (asked.value === 'help') {
    process.stdout.write(helpText(language));
    return;
  }
  const spoken = asked.value.language ?? language;
  const map = readMapFile(asked.value.file, 'known');
  if (!map.ok) return fail(map.problem.message[spoken]);
  loadKernels();
  process.stdout.write(planOutput(map.value, asked.value, spoken));
}

async function figureCommand(words: readonly string[], language: Language): Promise<void> {
  const done = await figureWith(words, language, loadKernels);
  if (!done.ok) return fail(done.problem.message[done.language]);
  if (done.value === 'help') process.stdout.write(helpText(language));
  else {
    process.stdout.write(done.value.output);
    note(done.value.notes);
  }
}

function paperWith<Asked extends { readonly language: Language | undefined }>(
  asked: Result<Asked | 'help'>,
  output: (asked: Asked, language: Language) => Result<Told>,
  language: Language,
): void {
  if (!asked.ok) return fail(asked.problem.message[language]);
  if (asked.value === 'help') {
    process.stdout.write(helpText(language));
    return;
  }
  const spoken = asked.value.language ?? language;
  loadKernels();
  const written = output(asked.value, spoken);
  if (!written.ok) return fail(written.problem.message[spoken]);
  process.stdout.write(written.value.output);
  note(written.value.notes.map((each) => each[spoken]));
}

function htmlWith(words: readonly string[], language: Language): void {
  const asked = parseHtml(words);
  if (!asked.ok) return fail(asked.problem.message[language]);
  if (asked.value === 'help') {
    process.stdout.write(helpText(language));
    return;
  }
  loadKernels();
  const written = writeHtml(asked.value, language);
  if (!written.ok) return fail(written.problem.message[language]);
  process.stdout.write(`${written.value}\n`);
}

function isAskedOfEcology(command: Command): command is EcologyAsked {
  return isEcology(command.command);
}

function ecologyOutput(asked: EcologyAsked, language: Language): string | undefined {
  loadKernels();
  const result = ecologyOf(asked);
  if (!result.ok) {
    fail(result.problem.message[language]);
    return undefined;
  }
  if (asked.output === 'json') return ecologyJson(result.value, language);
  return asked.output === 'csv' ? ecologyCsv(result.value) : ecologyText(result.value, language);
}

function measuresOutput(
  map: MapFile,
  command: Extract<Command, { command: 'measures' }>,
  language: Language,
): string {
  const result = measuresOf(map, command, language);
  if (command.output === 'json') return measuresJson(result);
  return command.output === 'csv' ? measuresCsv(result, map) : measuresText(result, map, language);
}

/** The build puts them beside this program; without them everything is the same, only slower. */
function loadKernels(): void {
  const file = path.join(import.meta.dirname, 'kernels.wasm');
  if (fs.existsSync(file)) installKernels(fs.readFileSync(file));
}

function note(notes: readonly string[]): void {
  for (const each of notes) process.stderr.write(`ecotone: ${each}\n`);
}

function fail(message: string): void {
  process.stderr.write(`ecotone: ${message.replace(/\s+/gu, ' ').trim()}\n`);
  process.exitCode = 1;
}

/** Help, lists and problems are in the language that a command is asked for, too. */
function statedLanguage(words: readonly string[]): Language | undefined {
  const values = words.flatMap((word, k) =>
    word === '--lang' ? [words[k + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [],
  );
  const last = values.at(-1);
  return last === 'en' || last === 'zh' ? last : undefined;
}

/** That of the terminal. */
function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}
