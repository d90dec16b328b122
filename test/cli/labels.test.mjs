import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, planText, removeFolders, run, runJson } from './support.mjs';

const SETTINGS = `{
  // what plans are written with here
  "editor.tabSize": 2,
  "parallelPlans.labels": { "Dépend de": "dependencies", "aucune": "none", "Charge": "work", },
}`;
const FILES = {
  'plans/JARDIN/PLAN_JARDIN.md': planText({
    1.1: ['Bêcher', '- **Dépend de**: aucune'],
    1.2: ['Semer', '- **Dépend de** : 1.1'],
  }),
};
const dependencies = ({ json }) => json.plans[0].achievements.map(({ id, dependencies: ids }) => [id, ids]);

describe('the words of a workspace on the command line', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('are those of the nearest settings above what is asked about', async function () {
    const root = await folderWith(this, { ...FILES, '.vscode/settings.json': SETTINGS });
    for (const path of ['.', 'plans/JARDIN', 'plans/JARDIN/PLAN_JARDIN.md']) {
      const result = await runJson(['status', path], { cwd: root });
      assert.deepEqual(
        dependencies(result),
        [
          ['1.1', []],
          ['1.2', ['1.1']],
        ],
        path,
      );
    }
    const { err } = await run(['status', root], { cwd: root });
    assert.match(err, /parallelPlans\.labels: Charge must mean one of .*dependencies, /);
  });

  it('are none where the settings are missing, broken or say something else', async function () {
    for (const settings of [undefined, '{ "parallelPlans.labels": ', '{ "parallelPlans.labels": 3 }', '{}']) {
      const root = await folderWith(this, {
        ...FILES,
        ...(settings === undefined ? {} : { '.vscode/settings.json': settings }),
      });
      const result = await runJson(['status', join(root, 'plans')]);
      assert.equal(result.code, 0);
      assert.deepEqual(dependencies(result).flat(2), ['1.1', '1.2'], String(settings));
    }
  });
});
