import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, hashOfCytoscapeStyle } from '../../scripts/content-security-policy.mjs';
import { commandLineFolder, hashSources, isBuilt, sourcesStamp } from '../../scripts/sources.mjs';

describe('the content security policy', () => {
  it('allows the one style sheet that cytoscape injects, by the hash of its text', () => {
    const style = '.__________cytoscape_container { position: relative; }';
    const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
    expect(hashOfCytoscapeStyle(resolve('.'))).toBe(hash);
    expect(contentSecurityPolicy(resolve('.'))).toContain(`style-src 'self' '${hash}';`);
  });

  it('allows nothing inline, nothing evaluated, and no other origin', () => {
    const policy = contentSecurityPolicy(resolve('.'));
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });
});

describe('a build is up to date', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ecotone-sources-'));
    mkdirSync(join(root, 'src/base'), { recursive: true });
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'src/main.ts'), 'one');
    writeFileSync(join(root, 'index.html'), 'page');
    writeFileSync(join(root, 'dist', sourcesStamp), hashSources(root));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('until something that goes into it changes', () => {
    expect(isBuilt(root)).toBe(true);
    writeFileSync(join(root, 'README.md'), 'text');
    writeFileSync(join(root, 'src/main.ts'), 'one');
    expect(isBuilt(root)).toBe(true);
  });

  it('apart for the app and for the command line', () => {
    expect(isBuilt(root, commandLineFolder)).toBe(false);
    mkdirSync(join(root, commandLineFolder), { recursive: true });
    writeFileSync(join(root, commandLineFolder, sourcesStamp), hashSources(root));
    rmSync(join(root, 'dist'), { recursive: true });
    expect([isBuilt(root), isBuilt(root, commandLineFolder)]).toEqual([false, true]);
  });

  it.each([
    ['a file is edited', () => writeFileSync(join(root, 'src/main.ts'), 'two')],
    ['a file is added', () => writeFileSync(join(root, 'src/base/more.ts'), '')],
    ['a file is removed', () => rmSync(join(root, 'index.html'))],
    ['a file is moved', () => renameSync(join(root, 'src/main.ts'), join(root, 'src/base/main.ts'))],
    ['the build is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
  ])('not when %s', (_, change) => {
    change();
    expect(isBuilt(root)).toBe(false);
  });
});
