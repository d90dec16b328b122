import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onPath } from './chromium.mjs';
import { ensureCodeServer } from './codeServer.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { examplesCopy } from './examplesCopy.mjs';
import { CACHE, inRoot, ROOT } from './paths.mjs';
import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { run, stopOnSignals } from './processes.mjs';
import { prepareData, QUIET_SETTINGS, startServer, workbenchUrl } from './server.mjs';
import { step } from './step.mjs';

/** The embedded editor's port when it is free and none is asked for. */
const USUAL_PORT = 8123;
const HIGHEST_PORT = 65_535;
/** What is opened: a copy of examples/, which git ignores; see {@link examplesCopy}. */
const COPY = inRoot('out', 'examples');

/** What `npm start --` takes. */
export const START_OPTIONS = {
  desktop: { type: 'boolean', default: false },
  embedded: { type: 'boolean', default: false },
  port: { type: 'string' },
  fresh: { type: 'boolean', default: false },
};

function readOptions() {
  try {
    const { values } = parseArgs({ options: START_OPTIONS });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port === undefined || (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT)) {
      return { ...values, port };
    }
  } catch (error) {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
  }
  throw new Problem('Usage: npm start -- [--desktop | --embedded] [--port N] [--fresh]');
}

/** VS Code's own window needs a screen, which a Linux machine may not have. */
const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function build() {
  step('Building the extension');
  const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  if (code !== 0) throw new Problem(`The build failed:\n${output.trimEnd()}`);
}

/** Makes the copy unless there is one, and says where it is. */
async function copyExamples(fresh) {
  const isNew = await examplesCopy({ from: inRoot('examples'), to: COPY, fresh });
  const place = path.relative(process.cwd(), COPY);
  step(
    isNew
      ? `The examples are copied to ${place}: change there what you like (npm start -- --fresh copies them anew)`
      : `The examples are in ${place} as you left them (npm start -- --fresh copies them anew)`,
  );
}

async function openDesktop(code) {
  step('Opening them in VS Code');
  // VS Code refuses to run as root without these two
  const asRoot = ['--no-sandbox', '--user-data-dir', path.join(CACHE, 'desktop')];
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${ROOT}`,
    ...(process.getuid?.() === 0 ? asRoot : []),
    COPY,
  ];
  const { code: exitCode, output } = await run(code, args, { shell: process.platform === 'win32' });
  if (exitCode !== 0) throw new Problem(`VS Code did not start:\n${output.trimEnd()}`);
}

/** Makes the editor find the extension in this folder, so that a rebuild needs no installation. */
async function linkExtension(extensions) {
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  await symlink(ROOT, path.join(extensions, 'parallel-plans'));
}

async function serveEmbedded(codeServer, wantedPort) {
  step('Starting the embedded editor');
  const folder = path.join(CACHE, 'start');
  const { extensions } = await prepareData(folder, QUIET_SETTINGS);
  await linkExtension(extensions);
  const port = wantedPort ?? (await freePort(USUAL_PORT).catch(() => 0));
  const server = await startServer(codeServer, { folder, port });
  step('Ready; Ctrl-C stops it');
  console.log(workbenchUrl(server.port, COPY));
  const code = await server.exited;
  throw new Problem(`The embedded editor ended by itself with code ${code}: see ${folder}/server.log.`);
}

/** `npm start`, once Node is known to be new enough. */
export async function main() {
  stopOnSignals(0);
  const options = readOptions();
  const code = onPath('code');
  if (options.desktop && !code) {
    throw new Problem(
      'The `code` command of VS Code is not on the PATH: install VS Code, or use --embedded.',
    );
  }
  const desktop = options.desktop || (code !== undefined && hasScreen() && !options.embedded);
  await ensureDependencies();
  const codeServer = desktop ? undefined : await ensureCodeServer();
  await build();
  await copyExamples(options.fresh);
  if (codeServer) await serveEmbedded(codeServer, options.port);
  else await openDesktop(code);
}
