import { tokenizer, tokTypes } from 'acorn';
import { build } from 'esbuild';

/** Put in place of a free name; nobody writes this. */
const MARK = 'FREE_NAME_OF_';
/** Names of properties that can be nothing else, and what modules are asked for with. */
const NEVER_LOOKED_FOR = new Set(['enum', 'require']);

/** Every name in a script, of whatever. */
const namesIn = (code) => {
  const names = new Set();
  for (const { type, value } of tokenizer(code, { ecmaVersion: 'latest' })) {
    if (type === tokTypes.name && !NEVER_LOOKED_FOR.has(value)) names.add(value);
  }
  return names;
};

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/**
 * What a bundle expects from whoever runs it: the names that nothing in it declares, those it asks `globalThis` for, and
 * the modules it requires. esbuild replaces a name only where it is free, so each one that it replaces is one.
 * @param {string} code of a bundle in the format `cjs`
 * @returns {Promise<{ names: readonly string[], modules: readonly string[] }>} sorted
 */
export async function freeNamesOf(code) {
  const modules = new Set();
  const { outputFiles } = await build({
    stdin: { contents: code },
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    write: false,
    logLevel: 'silent',
    define: Object.fromEntries([...namesIn(code)].map((name) => [name, `${MARK}${name}`])),
    plugins: [
      {
        name: 'modules',
        setup: ({ onResolve }) =>
          onResolve({ filter: /./ }, ({ path }) => {
            modules.add(path);
            return { path, external: true };
          }),
      },
    ],
  });
  const names = new Set([
    ...found(outputFiles[0].text, new RegExp(`${MARK}([\\w$]+)`, 'g')),
    ...found(code, /\bglobalThis\??\.([\w$]+)/g),
  ]);
  return { names: [...names].sort(), modules: [...modules].sort() };
}
