import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUpToDate } from '../../scripts/rules-doc.mjs';

describe('docs/rules.md and docs/templates.md', () => {
  it('say what the rules and the variables are (npm run docs writes them)', async () => {
    assert.equal(await isUpToDate(), true);
  });
});
