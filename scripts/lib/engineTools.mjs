import { existsSync } from 'node:fs';
import { onPath } from './chromium.mjs';
import { run } from './processes.mjs';
import { step } from './step.mjs';

/** Debian's packages, with a program of each. */
const NEEDED = { rsync: 'rsync', 'slurm-wlm': 'slurmctld', munge: 'munged' };
/** The daemons are in folders that are not on everybody's PATH. */
const DAEMONS = ['/usr/sbin', '/usr/local/sbin'];

/** A program of the engines, as an absolute path; undefined where it is not installed. */
export const engineProgram = (name) =>
  onPath(name) ?? DAEMONS.map((folder) => `${folder}/${name}`).find((file) => existsSync(file));

const missing = () =>
  Object.entries(NEEDED)
    .filter(([, program]) => engineProgram(program) === undefined)
    .map(([name]) => name);

/**
 * Sees to it that the engines can run here: on Debian as root it installs what they need. Answers why they cannot,
 * undefined where they can.
 * @returns {Promise<string | undefined>}
 */
export async function whyNoEngines() {
  if (process.platform !== 'linux') return 'Slurm and the shell of GitLab run on Linux only.';
  if (process.getuid?.() !== 0) return 'The daemons of Slurm need root.';
  if (missing().length === 0) return undefined;
  if (!existsSync('/etc/debian_version'))
    return `${missing().join(', ')} cannot be installed here: no apt-get.`;
  step('Installing Slurm and rsync (apt-get, once)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing()]]) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) return `apt-get could not install ${missing().join(', ')}:\n${output}`;
  }
  return undefined;
}
