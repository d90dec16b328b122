import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { folderWith, removeFolders, run } from './support.mjs';

/** The first blocks of code below a heading of README.md: language and text. */
const blocksBelow = async (heading, count) => {
  const readme = await readFile('README.md', 'utf8');
  const [, section] = readme.split(`\n## ${heading}\n`);
  assert.ok(section, heading);
  const blocks = [...section.matchAll(/```(\w+)\n([\s\S]*?)```/g)].slice(0, count);
  return blocks.map(([, language, text]) => [language, text]);
};

describe('the plan in README.md', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('reads as it says, and has no problems', async function () {
    const { md, json, text } = Object.fromEntries(await blocksBelow('What a plan looks like', 3));
    const files = { 'PLAN_BAKERY.md': md, 'parallel.json': json };
    const root = await folderWith(this, files);
    assert.equal((await run(['status', root])).out, text);
    assert.equal((await run(['check', root])).out, 'No problems in 1 plan.\n');
    const approved = await folderWith(this, { ...files, 'execution/feedbacks/APPROVED_12.md': '' });
    assert.match((await run(['status', approved])).out, /2\.1 .* \[ready\]/);
  });
});
