import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { scanLines } from '../../../src/engine/document/markdown/lines';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { documents } from './markdownDocuments';
import { foundByRemark, hasContent, hasTagAsTableHead, lineKindsByRemark } from './remarkReference';

/** Others for a long look: `SEED=7 RUNS=5000 npm run unit -- -g remark`. */
const SEED = Number(process.env.SEED ?? 20_261_121);
const RUNS = Number(process.env.RUNS ?? 300);

const check = (property: (text: string) => void): void =>
  fc.assert(
    fc.property(documents, (text) => {
      fc.pre(!hasTagAsTableHead(text));
      property(text);
    }),
    { seed: SEED, numRuns: RUNS },
  );

describe('readPlan beside a full parse by remark', () => {
  it('finds the same headings and definitions', () =>
    check((text) => {
      const { sections, achievements } = readPlan(text);
      const found = {
        headings: sections.map(({ depth, heading }) => [depth, heading.start, heading.end]),
        definitions: achievements.map(({ id, definition }) => [id, definition.start, definition.end]),
      };
      deepEqual(found, foundByRemark(text));
    }));

  it('hides the same lines', () =>
    check((text) => {
      const { kinds, textOf } = scanLines(text);
      const found = kinds.map((kind, line) => [textOf(line), kind] as const);
      deepEqual(
        found.filter(([line]) => hasContent(line)),
        lineKindsByRemark(text),
      );
    }));
});
