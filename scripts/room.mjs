// @ts-check
// `npm run room`: a room on the local network. Installs and builds what is missing as `npm start` does, serves the app,
// and lets the browsers that open its link work on one map.
// Options: --host 0.0.0.0  lets other computers in (without it, this one alone)
//          --port 4173     the next free port is taken if it is in use
//          --keep FOLDER   keeps the maps, and the link, for the next time; without it they end with the room
//          --people 60     how many may be in the room at once
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, setUp, SetupProblem } from './setup.mjs';
import { isBuilt } from './sources.mjs';
import { runTool } from './tools.mjs';

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

await run(async () => {
  const values = options();
  const port = wholeNumber('--port', values.port, 0, 65_535);
  const people = wholeNumber('--people', values.people, 1, 1_000);

  setUp();
  if (!isBuilt(root)) {
    console.log('Building the app ...');
    const build = await runTool(
      { file: 'scripts/build.mjs', arguments: ['--only', 'app', '--if-needed'] },
      { show: true },
    );
    if (!build.ok) throw new SetupProblem('The app could not be built; the reason stands above.');
  }

  const { room, key } = names(values.keep);
  // not before set-up, which installs what it stands on
  const { openRoom } = await import('./room-server.mjs');
  const opened = await openRoom({
    folder: path.join(root, 'dist'),
    room,
    key,
    schema: schemaVersion(),
    host: values.host,
    port,
    nextFree: true,
    people,
    ...(values.keep === undefined ? {} : { keep: values.keep }),
  }).catch((error) => {
    const where = `${values.host}, port ${port}`;
    throw 'code' in error ? new SetupProblem(`The room cannot be opened at ${where}: ${error.code}.`) : error;
  });

  console.log(`\nThe room is open. On this computer:\n  ${opened.link}`);
  if (port !== 0 && opened.port !== port) {
    console.log(
      `Port ${port} is in use. Browsers keep maps per address: those made at port ${port} are not shown here.\n` +
        'To share one of them, stop what runs there and open the room again.',
    );
  }
  const others = otherAddresses(values.host, opened.port);
  if (others.length === 0) {
    console.log('\nOnly this computer can enter. To let others in: npm run room -- --host 0.0.0.0');
  } else {
    console.log('\nHand out to the others in the room, who need nothing but a browser:');
    for (const address of others) console.log(`  ${address}#room=${room}&key=${key}`);
  }
  console.log('\nWhoever has the link can read and change the maps that are shared here.');
  console.log(
    values.keep === undefined
      ? 'The room forgets its maps when it is closed; every browser keeps its own copy.'
      : `The room keeps its maps in ${path.resolve(values.keep)}.`,
  );
  console.log('Press Ctrl-C to close it.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void opened.close());
});

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
        keep: { type: 'string' },
        people: { type: 'string', default: '60' },
      },
    }).values;
  } catch (error) {
    throw new SetupProblem(
      `${error instanceof Error ? error.message : error}\nOptions: --host, --port, --keep, --people.`,
    );
  }
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(option, text, least, most) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SetupProblem(`${option} takes a whole number from ${least} to ${most}, not "${text}".`);
}

/**
 * The room's name and key: new ones, or those that the folder keeps, so that a link given out before is good again.
 *
 * @param {string | undefined} folder
 * @returns {{ room: string, key: string }}
 */
function names(folder) {
  const made = { room: letters(10), key: letters(22) };
  if (folder === undefined) return made;
  const file = path.join(folder, 'room.json');
  if (fs.existsSync(file)) {
    try {
      const { room, key } = JSON.parse(fs.readFileSync(file, 'utf8'));
      if ([room, key].every((text) => /^[0-9A-Za-z]{8,40}$/.test(text))) return { room, key };
    } catch {
      // told below, as what is no room is
    }
    throw new SetupProblem(
      `${file} is no room's file. Name another folder after --keep, or remove the file.`,
    );
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

/** @param {number} count */
function letters(count) {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** The version of the documents that this app makes, from its source. */
function schemaVersion() {
  const source = fs.readFileSync(path.join(root, 'src/model/schema-version.ts'), 'utf8');
  const version = /SCHEMA_VERSION = (\d+)/.exec(source)?.[1];
  if (!version) throw new Error('src/model/schema-version.ts names no version.');
  return Number(version);
}

/**
 * The addresses by which other computers reach the room.
 *
 * @param {string} host
 * @param {number} port
 * @returns {string[]}
 */
function otherAddresses(host, port) {
  if (['127.0.0.1', 'localhost', '::1'].includes(host)) return [];
  if (host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : host}:${port}/`];
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}/`);
}
