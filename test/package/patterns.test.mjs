import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { slownessOf } from '../../scripts/lib/linearPattern.mjs';
import { patternsIn } from '../../scripts/lib/patternsOf.mjs';

const ID = '\\d+(?:\\.\\d+)+';
/** The blank behind a comma can be divided in two ways: with every id of a list the ways double. */
const AMBIGUOUS_JOIN = '[ \\t]*(?:,[ \\t]*(?:and\\b|or\\b)?|[/&–—-]|and\\b|or\\b|to\\b|through\\b)[ \\t]*';
const JOIN = '[ \\t]*(?:,[ \\t]*(?:(?:and|or)\\b[ \\t]*)?|(?:[/&–—-]|(?:and|or|to|through)\\b)[ \\t]*)';
const listOf = (join) => `^${ID}(?:${join}${ID})*!`;

describe('the analysis of patterns', function () {
  this.timeout(300_000);

  for (const [what, source, flags] of [
    ['a list whose joins can be read in two ways', listOf(AMBIGUOUS_JOIN), 'u'],
    ['blanks that are looked for from each of them', '[ \\t]+$', ''],
    ['comments that are never closed', '<!--[\\s\\S]*?-->', 'g'],
    ['two parts that share blanks', '^a[ \\t]*:?[ \\t]*b', ''],
  ]) {
    it(`finds ${what}`, () =>
      assert.match(slownessOf({ source, flags }) ?? 'linear', /polynomial|exponential/));
  }

  for (const [what, source, flags] of [
    ['a list with joins that can be read in one way', listOf(JOIN), 'u'],
    ['blanks that are looked for once', '(?<![ \\t])[ \\t]+$', ''],
  ]) {
    it(`lets ${what} pass`, () => assert.equal(slownessOf({ source, flags }), undefined));
  }

  it('knows the patterns that modules compose', async () => {
    const { patterns, unseen } = await patternsIn('src');
    assert.deepEqual(unseen, []);
    const composed = patterns.filter(({ at }) => at.startsWith('src/engine/document/stated/planNames.ts'));
    assert.ok(
      composed.some(({ source }) => source.includes('chievements?[ \\t]+') && source.includes('PLAN_')),
    );
  });
});
