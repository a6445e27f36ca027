import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const project = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev);

describe('the packages', () => {
  it('that users get have licences that allow it, and ask only to be named', () => {
    // It says so in a file of its own alone.
    const told: Record<string, string> = { 'node_modules/png-js': 'MIT' };
    const allowed = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0)$/;
    const others = shipped.filter(
      ([path, entry]) => !allowed.test(entry.license ?? told[path] ?? 'none stated'),
    );
    expect(shipped.length).toBeGreaterThan(0);
    expect(others.map(([path, entry]) => `${path}: ${entry.license}`)).toEqual([]);
  });

  it('are pinned to exact versions', () => {
    const wished = Object.entries({ ...project.dependencies, ...project.devDependencies });
    expect(wished.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked by what they are, not by where one machine got them', () => {
    expect(
      Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved?.startsWith('http')),
    ).toEqual([]);
  });

  it('include one Yjs alone: two would not understand each other', () => {
    expect(Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/yjs'))).toHaveLength(1);
  });
});
