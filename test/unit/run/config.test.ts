import assert from 'node:assert/strict';
import schema from '../../../schemas/run.schema.json';
import { readRunConfig } from '../../../src/engine/run/config/readConfig';
import { placeholder, withPlaceholders } from '../../../src/engine/run/executor/arguments';
import { executorNamed } from '../../../src/engine/run/executor/chosenExecutor';
import { PRESETS } from '../../../src/engine/run/executor/presets';
import { repositoryCommands } from '../../../src/engine/run/trust';

const textAt = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

describe('run: run.json', () => {
  it('is read with comments and trailing commas', () => {
    const { config, problems } = readRunConfig(`{
      // who works
      "executor": "mine",
      "executors": { "mine": { "command": ["node", "agent.mjs"], "prompt": "file", "env": { "A": "b", "KEY": null }, }, },
      "gates": [["npm", "test"]], /* and more */
      "review": "gates", "jobs": 2, "barrier": true, "land": false,
      "maxCost": { "item": 2.5, "run": null },
      "hooks": { "landed": ["node", "notify.mjs"] },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      executor: 'mine',
      executors: { mine: { command: ['node', 'agent.mjs'], prompt: 'file', env: { A: 'b', KEY: null } } },
      gates: [['npm', 'test']],
      review: 'gates',
      jobs: 2,
      barrier: true,
      land: false,
      maxCost: { item: 2.5 },
      hooks: { landed: ['node', 'notify.mjs'] },
    });
  });

  it('says nothing where it is empty', () => {
    for (const text of ['', ' \n', '{}']) assert.deepEqual(readRunConfig(text), { config: {}, problems: [] });
  });

  it('has its errors told at their places, and what is right counts all the same', () => {
    const text = '{ "jobs": 0, "gates": ["npm test"], "review": "someone", "attempts": 1, "setup": [[]] }';
    const { config, problems } = readRunConfig(text);
    assert.deepEqual(
      problems.map(({ severity, span }) => [severity, textAt(text, span)]),
      [
        ['error', '0'],
        ['error', '"npm test"'],
        ['error', '"someone"'],
        ['error', '[]'],
      ],
    );
    assert.match(problems[1]?.message ?? '', /such as \["npm","test"\]\. No shell reads it/);
    assert.deepEqual(config, { attempts: 1 });
  });

  it('has unknown keys warned of, with the key that is likely meant', () => {
    const text = '{ "Gates": [], "max-cost": {}, "colour": 1, "executors": { "x": { "args": [] } } }';
    const { problems } = readRunConfig(text);
    assert.deepEqual(
      problems.map(({ severity, message }) => `${severity}: ${message.slice(0, 55)}`),
      [
        'warning: The key "Gates" is unknown. Did you mean gates?',
        'warning: The key "max-cost" is unknown. Did you mean maxCost?',
        'warning: The key "colour" is unknown. Known keys are $schema, ex',
        'warning: The key "args" is unknown. Known keys are command, resu',
      ],
    );
  });

  it('has the keys that its schema has', () => {
    const known = (text: string): readonly string[] =>
      (/Known keys are (.*)\.$/.exec(readRunConfig(text).problems[0]?.message ?? '')?.[1] ?? '').split(', ');
    const { properties, definitions } = schema;
    assert.deepEqual(known('{ "?": 1 }').toSorted(), Object.keys(properties).toSorted());
    assert.deepEqual(
      known('{ "executors": { "x": { "?": 1 } } }').toSorted(),
      Object.keys(definitions.executor.properties).toSorted(),
    );
    assert.deepEqual(known('{ "hooks": { "?": 1 } }'), Object.keys(properties.hooks.properties));
    assert.deepEqual(known('{ "maxCost": { "?": 1 } }'), Object.keys(properties.maxCost.properties));
  });

  it('is never believed to be what it is not', () => {
    for (const text of [
      '[]',
      '"x"',
      '{ "executors": [] }',
      '{ "hooks": 3 }',
      '{',
      '{ "gates": [["a", 1]] }',
    ]) {
      const { problems } = readRunConfig(text);
      assert.ok(
        problems.some(({ severity }) => severity === 'error'),
        text,
      );
    }
    assert.deepEqual(readRunConfig('{ "__proto__": { "jobs": 9 } }').config.jobs, undefined);
  });
});

describe('run: executors', () => {
  it('of a name are the shipped ones, with what the configuration says of them', () => {
    const config = readRunConfig('{ "executors": { "claude": { "timeoutMinutes": 5 } } }').config;
    const claude = executorNamed('claude', config);
    assert.ok(claude.ok);
    assert.equal(claude.value.command[0], 'claude');
    assert.deepEqual(
      [claude.value.timeoutMinutes, claude.value.idleMinutes, claude.value.isConfigured],
      [5, 10, true],
    );
  });

  it('of no name are refused with those there are', () => {
    const found = executorNamed('toString', { executors: { mine: { command: ['x'] } } });
    assert.match(
      found.ok ? '' : found.error.message,
      /no executor toString\. Choose one of demo, .*, mine\./,
    );
    assert.equal(executorNamed('mine', { executors: { mine: {} } }).ok, false);
  });

  it('get their prompt by standard input or a file, never as an argument', () => {
    for (const { name, prompt, command } of PRESETS) {
      assert.equal(prompt === 'file' && name !== 'manual', command.includes(placeholder('promptFile')), name);
    }
  });

  it('have placeholders replaced within their argument, and nothing else', () => {
    const title = `a b; rm -rf "$HOME" ${placeholder('id')}`;
    const [nobody, inherited] = [`$\{nobody}`, `$\{constructor}`];
    const command = ['x', `--t=${placeholder('title')}`, placeholder('files'), placeholder('id'), nobody];
    assert.deepEqual(withPlaceholders(command, { id: '1.1', title, files: ['a', 'b'] }), [
      'x',
      `--t=${title}`,
      'a',
      'b',
      '1.1',
      nobody,
    ]);
    assert.deepEqual(withPlaceholders([inherited], {}), [inherited]);
  });
});

describe('run: what a person must have seen', () => {
  const config = (text: string) => readRunConfig(text).config;

  it('is every command of the repository, by its role', () => {
    const own = config(
      '{ "setup": [["s"]], "gates": [["g"]], "executors": { "b": { "command": ["b"] }, "a": { "command": ["a"] } }, "hooks": { "landed": ["h"] } }',
    );
    assert.deepEqual(repositoryCommands(own).commands, [['s'], ['g'], ['a'], ['b'], ['h']]);
  });

  it('is another text when anything of it is another, and the same when the order of names is', () => {
    const texts = [
      '{ "gates": [["a", "b"]] }',
      '{ "gates": [["a"], ["b"]] }',
      '{ "setup": [["a", "b"]] }',
      '{ "executors": { "x": { "command": ["a", "b"] } } }',
      '{ "executors": { "x": { "command": ["a", "b"], "env": { "A": "1" } } } }',
      '{ "executors": { "claude": { "env": { "A": "1" } } } }',
    ].map((text) => repositoryCommands(config(text)).text);
    assert.equal(new Set(texts).size, texts.length);
    assert.equal(
      repositoryCommands(config('{ "executors": { "a": { "command": ["a"] }, "b": { "command": ["b"] } } }'))
        .text,
      repositoryCommands(config('{ "executors": { "b": { "command": ["b"] }, "a": { "command": ["a"] } } }'))
        .text,
    );
  });

  it('is nothing where the repository has nothing to run', () => {
    assert.deepEqual(repositoryCommands(config('{ "executor": "claude", "jobs": 2 }')), {
      commands: [],
      text: '',
    });
  });
});
