import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parallelText, planText } from '../cli/support.mjs';

const CLI = resolve('dist/cli.js');

/** What the achievements of the plan depend on. */
const NEEDS = { 1.1: [], 1.2: [], 2.1: ['1.1'], 2.2: ['1.2'] };

/** Writes a file that is named like its item, and fails where it is told to. */
const AGENT = `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
const [id, room] = process.argv.slice(2);
appendFileSync(room + '/begun', id + '\\n');
if (existsSync(room + '/fails-' + id)) process.exit(3);
writeFileSync(id + '.txt', id + '\\n');
`;

/** Leaves out the tests where the engines cannot run; `scripts/engines.mjs` has said why. */
export function skipWithoutEngines(context) {
  if (process.env.NO_ENGINES !== undefined) context.skip();
}

/**
 * A repository with a plan of four achievements and all of their documents, its hub, and a fake agent.
 * Nothing of it depends on who works at the same time, so every way to run it gives the same files.
 */
export function makeShop() {
  const room = mkdtempSync(join(tmpdir(), 'parallel-plans-engine-'));
  // munge talks only in folders that everybody may enter
  chmodSync(room, 0o755);
  const [top, hub] = [join(room, 'shop'), join(room, 'hub.git')];
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    XDG_STATE_HOME: join(room, 'state'),
    NO_COLOR: '1',
    PARALLEL_PLANS: `${process.execPath} ${CLI}`,
  };
  const git = (args, cwd = top) => execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim();
  const cli = (...args) => execFileSync(process.execPath, [CLI, ...args], { cwd: top, env, stdio: 'pipe' });
  writeFileSync(join(room, 'agent.mjs'), AGENT);
  mkdirSync(join(top, '.parallel-plans'), { recursive: true });
  const agent = { command: ['node', join(room, 'agent.mjs'), ['$', '{id}'].join(''), room] };
  const files = {
    'PLAN_SHOP.md': planText(Object.fromEntries(Object.keys(NEEDS).map((id) => [id, `Part ${id}`]))),
    'parallel.json': parallelText('SHOP', NEEDS),
    '.parallel-plans/run.json': JSON.stringify({
      executor: 'fake',
      executors: { fake: agent },
      gates: [['test', '-e', 'PLAN_SHOP.md']],
      review: 'none',
      attempts: 1,
    }),
    '.gitignore': '.gitlab-ci-local/\nplan-logs/\n',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(top, path), text);
  git(['init', '--quiet', '--initial-branch=main']);
  git(['config', 'user.name', 'Ann']);
  git(['config', 'user.email', 'ann@example.com']);
  for (const kind of ['subplans', 'executions']) cli('create', kind, 'PLAN_SHOP.md', '--all', '--yes');
  const begun = join(room, 'begun');
  return {
    room,
    top,
    hub,
    env,
    git,
    /** Exports the plan, commits everything, and makes the hub of that. */
    publish: (engine) => {
      cli('export', engine, 'PLAN_SHOP.md');
      git(['add', '--all']);
      git(['commit', '--quiet', '--message=Begin']);
      git(['clone', '--quiet', '--bare', top, hub]);
    },
    /** Lets an item fail from now on, or no longer. */
    fails: (id, does) =>
      does ? writeFileSync(join(room, `fails-${id}`), '') : rmSync(join(room, `fails-${id}`)),
    /** The items that agents began since the last time, sorted. */
    takeBegun: () => {
      const ids = existsSync(begun) ? readFileSync(begun, 'utf8').trim().split('\n').sort().join(' ') : '';
      rmSync(begun, { force: true });
      return ids;
    },
    /** The hash of the files that landed on the hub. */
    hubTree: () => git(['rev-parse', 'plan/SHOP^{tree}'], hub),
    /** The same of a run on this machine. */
    localTree: () => {
      const { trust } = JSON.parse(
        cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json').toString('utf8'),
      );
      cli('run', 'PLAN_SHOP.md', '--yes', '--trust-commands', trust.hash);
      return git(['rev-parse', 'plan/SHOP^{tree}']);
    },
    /** Brings a run here and answers its items with their states. */
    imported: (run) => {
      git(['update-ref', '-d', 'refs/heads/plan/SHOP']);
      try {
        cli('import', 'PLAN_SHOP.md', '--run', run, '--hub', hub);
      } catch (error) {
        // 1: not everything has landed
        assert.equal(error.status, 1, String(error.stderr));
      }
      const result = join(top, '.parallel-plans', 'runs', run, 'result.json');
      return Object.fromEntries(
        JSON.parse(readFileSync(result, 'utf8')).results.map(({ id, state }) => [id, state]),
      );
    },
    /** Runs a program to its end; answers its exit code and everything that it printed. */
    run: (command, args, { cwd = top, more = {} } = {}) =>
      new Promise((done, failed) => {
        const child = spawn(command, args, {
          cwd,
          env: { ...env, ...more },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
        child.on('error', failed);
        child.on('close', (code) => done({ code, output }));
      }),
    remove: () => rmSync(room, { recursive: true, force: true, maxRetries: 3 }),
  };
}
