import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, saved } from './steps.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
});

const preview = (page: Page) => page.getByTestId('entry-preview');
const line = (page: Page) => page.getByRole('combobox', { name: /Quick entry/ });

/** Types a line key by key, as hands do, and enters it. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveValue('');
}

/** Pastes a text into what has the focus, or into the map. */
async function paste(page: Page, text: string, into: 'line' | 'map' = 'line'): Promise<void> {
  const target = into === 'line' ? line(page) : page.locator('body');
  await target.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('ten actors and twelve ties by the keyboard alone, without any pointer', async ({ page }) => {
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown', 'click', 'touchstart'])
      addEventListener(kind, () => document.body.setAttribute('data-pointer', kind), true);
  });
  const lines = [
    'Jinhua Polytechnic, Zhejiang Normal University @university',
    'Science bureau, Education bureau @government',
    'Motor works, Tool maker, Battery maker, Garment firm @enterprise',
    'Incubator, Trade association @intermediary',
    'Jinhua Polytechnic > Motor works, Tool maker, Garment firm : talent 3',
    'Science bureau > Zhejiang Normal University, Incubator : capital 2',
    'Education bureau > Jinhua Polytechnic : policy',
    'Zhejiang Normal University > Battery maker, Motor works : technology',
    'Incubator <> Trade association',
    'Battery maker > Motor works > Tool maker : knowledge',
    'Trade association > Education bureau : feedback',
  ];
  const began = Date.now();
  for (const text of lines) await type(page, text);
  await expect.poll(() => counts(page)).toEqual([10, 12]);
  console.log(`ten actors and twelve ties, typed key by key: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await expect(page.locator('body')).not.toHaveAttribute('data-pointer', /./);
  await saved(page);
});

test('a weight said again updates the tie, another one beside it is asked for with a plus', async ({
  page,
}) => {
  await enter(page, 'A > B : capital');
  await line(page).fill('A > B : capital 2');
  await expect(preview(page)).toContainText('Update A → B (Capital): weight 1 → 2');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  await line(page).fill('A >+ B : capital 2');
  await expect(preview(page)).toContainText('one more beside those there');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([2, 2]);
});

test('fields are set by name, completed, and explained where a value is of the wrong kind', async ({
  page,
}) => {
  await page.keyboard.type('A @university size=120 from=2021');
  await expect(preview(page)).toContainText('Add A (University; Size 120; From 2021)');
  await page.keyboard.press('Enter');
  await line(page).fill('A si');
  await expect(page.getByRole('option', { name: 'Size=' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('A Size=');
  await page.keyboard.type('many');
  await expect(preview(page)).toContainText('Size is a number; “many” is not');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveValue('A Size=many');
});

test('a dash deletes, says how many ties go with an actor, and is undone as one', async ({ page }) => {
  await enter(page, 'A > B, C : talent');
  await enter(page, 'B > C');
  await line(page).fill('- A > B');
  await expect(preview(page)).toContainText('Delete the tie A → B (Talent)');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await line(page).fill('– C');
  await expect(preview(page)).toContainText('Delete C with 2 ties');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([2, 0]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await line(page).fill('- D');
  await expect(preview(page)).toContainText('there is no “D”');
});

test('a name near to one that is there is asked about, and Tab takes it', async ({ page }) => {
  await enter(page, 'Zhejiang Normal University @university');
  await page.keyboard.type('B > Zhejiang Norml University');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Did you mean Zhejiang Normal University/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('B > Zhejiang Normal University');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
});

test('an unknown sector is offered, and made in the same step', async ({ page }) => {
  await page.keyboard.type('Rural bank @bank');
  await expect(preview(page)).toContainText('There is no sector “bank”');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveValue('Rural bank @bank');
  await expect(page.getByTestId('entry-offer')).toContainText('make the new sector “bank”');
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('bank');
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([0, 0]);
  await expect(page.getByTestId('notice')).toContainText('Undone');
});

test('the up arrow brings back what was entered, and the down arrow goes forward again', async ({ page }) => {
  await enter(page, 'A');
  await enter(page, 'B');
  await page.keyboard.press('ArrowUp');
  await expect(line(page)).toHaveValue('B');
  await page.keyboard.press('ArrowUp');
  await expect(line(page)).toHaveValue('A');
  await page.keyboard.press('ArrowDown');
  await expect(line(page)).toHaveValue('B');
  await page.keyboard.press('ArrowDown');
  await expect(line(page)).toHaveValue('');
});

test('pasted lines are looked at first, leave out what cannot be read, and are one step', async ({
  page,
}) => {
  await line(page).focus();
  await paste(page, 'A > B : talent 3\nC @university\n\nD > D\nE @bank');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('4 new actors');
  await expect(dialog).toContainText('1 line cannot be read');
  await expect(dialog).toContainText('Line 4');
  await expect(dialog).toContainText('New in the vocabulary: “bank”');
  await dialog.getByRole('button', { name: 'Enter without that line' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => counts(page)).toEqual([4, 1]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([0, 0]);
});

test('cells of a spreadsheet pasted on the map become ties, by their header or their place', async ({
  page,
}) => {
  await enter(page, 'Motor works @enterprise');
  await page.keyboard.press('Escape');
  await paste(
    page,
    'From\tTo\tType\tWeight\nCollege\tMotor works\ttalent\t3\nBureau\tCollege\tfunding\t2',
    'map',
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 new actors');
  await expect(dialog).toContainText('2 new ties');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await paste(page, 'College\tuniversity\nBank\tenterprise', 'map');
  await expect(dialog).toContainText('1 new actor');
  await expect(dialog).toContainText('1 actor changed');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([4, 2]);
});

test('a pasted name that is near to one on the map can be said to be that one', async ({ page }) => {
  await enter(page, 'Zhejiang Normal University @university');
  await paste(page, 'Zhejiang Normal Uni > Motor works : talent\nBureau > Motor works : policy');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('3 new actors');
  await dialog.getByLabel('“Zhejiang Normal Uni” is Zhejiang Normal University').check();
  await expect(dialog).toContainText('2 new actors');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await expect.poll(() => counts(page)).toEqual([3, 2]);
});

test('ten thousand pasted lines are read in steps, none of them long, and can be stopped', async ({
  page,
}) => {
  const lines = Array.from({ length: 10_000 }, (_, k) => `Firm ${k} > Firm ${(k * 7) % 5000} : talent`);
  await line(page).focus();
  await page.evaluate(() => {
    const window_ = globalThis as never as { longest: number; entered: Promise<void> };
    window_.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window_.longest = Math.max(window_.longest, duration);
    }).observe({ type: 'longtask' });
    // Watched from within: looking from outside takes time of the page too.
    window_.entered = new Promise((done) => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('[data-testid=pasting] b')) return;
        seen.disconnect();
        done();
      });
      seen.observe(document.body, { subtree: true, childList: true });
    });
  });
  await paste(page, lines.join('\n'));
  const longest = await page.evaluate(async () => {
    const window_ = globalThis as never as { longest: number; entered: Promise<void> };
    await window_.entered;
    return window_.longest;
  });
  console.log(
    `10,000 pasted lines: the longest task while reading took ${longest.toFixed(0)} ms (0: under 50)`,
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('10,000', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await counts(page)).toEqual([0, 0]);
  await paste(page, Array.from({ length: 6 }, () => lines.join('\n')).join('\n'));
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog).toContainText('Nothing has been entered');
  await expect(dialog.getByRole('button', { name: 'Enter it' })).toBeDisabled();
});

test('Chinese names are found by the first letters of their pinyin, and by all of it', async ({ page }) => {
  await enter(page, '浙江师范大学 @university');
  await enter(page, '重庆研究院 @university');
  await page.keyboard.type('zjsf');
  await page.getByRole('option', { name: /浙江师范大学/ }).waitFor();
  await page.keyboard.press('Tab');
  await expect(line(page)).toHaveValue('浙江师范大学');
  await line(page).fill('chongqing');
  await expect(page.getByRole('option', { name: /重庆研究院/ })).toBeVisible();
  await line(page).fill('');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('zjsfdx');
  await expect(page.getByRole('option', { name: /浙江师范大学/ })).toBeVisible();
});

test('a word that an input method composes is entered only when it is done', async ({ page }) => {
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', bubbles: true })),
  );
  await expect(line(page)).toBeFocused();
  const compose = (kind: string, value: string) =>
    line(page).evaluate(
      (element: HTMLTextAreaElement, [name, text]) => {
        if (name === 'key') {
          for (const key of ['Enter', 'Tab', 'ArrowUp', 'Escape'])
            element.dispatchEvent(
              new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
            );
          return;
        }
        element.dispatchEvent(new CompositionEvent(name ?? '', { bubbles: true, data: text ?? '' }));
        element.value = text ?? '';
        element.dispatchEvent(
          new InputEvent('input', { bubbles: true, isComposing: name !== 'compositionend' }),
        );
      },
      [kind, value] as const,
    );
  await compose('compositionstart', 'jin');
  await compose('compositionupdate', 'jinhua');
  await compose('key', '');
  expect(await counts(page)).toEqual([0, 0]);
  await expect(line(page)).toHaveValue('jinhua');
  await compose('compositionend', '金华职院');
  await page.keyboard.press('Enter');
  await expect.poll(() => counts(page)).toEqual([1, 0]);
});

test('the line speaks Chinese', async ({ page }) => {
  await page.evaluate(() =>
    localStorage.setItem(
      'ecotone.preferences',
      JSON.stringify({ language: 'zh', theme: 'light', flags: [] }),
    ),
  );
  await page.goto('/');
  await page.getByRole('button', { name: '新建地图' }).click();
  await expect(canvas(page)).toBeVisible();
  // Han comes from an input method, not from keys: the line is opened first.
  await page.keyboard.press('/');
  await page.keyboard.type('甲学院 @高校 规模=120');
  await expect(preview(page)).toContainText('添加甲学院 (高校；规模 120)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('甲学院 > 乙公司：人才 3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('－甲学院');
  await expect(preview(page)).toContainText('删除甲学院及其 1 条关系');
});
