import assert from 'node:assert/strict';
import { git } from '../../../src/node/git/command';
import { gitEnvironment } from '../../../src/node/git/gitEnvironment';
import { checkGit, isEnough, versionIn } from '../../../src/node/git/gitVersion';
import { runGit } from '../../../src/node/git/runGit';
import { serially } from '../../../src/node/git/serially';
import { given, makeRepository, messageIn } from '../repository';

describe('git as the runner uses it', () => {
  it('is led to no other repository and back into no editor', () => {
    const env = gitEnvironment({
      PATH: '/bin',
      GIT_DIR: '/other/.git',
      GIT_INDEX_FILE: '/other/index',
      GIT_CONFIG_PARAMETERS: "'a.b=c'",
      GIT_ASKPASS: '/editor/askpass',
      VSCODE_GIT_IPC_HANDLE: '/tmp/socket',
      ELECTRON_RUN_AS_NODE: '1',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_CONFIG_GLOBAL: '/home/ann/config',
    });
    assert.deepEqual(env, {
      PATH: '/bin',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_CONFIG_GLOBAL: '/home/ann/config',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_EDITOR: ':',
    });
  });

  it('is led nowhere else either where it only looks', async () => {
    const [own, other] = [makeRepository({ 'own.txt': '' }), makeRepository({ 'other.txt': '' })];
    const led = { GIT_DIR: `${other.top}/.git`, GIT_CONFIG_PARAMETERS: "'core.quotePath=false'" };
    Object.assign(process.env, led);
    try {
      let seen = '';
      const onText = (text: string): boolean => {
        seen += text;
        return true;
      };
      await runGit(['ls-files'], { cwd: own.top, timeoutMs: 10_000, onText });
      assert.equal(seen, 'own.txt\n');
    } finally {
      for (const name of Object.keys(led)) delete process.env[name];
      own.remove();
      other.remove();
    }
  });

  it('ends with what it started when it takes too long', async () => {
    const repository = makeRepository();
    try {
      const started = Date.now();
      const late = await git(['-c', 'alias.wait=!sleep 60', 'wait'], { cwd: repository.top, timeoutMs: 300 });
      assert.match(messageIn(late), /took too long and was stopped/);
      assert.ok(Date.now() - started < 30_000, 'the sleep has ended too, or its output would be waited for');
    } finally {
      repository.remove();
    }
  });

  it('says that a folder is not there', async () => {
    assert.match(messageIn(await git(['version'], { cwd: '/nowhere/at/all' })), /^git cannot be run in/);
  });

  it('has to be new enough', async () => {
    assert.match(given(await checkGit('/')), /^\d+\.\d+/);
    const versions = [
      'git version 2.39.5 (Apple Git-154)',
      'git version 2.45.1.windows.1',
      'git version 2.34.1',
      'jit',
    ];
    assert.deepEqual(versions.map(versionIn), ['2.39.5', '2.45.1', '2.34.1', undefined]);
    assert.deepEqual(['2.38.9', '2.39.0', '3.0.0', '1.99.0'].map(isEnough), [false, true, true, false]);
  });

  it('does one thing after the other for one repository, and goes on after a failure', async () => {
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await new Promise(setImmediate);
      seen.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
    };
    const [first, second] = [serially('/nowhere', work('a')), serially('/nowhere', work('b'))];
    await assert.rejects(first, /a fails/);
    await second;
    assert.deepEqual(seen, ['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
