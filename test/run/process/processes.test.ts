import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastActivity } from '../../../src/node/run/activity';
import { endProcesses, membersOf, type ProcessTree } from '../../../src/node/run/endProcesses';
import { builtEnvironment } from '../../../src/node/run/environment';
import { identityIn, identityOf, isSameProcess, ownIdentity, stateOf } from '../../../src/node/run/identity';
import { pidsWith } from '../../../src/node/run/processTable';
import {
  adoptProcess,
  type ProcessToStart,
  type RunningProcess,
  readEnd,
  startProcess,
  TAG,
} from '../../../src/node/run/startProcess';
import { given, makeRepository, messageIn } from '../repository';
import { makeFolder, until } from '../waiting';

const PROGRAMS = join('out', 'run', 'programs');

describe('processes of a run', () => {
  let folder: ReturnType<typeof makeFolder>;
  let tags: string[];
  const file = (name: string): string => join(folder.path, name);
  const textOf = (name: string): string => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
  const toStart = (argv: readonly string[], more: Partial<ProcessToStart> = {}): ProcessToStart => {
    const tag = `test-${process.pid}-${tags.length}-${Math.random()}`;
    tags.push(tag);
    return {
      argv,
      cwd: folder.path,
      env: builtEnvironment({}),
      stdout: file('out.log'),
      stderr: file('err.log'),
      result: file('result.json'),
      tag,
      ...more,
    };
  };
  const start = async (
    argv: readonly string[],
    more: Partial<ProcessToStart> = {},
  ): Promise<RunningProcess> => given(await startProcess(toStart(argv, more)));
  const startShell = (script: string): Promise<RunningProcess> => start(['sh', '-c', script]);
  const treeOf = (leader?: RunningProcess): ProcessTree => ({
    leader: leader?.identity,
    mark: { name: TAG, value: tags.at(-1) ?? '' },
  });

  beforeEach(() => {
    folder = makeFolder();
    tags = [];
  });
  afterEach(async () => {
    for (const value of tags) await endProcesses({ mark: { name: TAG, value } }, { graceMs: 0 });
    folder.remove();
  });

  it('get arguments as they are, their input from a file, and put their output into files', async () => {
    writeFileSync(file('prompt.md'), 'Do it.\n');
    const script = 'cat; for each; do echo "<$each>"; done; echo problem >&2';
    const argv = ['sh', '-c', script, 'sh', '$HOME', '; exit 7', '', 'a "b" \'c\'\nd', '*'];
    const { ended } = await start(argv, { stdin: file('prompt.md') });
    assert.deepEqual(await ended, { code: 0 });
    assert.equal(textOf('out.log'), 'Do it.\n<$HOME>\n<; exit 7>\n<>\n<a "b" \'c\'\nd>\n<*>\n');
    assert.equal(textOf('err.log'), 'problem\n');
  });

  it('get the environment that was built and nothing else, and no input unless there is one', async () => {
    process.env.VSCODE_SECRET = 'leaks';
    try {
      const env = builtEnvironment({ PLAN_ITEM: '1.1', KEY: 'a=b\nc' });
      const script =
        'process.stdout.write(JSON.stringify([process.env, require("fs").readFileSync(0, "utf8")]))';
      await (await start(['node', '-e', script], { env })).ended;
      const [seen, input] = JSON.parse(textOf('out.log')) as [Record<string, string>, string];
      // what a shell adds by itself
      for (const name of ['PWD', 'OLDPWD', 'SHLVL', '_']) delete seen[name];
      const { PATH, HOME, LANG } = process.env;
      const own = Object.fromEntries(
        Object.entries({ PATH, HOME, LANG }).filter(([, value]) => value !== undefined),
      );
      assert.deepEqual(seen, {
        ...own,
        GIT_TERMINAL_PROMPT: '0',
        PLAN_ITEM: '1.1',
        KEY: 'a=b\nc',
        [TAG]: tags[0],
      });
      assert.equal(input, '');
    } finally {
      delete process.env.VSCODE_SECRET;
    }
  });

  it('end with their own exit code, or with that of a signal', async () => {
    assert.deepEqual(await (await startShell('exit 41')).ended, { code: 41 });
    assert.deepEqual(readEnd(file('result.json')), { code: 41 });
    assert.deepEqual(await (await startShell('kill -9 $$')).ended, { code: 137 });
    // a name that a shell would take for its own command
    assert.match(messageIn(await startProcess(toStart(['exit', '3']))), /^there is no program exit$/);
  });

  it('are refused where the program or the folder is not there', async () => {
    const missing = await startProcess(toStart(['no-such-agent', '--fast']));
    assert.equal(messageIn(missing), 'there is no program no-such-agent');
    const nowhere = await startProcess(toStart(['sh'], { cwd: file('nowhere') }));
    assert.equal(messageIn(nowhere), `there is no folder ${file('nowhere')} to run sh in`);
    assert.match(
      messageIn(await startProcess(toStart(['sh'], { stdin: file('none.md') }))),
      /^sh cannot be started: ENOENT/,
    );
    assert.match(messageIn(await startProcess(toStart([]))), /^there is no program/);
  });

  it('go on when the runner is killed, lose nothing, and their exit code is found by the next runner', async () => {
    const go = file('go');
    const script = `echo early; while [ ! -e '${go}' ]; do sleep 0.05; done; echo late; exit 9`;
    const runner = spawn(process.execPath, [join(PROGRAMS, 'starter.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    runner.stdin.end(JSON.stringify(toStart(['sh', '-c', script])));
    const [line] = (await once(runner.stdout, 'data')) as [Buffer];
    const identity = identityIn(JSON.parse(line.toString()));
    assert.ok(identity);
    await until('the first output', () => textOf('out.log') !== '' || undefined);
    runner.kill('SIGKILL');
    await once(runner, 'exit');

    assert.equal(await stateOf(identity), 'running');
    const adopted = adoptProcess(identity, file('result.json'), 20);
    writeFileSync(go, '');
    assert.deepEqual(await adopted.ended, { code: 9 });
    assert.equal(textOf('out.log'), 'early\nlate\n');
    assert.equal(await stateOf(identity), 'ended');
    // also by one that comes when all is over
    assert.deepEqual(await adoptProcess(identity, file('result.json')).ended, { code: 9 });
  });

  it('end with nobody knowing how where everything was killed at once', async () => {
    const running = await startShell('sleep 600');
    process.kill(-running.identity.pid, 'SIGKILL');
    assert.deepEqual(await running.ended, { code: undefined });
  });

  it('may end by themselves after SIGTERM, and the code says so', async () => {
    const running = await startShell(
      'trap "echo bye; exit 5" TERM; echo ready; while :; do sleep 0.05; done',
    );
    await until('ready', () => textOf('out.log').includes('ready') || undefined);
    const end = await endProcesses(treeOf(running), { graceMs: 20_000 });
    assert.deepEqual(end, { killed: [], survivors: [] });
    assert.deepEqual([await running.ended, textOf('out.log')], [{ code: 5 }, 'ready\nbye\n']);
  });

  it('are killed when they ignore SIGTERM, with what they started, and the code is known', async () => {
    const running = await startShell('trap "" TERM; sleep 600 & echo ready; while :; do sleep 0.05; done');
    await until('ready', () => textOf('out.log').includes('ready') || undefined);
    const end = await endProcesses(treeOf(running), { graceMs: 200 });
    assert.ok(end.killed.length >= 2);
    assert.ok(!end.killed.includes(running.identity.pid), 'the leader had to write the code down');
    assert.deepEqual(end.survivors, []);
    assert.deepEqual(await running.ended, { code: 137 });
    assert.deepEqual(await membersOf(treeOf(running)), []);
  });

  it('do not escape into a session of their own, nor by the end of their parent', async () => {
    const running = await startShell(
      'setsid sh -c "trap \'\' TERM; echo \\$\\$ > escaped.pid; while :; do sleep 0.05; done" & while [ ! -s escaped.pid ]; do sleep 0.05; done',
    );
    assert.deepEqual(await running.ended, { code: 0 });
    const escaped = Number(textOf('escaped.pid'));
    assert.notEqual(await identityOf(escaped), undefined, 'it went on behind the end of its parent');
    const end = await endProcesses(treeOf(running), { graceMs: 100 });
    assert.ok(end.killed.includes(escaped));
    assert.deepEqual([await identityOf(escaped), end.survivors], [undefined, []]);
  });

  it('are found by the mark of their run alone', async () => {
    const env = builtEnvironment({ PLAN_RUN: `run-${process.pid}` });
    const argv = ['sh', '-c', 'echo ready; exec sleep 600'];
    const one = await start(argv, { env });
    const other = await start(argv, { env, result: file('other.json') });
    await until('ready', () => textOf('out.log') === 'ready\nready\n' || undefined);
    const end = await endProcesses(
      { mark: { name: 'PLAN_RUN', value: `run-${process.pid}` } },
      { graceMs: 5_000 },
    );
    assert.deepEqual(end, { killed: [], survivors: [] });
    assert.deepEqual([await one.ended, await other.ended], [{ code: 143 }, { code: 143 }]);
    assert.deepEqual(await pidsWith('PLAN_RUN', `run-${process.pid}`), new Set());
  });

  it('are told when nothing ends them', async () => {
    // stands for a process that the kernel does not let go, or that is another user's
    const running = await startShell('sleep 600');
    const { kill } = process;
    process.kill = () => {
      throw new Error('not permitted');
    };
    try {
      const end = await endProcesses(treeOf(running), { graceMs: 0, killMs: 10 });
      assert.deepEqual(end.killed, []);
      assert.ok(end.survivors.some(({ command }) => command === 'sleep 600'));
    } finally {
      process.kill = kill;
    }
  });

  it('never include this process or what it runs in', async () => {
    const own = await ownIdentity();
    const members = await membersOf({ leader: own, mark: { name: 'PATH', value: process.env.PATH ?? '' } });
    assert.ok(!members.some(({ pid }) => pid === process.pid || pid === process.ppid));
  });

  it('are the same only with the same number, start and system', async () => {
    const own = await ownIdentity();
    assert.deepEqual(identityIn(JSON.parse(JSON.stringify(own))), own);
    assert.equal(await isSameProcess(own), true);
    assert.equal(await stateOf({ ...own, start: '1' }), 'ended');
    assert.equal(await stateOf({ ...own, boot: 'another' }), 'ended');
    assert.equal(await stateOf({ ...own, boot: 'another', host: 'another' }), 'unknown');
    assert.equal(await stateOf({ ...own, space: 'pid:[1]' }), 'unknown');
    assert.equal(identityIn({ ...own, pid: '7' }), undefined);
    assert.equal(identityIn(null), undefined);
  });

  it('show when they last did something: in a log, in a file that is new, in a commit', async () => {
    const repository = makeRepository();
    try {
      const { top, run, write } = repository;
      const log = file('out.log');
      const old = new Date('2020-01-01T00:00:00Z');
      utimesSync(join(top, '.git', 'logs', 'HEAD'), old, old);
      assert.equal(await lastActivity({ files: [log], worktree: top }), old.getTime());
      writeFileSync(log, '');
      utimesSync(log, new Date(old.getTime() + 1_000), new Date(old.getTime() + 1_000));
      assert.equal(await lastActivity({ files: [log], worktree: top }), old.getTime() + 1_000);
      write({ 'new.txt': '' });
      const later = new Date(old.getTime() + 2_000);
      utimesSync(join(top, 'new.txt'), later, later);
      assert.equal(await lastActivity({ files: [log], worktree: top }), later.getTime());
      run(['add', '.']);
      run(['commit', '--quiet', '-m', 'New']);
      assert.ok(((await lastActivity({ files: [], worktree: top })) ?? 0) > later.getTime());
      assert.equal(await lastActivity({ files: [file('none')] }), undefined);
    } finally {
      repository.remove();
    }
  });
});
