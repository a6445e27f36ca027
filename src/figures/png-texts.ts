import { strToU8 } from 'fflate';
import { isPng, pngChunk } from '../base/png-chunks.ts';
import type { FigureMetadata } from './metadata.ts';

/** Signature and header: what comes before the first chunk that may hold a text. */
const HEADER = 33;

/** What a PNG says of itself, by keyword: Latin letters, at most 79. */
export type PngTexts = Readonly<Record<string, string>>;

/** As other programs look for it, and our own parameters. */
export function pngTexts({ title, methods, parameters }: FigureMetadata): PngTexts {
  return {
    Title: title,
    Description: methods,
    Software: 'Ecotone',
    'ecotone:parameters': parameters,
  };
}

/**
 * The same PNG with texts written in, each an iTXt chunk in UTF-8; empty ones are left out. Bytes that are not a PNG come
 * back as they are.
 *
 * @param language as BCP 47 has it
 */
export function withTexts(png: Uint8Array, texts: PngTexts, language: string): Uint8Array<ArrayBuffer> {
  if (png.length < HEADER || !isPng(png)) return png.slice();
  const chunks = Object.entries(texts).flatMap(([keyword, text]) =>
    text === '' ? [] : [textChunk(keyword, text, language)],
  );
  const added = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const result = new Uint8Array(png.length + added);
  result.set(png.subarray(0, HEADER));
  let at = HEADER;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  result.set(png.subarray(HEADER), at);
  return result;
}

/** The text is not compressed, so that any program finds it. */
function textChunk(keyword: string, text: string, language: string): Uint8Array {
  return pngChunk('iTXt', strToU8(`${keyword}\0\0\0${language}\0${keyword}\0${text}`));
}
