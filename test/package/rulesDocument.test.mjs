import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUpToDate } from '../../scripts/rules-doc.mjs';

describe('docs/rules.md', () => {
  it('says what the rules say (npm run docs writes it)', async () => {
    assert.equal(await isUpToDate(), true);
  });
});
