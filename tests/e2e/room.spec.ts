import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test';
import { chromium } from '@playwright/test';
import { resolve } from 'node:path';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { openRoom } from '../../scripts/room-server.mjs';
import { SCHEMA_VERSION } from '../../src/model/schema-version.ts';
import { enterFast, expectCounts, exported, newMapAt } from './driving.ts';
import { expect, test as base } from './fixtures.ts';
import { counts, placeOf, saved } from './steps.ts';

type Room = Awaited<ReturnType<typeof openRoom>>;

const ROOM = { folder: resolve('dist'), room: 'workshop', key: 'sesame0123456789', schema: SCHEMA_VERSION };

interface Fixtures {
  /** Opens a room, on a free port unless told otherwise. It is closed after the pages. */
  startRoom: (options?: Partial<Parameters<typeof openRoom>[0]>) => Promise<Room>;
}

const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see what a fixture needs
  startRoom: async ({}, use) => {
    const rooms: Room[] = [];
    await use(async (options = {}) => {
      const opened = await openRoom({ ...ROOM, port: 0, ...options });
      rooms.push(opened);
      return opened;
    });
    for (const opened of rooms) await opened.close();
  },
  // A page outlives no room: it would report that it cannot reach it.
  context: async ({ startRoom: _, context }, use) => use(context),
  openFreshProfile: async ({ startRoom: _, openFreshProfile }, use) => use(openFreshProfile),
});

const chip = (page: Page) => page.getByTestId('room');

/** Follows the link in a browser of its own, as another laptop would. */
async function follow(page: Page, link: string, name = ''): Promise<void> {
  await page.addInitScript((called) => {
    if (called !== '' && localStorage.getItem('ecotone.room') === null)
      localStorage.setItem('ecotone.room', JSON.stringify({ name: called }));
  }, name);
  await page.goto(link);
}

/** Makes a map and shares it. */
async function host(page: Page, link: string, lines: readonly string[]): Promise<void> {
  await follow(page, link, 'Ada');
  await expect(page.getByTestId('lobby')).toContainText('No map is shared yet');
  await page.getByRole('button', { name: 'New map' }).click();
  await saved(page);
  await enterFast(page, lines);
  await page.getByRole('button', { name: 'Share this map' }).click();
  await expect(chip(page)).toHaveAttribute('data-phase', 'sharing');
}

async function together(pages: readonly Page[]): Promise<void> {
  for (const page of pages) await expect(chip(page)).toContainText(`${pages.length} here`);
}

const roundNames = (page: Page) => page.getByRole('textbox', { name: 'Name of the round' });

/** Keeps the present state as a round of this name; the newest stands first. */
async function keepRound(page: Page, name: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Rounds' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Rounds', exact: true }).click();
  const known = await roundNames(page).count();
  await panel.getByRole('button', { name: 'Keep this state' }).click();
  await expect(roundNames(page)).toHaveCount(known + 1);
  await roundNames(page).first().fill(name);
  await roundNames(page).first().press('Enter');
}

const chain = (letter: string, edits: number): string[] =>
  Array.from({ length: edits }, (_, n) => (n === 0 ? `${letter}0` : `${letter}${n} > ${letter}${n - 1}`));

test('two laptops edit one map, are cut off, go on alone, and end equal with nothing lost', async ({
  page: ada,
  openFreshProfile,
  startRoom,
  problems,
}) => {
  const room = await startRoom();
  await host(ada, room.link, ['Ada']);
  const ben = await openFreshProfile();
  await follow(ben, room.link, 'Ben');
  // The room's only map opens by itself, as the same map.
  await expectCounts(ben, { actors: 1, ties: 0 });
  expect(ben.url().split('#')[1]).toBe(ada.url().split('#')[1]);
  await together([ada, ben]);

  await Promise.all([enterFast(ada, chain('L', 20)), enterFast(ben, chain('R', 20))]);
  for (const page of [ada, ben]) await expectCounts(page, { actors: 41, ties: 38 });

  await test.step('a room that vanishes is said once; work goes on and is saved', async () => {
    // The app itself comes from the room's server too: from here on from the service worker.
    await ben.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await room.close();
    for (const page of [ada, ben]) {
      await expect(chip(page)).toContainText('Room away');
      await expect(page.getByTestId('notice')).toContainText('The room does not answer');
    }
    await Promise.all([enterFast(ada, chain('M', 10)), enterFast(ben, [...chain('S', 10), 'R0 > L0'])]);
    await expectCounts(ada, { actors: 51, ties: 47 });
    await expectCounts(ben, { actors: 51, ties: 48 });
    for (const page of [ada, ben]) await saved(page);
  });

  await test.step('a laptop that is loaded anew meanwhile has all it had', async () => {
    await ben.reload();
    await expectCounts(ben, { actors: 51, ties: 48 });
  });

  await test.step('a room that is back, empty, gets everything from those who were in it', async () => {
    await startRoom({ port: room.port });
    for (const page of [ada, ben]) await expectCounts(page, { actors: 61, ties: 57 });
    await together([ada, ben]);
    for (const page of [ada, ben]) await saved(page);
    const [one, other] = [await exported(ada, 'Ecotone file'), await exported(ben, 'Ecotone file')];
    expect(one).toContain('"name":"S9"');
    expect(other).toBe(one);
  });

  await test.step('each takes back its own steps alone', async () => {
    await ada.keyboard.press('Control+z');
    for (const page of [ada, ben]) await expectCounts(page, { actors: 60, ties: 56 });
  });

  await test.step('whoever leaves keeps the map, and hears no more of it', async () => {
    await chip(ben).getByRole('button', { name: 'The room' }).click();
    await ben.getByRole('button', { name: 'Leave the room' }).click();
    await expect(chip(ben)).toBeHidden();
    await together([ada]);
    await enterFast(ada, ['Later']);
    await expectCounts(ada, { actors: 61, ties: 56 });
    expect(await counts(ben)).toEqual([60, 56]);
    await ben.reload();
    await expectCounts(ben, { actors: 60, ties: 56 });
  });

  // A browser reports each attempt to reach a server that is away.
  expect(problems.filter((problem) => !/WebSocket connection to/u.test(problem))).toEqual([]);
  problems.length = 0;
});

test('names, pointers and selections of the others are shown, until one would rather not', async ({
  page: ada,
  openFreshProfile,
  startRoom,
}) => {
  const room = await startRoom();
  await host(ada, room.link, ['College', 'Firm']);
  const ben = await openFreshProfile();
  await follow(ben, room.link, 'Ben');
  await together([ada, ben]);
  const place = await placeOf(ben, 'College');
  await ben.mouse.click(place.x, place.y);
  await expect(ada.getByTestId('other-pointer')).toHaveText('Ben');
  await expect(ada.getByTestId('other-selection')).toHaveCount(1);

  await chip(ben).getByRole('button', { name: 'The room' }).click();
  await expect(ben.getByRole('list', { name: 'Who is here' })).toContainText('Ada');
  await ben.getByLabel('Your name').fill('王老师');
  await ben.getByLabel('Your name').press('Enter');
  await ben.getByLabel('Show pointers and selections').uncheck();
  await expect(ada.getByTestId('other-pointer')).toHaveCount(0);
  await expect(ada.getByTestId('other-selection')).toHaveCount(0);
  await chip(ada).getByRole('button', { name: 'The room' }).click();
  await expect(ada.getByRole('list', { name: 'Who is here' })).toContainText('王老师');
});

test('a wrong key, another version and a full room are refused in words, and nothing is shared', async ({
  page,
  openFreshProfile,
  startRoom,
}) => {
  const room = await startRoom();
  await follow(page, room.link.replace('sesame', 'thieve'));
  await expect(page.getByRole('alert').first()).toContainText('The room does not know this key');
  await expect(page.getByTestId('lobby')).toBeHidden();

  const other = await startRoom({ schema: SCHEMA_VERSION + 1 });
  const late = await openFreshProfile();
  await follow(late, other.link);
  await expect(late.getByRole('alert').first()).toContainText('different versions');

  const full = await startRoom({ people: 1 });
  await follow(late, full.link);
  await expect(late.getByTestId('lobby')).toContainText('No map is shared yet');
  const third = await openFreshProfile();
  await follow(third, full.link);
  await expect(third.getByRole('alert').first()).toContainText('The room is full');
});

test('a map of one’s own is never mixed with another of the room', async ({
  page: ada,
  openFreshProfile,
  startRoom,
}) => {
  const room = await startRoom();
  await host(ada, room.link, ['Ada']);
  const ben = await openFreshProfile();
  await newMapAt(ben, room.url);
  await enterFast(ben, ['Own', 'Own too']);
  await saved(ben);
  const own = ben.url();
  await follow(ben, room.link);
  await expectCounts(ben, { actors: 1, ties: 0 });
  expect(ben.url()).not.toBe(own);
  await ben.goto(own);
  await expectCounts(ben, { actors: 2, ties: 0 });
  await expect(chip(ben)).toHaveAttribute('data-phase', 'in');
  expect(await counts(ada)).toEqual([1, 0]);
});

test('rounds are the same for all, and the room keeps them with the map', async ({
  page: ada,
  openFreshProfile,
  startRoom,
}, testInfo) => {
  const keep = testInfo.outputPath('kept');
  const room = await startRoom({ keep });
  await host(ada, room.link, ['Ada']);
  await keepRound(ada, 'Before');
  const ben = await openFreshProfile();
  await follow(ben, room.link, 'Ben');
  await together([ada, ben]);
  await ben.getByRole('button', { name: 'Rounds', exact: true }).click();
  await expect(roundNames(ben)).toHaveValue('Before');
  await enterFast(ben, ['Ben > Ada']);
  await keepRound(ben, 'With Ben');
  await expect(roundNames(ada)).toHaveCount(2);
  await expect(roundNames(ada).first()).toHaveValue('With Ben');
  const [one, other] = [await exported(ada, 'Ecotone file'), await exported(ben, 'Ecotone file')];
  expect(one).toContain('"name":"Before"');
  expect(other).toBe(one);

  await test.step('whoever misses a deleted one brings it back for all', async () => {
    await ada.getByRole('button', { name: 'Delete the round “Before”' }).click();
    await expect(roundNames(ben)).toHaveCount(1);
    await expect(roundNames(ben)).toHaveValue('With Ben');
    const notice = ben.getByTestId('notice');
    await expect(notice).toContainText('Someone in the room deleted the round “Before”');
    await notice.getByRole('button', { name: 'Keep' }).click();
    for (const page of [ada, ben]) await expect(roundNames(page)).toHaveCount(2);
  });

  await test.step('a room that is opened again has them for those who were not there', async () => {
    for (const page of [ada, ben]) await page.close();
    await room.close();
    const again = await startRoom({ keep });
    const cai = await openFreshProfile();
    await follow(cai, again.link);
    await expectCounts(cai, { actors: 2, ties: 1 });
    await cai.getByRole('button', { name: 'Rounds', exact: true }).click();
    await expect(roundNames(cai)).toHaveCount(2);
    await expect(roundNames(cai).last()).toHaveValue('Before');
    await cai.getByRole('button', { name: 'Look' }).last().click();
    await expectCounts(cai, { actors: 1, ties: 0 });
  });
});

test('of two windows of one browser one is in the room, and brings what the other does', async ({
  page: first,
  context,
  openFreshProfile,
  startRoom,
}) => {
  const room = await startRoom();
  await host(first, room.link, ['Ada']);
  const ben = await openFreshProfile();
  await follow(ben, room.link, 'Ben');
  await together([first, ben]);
  const second = await context.newPage();
  await follow(second, room.link);
  await expect(chip(second)).toHaveAttribute('data-phase', 'beside');
  await enterFast(second, ['From the second window > Ada']);
  for (const page of [first, second, ben]) await expectCounts(page, { actors: 2, ties: 1 });
  await together([first, ben]);

  await first.close();
  await expect(chip(second)).toHaveAttribute('data-phase', 'sharing');
  await enterFast(ben, ['Ben > Ada']);
  for (const page of [second, ben]) await expectCounts(page, { actors: 3, ties: 2 });
});

test('a room that sends what is no map is left, which is said once; the map is unharmed and work goes on', async ({
  page,
  startRoom,
}) => {
  const room = await startRoom();
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/room$/u, (line) => {
    line.connectToServer();
    lines.push(line);
  });
  await host(page, room.link, chain('L', 5));
  await saved(page);
  lines[0]?.send(Buffer.from(garbage(page.url().split('#map=')[1] ?? '')));
  await expect(page.getByTestId('notice')).toContainText('The room sent something that is no part of a map');
  await expect(chip(page)).toBeHidden();
  await page.getByTestId('notice').getByRole('button', { name: 'Close' }).click();
  await enterFast(page, ['After > L0']);
  await saved(page);
  await page.reload();
  await expectCounts(page, { actors: 6, ties: 5 });
  await expect(chip(page)).toBeHidden();
  await expect(page.getByTestId('notice')).toHaveCount(0);
  expect(lines).toHaveLength(1);
});

/** A message for the room's copy of a map whose change is none. */
function garbage(mapId: string): number[] {
  const name = [...`${ROOM.room}/${mapId}`].map((letter) => letter.charCodeAt(0));
  return [name.length, ...name, 0, 2, 5, 9, 9, 9, 9, 9];
}

test('with no room joined no connection is ever opened', async ({ page, baseURL }) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await newMapAt(page, baseURL ?? '');
  await enterFast(page, chain('L', 5));
  await saved(page);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await page.getByRole('button', { name: 'Share in this room…' }).click();
  await page.getByLabel('Link of the room').fill('http://elsewhere.test/#room=a&key=b');
  await expect(page.getByRole('link', { name: 'elsewhere.test' })).toBeVisible();
  await page.getByLabel('Link of the room').fill('no link');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('alert')).toContainText('This is no link of a room');
  expect(sockets).toEqual([]);
});

test.describe('on plain http', () => {
  let browserContext: BrowserContext | undefined;

  test.afterEach(async () => {
    await browserContext?.browser()?.close();
    browserContext = undefined;
  });

  test('a browser without Web Locks, service worker and clipboard edits, stores and shares', async ({
    page: ada,
    startRoom,
  }) => {
    const room = await startRoom();
    await host(ada, room.link, ['Ada']);
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      args: [...browserArguments, '--host-resolver-rules=MAP room.test 127.0.0.1'],
      ...(executablePath ? { executablePath } : {}),
    });
    browserContext = await browser.newContext({ locale: 'en-GB' });
    const errors: string[] = [];
    browserContext.on('weberror', (error) => errors.push(String(error.error())));
    browserContext.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const ben = await browserContext.newPage();
    await follow(ben, room.link.replace('localhost', 'room.test'), 'Ben');
    await together([ada, ben]);
    expect(
      await ben.evaluate(() => [isSecureContext, 'locks' in navigator, 'serviceWorker' in navigator]),
    ).toEqual([false, false, false]);
    await enterFast(ben, chain('R', 10));
    for (const page of [ada, ben]) await expectCounts(page, { actors: 11, ties: 9 });
    await saved(ben);

    const second = await browserContext.newPage();
    await follow(second, room.link.replace('localhost', 'room.test'));
    await expectCounts(second, { actors: 11, ties: 9 });
    await enterFast(second, ['Second > Ada']);
    for (const page of [ada, ben, second]) await expectCounts(page, { actors: 12, ties: 10 });
    await together([ada, ben]);

    await chip(ben).getByRole('button', { name: 'The room' }).click();
    await expect(ben.getByRole('button', { name: 'Copy' })).toBeHidden();
    await expect(ben.getByLabel('Link to hand out')).toHaveValue(
      /^http:\/\/room\.test:\d+\/#room=workshop&key=/u,
    );
    await ben.getByRole('button', { name: 'Leave the room' }).click();
    await ben.reload();
    await expectCounts(ben, { actors: 12, ties: 10 });
    expect(errors).toEqual([]);
  });
});
