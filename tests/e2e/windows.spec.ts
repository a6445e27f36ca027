import type { Page } from '@playwright/test';
import { enterFast, expectCounts, exported, newMapAt, openMap } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { counts, saved } from './steps.ts';

const EDITS = 40;
/** More appends than a journal keeps before it is folded into a snapshot. */
const BEYOND_A_FOLD = 210;

/** A chain of actors, one an edit: `edits` actors and one tie less. */
const chain = (letter: string, edits: number): string[] =>
  Array.from({ length: edits }, (_, n) => (n === 0 ? `${letter}0` : `${letter}${n} > ${letter}${n - 1}`));

const both = { actors: 2 * EDITS, ties: 2 * EDITS - 2 };
const one = { actors: EDITS, ties: EDITS - 1 };

test('two windows edit one map at once: both end equal, and nothing is lost', async ({
  page: left,
  context,
  baseURL,
}) => {
  const address = await newMapAt(left, baseURL ?? '');
  const right = await context.newPage();
  await openMap(right, address);
  await Promise.all([enterFast(left, chain('L', EDITS)), enterFast(right, chain('R', EDITS))]);
  for (const window of [left, right]) {
    await expectCounts(window, both);
    await saved(window);
  }

  await test.step('each finds by name what the other made', async () => {
    await Promise.all([
      enterFast(left, [`L${EDITS - 1} > R${EDITS - 1}`]),
      enterFast(right, ['R0 <> L0 : alliance']),
    ]);
    for (const window of [left, right]) await expectCounts(window, { ...both, ties: both.ties + 2 });
  });

  await test.step('a window opened later sees all, and all three hold the same to the letter', async () => {
    const late = await context.newPage();
    await openMap(late, address);
    const everything = await exported(late, 'Ecotone file');
    expect(everything).toContain(`"name":"R${EDITS - 1}"`);
    for (const window of [left, right]) expect(await exported(window, 'Ecotone file')).toBe(everything);
  });
});

test('each window undoes and redoes its own steps alone', async ({ page: left, context, baseURL }) => {
  const address = await newMapAt(left, baseURL ?? '');
  const right = await context.newPage();
  await openMap(right, address);
  await Promise.all([enterFast(left, chain('L', EDITS)), enterFast(right, chain('R', EDITS))]);
  for (const window of [left, right]) await expectCounts(window, both);

  await rewind(left, 'Undo', 'Nothing to undo');
  for (const window of [left, right]) await expectCounts(window, one);
  await expect(button(right, 'Undo')).toBeEnabled();
  await expect(button(right, 'Redo')).toBeDisabled();

  await rewind(right, 'Undo', 'Nothing to undo');
  for (const window of [left, right]) await expectCounts(window, { actors: 0, ties: 0 });

  await Promise.all([rewind(left, 'Redo', 'Nothing to redo'), rewind(right, 'Redo', 'Nothing to redo')]);
  for (const window of [left, right]) {
    await expectCounts(window, both);
    await saved(window);
  }
});

test('a window that slept through messages, and through a fold, catches up when it is looked at', async ({
  page: awake,
  context,
  baseURL,
}) => {
  const address = await newMapAt(awake, baseURL ?? '');
  const sleeper = await context.newPage();
  await sleeper.addInitScript(deafWhileAsleep);
  await openMap(sleeper, address);
  await enterFast(sleeper, ['Sleeper']);
  await expectCounts(awake, { actors: 1, ties: 0 });

  await sleeper.evaluate(() => Object.assign(window, { asleep: true }));
  const sectors = ['university', 'enterprise'];
  const lines = Array.from({ length: BEYOND_A_FOLD }, (_, n) => `Awake @${sectors[n % 2]}`);
  await enterFast(awake, [...lines, 'Awake > Sleeper']);
  await expectCounts(awake, { actors: 2, ties: 1 });
  await saved(awake);
  expect(await counts(sleeper)).toEqual([1, 0]);

  await sleeper.evaluate(() => {
    Object.assign(window, { asleep: false });
    dispatchEvent(new Event('focus'));
  });
  await expectCounts(sleeper, { actors: 2, ties: 1 });

  await enterFast(sleeper, ['Sleeper > Awake']);
  for (const window of [sleeper, awake]) {
    await expectCounts(window, { actors: 2, ties: 2 });
    await saved(window);
  }
});

test('what a window made asleep is found by the one that stayed awake', async ({
  page: awake,
  context,
  baseURL,
}) => {
  await awake.addInitScript(deafWhileAsleep);
  const address = await newMapAt(awake, baseURL ?? '');
  const other = await context.newPage();
  await openMap(other, address);
  await awake.evaluate(() => Object.assign(window, { asleep: true }));
  await Promise.all([enterFast(awake, chain('L', EDITS)), enterFast(other, chain('R', EDITS))]);
  await saved(awake);
  await saved(other);
  expect(await counts(awake)).toEqual([one.actors, one.ties]);

  await awake.evaluate(() => {
    Object.assign(window, { asleep: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  for (const window of [awake, other]) await expectCounts(window, both);
});

test('a window that is closed takes nothing with it', async ({ page: left, context, baseURL }) => {
  const address = await newMapAt(left, baseURL ?? '');
  const right = await context.newPage();
  await openMap(right, address);
  await Promise.all([enterFast(left, chain('L', EDITS)), enterFast(right, chain('R', EDITS))]);
  await saved(right);
  await right.close();
  await expectCounts(left, both);
  await saved(left);

  const again = await context.newPage();
  await openMap(again, address);
  await expectCounts(again, both);
  await expect(button(again, 'Undo')).toBeDisabled();
});

test('a window that is closed before its edit is stored asks first', async ({ page, context, baseURL }) => {
  const address = await newMapAt(page, baseURL ?? '');
  const other = await context.newPage();
  await openMap(other, address);
  await other.evaluate(holdDatabase);

  // typed for real: a browser asks nothing on behalf of a page that nobody touched
  await page.keyboard.type('Unsaved');
  await page.keyboard.press('Enter');
  await expectCounts(page, { actors: 1, ties: 0 });
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saving');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await other.evaluate(() => Object.assign(window, { held: false }));
  await saved(page);
  await expectCounts(other, { actors: 1, ties: 0 });
});

const button = (window: Page, name: 'Undo' | 'Redo') =>
  window.getByRole('button', { name: new RegExp(`^(${name}:|Nothing to ${name.toLowerCase()})`) });

/** Takes back (or brings again) step by step, as far as it goes. */
async function rewind(window: Page, name: 'Undo' | 'Redo', end: string): Promise<void> {
  await window.evaluate(
    async ([start, last]) => {
      for (;;) {
        const found = [...document.querySelectorAll('button')].find((candidate) => {
          const label = candidate.ariaLabel ?? '';
          return label.startsWith(`${start}:`) || label === last;
        });
        if (!found) throw new Error(`There is no button to ${start}.`);
        if (found.ariaLabel === last) return;
        found.click();
        await new Promise((done) => setTimeout(done));
      }
    },
    [name, end] as const,
  );
}

/** Runs in the page before the app: while `asleep` is set, no message of another window is heard, as in a frozen page. */
function deafWhileAsleep(): void {
  const Native = BroadcastChannel;
  window.BroadcastChannel = class extends Native {
    constructor(name: string) {
      super(name);
      this.addEventListener('message', (event) => {
        if ('asleep' in window && window.asleep === true) event.stopImmediatePropagation();
      });
    }
  };
}

/** Runs in the page: keeps a transaction open, so that no other can write, until `held` is no more. */
function holdDatabase(): Promise<void> {
  return new Promise((begun, failed) => {
    const opening = indexedDB.open('ecotone');
    opening.onerror = () => failed(opening.error ?? new Error('The database did not open.'));
    opening.onsuccess = () => {
      Object.assign(window, { held: true });
      const store = opening.result.transaction('records', 'readwrite').objectStore('records');
      const hold = (): void => {
        begun();
        if ('held' in window && window.held === true) store.count().onsuccess = hold;
        else opening.result.close();
      };
      store.count().onsuccess = hold;
    };
  });
}
