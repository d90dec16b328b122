import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { filesUnder } from './testFiles.mjs';

/** Folders of test/fixtures that hold golden fixtures. */
export const GOLDEN_FOLDERS = ['rules', 'prompts'];

/** Every fixture of a folder: its name (`<code>/<case>` for rules), its file and its text. */
export const readGoldenFixtures = (name) => {
  const folder = inRoot('test', 'fixtures', name);
  return filesUnder(folder, '.txt').map((file) => ({
    file,
    name: file.slice(folder.length + 1, -'.txt'.length).replaceAll('\\', '/'),
    text: readFileSync(file, 'utf8').replace(/\r\n/g, '\n'),
  }));
};

/** Lets tests that touch no disk import the fixtures: they are read when the tests are bundled. */
export const goldenFixtures = {
  name: 'golden-fixtures',
  setup(build) {
    build.onResolve({ filter: /^golden-fixtures$/ }, () => ({ path: 'fixtures', namespace: 'golden' }));
    build.onLoad({ filter: /.*/, namespace: 'golden' }, () => {
      const contents = GOLDEN_FOLDERS.map((folder) => {
        const fixtures = Object.fromEntries(readGoldenFixtures(folder).map(({ name, text }) => [name, text]));
        return `export const ${folder} = ${JSON.stringify(fixtures)};`;
      });
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};
