import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { counts, enter, newMap, placeOf, saved } from './steps.ts';

/** What actors offer and need, and what they do together: by typing, in the card, in the table, from a file. */

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
});

test('a line says what an actor offers and needs, shows it first, and is one step', async ({ page }) => {
  await enter(page, 'Lab A @university\nFirm B @enterprise');
  await page.keyboard.type('lab a offers tal');
  await expect(page.getByRole('option', { name: 'Skilled talent' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(' 5, Test fields 2; needs orders 3');
  const preview = page.getByTestId('entry-preview');
  await expect(preview).toContainText('Lab A offers Skilled talent 5, Test fields 2');
  await expect(preview).toContainText('Lab A needs Orders and markets 3');
  await expect(preview).toContainText(
    'new resource “Test fields” (dimension: Enterprise economic development)',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await openPanel(page, 'Selection');
  await expect(amount(page, 'Supply', 'Skilled talent')).toHaveValue('5');
  await expect(amount(page, 'Supply', 'Test fields')).toHaveValue('2');
  await expect(amount(page, 'Demand', 'Orders and markets')).toHaveValue('3');

  await enter(page, 'Lab A 提供 人才 0、资金 4');
  await expect(amount(page, 'Supply', 'Skilled talent')).toBeHidden();
  await expect(amount(page, 'Supply', 'Funding')).toHaveValue('4');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(amount(page, 'Supply', 'Skilled talent')).toHaveValue('5');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(amount(page, 'Supply', 'Skilled talent')).toBeHidden();
  expect(await counts(page)).toEqual([2, 0]);
});

test('a mistake in such a line is explained in place and changes nothing', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('A offers 5');
  await expect(page.getByTestId('entry-preview')).toContainText('“5” is an amount without a resource');
  await page.keyboard.press('Enter');
  expect(await counts(page)).toEqual([0, 0]);
});

test('the card takes resources by typing, steps amounts by arrow keys, and lets them go', async ({
  page,
}) => {
  await enter(page, 'Lab A @university');
  await page.keyboard.press('Escape');
  await openPanel(page, 'Selection');
  const add = page.getByRole('combobox', { name: 'Add to supply…' });
  await add.click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(10);
  await add.fill('da 3');
  await page.keyboard.press('Enter');
  await expect(amount(page, 'Supply', 'Industry data')).toHaveValue('3');
  await expect(add).toHaveValue('');
  await add.fill('Patents pool');
  await page.getByRole('option', { name: 'New resource “Patents pool”' }).click();
  await expect(amount(page, 'Supply', 'Patents pool')).toHaveValue('1');

  const data = amount(page, 'Supply', 'Industry data');
  await data.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice')).toContainText('supply');
  await expect(data).toHaveValue('5');
  await data.fill('lots');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“lots” is not a number');
  await expect(data).toHaveValue('5');

  await page.getByRole('button', { name: 'Remove Industry data' }).focus();
  await page.keyboard.press('Enter');
  await expect(data).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove Patents pool' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(add).toBeFocused();
});

test('a word that an input method is composing is never taken as a resource', async ({ page }) => {
  await enter(page, 'Lab A');
  await page.keyboard.press('Escape');
  await openPanel(page, 'Selection');
  const add = page.getByRole('combobox', { name: 'Add to demand…' });
  await add.fill('人才');
  await add.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }),
    ),
  );
  await expect(add).toHaveValue('人才');
  await add.press('Enter');
  await expect(amount(page, 'Demand', 'Skilled talent')).toHaveValue('1');
});

test('the table takes amounts by typing, pasting and filling down; Delete empties cells and spares actors', async ({
  page,
}) => {
  await enter(page, 'A, B, C @enterprise');
  await page.keyboard.press('Escape');
  await openPanel(page, 'Tables');
  await page.getByRole('tab', { name: /^Resources/ }).click();
  const grid = page.getByRole('grid', { name: 'Resources that actors offer' });
  await cell(grid, 'A', 1).click();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(cell(grid, 'A', 1)).toHaveText('5');
  await expect(cell(grid, 'B', 1)).toHaveText('7');
  await expect(cell(grid, 'Total', 1)).toHaveText('12');

  await cell(grid, 'A', 2).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1\t2\n3\t\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(cell(grid, 'A', 3)).toHaveText('2');
  await expect(cell(grid, 'B', 2)).toHaveText('3');
  await page.keyboard.press('Control+z');
  await expect(cell(grid, 'A', 3)).toHaveText('');
  await expect(cell(grid, 'B', 2)).toHaveText('');

  await cell(grid, 'A', 1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell(grid, 'C', 1)).toHaveText('5');
  await expect(cell(grid, 'Total', 1)).toHaveText('15');
  expect(await counts(page)).toEqual([3, 0]);

  await page.keyboard.type('4');
  await page.keyboard.press('Control+Enter');
  await expect(cell(grid, 'Total', 1)).toHaveText('12');
  await page.keyboard.press('Delete');
  await expect(cell(grid, 'Total', 1)).toHaveText('');
  expect(await counts(page)).toEqual([3, 0]);
  await page.keyboard.press('Control+z');
  await expect(cell(grid, 'Total', 1)).toHaveText('12');

  await cell(grid, 'A', 4).click();
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await cell(grid, 'A', 4).click();
  await cell(grid, 'C', 4).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Fill down' }).click();
  await expect(cell(grid, 'Total', 4)).toHaveText('6');

  await page.getByRole('button', { name: 'Demand', exact: true }).click();
  const needed = page.getByRole('grid', { name: 'Resources that actors need' });
  await expect(cell(needed, 'A', 1)).toHaveText('');
  await page.getByRole('textbox', { name: 'Name of a new resource' }).fill('Test fields');
  await page.keyboard.press('Enter');
  await expect(needed.getByRole('button', { name: 'Test fields' })).toBeVisible();
  await saved(page);
});

test('joint projects are made by a line, and edited in the panel of the map, the card and the tie', async ({
  page,
}) => {
  await enter(page, 'A @university\nB @enterprise\nA > B : talent');
  await enter(page, 'project Battery lab: A, B, C');
  await expect.poll(() => counts(page)).toEqual([3, 1]);
  await page.keyboard.press('Escape');
  await openPanel(page, 'Map');
  const project = page.getByRole('region', { name: 'Battery lab' });
  await expect(project.getByRole('button', { name: 'Take C out' })).toBeVisible();
  await project.getByRole('button', { name: 'Take C out' }).click();
  await expect(project.getByRole('button', { name: 'Take C out' })).toBeHidden();
  await project.getByRole('combobox').fill('D');
  await page.getByRole('option', { name: 'New actor “D”' }).click();
  await expect.poll(() => counts(page)).toEqual([4, 1]);
  await expect(project.getByRole('button', { name: 'Take D out' })).toBeVisible();
  await project.getByRole('textbox', { name: 'Name of the project' }).fill('Battery lab 2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Battery lab 2' })).toBeVisible();

  await openPanel(page, 'Selection');
  const [a, b] = [await placeOf(page, 'A'), await placeOf(page, 'B')];
  await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
  await page.getByRole('combobox', { name: 'Joint project' }).selectOption('Battery lab 2');
  await expect(page.getByTestId('notice')).toContainText('Take “A → B” into the project “Battery lab 2”');
  await page.getByRole('button', { name: /From: A/ }).click();
  const own = page.getByRole('region', { name: 'Joint projects' });
  await expect(own.getByRole('button', { name: 'Battery lab 2', exact: true })).toBeVisible();
  await own.getByRole('combobox').fill('Second');
  await page.keyboard.press('Enter');
  await expect(own.getByRole('button', { name: 'Second', exact: true })).toBeVisible();
  await own.getByRole('button', { name: 'Take out of “Battery lab 2”' }).click();
  await expect(own.getByRole('button', { name: 'Battery lab 2', exact: true })).toBeHidden();

  await openPanel(page, 'Map');
  await page.getByRole('button', { name: 'Remove the project: Second' }).click();
  await expect(page.getByRole('region', { name: 'Second' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Battery lab 2' })).toContainText('2 actors · 1 tie');
});

test('a pasted table of resources is recognised, reviewed and given to the actors that are there', async ({
  page,
}) => {
  await enter(page, '金华职院 @university\nFirm B @enterprise');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const rows = [
      '主体\t资源\t供给\t需求',
      '金华职院\t人才\t5\t',
      '金华职院\t试验田\t\t2',
      'New C\t资金\t3\t',
    ];
    clipboardData.setData('text/plain', rows.join('\n'));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  const review = page.getByRole('dialog');
  await expect(review.getByRole('combobox', { name: 'Holds' })).toHaveValue('amounts');
  await expect(review).toContainText('New resources: 试验田');
  await expect(review.getByRole('checkbox', { name: /Actors of the same name are the same/ })).toBeChecked();
  await review.getByRole('button', { name: 'Add to this map' }).click();
  await expect.poll(() => counts(page)).toEqual([3, 0]);
  await enter(page, '金华职院');
  await page.keyboard.press('Escape');
  await openPanel(page, 'Selection');
  await expect(amount(page, 'Supply', 'Skilled talent')).toHaveValue('5');
  await expect(amount(page, 'Demand', '试验田')).toHaveValue('2');
  await page.getByRole('button', { name: /^Undo: Import/ }).click();
  await expect.poll(() => counts(page)).toEqual([2, 0]);
  await expect(amount(page, 'Supply', 'Skilled talent')).toBeHidden();
});

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').or(page.locator('body')).getByTitle(name, { exact: true }).first().click();
}

function amount(page: Page, side: string, resource: string): Locator {
  return page.getByRole('region', { name: side, exact: true }).getByLabel(`Amount of ${resource}`);
}

/** The cell of a column in the row of an actor, the name being column 0. */
function cell(grid: Locator, actor: string, column: number): Locator {
  return grid
    .getByRole('row')
    .filter({ has: grid.page().getByRole('rowheader', { name: actor, exact: true }) })
    .getByRole('gridcell')
    .nth(column - 1);
}
