import { seededRandom } from '../../src/base/random.ts';
import { enterFast, expectCounts, newMapAt, openMap } from './driving.ts';
import { expect, test, type KillableBrowser } from './fixtures.ts';
import { counts, saved } from './steps.ts';

const CYCLES = process.env['ECOTONE_LONG'] ? 200 : 25;
/** A map is begun anew after so many kills: it has been folded several times by then. */
const CYCLES_A_MAP = 25;
/** Milliseconds of editing before the kill. */
const LONGEST_EDITING = 1000;
/** Milliseconds between bursts of edits, so that the window comes to say "saved" now and then. */
const LONGEST_PAUSE = 160;
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
    const pauses = Array.from({ length: 64 }, () => (random() < 0.8 ? 0 : random() * LONGEST_PAUSE));
    await page.evaluate(editAndWatch, { next: survived + 1, pauses });
    // The kill is meant to meet the edits at any moment: there is no state to wait for.
    await new Promise((done) => setTimeout(done, moment));
    await kill();
    edits += seenAsSaved - survived;
    log.push(`${moment} ms: ${seenAsSaved - survived} edits saved on top of ${survived + 1}`);
  }
  expect(edits, 'the kills met a window that was saving').toBeGreaterThan(CYCLES);
  console.log(`seed ${SEED}; killed after\n  ${log.join('\n  ')}`);
});

/** The first thing a window does with a long journal is to fold it: that may not lose anything either. */
async function killWhileOpening(
  launch: () => Promise<KillableBrowser>,
  address: string,
  moment: number,
): Promise<void> {
  const { page, kill } = await launch();
  await page.goto(address, { waitUntil: 'commit' });
  await new Promise((done) => setTimeout(done, moment));
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
