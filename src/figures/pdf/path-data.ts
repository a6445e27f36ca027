import type { PathStep } from './drawing.ts';
import { outsideSubset } from './outside-subset.ts';

/** How many numbers each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };

/** The steps of a path's data, absolute; curves of second degree become cubic ones of the same course. */
export function pathSteps(data: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { command, numbers } of commandsOf(data)) {
    const absolute = command.toUpperCase();
    const [dx, dy] = command === absolute ? [0, 0] : [x, y];
    const at = (k: number): number => (numbers[k] ?? 0) + (k % 2 === 0 ? dx : dy);
    switch (absolute) {
      case 'M':
        [x, y] = [startX, startY] = [at(0), at(1)];
        steps.push(['M', x, y]);
        break;
      case 'L':
        [x, y] = [at(0), at(1)];
        steps.push(['L', x, y]);
        break;
      case 'H':
        x = at(0);
        steps.push(['L', x, y]);
        break;
      case 'V':
        y = (numbers[0] ?? 0) + dy;
        steps.push(['L', x, y]);
        break;
      case 'Q': {
        const [controlX, controlY, toX, toY] = [at(0), at(1), at(2), at(3)];
        const third = (from: number, control: number): number => from + ((control - from) * 2) / 3;
        const first = [third(x, controlX), third(y, controlY)] as const;
        const second = [third(toX, controlX), third(toY, controlY)] as const;
        steps.push(['C', ...first, ...second, toX, toY]);
        [x, y] = [toX, toY];
        break;
      }
      case 'C':
        steps.push(['C', at(0), at(1), at(2), at(3), at(4), at(5)]);
        [x, y] = [at(4), at(5)];
        break;
      default:
        steps.push(['Z']);
        [x, y] = [startX, startY];
    }
  }
  return steps;
}

interface Command {
  readonly command: string;
  readonly numbers: readonly number[];
}

function commandsOf(data: string): readonly Command[] {
  const parts = data.match(/[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[^\s,]/giu) ?? [];
  const commands: Command[] = [];
  let at = 0;
  let command = '';
  while (at < parts.length) {
    const part = parts[at] ?? '';
    if (/^[a-z]$/iu.test(part)) {
      command = part;
      at++;
    } else if (command === 'M' || command === 'm') {
      // More points after a move are lines.
      command = command === 'M' ? 'L' : 'l';
    } else if (TAKES[command.toUpperCase()] === 0) throw outsideSubset(`"${part}" in the path "${data}"`);
    const count = TAKES[command.toUpperCase()];
    const numbers = parts.slice(at, at + (count ?? 0)).map(Number);
    if (count === undefined || numbers.length < count || !numbers.every(Number.isFinite))
      throw outsideSubset(`"${command || part}" in the path "${data}"`);
    commands.push({ command, numbers });
    at += count;
  }
  return commands;
}
