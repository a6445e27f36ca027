import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

const SHARED = resolve('../shared/oracles');

/** Declares the tests for the reference values kept here, and for all of them where they are at hand. */
export function compareReferences(compareAll: (folder: string) => void): void {
  describe('the reference values kept here', () => {
    compareAll(resolve('tests/fixtures/oracles'));
  });

  const present = existsSync(SHARED);
  describe.skipIf(!present)(
    present ? 'all reference values' : 'all reference values (skipped: ../shared/oracles is not there)',
    () => {
      if (present) compareAll(SHARED);
    },
  );
}
