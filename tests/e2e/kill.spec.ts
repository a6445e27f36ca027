import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/base/random.ts';
import { enterFast, expectCounts, newMapAt, openMap } from './driving.ts';
import { expect, test, type KillableBrowser } from './fixtures.ts';
import { counts, saved } from './steps.ts';

const CYCLES = process.env['ECOTONE_LONG'] ? 200 : 25;
/** A map is begun anew after so many kills: it has been folded several times by then. */
const CYCLES_A_MAP = 25;
/** Milliseconds of editing before the kill. */
const LONGEST_EDITING = 1000;
/** Milliseconds that the first edits may take to be saved. */
const LONGEST_WAIT = 5000;
/** Milliseconds between bursts of edits, so that the window comes to say "saved" now and then. */
const PAUSES = [20, 60, 160, 500];
const SEED = Number(process.env['ECOTONE_SEED'] ?? 20_260_101);

/**
 * Edit n adds actor An and ties it to A(n-1). A map of `actors` actors and one tie less can therefore only hold an
 * unbroken run of edits: without one in the middle, the tie that the next one made would miss an end.
 */
const edit = (n: number): string => (n === 0 ? 'A0' : `A${n} > A${n - 1}`);

test(`whatever was shown as saved is there after each of ${CYCLES} kills in the middle of edits`, async ({
  launchKillable,
  baseURL,
}) => {
  test.setTimeout(CYCLES * 15_000);
  const random = seededRandom(SEED);
  const home = baseURL ?? '';
  let address = '';
  let seenAsSaved = -1;
  let edits = 0;
  const log: string[] = [];

  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const isNew = cycle % CYCLES_A_MAP === 0;
    if (!isNew && random() < 0.2) await killWhileOpening(launchKillable, address, random() * 500);
    const { page, kill } = await launchKillable();
    if (isNew) address = await newMapAt(page, home);
    else await openMap(page, address);
    const [survived, ties] = await counts(page);
    if (!isNew) {
      expect(survived, `edits up to ${seenAsSaved} were shown as saved (seed ${SEED})`).toBeGreaterThan(
        seenAsSaved,
      );
      expect(ties, 'every tie has both ends, and none is missing').toBe(survived - 1);
    }

    // The next edit finds its partner, so the run of edits is the one that begins with A0.
    await enterFast(page, [edit(survived)]);
    await expectCounts(page, { actors: survived + 1, ties: survived });
    await saved(page);

    seenAsSaved = survived;
    await page.exposeFunction('shownAsSaved', (n: number) => (seenAsSaved = Math.max(seenAsSaved, n)));
    const moment = Math.round(20 + random() * LONGEST_EDITING);
    const pauses = Array.from({ length: 64 }, () =>
      random() < 0.8 ? 0 : (PAUSES[Math.floor(random() * PAUSES.length)] ?? 0),
    );
    await page.evaluate(editAndWatch, { next: survived + 1, pauses });
    // The kill is meant to meet the edits at any moment: there is no state to wait for.
    await after(moment);
    // a slow machine may not have saved anything yet
    for (let waited = 0; seenAsSaved < survived + 2 && waited < LONGEST_WAIT; waited += 50) await after(50);
    await after(random() * 50);
    await kill();
    edits += seenAsSaved - survived;
    log.push(`${moment} ms: ${seenAsSaved - survived} edits saved on top of ${survived + 1}`);
  }
  expect(edits, 'the kills met a window that was saving').toBeGreaterThan(CYCLES);
  console.log(`seed ${SEED}; killed after\n  ${log.join('\n  ')}`);
});

test('a write that a kill tears in two takes no other with it', async ({ launchKillable, baseURL }) => {
  const first = await launchKillable();
  const address = await newMapAt(first.page, baseURL ?? '');
  await enterFast(first.page, [edit(0), edit(1)]);
  await expectCounts(first.page, { actors: 2, ties: 1 });
  await saved(first.page);
  await first.kill();
  const torn = logsOf(first.profile);
  expect(torn.length, 'the browser keeps its records in logs, as Chromium does').toBeGreaterThan(0);
  for (const log of torn) appendFileSync(log, TORN_WRITE);

  const second = await launchKillable();
  await openMap(second.page, address);
  await enterFast(second.page, [edit(2)]);
  await expectCounts(second.page, { actors: 3, ties: 2 });
  await saved(second.page);
  await expect.poll(() => torn.filter(existsSync), 'nothing is written behind a torn write').toEqual([]);
  await second.kill();

  const third = await launchKillable();
  await openMap(third.page, address);
  await expectCounts(third.page, { actors: 3, ties: 2 });
});

/** The head of a record of 400 bytes, of which none follows: checksum, length, kind. */
const TORN_WRITE = Uint8Array.of(1, 2, 3, 4, 0x90, 1, 1);

/** The files that the browser appends its records of this app to. */
function logsOf(profile: string): string[] {
  const folder = join(profile, 'Default/IndexedDB');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.log')).map((file) => join(folder, file));
}

function after(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The first thing a window does with a long journal is to fold it: that may not lose anything either. */
async function killWhileOpening(
  launch: () => Promise<KillableBrowser>,
  address: string,
  moment: number,
): Promise<void> {
  const { page, kill } = await launch();
  await page.goto(address, { waitUntil: 'commit' });
  await after(moment);
  await kill();
}

/**
 * Runs in the page: makes one edit after the other, each in a task of its own, and tells the test of every moment at
 * which the window says "saved": all edits made until then count as saved. The window is right at the end of a task, and
 * only that is seen.
 */
function editAndWatch({ next, pauses }: { next: number; pauses: number[] }): void {
  const { shownAsSaved } = window as unknown as { shownAsSaved: (n: number) => void };
  const state = document.querySelector<HTMLElement>('[data-testid="save-state"]');
  const input = document.querySelector<HTMLTextAreaElement>('textarea[role="combobox"]');
  if (!state || !input) throw new Error('The map is not open.');
  let made = next - 1;
  new MutationObserver(() => {
    if (state.dataset['state'] === 'saved') shownAsSaved(made);
  }).observe(state, { attributes: true });
  const step = (): void => {
    input.value = `A${made + 1} > A${made}`;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    made++;
    setTimeout(step, pauses[made % pauses.length]);
  };
  step();
}
