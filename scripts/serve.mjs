// @ts-check
// Serves a folder of built files over HTTP, with the headers that a good host of Ecotone sends.
// Usage: node scripts/serve.mjs [--port 4173] [--host 127.0.0.1] [folder]
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** @type {Record<string, string>} */
const contentTypes = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.graphml': 'application/xml; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Starts a server on this folder. Port 0 takes any free port; `nextFree` goes on to the following ports while the
 * wished one is taken.
 *
 * @param {{ folder: string, port?: number, host?: string, nextFree?: boolean }} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, port = 4173, host = '127.0.0.1', nextFree = false }) {
  const server = http.createServer(answering(folder));
  const taken = await listen(server, port, host, nextFree ? 50 : 1);
  return {
    url: addressOf(host, taken),
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What answers requests with the files of this folder.
 *
 * @param {string} folder
 * @returns {(request: http.IncomingMessage, response: http.ServerResponse) => void}
 */
export function answering(folder) {
  const base = fs.realpathSync(folder);
  const headers = securityHeaders(base);
  const { 'Cross-Origin-Opener-Policy': _, ...plainHeaders } = headers;
  return (request, response) =>
    // elsewhere than on this computer plain http is not trusted, and browsers complain of the header instead of obeying it
    answer(base, isThisComputer(request.headers.host) ? headers : plainHeaders, request, response);
}

/** @param {string | undefined} host as a request names it */
function isThisComputer(host = '') {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
}

/**
 * The address to open in a browser on this computer.
 *
 * @param {string} host
 * @param {number} port
 */
export function addressOf(host, port) {
  const shown = ['127.0.0.1', '0.0.0.0', '::'].includes(host)
    ? 'localhost'
    : host.includes(':')
      ? `[${host}]`
      : host;
  return `http://${shown}:${port}/`;
}

/**
 * The policy is the one that the build wrote into index.html, sent with every file because workers obey their own
 * response's header and not the page's, plus `frame-ancestors`, which only a header can carry.
 *
 * @param {string} base
 * @returns {Record<string, string>}
 */
function securityHeaders(base) {
  const page = path.join(base, 'index.html');
  const html = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  return {
    'Content-Security-Policy': [policy, "frame-ancestors 'none'"].filter(Boolean).join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/**
 * @param {string} base
 * @param {Record<string, string>} headers
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function answer(base, headers, request, response) {
  /** @param {number} status @param {string} text */
  const refuse = (status, text) => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD are answered.');
  const file = findFile(base, request.url ?? '/');
  if (!file) return refuse(404, 'There is no such file.');

  const { size, mtimeMs } = fs.statSync(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const fileHeaders = {
    ...headers,
    'Content-Type': contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': isHashed(base, file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, fileHeaders);
    response.end();
    return;
  }
  response.writeHead(200, { ...fileHeaders, 'Content-Length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  fs.createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * The file that an address names: inside the folder, links followed, nothing hidden.
 *
 * @param {string} base
 * @param {string} address
 * @returns {string | undefined}
 */
function findFile(base, address) {
  try {
    const name = decodeURIComponent(address.replace(/[?#].*$/s, ''));
    if (name.includes('\0') || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return undefined;
    const wished = path.join(base, name.endsWith('/') ? `${name}index.html` : name);
    const file = fs.realpathSync(wished);
    return file.startsWith(base + path.sep) && fs.statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Built files in assets/ carry a hash of their content in the name, so they never change. */
function isHashed(/** @type {string} */ base, /** @type {string} */ file) {
  return path.relative(base, file).startsWith(`assets${path.sep}`);
}

/**
 * Listens on a port, or on one of the following ones while it is taken.
 *
 * @param {http.Server} server
 * @param {number} port
 * @param {string} host
 * @param {number} attempts
 * @returns {Promise<number>} the port taken
 */
export function listen(server, port, host, attempts) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' && attempts > 1) resolve(listen(server, port + 1, host, attempts - 1));
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' } },
    allowPositionals: true,
  });
  const { url } = await serve({
    folder: positionals[0] ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist'),
    port: Number(values.port ?? 4173),
    host: values.host ?? '127.0.0.1',
  });
  console.log(url);
}
