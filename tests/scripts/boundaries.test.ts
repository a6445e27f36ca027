import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import typescript from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The files linted here do not exist, so the rules that ask TypeScript about whole projects are off.
const eslint = new ESLint({
  overrideConfig: [
    typescript.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve('src', file) });
  return (result?.messages ?? [])
    .filter((message) => message.fatal || /^(boundaries|no-restricted)/.test(message.ruleId ?? ''))
    .map((message) => message.ruleId ?? message.message);
}

const inScript = (code: string): string => `<script lang="ts">\n${code}\n</script>\n\n<p>text</p>\n`;
const forbidden = ['boundaries/dependencies'];

describe('the rooms', () => {
  it.each([
    ['base/made-up.ts', "import { emptyGraph } from '../model/graph.ts';"],
    ['base/made-up.ts', "import type { Graph } from '../model/graph.ts';"],
    ['base/made-up.ts', "export * from '../model/graph.ts';"],
    ['base/made-up.ts', "export const later = () => import('../model/graph.ts');"],
    ['model/commands/made-up.ts', "import type { WorkerClient } from '../../workers/client.ts';"],
    ['formats/made-up.ts', "import { serve } from '../workers/serve.ts';"],
    ['i18n/made-up.ts', "import type { Graph } from '../model/graph.ts';"],
    ['view/made-up.ts', "import { WorkerClient } from '../workers/client.ts';"],
    ['metrics/made-up.ts', "import { align } from '../layout/align.ts';"],
    ['view/made-up.ts', "import { align } from '../layout/align.ts';"],
    ['cli/made-up.ts', "import { serve } from '../workers/serve.ts';"],
    ['viewer/made-up.ts', "import { ecotone } from '../state/ecotone.svelte.ts';"],
    ['viewer/made-up.ts', "import { networkFigure } from '../figures/network-figure.ts';"],
  ])('%s may not say %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual(forbidden);
  });

  it.each([
    "import { WorkerClient } from '../workers/client.ts';",
    "import type { WorkerClient } from '../workers/client.ts';",
  ])('a component of the view may not say %s', async (code) => {
    expect(await rulesBroken('view/MadeUp.svelte', inScript(code))).toEqual(forbidden);
  });

  it.each([
    ['model/made-up.ts', "import { compareIds } from '../base/ids.ts';"],
    ['model/made-up.ts', "import type { Graph } from './graph.ts';"],
    ['workers/made-up.ts', "import type { Graph } from '../model/graph.ts';"],
    ['layout/made-up.ts', "import { align } from './align.ts';"],
    ['app/made-up.ts', "import { WorkerClient } from '../workers/client.ts';"],
    ['made-up.ts', "import { registerServiceWorker } from './app/service-worker.ts';"],
    ['view/made-up.ts', "import type { Layout } from '../layout/layout.ts';"],
    ['viewer/made-up.ts', "import { findActors } from '../view/find/match.ts';"],
    ['viewer/made-up.ts', "import type { ViewerData } from '../figures/viewer/viewer-data.ts';"],
  ])('%s may say %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });

  it('a component of the view may import the model, with and without "type"', async () => {
    const code =
      "import type { Graph } from '../model/graph.ts';\nimport { compareIds } from '../base/ids.ts';";
    expect(await rulesBroken('view/MadeUp.svelte', inScript(code))).toEqual([]);
  });
});

describe('packages that one place alone knows', () => {
  it.each([
    ['view/made-up.ts', "import cytoscape from 'cytoscape';"],
    ['view/made-up.ts', "export const load = () => import('cytoscape');"],
    ['state/made-up.ts', "import { get } from 'idb-keyval';"],
    ['workers/made-up.ts', "import * as Y from 'yjs';"],
    ['model/made-up.ts', "import { untrack } from 'svelte';"],
    ['model/made-up.ts', "import { SvelteMap } from 'svelte/reactivity';"],
  ])('%s may not say %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual(forbidden);
  });

  it.each([
    ['view/canvas/made-up.ts', "import cytoscape from 'cytoscape';"],
    ['storage/made-up.ts', "import { get } from 'idb-keyval';"],
    ['model/commands/made-up.ts', "import * as Y from 'yjs';"],
    ['state/made-up.svelte.ts', "import { untrack } from 'svelte';"],
    ['main.ts', "import { mount } from 'svelte';"],
    ['scene/made-up.ts', "import { scaleLinear } from 'd3-scale';"],
  ])('%s may say %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });
});

describe('the library', () => {
  it.each([
    ['const x = Math.random();', 'no-restricted-properties'],
    ['const x = Date.now();', 'no-restricted-properties'],
    ['const x = new Date();', 'no-restricted-syntax'],
    ['const x = performance.now();', 'no-restricted-globals'],
  ])('has no clock and no chance: %s is reported there, and not in the app', async (code, rule) => {
    for (const room of ['base', 'model', 'metrics', 'figures']) {
      expect(await rulesBroken(`${room}/made-up.ts`, code)).toEqual([rule]);
    }
    expect(await rulesBroken('app/made-up.ts', code)).toEqual([]);
  });
});
