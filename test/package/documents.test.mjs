import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { START_OPTIONS } from '../../scripts/lib/startMain.mjs';
import { filesUnder } from '../../scripts/lib/testFiles.mjs';
import { readCommandLine } from './commandLineHelp.mjs';
import { allLines, codes, everywhere, italics, tableRows } from './documents.mjs';

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const words = JSON.parse(readFileSync(inRoot('package.nls.json'), 'utf8'));
const { commands, configuration, keybindings } = manifest.contributes;

/** Keys of the editor itself that documents name. */
const EDITORS_KEYS = {
  'Ctrl+Enter': 'shows what a rename changes before it does',
  'Shift+F10': 'opens a context menu',
};
/** Commands and places of the editor itself. */
const EDITORS_NAMES = [
  'Extensions › … › Install from VSIX',
  'Find All References',
  'Go to Definition',
  'Go to Implementations',
  'Go to Symbol in Workspace',
  'Rename Symbol',
];
/** Words of the method and of plans, which name nothing that can be chosen. */
const PLAIN_WORDS = [
  ...['Dependencies', 'Blocks', 'Prerequisites', 'etc.', 'ready', 'critical'],
  ...['depends on', 'requires', 'after', 'blocks', 'required by'],
  ...['CHECKOUT-REDESIGN', 'DOCS-REFRESH', 'OFFLINE-SYNC', 'SEARCH-INDEX'],
];
/** Here italics mark words and columns of the format. */
const IN_OTHER_ITALICS = /^docs\/(?:architecture|decisions|format|speed)\.md/;

const sources = (folder) =>
  filesUnder(inRoot('src', folder), '.ts').map((file) => readFileSync(file, 'utf8'));

/** Keys with Ctrl (or Cmd) and without that the page of the graph listens to. */
function graphKeys() {
  const text = sources('webview').join('\n');
  const withCtrl = [...text.matchAll(/(?:ctrlKey|metaKey)[^;]*?key\.toLowerCase\(\) (?:===|!==) '(\w)'/g)];
  const plain = [...text.matchAll(/\bkey (?:===|!==) '([^']+)'/g)];
  return {
    chords: [
      ...withCtrl.map(([, key]) => `Ctrl+${key.toUpperCase()}`),
      // a capital letter is one with Shift
      ...plain.filter(([, key]) => /^[A-Z]$/.test(key)).map(([, key]) => `Shift+${key}`),
    ],
    keys: new Set(plain.map(([, key]) => key)),
  };
}

const MODIFIERS = ['Ctrl', 'Cmd', 'Alt', 'Shift', 'Meta', 'Option'];
const CHORD = new RegExp(`\\b(?:${MODIFIERS.join('|')})(?:\\+[A-Za-z]\\w*)*\\+(?:\\w+|[^\\s\\w])`, 'g');

/** `Ctrl+Alt+.` of `alt+ctrl+.`: the order of modifiers says nothing. */
const chordName = (key) => {
  const parts = key.split('+').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  const rank = (part) => (MODIFIERS.includes(part) ? MODIFIERS.indexOf(part) : MODIFIERS.length);
  return parts.sort((one, other) => rank(one) - rank(other)).join('+');
};

const titleOf = ({ title }) => words[title.slice(1, -1)];
const bare = (title) => title.replace(/…$/, '').toLowerCase();
const titles = commands.map(titleOf);
const isTitle = (name) => titles.some((title) => bare(title) === bare(name));
const settings = configuration.properties;
const none = (places) => assert.deepEqual(places, []);
const placeAnd = (what) => (found) => `${found.at}: ${what(found)}`;

describe('what the documents promise: keys', () => {
  const bindings = new Map(
    keybindings.flatMap(({ command, key, mac }) => [key, mac].map((each) => [chordName(each), command])),
  );
  const chords = everywhere(CHORD).map(({ at, text, match }) => ({ at, text, chord: chordName(match[0]) }));
  const page = graphKeys();

  it('exist, in the manifest, in the graph or in the editor', () => {
    const known = new Set([...bindings.keys(), ...page.chords, ...Object.keys(EDITORS_KEYS)]);
    assert.ok(chords.length > 5);
    none(chords.filter(({ chord }) => !known.has(chord)).map(placeAnd(({ chord }) => chord)));
  });

  it('are named with the command that they run', () => {
    const strays = chords.filter(({ text, chord }) => {
      const id = bindings.get(chord);
      const command = commands.find((each) => each.command === id);
      return command && !text.toLowerCase().includes(bare(titleOf(command)));
    });
    none(strays.map(placeAnd(({ chord }) => chord)));
  });

  it('are all there: every key of the manifest is in README', () => {
    const named = new Set(chords.filter(({ at }) => at.startsWith('README')).map(({ chord }) => chord));
    none([...bindings.keys()].filter((chord) => !named.has(chord)));
  });

  it('of one letter are keys of the graph', () => {
    const inGuides = allLines().filter(({ at }) => /^(README|CHANGELOG|docs\/user-guide)/.test(at));
    const letters = everywhere(/`([a-z/?+-])`/g, inGuides).map(({ at, match }) => ({ at, key: match[1] }));
    assert.ok(letters.length > 10);
    none(letters.filter(({ key }) => !page.keys.has(key)).map(placeAnd(({ key }) => key)));
  });
});

describe('what the documents promise: settings', () => {
  it('exist', () => {
    const ids = new Set([...Object.keys(settings), ...commands.map(({ command }) => command)]);
    const named = everywhere(/\bparallelPlans\.\w+(?:\.\w+)*/g);
    assert.ok(named.length > 10);
    none(named.filter(({ match }) => !ids.has(match[0])).map(placeAnd(({ match }) => match[0])));
  });

  it('exist where they are named without their prefix', () => {
    const groups = new Set(Object.keys(settings).map((id) => id.split('.')[1]));
    const named = codes().filter(({ code }) => /^\w+\.\w+$/.test(code) && groups.has(code.split('.')[0]));
    assert.ok(named.length > 0);
    none(named.filter(({ code }) => !settings[`parallelPlans.${code}`]).map(placeAnd(({ code }) => code)));
  });

  it('are all in the table of README, with the defaults they have', () => {
    const rows = tableRows('Setting', 'Default').map(({ cells: [id, value] }) => [
      id.replaceAll('`', ''),
      value.replaceAll('`', '').replace(/^empty$/, ''),
    ]);
    const expected = Object.entries(settings).map(([id, { default: value }]) => [
      id,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    assert.deepEqual(Object.fromEntries(rows), Object.fromEntries(expected));
  });
});

describe('what the documents promise: commands', () => {
  it('are found under the titles that they are named with', () => {
    const named = everywhere(/\bPlans: ([A-Z][^*`"\n]*?)(?=[*`"]|$)/g);
    assert.ok(named.length > 0);
    none(named.filter(({ match }) => !isTitle(match[1])).map(placeAnd(({ match }) => match[1])));
  });

  it('of the table of README exist, and all of the palette are in it', () => {
    const { commandPalette } = manifest.contributes.menus;
    const hidden = new Set(commandPalette.filter(({ when }) => when === 'false').map((each) => each.command));
    const rows = tableRows('Command', 'Does').filter(({ cells: [name] }) => !name.startsWith('`'));
    const named = rows.flatMap(({ at, cells: [names] }) =>
      names
        .replace(/ \(.*\)$/, '')
        .split(', ')
        .map((name) => ({ at, name })),
    );
    none(named.filter(({ name }) => !titles.includes(name)).map(placeAnd(({ name }) => name)));
    const isNamed = (command) => named.some(({ name }) => name === titleOf(command));
    none(commands.filter((each) => !hidden.has(each.command) && !isNamed(each)).map(titleOf));
  });

  it('that belong to one achievement are in README too', () => {
    const readme = new Set(
      italics(allLines().filter(({ at }) => at.startsWith('README'))).map((i) => bare(i.name)),
    );
    const table = tableRows('Command', 'Does').map(({ cells: [names] }) => names.toLowerCase());
    const isNamed = (title) => readme.has(bare(title)) || table.some((names) => names.includes(bare(title)));
    none(titles.filter((title) => !isNamed(title)));
  });

  it('and everything else in italics is a command, a rule, or a word that stands on the screen', () => {
    const screen = [...sources('extension'), ...sources('language'), ...sources('webview')].join('\n');
    const rules = new Set(Object.keys(settings['parallelPlans.rules'].properties));
    /** Where a part of a text is put in, only its beginning is looked for: `Batch create ${name} (${amount})`. */
    const onScreen = (name) => {
      const start = name.replace(/(?: \w+ \(N\)| ?…)$/, '');
      return ["'", '"', '`', '>'].some((quote) => screen.includes(quote + start));
    };
    const others = new Set([...EDITORS_NAMES, ...PLAIN_WORDS, ...Object.values(words)]);
    const isKnown = (name) =>
      isTitle(name.replace(/^Plans: /, '')) || rules.has(name) || others.has(name) || onScreen(name);
    const named = italics(allLines().filter(({ at }) => !IN_OTHER_ITALICS.test(at)));
    assert.ok(named.length > 30);
    none(named.filter(({ name }) => !isKnown(name)).map(placeAnd(({ name }) => name)));
  });
});

describe('what the documents promise: the command line', () => {
  let line;
  /** Names of its first words, such as `create`. */
  let first;

  before(function () {
    // asks the built command line for the help of each command
    this.timeout(60_000);
    line = readCommandLine();
    first = new Set([...line.commands.keys()].map((name) => name.split(' ')[0]));
  });

  /** The command that a piece of code calls: `create subplans PLAN` is one, with or without the program's name. */
  const calledBy = (code) => {
    const parts = code.replace(/^parallel-plans /, '').split(/\s+/);
    const at = parts.findIndex((part) => !part.startsWith('-'));
    const [name, below = ''] = parts.slice(at);
    if (!first.has(name)) return undefined;
    return [name, ...below.split('|').map((each) => `${name} ${each}`)].find((each) =>
      line.commands.has(each),
    );
  };
  /** What a piece of code says of options: name and, where it lists some, the values. */
  const optionsIn = (code) =>
    [...code.matchAll(/(?<![\w-])(--[a-z][a-z-]*)(?:[ =]([a-z\d]+(?:\|[a-z\d]+)+))?/g)].map(
      ([, name, values]) => ({ name, values: values?.split('|') }),
    );
  /** The commands that a piece of code can be about: the one it calls, that of its row, else any. */
  const commandsOf = ({ code, row = '' }) => {
    const command = line.commands.get(calledBy(code) ?? calledBy(row));
    return command ? [command] : [...line.commands.values()];
  };
  const isStart = ({ text }) => text.includes('npm start');
  const isOfOthers = ({ code }) => /^(?:npm|npx|node|git|hx|:)\b|^-- /.test(code);
  /** Every option that is named, where it is one of the command line. */
  const options = () =>
    codes()
      .filter((each) => !isStart(each) && !isOfOthers(each))
      .flatMap((each) => optionsIn(each.code).map((option) => ({ ...each, ...option })));

  it('has the commands that are named with its name', () => {
    const named = codes().filter(({ code }) => /^parallel-plans [a-z]/.test(code));
    assert.ok(named.length > 10);
    const isGroup = (code) => first.has(code.replace('parallel-plans ', ''));
    none(named.filter(({ code }) => !calledBy(code) && !isGroup(code)).map(placeAnd(({ code }) => code)));
  });

  it('has the options that are named, of the command that they are named with', () => {
    const exists = ({ name, ...each }) =>
      line.global.has(name) || commandsOf(each).some((command) => command.options.has(name));
    assert.ok(options().length > 30);
    const strays = options().filter((option) => !exists(option));
    none(strays.map(placeAnd(({ code }) => code)));
  });

  it('has the choices that are named, and no others', () => {
    const named = options().filter(({ values }) => values);
    const fits = ({ name, values, ...each }) =>
      commandsOf(each).some(
        (command) => command.options.get(name)?.choices.toSorted().join() === values.toSorted().join(),
      );
    assert.ok(named.length > 3);
    none(named.filter((option) => !fits(option)).map(placeAnd(({ code }) => code)));
  });

  it('has the defaults that are named', () => {
    const named = everywhere(/`(--[a-z-]+)[^`]*`[^`(]*\(default (\w+)\)/g);
    assert.ok(named.length > 1);
    const defaults = (name) => [...line.commands.values()].map((each) => each.options.get(name)?.usual);
    const strays = named.filter(({ match: [, name, value] }) => !defaults(name).includes(value));
    none(strays.map(placeAnd(({ match }) => match[0])));
  });

  it('has every command in README, every option in README or docs, and every prompt in its row', () => {
    const rows = tableRows('Command', 'Does').filter(({ cells: [name] }) => name.startsWith('`'));
    const spans = rows.flatMap(({ cells: [name] }) => calledBy(name.replaceAll('`', '')) ?? []);
    const inTable = new Set(spans.map((name) => name.split(' ')[0]));
    none([...first].filter((name) => !inTable.has(name)));
    const named = new Set(codes().flatMap(({ code }) => optionsIn(code).map(({ name }) => name)));
    const long = [...line.commands.values()].flatMap((command) => [...command.options.keys()]);
    const missing = new Set(long.filter((name) => /^--(?!help)/.test(name) && !named.has(name)));
    none([...missing]);
    const prompt = rows.find(({ cells: [name] }) => name.startsWith('`prompt'));
    const kinds = [...prompt.cells[1].matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind);
    assert.deepEqual(new Set(kinds), new Set(line.commands.get('prompt').kinds));
  });
});

describe('what the map of the code promises', () => {
  const rows = tableRows('Folder', 'Holds');
  const namesIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const bundles = tableRows('Bundle', 'Entry', 'Loaded');

  it('is that folders exist, and that of the command line none is missing', () => {
    const folders = rows.flatMap(({ cells: [name] }) => namesIn(name)).filter((name) => !name.includes('.'));
    assert.ok(folders.length > 40);
    none(folders.filter((name) => !existsSync(inRoot(name))));
    const { cells } = rows.find(({ cells: [name] }) => name === '`src/cli`');
    const named = new Set(namesIn(cells[1]));
    const kinds = readdirSync(inRoot('src/cli'), { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    );
    none(kinds.map(({ name }) => name).filter((name) => !named.has(name)));
  });

  it('is every bundle with its entry', () => {
    const named = bundles.map(({ cells: [bundle] }) => bundle.replaceAll('`', ''));
    const made = readdirSync(inRoot('dist'), { recursive: true }).filter((name) => name.endsWith('.js'));
    assert.deepEqual(new Set(named), new Set(made.map((name) => `dist/${name.replaceAll('\\', '/')}`)));
    const entries = bundles
      .flatMap(({ cells: [, entry] }) => namesIn(entry))
      .filter((name) => /^src\//.test(name));
    none(entries.filter((name) => !existsSync(inRoot(name))));
  });

  it('is which commands only read', () => {
    const list = readFileSync(inRoot('src/cli/lookingCommands.ts'), 'utf8');
    const looking = [...list.matchAll(/^ {2}(\w+)Command,$/gm)].map(([, name]) => name);
    const { cells } = bundles.find(({ cells: [bundle] }) => bundle === '`dist/look.js`');
    assert.deepEqual(namesIn(cells[2]), looking);
  });
});

describe('what the documents promise: the project', () => {
  it('has the scripts that are named', () => {
    const named = everywhere(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g);
    assert.ok(named.length > 10);
    const strays = named.filter(({ match: [, script, usual] }) => !manifest.scripts[script ?? usual]);
    none(strays.map(placeAnd(({ match }) => match[0])));
  });

  it('starts with the options that are named, and README names them all', () => {
    const named = codes()
      .filter(({ text }) => text.includes('npm start'))
      .flatMap(({ code }) => [...code.matchAll(/(?<![\w-])--([a-z]+)/g)].map(([, name]) => name));
    assert.deepEqual(new Set(named), new Set(Object.keys(START_OPTIONS)));
  });

  it('needs the versions that are named', () => {
    const readme = readFileSync(inRoot('README.md'), 'utf8');
    const versions = (pattern) => [...readme.matchAll(pattern)].map(([, version]) => version);
    assert.deepEqual(versions(/VS Code (\d+\.\d+)/g), [manifest.engines.vscode.slice(1).replace(/\.0$/, '')]);
    assert.deepEqual(versions(/Node (\d+\.\d+)/g), [manifest.engines.node.slice(2)]);
  });
});
