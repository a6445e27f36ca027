import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';

export interface NoticeAction {
  readonly label: Localized;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'problem';
  readonly text: Localized;
  readonly action?: NoticeAction;
}

const INFO_MS = 4000;
const PROBLEM_MS = 12_000;

/** The quiet line that says what just happened, and what went wrong. The latest replaces the one before. */
class Notices {
  current = $state.raw<Notice>();
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  info(text: Localized, action?: NoticeAction): void {
    this.#show('info', text, action);
  }

  problem(problem: Problem, action?: NoticeAction): void {
    this.#show('problem', problem.message, action);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }

  #show(kind: Notice['kind'], text: Localized, action: NoticeAction | undefined): void {
    clearTimeout(this.#timer);
    this.current = { id: ++this.#count, kind, text, ...(action && { action }) };
    this.#timer = setTimeout(() => this.dismiss(), kind === 'info' ? INFO_MS : PROBLEM_MS);
  }
}

export const notices = new Notices();
