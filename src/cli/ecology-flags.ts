import { problem, type Problem } from '../base/problem.ts';

/** The commands of niches, flows and symbiosis, and the flags that each takes beside those of every command. */
export const ECOLOGY_FLAGS = {
  niche: ['--niche', '--niche-states', '--availability', '--overlap'],
  flow: ['--currency', '--lambda', '--sinks'],
  symbiosis: ['--currency', '--lambda'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EcologyCommand = keyof typeof ECOLOGY_FLAGS;

export function isEcology(command: string | undefined): command is EcologyCommand {
  return command !== undefined && Object.hasOwn(ECOLOGY_FLAGS, command);
}

/** The first flag that the command does not take, as a problem. */
export function strayFlag(command: EcologyCommand, flags: Iterable<string>): Problem | undefined {
  const taken: readonly string[] = ECOLOGY_FLAGS[command];
  const stray = [...flags].find((flag) => !['--json', '--csv', ...taken].includes(flag));
  return stray === undefined
    ? undefined
    : problem('not-of-command', {
        en: `${command} takes ${taken.join(', ')}, --json and --csv, not ${stray}.`,
        zh: `${command} 只接受 ${taken.join('、')}、--json 和 --csv，不接受 ${stray}。`,
      });
}

/** Whether what is exported and what is lost leave by one sink, or by one each. */
export const SINKS = ['one', 'two'] as const;
export type Sinks = (typeof SINKS)[number];
