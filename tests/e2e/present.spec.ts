import type { Page } from '@playwright/test';
import { enterFast, expectCounts } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { counts, enter, newMap, openSecondWindow, placeOf, saved } from './steps.ts';

const LINES = [
  'College A @university',
  'Firm B @enterprise',
  'Bank C @intermediary',
  'College A > Firm B : talent',
];

async function saveView(page: Page, name: string, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(field).toBeFocused();
  await field.fill(name);
  await field.press('Enter');
  const said = page.getByRole('textbox', { name: 'What is said to it' });
  await said.fill(note);
  await said.press('Control+Enter');
  await page.getByRole('button', { name, exact: true }).press('Escape');
  await expect(page.getByRole('dialog', { name: 'Present' })).toBeHidden();
}

test('the second window follows the first: map, selection, spotlight, views, pointer, until it is closed', async ({
  page,
}) => {
  await newMap(page);
  await enterFast(page, LINES);
  await saved(page);
  const second = await openSecondWindow(page);

  await test.step('it shows the map without panels, with its legend, in large letters', async () => {
    expect(await counts(second)).toEqual([3, 1]);
    await expect(second.getByRole('region', { name: 'Legend' })).toHaveCount(1);
    await expect(second.locator('textarea')).toHaveCount(0);
    await expect.poll(() => smallestLetters(second)).toBeGreaterThanOrEqual(17);
    await second.setViewportSize({ width: 1920, height: 1080 });
    await expect.poll(() => smallestLetters(second)).toBeGreaterThanOrEqual(24);
  });

  await test.step('an edit is there at once', async () => {
    const seen = await second.evaluateHandle(timeOfChange);
    const made = await page.evaluate(enterAt, 'Bank C > Firm B : capital');
    const shown = await seen.evaluate(({ change }) => change);
    console.log(`The present window showed an edit after ${(shown - made).toFixed(1)} ms.`);
    await expectCounts(second, { actors: 3, ties: 2 });
  });

  await test.step('the selected and their partners stand in the light', async () => {
    await enter(page, 'College A');
    await page.getByRole('textbox', { name: 'Title of the map' }).focus();
    await page.keyboard.press('Escape');
    const { x, y } = await placeOf(page, 'College A');
    await page.mouse.click(x, y);
    await page.getByRole('button', { name: 'Spotlight', exact: true }).click();
    await expect.poll(() => dimmed(second)).toEqual(['Bank C']);
  });

  await test.step('notes are shown only when that is chosen', async () => {
    await page.getByRole('button', { name: 'Selection', exact: true }).click();
    const notes = page.getByRole('textbox', { name: 'Notes' });
    await notes.fill('Said in confidence');
    await notes.press('Control+Enter');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await saved(page);
    await page.getByRole('button', { name: 'Spotlight', exact: true }).click();
    await expect.poll(() => dimmed(second)).toEqual([]);
    await expect(second.getByTestId('present-window')).not.toContainText('in confidence');
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Show the notes of the selected actor' }).check();
    await expect(second.getByTestId('present-notes')).toContainText('Said in confidence');
    await page.getByRole('checkbox', { name: 'Show the notes of the selected actor' }).uncheck();
    await expect(second.getByTestId('present-notes')).toHaveCount(0);
    await page.getByRole('button', { name: 'Second window' }).press('Escape');
  });

  await test.step('number keys and a clicker go through the saved views', async () => {
    await saveView(page, 'The college', 'Whom it trains');
    await page.mouse.click(640, 120);
    await saveView(page, 'All', 'Everybody');
    await page.mouse.click(640, 120);
    await page.keyboard.press('1');
    await expect(second.getByTestId('caption')).toContainText('Whom it trains');
    await page.keyboard.press('2');
    await expect(second.getByTestId('caption')).toContainText('Everybody');
    await second.keyboard.press('PageUp');
    await expect(second.getByTestId('caption')).toContainText('Whom it trains');
  });

  await test.step('L held points, L struck begins a line', async () => {
    await page.bringToFront();
    await page.keyboard.down('l');
    await page.mouse.move(500, 300);
    await page.mouse.move(520, 310);
    await expect(second.getByTestId('laser')).toBeVisible();
    await page.keyboard.up('l');
    await expect(second.getByTestId('laser')).toHaveCount(0);
    await page.keyboard.press('L');
    await page.keyboard.type('ake D');
    await expect(page.locator('textarea[role="combobox"]')).toHaveValue('Lake D');
    await page.keyboard.press('Enter');
    await expectCounts(second, { actors: 4, ties: 2 });
  });

  await test.step('the last picture stays when the first window is closed', async () => {
    await saved(page);
    await page.close();
    await expect(second.getByTestId('orphan')).toBeVisible();
    expect(await counts(second)).toEqual([4, 2]);
  });
});

test('one window shows the map alone, is still edited by keyboard, and comes back', async ({ page }) => {
  await newMap(page);
  await enterFast(page, LINES);
  await saveView(page, 'First', 'To begin with');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Full screen here' }).click();
  await expect(page.getByRole('textbox', { name: 'Title of the map' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Legend' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByTestId('caption')).toContainText('To begin with');
  await page.keyboard.type('New D');
  await page.keyboard.press('Enter');
  await expectCounts(page, { actors: 4, ties: 1 });
  await page.getByRole('button', { name: 'End the presentation' }).click();
  await expect(page.getByRole('textbox', { name: 'Title of the map' })).toBeVisible();
  await expect(page.getByTestId('caption')).toHaveCount(0);
});

test('a guided session fills the map, and compares who is seen as powerful with who is between', async ({
  page,
}) => {
  await newMap(page);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('button', { name: 'Guided session' }).click();
  const panel = page.getByRole('complementary', { name: 'Guided session' });

  await panel.getByText('University', { exact: true }).click();
  const names = panel.getByRole('textbox', { name: 'Names of actors' });
  await names.fill('Hub, One, Two, Three');
  await names.press('Enter');
  await expect(panel.getByText('4 actors on the map')).toBeVisible();

  await panel.getByRole('button', { name: 'Next step' }).click();
  const links = panel.getByRole('textbox', { name: 'Ties of the type Talent' });
  await links.fill('One > Hub > Two, Three');
  await expect(panel.getByTestId('session-says')).toContainText('Tie 3 pairs');
  await links.press('Enter');
  await expectCounts(page, { actors: 4, ties: 3 });

  await panel.getByRole('button', { name: 'Next step' }).click();
  const goals = panel.getByRole('textbox', { name: 'One', exact: true });
  await goals.fill('growth, staff');
  await goals.press('Enter');

  await panel.getByRole('button', { name: 'Next step' }).click();
  for (const [name, votes] of [
    ['One', 3],
    ['Two', 2],
    ['Three', 1],
  ] as const)
    for (let k = 0; k < votes; k++)
      await panel.getByRole('button', { name: `Raise the influence of ${name}` }).click();
  await panel.getByRole('button', { name: 'Raise the influence of Hub' }).click();
  await panel.getByRole('button', { name: 'Lower the influence of Hub' }).click();
  await expect(panel.getByLabel('Influence of Hub', { exact: true })).toHaveText('0');
  await expect(panel.getByLabel('Influence of One', { exact: true })).toHaveText('3');

  await panel.getByRole('button', { name: 'Next step' }).click();
  await expect(panel.getByTestId('agreement')).toBeVisible();
  await panel.getByRole('button', { name: /^Many paths run through Hub/u }).click();
  await panel.getByRole('combobox').selectOption('Degree');
  await expect(panel.getByRole('button', { name: /^Hub has high degree/u })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await test.step('where it stood is remembered, and nothing is lost', async () => {
    await saved(page);
    await page.reload();
    await saved(page);
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await page.getByRole('button', { name: 'Guided session' }).click();
    await expect(panel.getByRole('button', { name: /Discuss/u })).toHaveAttribute('aria-current', 'step');
    await expect(panel.getByTestId('agreement')).toBeVisible();
  });
});

interface Drawn {
  data(key: 'mark'): { readonly label: { readonly lines: readonly string[] } };
  data(key: 'labelScale'): number | undefined;
  hasClass(name: string): boolean;
  style(name: string): string;
}

interface Canvas {
  readonly _cyreg: { readonly cy: { zoom(): number; nodes(): { toArray(): Drawn[] } } };
}

/** The height in pixels of the smallest letters that are drawn. */
function smallestLetters(page: Page): Promise<number> {
  return page.getByTestId('canvas').evaluate((element) => {
    const { cy } = (element as never as Canvas)._cyreg;
    const named = cy
      .nodes()
      .toArray()
      .filter((node) => !node.hasClass('quiet'));
    return Math.min(...named.map((node) => parseFloat(node.style('font-size')) * cy.zoom()));
  });
}

function dimmed(page: Page): Promise<string[]> {
  return page.getByTestId('canvas').evaluate((element) =>
    (element as never as Canvas)._cyreg.cy
      .nodes()
      .toArray()
      .filter((node) => node.hasClass('dim'))
      .map((node) => node.data('mark').label.lines.join(' ')),
  );
}

/** Runs in the page: enters a line, and says when. */
function enterAt(line: string): number {
  const input = document.querySelector<HTMLTextAreaElement>('textarea[role="combobox"]');
  if (!input) throw new Error('There is no quick entry.');
  input.value = line;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const now = performance.timeOrigin + performance.now();
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  return now;
}

/** Runs in the page: watches from now on; `change` is the time at which the canvas says that the map is another. */
function timeOfChange(): { readonly change: Promise<number> } {
  const canvas = document.querySelector('[data-testid="canvas"]');
  const change = new Promise<number>((resolve) => {
    if (!canvas) return;
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(canvas, { attributeFilter: ['aria-label'] });
  });
  return { change };
}
