import assert from 'node:assert/strict';
import { defaultSettings, settingsFrom } from '../../../src/language/server/settings';

describe('settings of the language server', () => {
  it('reads the sections a client sends', () => {
    assert.deepEqual(
      settingsFrom({
        codeLens: { enabled: false },
        inlayHints: { enabled: true },
        problems: { enabled: false, finishedPlans: true },
        rules: { x: 'off' },
      }),
      { codeLens: false, inlayHints: true, problems: false, finishedPlans: true, rules: { x: 'off' } },
    );
  });

  for (const section of [undefined, null, 7, 'x', [], {}, { codeLens: null, rules: 3 }]) {
    it(`takes the defaults from ${JSON.stringify(section)}`, () => {
      assert.deepEqual(settingsFrom(section), defaultSettings);
    });
  }

  it('drops a severity that is none', () => {
    assert.deepEqual(settingsFrom({ rules: { a: 'loud', b: 'hint' } }).rules, {
      b: 'hint',
    });
  });
});
