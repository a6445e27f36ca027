import { readFiles, readText } from '../formats/read.ts';
import type { Reading } from '../formats/format.ts';
import type { ReadingTask } from './reading.ts';
import { serve, type Task } from './serve.ts';

function read({ files, text, choices }: ReadingTask): Task<Reading> {
  return text === undefined ? readFiles(files, choices) : readText(text, choices);
}

serve(read);
