import { execFileSync } from 'node:child_process';
import { inRoot } from '../../scripts/lib/paths.mjs';

const texts = new Map();

/** The help of a command; each is asked for once. */
const help = (...command) => {
  const name = command.join(' ');
  const text = texts.get(name) ?? askFor(command);
  texts.set(name, text);
  return text;
};

const askFor = (command) =>
  execFileSync(process.execPath, [inRoot('dist/cli.js'), ...command, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    // what is said of a name is one line
  }).replace(/\n {20,}(?=\S)/g, ' ');

/** The names below a heading of a help text, with what is said of each. */
const listed = (text, heading) => {
  const [, block = ''] = text.split(`\n${heading}:\n`);
  const [lines] = block.split('\n\n');
  return [...lines.matchAll(/^ {2}(\S.*?)(?: {2,}(.*))?$/gm)].map(([, name, says = '']) => ({ name, says }));
};

/** The choices and the default that a help text names in brackets. */
const valuesIn = (says) => {
  const [, choices = ''] = /\(choices: ((?:"[^"]+"(?:, )?)+)/.exec(says) ?? [];
  const [, usual] = /default: "?([^")]+)/.exec(says) ?? [];
  return { choices: [...choices.matchAll(/"([^"]+)"/g)].map(([, choice]) => choice), usual };
};

/** A command with its options, by their long and short names, with what each offers. */
export const commandOf = (name) => {
  const text = help(...name.split(' ').filter(Boolean));
  const options = listed(text, 'Options').flatMap(({ name: flags, says }) =>
    [...flags.matchAll(/--?[a-z][a-z-]*/gi)].map(([flag]) => [flag, valuesIn(says)]),
  );
  const [argument] = listed(text, 'Arguments');
  return { name, options: new Map(options), kinds: argument ? valuesIn(argument.says).choices : [] };
};

const namesBelow = (...command) =>
  listed(help(...command), 'Commands')
    .map(({ name }) => name.split(' ')[0])
    .filter((name) => name !== 'help');

/** Names of the commands that take plans, and of those that are groups of such. */
export const takingPlans = () =>
  listed(help(), 'Commands')
    .filter(({ name }) => /^\w+$|\[(?:plan|path)/.test(name))
    .map(({ name }) => name.split(' ')[0]);

/** Every command of the command line, `create subplans` and the like included, by its name, as its help tells. */
export const readCommandLine = () => {
  const names = namesBelow().flatMap((name) => {
    const below = namesBelow(name);
    return below.length > 0 ? below.map((each) => `${name} ${each}`) : [name];
  });
  const commands = new Map(names.map((name) => [name, commandOf(name)]));
  return { commands, global: commandOf('').options };
};
