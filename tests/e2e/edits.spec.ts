import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, placeOf } from './steps.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
});

test('many actors and ties are changed at once in any field: mixed values are shown, each change is one step', async ({
  page,
}) => {
  await enter(page, 'U1 @university');
  await enter(page, 'F1, F2 @enterprise');
  await enter(page, 'U1 offers talent 2');
  await enter(page, 'F1 > U1 : talent 2');
  await enter(page, 'F2 > U1 : capital 5');
  await selectAll(page);
  const panel = await inspector(page, 'Selection');
  const actors = panel.getByRole('region', { name: 'Actors' });
  await expect(actors.getByLabel('Sector')).toHaveValue('');
  await expect(actors.getByLabel(/Amount of Skilled talent/)).toHaveAttribute('placeholder', 'mixed');
  await change(actors.getByLabel('Size'), '40');
  await change(actors.getByLabel('Notes'), 'from the workshop');
  await actors.getByLabel('Sector').selectOption({ label: 'Intermediary' });
  await expect(actors.getByLabel('Sector')).toHaveValue('intermediary');
  await expect(actors.getByLabel('Size')).toHaveValue('40');

  await actors.getByRole('button', { name: 'Select the 2 ties among them' }).click();
  const ties = panel.getByRole('region', { name: 'Ties' });
  await expect(ties.getByLabel('Weight')).toHaveAttribute('placeholder', 'mixed');
  await change(ties.getByLabel('Weight'), '7');
  await ties.getByLabel('Type').selectOption({ label: 'Knowledge' });
  await expect(ties.getByLabel('Weight')).toHaveValue('7');
  await page.keyboard.press('Escape');
  for (const step of [
    'Edit 2 ties',
    'Edit 2 ties',
    'the sector of 3 actors',
    'Edit 3 actors',
    'Edit 3 actors',
  ]) {
    await expect(page.getByRole('button', { name: new RegExp(`^Undo: .*${step}$`) })).toBeVisible();
    await undo(page);
  }
  await expect(page.getByRole('button', { name: /Undo: Tie/ })).toBeVisible();
});

test('two actors become one: ties are joined, what differs is chosen, and undo gives both back', async ({
  page,
}) => {
  await enter(page, 'Jinhua Polytechnic @university');
  await enter(page, 'Jinhua Politechnic @intermediary');
  await enter(page, 'Jinhua Polytechnic > X : talent 2');
  await enter(page, 'Jinhua Politechnic > X : talent 3');
  await enter(page, 'Jinhua Politechnic > Jinhua Polytechnic, Y : capital');
  expect(await counts(page)).toEqual([4, 4]);

  const map = await inspector(page, 'Map');
  await map.getByRole('button', { name: '1 pair may be the same' }).click();
  const list = page.getByRole('dialog', { name: 'May be the same' });
  await expect(list).toContainText('Spelt almost alike');
  await list.getByRole('button', { name: /Merge/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge actors' });
  await expect(dialog.getByRole('radio', { name: /Jinhua Politechnic/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /Jinhua Polytechnic/ }).check();
  await expect(dialog).toContainText('1 tie between them is left out');
  await expect(dialog).toContainText('1 parallel tie is added to another');
  await dialog.getByRole('radio', { name: 'Intermediary' }).check();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(() => counts(page)).toEqual([3, 2]);

  await expect(list).toContainText('No two actors have names that are alike.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Selection' });
  await expect(panel.getByLabel('Sector')).toHaveValue('intermediary');
  await undo(page);
  await expect.poll(() => counts(page)).toEqual([4, 4]);
});

test('a pair that is not the same is not pointed out again, also after a reload', async ({ page }) => {
  await enter(page, 'Hengdian Group, Hengdian Group Holdings');
  await (await inspector(page, 'Map')).getByRole('button', { name: '1 pair may be the same' }).click();
  await page.getByRole('button', { name: /^Not the same:/ }).click();
  const list = page.getByRole('dialog', { name: 'May be the same' });
  await expect(list).toContainText('1 pair was said not to be the same.');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  const map = await inspector(page, 'Map');
  await expect(map.getByRole('button', { name: 'Replace in names…' })).toBeVisible();
  await expect(map.getByRole('button', { name: /may be the same/ })).toBeHidden();
});

test('an actor is split: the ties and resources chosen go to the new one', async ({ page }) => {
  await enter(page, 'College > F1 : talent 2');
  await enter(page, 'College > F2 : talent 2');
  await enter(page, 'College offers talent 5');
  await clickActor(page, 'College');
  const panel = await inspector(page, 'Selection');
  await panel.getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split “College”' });
  await dialog.getByLabel('Name of the new actor').fill('College institute');
  await dialog.getByRole('checkbox', { name: /F2/ }).check();
  await dialog.getByRole('checkbox', { name: /Supply/ }).check();
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await expect.poll(() => counts(page)).toEqual([4, 2]);
  await expect(page.getByTestId('what-changed')).toContainText('2 separate parts (was 1)');
  await undo(page);
  await expect.poll(() => counts(page)).toEqual([3, 2]);
});

test('names are replaced after a preview from which changes can be left out', async ({ page }) => {
  await enter(page, 'Jin Hua Firm, Jin Hua Bank, Jinhuang, Other');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.getByRole('search').getByRole('button', { name: 'Replace in names…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find and replace in names' });
  await dialog.getByLabel('Find').fill('jin hua');
  await dialog.getByLabel('Replace by').fill('Jinhua');
  await expect(dialog.getByRole('status')).toHaveText('2 changes');
  await dialog.getByRole('checkbox', { name: 'Jin Hua Bank' }).uncheck();
  await expect(dialog.getByRole('status')).toHaveText('1 of 2 changes');
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(() => exists(page, 'Jinhua Firm')).toBe(true);
  expect(await exists(page, 'Jin Hua Bank')).toBe(true);
  await undo(page);
  await expect.poll(() => exists(page, 'Jin Hua Firm')).toBe(true);
});

test('after each edit a line says what it did to the network; the log has every step and is saved', async ({
  page,
}) => {
  const line = page.getByTestId('what-changed');
  await enter(page, 'A > B : talent');
  await enter(page, 'C > D : talent');
  await expect(line).toContainText('2 separate parts (was 1)');
  await enter(page, 'B > C : talent');
  await expect(line).toContainText('The 2 parts of the network are now one');
  await undo(page);
  await expect(line).toContainText('2 separate parts (was 1)');

  await line.getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'Session log' });
  const first = dialog.getByRole('listitem').first();
  await expect(first).toContainText('Undone: Tie');
  await expect(first).toContainText('2 separate parts');
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  const csv = await saved(page, 'Save as CSV');
  expect(csv.split('\r\n')[0]).toBe('\ufeffTime,Step,What it changed');
  expect(csv).toContain('The 2 parts of the network are now one');
  expect(await saved(page, 'Save as Markdown')).toContain('| Time | Step | What it changed |');

  await dialog.getByLabel('Show under the map what each edit changed').uncheck();
  await page.keyboard.press('Escape');
  await expect(line).toBeEmpty();
});

test('a new actor moves nobody; tidying moves only the selected ones, or all, as one step', async ({
  page,
}) => {
  await enter(page, 'A > B, C, D, E');
  await page.keyboard.press('Escape');
  const names = ['A', 'B', 'C', 'D', 'E'];
  const places = (): Promise<unknown[]> => Promise.all(names.map((name) => placeOf(page, name, 'position')));
  const before = await places();
  await enter(page, 'New > A, B');
  await expect.poll(() => counts(page)).toEqual([6, 6]);
  expect(await places()).toEqual(before);

  // Out of place: far from its partners.
  await page.keyboard.press('Escape');
  await clickActor(page, 'E');
  for (let k = 0; k < 12; k++) await page.keyboard.press('Shift+ArrowRight');
  const away = await places();
  expect(away[4]).not.toEqual(before[4]);
  await page.getByRole('button', { name: 'How to arrange' }).click();
  await page.getByRole('button', { name: 'Tidy selection' }).click();
  await expect(page.getByRole('button', { name: 'Undo: Tidy 1 actor' })).toBeVisible();
  const tidied = await places();
  expect(tidied.slice(0, 4)).toEqual(away.slice(0, 4));
  expect(tidied[4]).not.toEqual(away[4]);
  await undo(page);
  await expect.poll(places).toEqual(away);
  await page.getByRole('button', { name: 'How to arrange' }).click();
  await page.getByRole('button', { name: 'Tidy all' }).click();
  await expect(page.getByRole('button', { name: 'Undo: Tidy the map' })).toBeVisible();
  await undo(page);
  await expect.poll(places).toEqual(away);
});

async function inspector(page: Page, name: string) {
  const panel = page.getByRole('complementary', { name });
  if (!(await panel.isVisible())) await page.getByRole('button', { name, exact: true }).click();
  await expect(panel).toBeVisible();
  return panel;
}

async function selectAll(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Undo: / }).click();
}

async function change(field: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  await field.fill(value);
  await field.blur();
}

async function clickActor(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  const { x, y } = await placeOf(page, name);
  await page.mouse.click(x, y);
}

async function exists(page: Page, name: string): Promise<boolean> {
  await expect(canvas(page)).toBeVisible();
  return placeOf(page, name).then(
    () => true,
    () => false,
  );
}

async function saved(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await downloading).path(), 'utf8');
}
