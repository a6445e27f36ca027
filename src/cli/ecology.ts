import { ok, type Result } from '../base/result.ts';
import type { EcologyAsked } from './arguments.ts';
import type { EcologyResult } from './ecology-result.ts';
import { flowResult } from './flow.ts';
import { flowSource } from './flow-source.ts';
import { nicheResult } from './niche.ts';
import { nicheSource } from './niche-source.ts';
import { symbiosisResult } from './symbiosis.ts';

/** What a command of niches, flows or symbiosis finds in a file. */
export function ecologyOf(asked: EcologyAsked): Result<EcologyResult> {
  const { command, file, options, nicheStated, sinks } = asked;
  if (command === 'niche') {
    const source = nicheSource(file, options, nicheStated);
    return source.ok ? ok(nicheResult(file, source.value, options.overlap)) : source;
  }
  const source = flowSource(file, options, sinks);
  if (!source.ok) return source;
  return ok(command === 'flow' ? flowResult(file, source.value) : symbiosisResult(file, source.value));
}
