import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, placeOf, saved } from './steps.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
});

test('quick entry says what Enter will do, and does it', async ({ page }) => {
  await page.keyboard.type('Battery lab @uni');
  await expect(page.getByTestId('entry-preview')).toContainText('Add Battery lab (University)');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
  await enter(page, 'Battery lab > Maker B, Maker C : talent 3');
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await enter(page, 'Maker B <> Maker C');
  await expect.poll(() => counts(page)).toEqual([3, 3]);
  await saved(page);
});

test('a mistake is explained in place and changes nothing', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('A > B : nonsense');
  await expect(page.getByTestId('entry-preview')).toContainText('There is no tie type “nonsense”');
  await page.keyboard.press('Enter');
  expect(await counts(page)).toEqual([0, 0]);
});

test('a word that an input method is still composing is never submitted', async ({ page }) => {
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /Quick entry/ });
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.value = '金华';
    element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }),
    );
  });
  expect(await counts(page)).toEqual([0, 0]);
  await expect(field).toHaveValue('金华');
  await field.evaluate((element) =>
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
  );
  await field.press('Enter');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
});

test('double click adds an actor there and renames one that is there; each is one step to undo', async ({
  page,
}) => {
  await page.mouse.dblclick(500, 300);
  await page.keyboard.type('Bureau D');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
  const place = await placeOf(page, 'Bureau D');
  expect(Math.hypot(place.x - 500, place.y - 300)).toBeLessThan(3);
  await page.mouse.dblclick(500, 300);
  await page.keyboard.type('Bureau E');
  await page.keyboard.press('Enter');
  await expect.poll(() => nameExists(page, 'Bureau E')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(() => nameExists(page, 'Bureau D')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([0, 0]);
  await page.keyboard.press('Control+y');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
});

test('dragging from the handle ties to an actor, or to a new one on empty ground', async ({ page }) => {
  await page.mouse.dblclick(450, 300);
  await page.keyboard.type('A');
  await page.keyboard.press('Enter');
  await page.mouse.dblclick(750, 300);
  await page.keyboard.type('B');
  await page.keyboard.press('Enter');
  await drag(page, 'A', 750, 300);
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  await drag(page, 'A', 600, 500);
  await page.keyboard.type('C');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
});

test('click on the handle and then on an actor ties without dragging; Esc calls it off', async ({ page }) => {
  await enter(page, 'A, B');
  await page.keyboard.press('Escape');
  const [a, b] = [await placeOf(page, 'A'), await placeOf(page, 'B')];
  await page.mouse.move(a.x, a.y);
  await page.getByRole('button', { name: /Draw a tie/ }).click();
  await expect(page.getByText('Click the other actor')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Click the other actor')).toBeHidden();
  await page.mouse.move(a.x, a.y);
  await page.getByRole('button', { name: /Draw a tie/ }).click();
  await page.mouse.click(b.x, b.y);
  await expect.poll(() => counts(page)).toEqual([2, 1]);
});

test('a tie is picked by clicking its line, and deleted by key; deleting an actor takes its ties', async ({
  page,
}) => {
  await page.mouse.dblclick(450, 300);
  await page.keyboard.type('A');
  await page.keyboard.press('Enter');
  await drag(page, 'A', 750, 420);
  await page.keyboard.type('B');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  await page.mouse.click(600, 360);
  await page.keyboard.press('Delete');
  await expect.poll(() => counts(page)).toEqual([2, 0]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  const a = await placeOf(page, 'A');
  await page.mouse.click(a.x, a.y);
  await page.keyboard.press('Delete');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
});

test('dragging moves an actor as one step; a new actor moves nobody', async ({ page }) => {
  await enter(page, 'A > B, C, D');
  await page.keyboard.press('Escape');
  const before = await placeOf(page, 'B');
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 30, before.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await placeOf(page, 'B')).x - before.x)).toBe(30);
  const places = await Promise.all(['A', 'B', 'C', 'D'].map((name) => placeOf(page, name)));
  await enter(page, 'E > A, B');
  await expect.poll(() => counts(page)).toEqual([5, 5]);
  expect(await Promise.all(['A', 'B', 'C', 'D'].map((name) => placeOf(page, name)))).toEqual(places);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => placeOf(page, 'B')).toEqual(before);
});

test('a box drawn with Shift selects what is in it; Shift and click adds and takes away', async ({
  page,
}) => {
  await enter(page, 'A > B, C, D');
  await page.keyboard.press('Escape');
  const places = await Promise.all(['A', 'B', 'C', 'D'].map((name) => placeOf(page, name)));
  const left = Math.min(...places.map(({ x }) => x)) - 60;
  const top = Math.min(...places.map(({ y }) => y)) - 60;
  await page.keyboard.down('Shift');
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(
    Math.max(...places.map(({ x }) => x)) + 60,
    Math.max(...places.map(({ y }) => y)) + 80,
    { steps: 5 },
  );
  await page.mouse.up();
  const [a] = places;
  await page.mouse.click(a?.x ?? 0, a?.y ?? 0);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Delete');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
  expect(await nameExists(page, 'A')).toBe(true);
});

test('arranging is one step, leaves pinned actors where they are, and is the same each time', async ({
  page,
}) => {
  await enter(page, 'A > B, C, D, E');
  await enter(page, 'B > C');
  await page.keyboard.press('Escape');
  const a = await mapPlaceOf(page, 'A');
  const screen = await placeOf(page, 'A');
  await page.mouse.click(screen.x, screen.y);
  await page.keyboard.press('Alt+p');
  const arrange = page.getByRole('button', { name: 'Arrange', exact: true });
  await arrange.click();
  await expect(page.getByTestId('notice')).toContainText('Arrange');
  const first = await mapPlaceOf(page, 'D');
  expect(await mapPlaceOf(page, 'A')).toEqual(a);
  await page.keyboard.press('Control+z');
  await expect.poll(() => mapPlaceOf(page, 'D')).not.toEqual(first);
  await arrange.click();
  await expect.poll(() => mapPlaceOf(page, 'D')).toEqual(first);
});

test('a click on the legend hides, the chips say what is hidden, Esc shows all', async ({ page }) => {
  await enter(page, 'U1, U2 @university');
  await enter(page, 'F1, F2, F3 @enterprise');
  await enter(page, 'U1 > F1, F2, F3 : talent');
  await page.keyboard.press('Escape');
  const legend = page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('button', { name: /University/ }).click();
  await expect(page.getByTestId('shown')).toHaveText('3 of 5 actors');
  await expect.poll(() => drawn(page)).toBe(3);
  await expect(legend.getByRole('button', { name: /University/ })).toHaveAttribute('aria-pressed', 'false');
  await legend.getByRole('button', { name: /University/ }).click();
  await expect(page.getByTestId('shown')).toBeHidden();
  await legend.getByRole('button', { name: /Talent/ }).click();
  await expect(page.getByTestId('shown')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shown')).toBeHidden();
  await expect.poll(() => drawn(page)).toBe(5);
});

async function drag(page: Page, name: string, x: number, y: number): Promise<void> {
  const from = await placeOf(page, name);
  await page.mouse.move(from.x, from.y);
  const handle = page.getByRole('button', { name: /Draw a tie/ });
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(x - 20, y - 10, { steps: 3 });
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

async function nameExists(page: Page, name: string): Promise<boolean> {
  return placeOf(page, name).then(
    () => true,
    () => false,
  );
}

function drawn(page: Page): Promise<number> {
  return canvas(page).evaluate(
    (element) =>
      (element as never as { _cyreg: { cy: { nodes(): { length: number } } } })._cyreg.cy.nodes().length,
  );
}

async function mapPlaceOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  return placeOf(page, name, 'position');
}
