// @ts-check
// `npm run build`: the app (dist/) and the command line (build/cli/), each noting what it was made from.
// Options: --only app,cli  one of them alone
//          --if-needed     only what is missing or older than its sources
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, setUp, SetupProblem } from './setup.mjs';
import { commandLineFolder, isBuilt } from './sources.mjs';
import { runTool } from './tools.mjs';

if (process.argv[1] === import.meta.filename) {
  await run(async () => {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, 'if-needed': { type: 'boolean', default: false } },
    });
    setUp();
    const wanted = (values.only ?? 'app,cli').split(',');
    const isWanted = (/** @type {string} */ name, /** @type {string} */ folder) =>
      wanted.includes(name) && !(values['if-needed'] && isBuilt(root, folder));
    if (isWanted('app', 'dist')) {
      const { ok } = await runTool(
        { packageName: 'vite', arguments: ['build', '--logLevel', 'warn'] },
        { show: true },
      );
      if (!ok) throw new SetupProblem('The app could not be built; the reason stands above.');
    }
    if (isWanted('cli', commandLineFolder)) {
      const output = await buildCommandLine();
      if (output !== undefined)
        throw new SetupProblem(`${output}\nThe command line could not be built; the reason stands above.`);
    }
  });
}

/**
 * Builds the command line aside and puts it in its place at once, since another command may be starting.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function buildCommandLine() {
  const target = path.join(root, commandLineFolder);
  const made = `${target}.${process.pid}`;
  const { ok, output } = await runTool({
    packageName: 'vite',
    arguments: ['build', '--config', 'vite.cli.config.ts', '--outDir', made, '--logLevel', 'warn'],
  });
  if (ok) {
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(made, target);
    return undefined;
  }
  fs.rmSync(made, { recursive: true, force: true });
  return output;
}
