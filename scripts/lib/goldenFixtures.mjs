import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { filesUnder } from './testFiles.mjs';

const FOLDER = inRoot('test', 'fixtures', 'rules');

/** Every fixture: `<code>/<case>`, its file and its text. */
export const readGoldenFixtures = () =>
  filesUnder(FOLDER, '.txt').map((file) => ({
    file,
    name: file.slice(FOLDER.length + 1, -'.txt'.length).replaceAll('\\', '/'),
    text: readFileSync(file, 'utf8').replace(/\r\n/g, '\n'),
  }));

/** Lets tests that touch no disk import the fixtures: they are read when the tests are bundled. */
export const goldenFixtures = {
  name: 'golden-fixtures',
  setup(build) {
    build.onResolve({ filter: /^golden-fixtures$/ }, () => ({ path: 'fixtures', namespace: 'golden' }));
    build.onLoad({ filter: /.*/, namespace: 'golden' }, () => {
      const fixtures = Object.fromEntries(readGoldenFixtures().map(({ name, text }) => [name, text]));
      return { contents: `export const fixtures = ${JSON.stringify(fixtures)};`, loader: 'js' };
    });
  },
};
