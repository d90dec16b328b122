import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { engineProgram } from '../../scripts/lib/engineTools.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';

const execute = promisify(execFile);
const LIMIT_MS = 200_000;
const POLL_MS = 200;

/** A cluster of one node with room for four jobs: three daemons, all in a folder of their own. */
export async function startSlurm(folder) {
  const inFolder = (name) => join(folder, name);
  for (const name of ['', 'munge', 'state', 'spool'])
    mkdirSync(inFolder(name), { recursive: true, mode: 0o755 });
  const [key, socket, conf] = [inFolder('munge/key'), inFolder('munge/socket'), inFolder('slurm.conf')];
  writeFileSync(key, randomBytes(1024), { mode: 0o400 });
  writeFileSync(conf, configuration(folder, socket, [await freePort(), await freePort()]));
  const env = { SLURM_CONF: conf };
  const daemons = [];
  const begin = (name, ...args) => {
    const log = [];
    const child = spawn(engineProgram(name), args, { env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => log.push(chunk));
    daemons.push({ child, log, ended: new Promise((done) => child.once('exit', done)) });
  };
  const kill = () => {
    for (const { child } of daemons) child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const ask = async (program, ...args) =>
    (await execute(program, args, { env: { ...process.env, ...env } })).stdout.trim();
  const until = async (what, holds) => {
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(POLL_MS)) {
      if (await holds().catch(() => false)) return;
    }
    const said = daemons.map(({ log }) => log.join('').slice(-2_000)).join('\n');
    throw new Error(`Slurm: not ${what} after ${LIMIT_MS / 1000} s.\n${said}`);
  };
  begin(
    'munged',
    '--foreground',
    ...Object.entries({
      'key-file': key,
      socket,
      'pid-file': inFolder('munge/pid'),
      'log-file': inFolder('munge/log'),
      'seed-file': inFolder('munge/seed'),
    }).map(([name, value]) => `--${name}=${value}`),
  );
  await until('a key', () => ask('munge', '--no-input', `--socket=${socket}`));
  begin('slurmctld', '-D', '-i');
  begin('slurmd', '-D');
  await until('ready', async () => /^(?:idle|mix)/.test(await ask('sinfo', '--noheader', '--format=%t')));
  return {
    env,
    /** Waits for the jobs that a script said it submitted; answers their states by name, in the order of submission. */
    ended: async (output) => {
      const jobs = [...output.matchAll(/jobs (\d+) and (\d+)/g)].flatMap(([, ...ids]) => ids);
      const states = () =>
        ask('squeue', '--noheader', '--states=all', '--sort=i', `--jobs=${jobs.join(',')}`, '--format=%j|%T');
      await until('done', async () => !/\|(?:PENDING|RUNNING|COMPLETING|CONFIGURING)$/m.test(await states()));
      const byName = {};
      for (const line of (await states()).split('\n')) {
        const [name, state] = line.split('|');
        byName[name] = byName[name] === undefined ? state : `${byName[name]} ${state}`;
      }
      return byName;
    },
    stop: async () => {
      for (const { child, ended } of daemons.toReversed()) {
        child.kill('SIGTERM');
        await Promise.race([ended, pause(5_000)]);
      }
      kill();
      process.off('exit', kill);
    },
  };
}

/** Jobs begin as soon as they can; nothing is measured and nobody is told apart. */
const configuration = (folder, socket, [controller, node]) =>
  `${Object.entries({
    ClusterName: 'shop',
    SlurmctldHost: hostname(),
    SlurmUser: 'root',
    SlurmdUser: 'root',
    AuthType: 'auth/munge',
    AuthInfo: `socket=${socket}`,
    StateSaveLocation: join(folder, 'state'),
    SlurmdSpoolDir: join(folder, 'spool'),
    SlurmctldPidFile: join(folder, 'slurmctld.pid'),
    SlurmdPidFile: join(folder, 'slurmd.pid'),
    SlurmctldPort: controller,
    SlurmdPort: node,
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SwitchType: 'switch/none',
    MpiDefault: 'none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_Core',
    SlurmdParameters: 'config_overrides',
    SchedulerType: 'sched/builtin',
    SchedulerParameters: 'sched_interval=1,sched_min_interval=0,batch_sched_delay=0',
    ReturnToService: 2,
    MinJobAge: 600,
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}
NodeName=${hostname()} CPUs=4 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
