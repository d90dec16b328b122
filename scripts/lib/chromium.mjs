import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { step } from './step.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these programs on the PATH, as an absolute path. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => extensions.map((ext) => path.join(folder, name + ext))))
    .find(isExecutable);
}

/** A browser named by CHROMIUM or CHROME_PATH, else one that is installed, else undefined. */
function findChromium() {
  const named = process.env.CHROMIUM || process.env.CHROME_PATH;
  if (!named) return onPath(...NAMES) ?? USUAL_PLACES.find(isExecutable);
  if (isExecutable(named)) return named;
  throw new Problem(`CHROMIUM or CHROME_PATH names ${named}, and there is no program.`);
}

async function installWithApt() {
  step('Installing Chromium (apt-get, once)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) throw new Problem(`Chromium is missing and apt-get could not install it:\n${output}`);
  }
}

/** The browser the tests run in, as an absolute path; on Debian as root it is installed when missing. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) await installWithApt();
  const installed = findChromium();
  if (installed) return installed;
  throw new Problem('Chromium is missing: install Chromium or Chrome, or name one in the variable CHROMIUM.');
}
