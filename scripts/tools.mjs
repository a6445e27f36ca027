// @ts-check
// Starts the command-line tools that the project's packages bring. Only Node's built-ins.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/**
 * The JavaScript file behind a package's command. Started with this very Node, it works alike on every system.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
function toolFile(packageName, command = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** @typedef {{ packageName: string, command?: string, arguments: string[] }} PackageTool a command of a package */
/** @typedef {{ file: string, arguments: string[] }} OwnTool a script of this project */

/**
 * Runs a tool to its end. With `show` its output goes to the screen as it comes; else it is kept and returned.
 *
 * @param {PackageTool | OwnTool} tool
 * @param {{ show?: boolean, environment?: Record<string, string> }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runTool(tool, { show = false, environment = {} } = {}) {
  const file = 'file' in tool ? path.join(root, tool.file) : toolFile(tool.packageName, tool.command);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...tool.arguments], {
      cwd: root,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
