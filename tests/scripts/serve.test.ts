import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'ecotone-serve-'));
const folder = join(outside, 'dist');
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'" />';
  writeFileSync(join(folder, 'index.html'), `<html>${policy}</html>`);
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, '.built-from'), 'hash');
  writeFileSync(join(folder, '图 1.json'), '{}');
  writeFileSync(join(folder, 'assets', 'kernel-1a2b.wasm'), '');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), '1');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  server = await serve({ folder, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends the path as it is; fetch would tidy it first. */
function get(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((answered, failed) => {
    request({ host: '127.0.0.1', port: server.port, path, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', failed)
      .end();
  });
}

describe('the server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?from=link#top', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/%E5%9B%BE%201.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/kernel-1a2b.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ])('answers %s as %s, to be kept: %s', async (path, type, cache) => {
    const { status, headers } = await get(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, cache]);
  });

  it('sends the policy of the page, and that it may not be framed, with every answer', async () => {
    for (const path of ['/', '/sw.js', '/none']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    }
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '/.built-from',
    '/assets',
    '/%00',
    '/%zz',
    '//secret.txt',
    '/none',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    expect(await get('/sw.js', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await get('/sw.js', { method: 'PUT' })).status).toBe(405);
  });

  it('tells a browser that its copy is still right', async () => {
    const { headers } = await get('/');
    const again = await get('/', { headers: { 'If-None-Match': String(headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it('takes the next free port only when asked to', async () => {
    await expect(serve({ folder, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const next = await serve({ folder, port: server.port, nextFree: true });
    expect(next.port).toBeGreaterThan(server.port);
    expect(next.url).toBe(`http://localhost:${next.port}/`);
    await next.close();
  });
});
