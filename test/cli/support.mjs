import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parallelDocument, planDocument } from '../support/documents.mjs';

/** The built command line; the tests need nothing else of the project. */
export const CLI = resolve('dist/cli.js');

/** The journal of this run of the tests, instead of the person's own. */
const STATE = mkdtempSync(join(tmpdir(), 'parallel-plans-state-'));
process.once('exit', () => rmSync(STATE, { recursive: true, force: true }));

/** The environment of every process the tests start. */
export const environment = (env = {}) => ({
  ...process.env,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  XDG_STATE_HOME: STATE,
  ...env,
});

/** Runs the command line to its end. `input` is what a person would type; there is never a terminal. */
export const run = (args, { cwd, env = {}, cli = CLI, ...spawnOptions } = {}) =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spawnOptions,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });

/** Runs with `--format json` and reads the answer; fails when anything but JSON was printed. */
export const runJson = async (args, options) => {
  const result = await run([...args, '--format', 'json'], options);
  assert.notEqual(result.out, '', `nothing on standard output; standard error says: ${result.err}`);
  return { ...result, json: JSON.parse(result.out) };
};

/** A temporary folder with `files` (path to text) that is gone after the test. */
export const folderWith = async (context, files) => {
  const root = await mkdtemp(join(tmpdir(), 'parallel-plans-'));
  context.folders ??= [];
  context.folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
};

export const removeFolders = async (context) => {
  for (const folder of context.folders ?? []) await rm(folder, { recursive: true, force: true });
  context.folders = [];
};

/** Every file below a folder with its text. */
export const textsIn = async (root) => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const texts = await Promise.all(
    files.map(async (path) => [relative(root, path), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** A PLAN with `achievements`: id to title, or to `[title, extra lines]`. */
export const planText = (achievements, name = 'A plan') =>
  planDocument(
    name,
    Object.entries(achievements).map(([id, value]) => {
      const [title, ...lines] = [value].flat();
      return [id, { title, priority: '1', lines: [`- **Goal**: Reach ${id}`, ...lines] }];
    }),
    { above: '## 🎯 Goal\n\nShow how it works.', below: '## Notes\n\nNone.' },
  );

/** A parallel.json that says what each achievement depends on. */
export const parallelText = (plan, dependencies) =>
  parallelDocument(
    plan,
    Object.entries(dependencies).map(([id, needs]) => [
      id,
      { title: `Title ${id}`, dependencies: needs, status: 'not_started' },
    ]),
  );

/**
 * Options that run the command line without the rights of the superuser, for whom no folder is closed; it has
 * to lie where everybody may read it.
 */
export const withoutPrivileges = async (context) => {
  if (process.getuid?.() !== 0) return {};
  const folder = await folderWith(context, {});
  await chmod(folder, 0o755);
  for (const part of ['cli.js', 'look.js', 'commands.js', 'markdown.js', 'yaml.js']) {
    await copyFile(join(dirname(CLI), part), join(folder, part));
  }
  await chmod(join(folder, 'cli.js'), 0o755);
  return { cli: join(folder, 'cli.js'), cwd: folder, uid: NOBODY, gid: NOBODY };
};

const NOBODY = 65534;
