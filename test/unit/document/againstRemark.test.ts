import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/engine/document/plan';
import { documents } from './markdownDocuments';
import { foundByRemark, goesOnLazily } from './remarkReference';

const SEED = 20_261_121;

/** Two lone tags in a row below a list item or quote: the first continues it, the second remark takes for HTML. */
const LONE_TAGS = /(?:^(?:<\/script>|<\/details>|<x-y>)\r?\n){2}/m;

describe('readPlan beside a full parse by remark', () => {
  it('finds the same headings and definitions', () => {
    fc.assert(
      fc.property(documents, (text) => {
        fc.pre(!goesOnLazily(text) && !LONE_TAGS.test(text));
        const { sections, achievements } = readPlan(text);
        const found = {
          headings: sections.map(({ depth, heading }) => [depth, heading.start, heading.end]),
          definitions: achievements.map(({ id, definition }) => [id, definition.start, definition.end]),
        };
        deepEqual(found, foundByRemark(text));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
