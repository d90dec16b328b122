import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { npm } from './processes.mjs';
import { step } from './step.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for, judged by the lock file that npm leaves there.
 * Optional packages may be missing: they are for other platforms.
 */
export function isUpToDate(wanted, installed) {
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (place === '') return true;
    const there = installed.packages[place];
    if (there === undefined) return entry.optional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Installs the packages of package-lock.json unless exactly they are there. */
export async function ensureDependencies() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (existsSync(installed) && isUpToDate(readJson(inRoot('package-lock.json')), readJson(installed))) return;
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Problem(
      'The packages are not those of package-lock.json, and node_modules is a link: npm would empty the folder it leads to. Remove the link, or install the packages there.',
    );
  }
  step('Installing the packages of package-lock.json (about half a minute)');
  await npm(['ci', '--no-audit', '--no-fund'], { what: 'Installing the packages', cwd: ROOT });
}
