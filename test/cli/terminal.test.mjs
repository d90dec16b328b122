import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { CLI, folderWith, parallelText, planText, removeFolders, textsIn } from './support.mjs';

const FILES = {
  'PLAN_ALPHA.md': planText({ 1.1: 'Read', 1.2: 'Write' }),
  'parallel.json': parallelText('ALPHA', { 1.1: [], 1.2: ['1.1'] }),
};
const ESCAPE = String.fromCharCode(27);

/** Runs the command line on a pseudo-terminal (`script` of util-linux) and types `answer` when it is asked. */
const onTerminal = (args, cwd, answer, env = {}) =>
  new Promise((done, failed) => {
    const command = [process.execPath, CLI, ...args].map((part) => `'${part}'`).join(' ');
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: { ...process.env, NO_COLOR: undefined, TERM: 'xterm', ...env },
    });
    let out = '';
    let answered = false;
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (answered || !out.includes('(y/N) ')) return;
      answered = true;
      child.stdin.write(answer);
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, out: out.replaceAll('\r\n', '\n') }));
  });

describe('command line: on a terminal', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('creates only after a yes', async function () {
    const root = await folderWith(this, FILES);
    // Enter alone, a no, the end of the input, an interrupt
    for (const answer of ['\r', 'n\r', 'yep\r', '\u0004', '\u0003']) {
      const { code, out } = await onTerminal(['create', 'subplans'], root, answer);
      assert.match(out, /Create 1 SUBPLAN\? \(y\/N\) /);
      assert.equal(code, 1, JSON.stringify([answer, out]));
      assert.deepEqual(await textsIn(root), FILES, JSON.stringify(answer));
    }
    const { code, out } = await onTerminal(['create', 'subplans'], root, 'y\r');
    assert.equal(code, 0, out);
    assert.deepEqual(Object.keys(await textsIn(root)), [
      ...Object.keys(FILES),
      'subplans/SUBPLAN_ALPHA_11.md',
    ]);
  });

  it('fills no terminal with the bytes of a PNG', async function () {
    const root = await folderWith(this, FILES);
    const { code, out } = await onTerminal(['graph', '--format', 'png'], root, undefined);
    assert.equal(code, 2);
    assert.match(out, /^error: Cannot print a PNG to a terminal\. Add --output FILE/);
  });

  it('uses colour there, unless NO_COLOR is set or JSON is wanted', async function () {
    const root = await folderWith(this, FILES);
    assert.ok((await onTerminal(['status'], root)).out.includes(`${ESCAPE}[1mALPHA${ESCAPE}[22m`));
    assert.ok((await onTerminal(['graph'], root)).out.startsWith(`${ESCAPE}[1mALPHA:`));
    for (const [args, env] of [
      [['status'], { NO_COLOR: '1' }],
      [['status'], { TERM: 'dumb' }],
      [['status', '--format', 'json'], {}],
      [['graph', '--format', 'dot'], {}],
      [['graph'], { NO_COLOR: '1' }],
    ]) {
      assert.ok(!(await onTerminal(args, root, undefined, env)).out.includes(ESCAPE), args.join(' '));
    }
  });
});
