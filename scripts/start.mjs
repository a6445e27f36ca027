// @ts-check
// `npm start`: installs and builds what is missing or out of date, then serves the app on this computer.
// Options: --port 4173 (the next free port is taken if it is in use), --host 127.0.0.1
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './serve.mjs';
import { root, run, setUp, SetupProblem } from './setup.mjs';
import { commandLineFolder, isBuilt } from './sources.mjs';
import { runTool } from './tools.mjs';

await run(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4173' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupProblem(`--port takes a number from 0 to 65535, not "${values.port}".`);
  }

  setUp();
  if (!isBuilt(root) || !isBuilt(root, commandLineFolder)) {
    console.log('Building the app ...');
    const build = await runTool({ file: 'scripts/build.mjs', arguments: ['--if-needed'] }, { show: true });
    if (!build.ok) throw new SetupProblem('The app could not be built; the reason stands above.');
  }

  const server = await serve({ folder: path.join(root, 'dist'), port, host: values.host, nextFree: true });
  console.log(`\nEcotone is running at ${server.url}`);
  if (port !== 0 && server.port !== port) {
    console.log(
      `Port ${port} is in use. Browsers keep maps per address: those made at port ${port} are not shown here.`,
    );
  }
  console.log('Press Ctrl-C to stop.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close());
});
