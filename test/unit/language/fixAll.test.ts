import assert from 'node:assert/strict';
import { actionsAt } from '../../../src/language/action/actions';
import { defaultSettings, type Settings } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText } from './workspace';

const titles = async (
  settings: Settings,
  only = ['source.fixAll.parallelPlans'],
): Promise<readonly string[]> => {
  const text = parallelText({ '1.1': [], '1.2': ['1.2'], '1.3': [] });
  const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: text });
  const refusals = { log: assert.fail, tell: assert.fail };
  const needs = { engine, refusals, settingsOf: async () => settings };
  const start = { line: 0, character: 0 };
  const request = { uri: parallelUri, range: { start, end: start }, shown: [], only };
  return (await actionsAt(needs, request)).map(({ title }) => title);
};

describe('the action that fixes all', () => {
  it('is there for what is safe, unless its rule is off or problems are', async () => {
    assert.deepEqual(await titles(defaultSettings), ['Fix everything that is safe to fix']);
    assert.deepEqual(await titles({ ...defaultSettings, rules: { 'self-dependency': 'off' } }), []);
    assert.deepEqual(await titles({ ...defaultSettings, problems: false }), []);
  });

  it('is not there for other kinds', async () => {
    assert.deepEqual(await titles(defaultSettings, ['source.organizeImports']), []);
    assert.deepEqual(await titles(defaultSettings, ['source']), ['Fix everything that is safe to fix']);
  });
});
