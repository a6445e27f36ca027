// @ts-check
// Packs the fonts that PDFs embed from the installed packages, so that each is one smaller file that is fetched only when
// a PDF needs it. Vite and the command line's build call it. Only Node's built-ins.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Where each comes from; looked for when it is wanted, since packages may not be installed yet. All are under the SIL Open Font License: public/fonts-licence.txt. */
const sources = {
  'arimo-regular': () => require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
  'arimo-bold': () => require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
  'noto-sans-sc-regular': () =>
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
};

/** Not committed: made from the packages. */
const folder = path.join(root, 'src/workers/fonts/build');

/** @typedef {keyof typeof sources} FontName */

/** The packed files, each with zlib around a TrueType font. */
export const fontFiles = Object.keys(sources).map((name) => path.join(folder, `${name}.bin`));

/**
 * A font as it is in its package.
 *
 * @param {FontName} name
 * @returns {Uint8Array}
 */
export function readFont(name) {
  return new Uint8Array(fs.readFileSync(sources[name]()));
}

/** Packs what is not packed yet. */
export function buildFonts() {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    const file = path.join(folder, `${name}.bin`);
    const font = fs.readFileSync(source());
    const stamp = createHash('sha256').update(font).digest('hex');
    if (
      fs.existsSync(file) &&
      fs.existsSync(`${file}.from`) &&
      fs.readFileSync(`${file}.from`, 'utf8') === stamp
    )
      continue;
    const made = `${file}.${process.pid}`;
    fs.writeFileSync(made, deflateSync(font, { level: 9 }));
    // at once, since two builds may run at a time
    fs.renameSync(made, file);
    fs.writeFileSync(`${file}.from`, stamp);
  }
}

if (process.argv[1] === import.meta.filename) buildFonts();
