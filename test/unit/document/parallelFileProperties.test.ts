import { deepEqual, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import type { ParallelFacts } from '../../../src/engine/facts/parallelFacts';
import type { Span } from '../../../src/engine/model/text';
import { plainFacts } from '../../support/plainFacts';

const SEED = 20_261_121;

const FIXTURES = [
  '{"plan_name": "A", "achievements": [{"achievement_id": "1.1", "dependencies": []}, {"achievement_id": "1.2", "dependencies": ["1.1"], "blocks": [2.1], "estimated_hours": "4-6"}], "cross_priority_dependencies": [{"from": "1.2", "to": "1.1"}]}',
  '\ufeff// c\r\n{"plan": "A", "levels": [{"level": 1, "achievements": [{"id": "1.1", "status": null, "sub_executions": [{"id": "1.1.1"}],}]}], /* d */ }',
  '{"priority_groups": [{"priority": 1, "achievements": [{"id": "1.1", "id": 7}]}], "notes": ["\\u00e9 \\"x\\""]}',
];

/** Every span in some facts. */
const spansOf = (value: unknown): readonly Span[] => {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.values(value).flatMap(spansOf);
  return 'start' in value && 'end' in value ? [...found, value as Span] : found;
};

const inText = (text: string, facts: ParallelFacts): boolean =>
  facts.lines.length === text.length &&
  spansOf(plainFacts(facts)).every(({ start, end }) => start >= 0 && start <= end && end <= text.length);

const fixture = fc.constantFrom(...FIXTURES);
const piece = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '//',
  '/*',
  '1.1',
  '\n',
  'null',
  '\u0000',
  '"id"',
);
const mutation = fc.record({ at: fc.nat(300), removed: fc.nat(12), inserted: fc.oneof(piece, fc.string()) });

/** Members as people and programs write them: in any order, twice, with colons and escapes, of any kind. */
const keys = fc.constantFrom(
  '"achievement_id"',
  '"id"',
  '"i\\u0064"',
  '"title"',
  '"dependencies"',
  '"blocks"',
  '"status"',
  '"estimated_hours"',
  '"priority"',
  '"sub_executions"',
  '"__proto__"',
  '"a:b"',
);
const scalars = fc.constantFrom(
  '1.10',
  '1.0',
  '-0',
  '"1.1"',
  '" 1.2 "',
  '"a: b"',
  '"\\u003a"',
  '"\\":"',
  'null',
  'true',
  '""',
);
const { node: anything } = fc.letrec<{ node: string; list: string; object: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, scalars, tie('list'), tie('object')),
  list: fc.array(tie('node'), { maxLength: 4 }).map((items) => `[${items.join(' ,')}]`),
  object: fc
    .array(fc.tuple(keys, tie('node')), { maxLength: 5 })
    .map((members) => `{${members.map(([key, value]) => `${key} : ${value}`).join(', ')}}`),
}));
const written = fc
  .tuple(
    fc.constantFrom('"achievements"', '"levels"', '"priority_groups"', '"cross_priority_dependencies"'),
    fc.array(anything),
    fc.boolean(),
  )
  .map(([key, items, grouped]) =>
    grouped
      ? `{"plan": "A", ${key}: [{"achievements": [${items}]}], "plan_name": "B"}`
      : `{${key}: [${items}], "plan": "A"}`,
  );

describe('readParallel on any text', () => {
  it('reads every prefix of a file', () => {
    for (const text of FIXTURES) {
      for (let end = 0; end <= text.length; end++)
        ok(inText(text.slice(0, end), readParallel(text.slice(0, end))));
    }
  });

  it('reads every mutation of a file', () => {
    fc.assert(
      fc.property(fixture, fc.array(mutation, { minLength: 1, maxLength: 5 }), (text, mutations) => {
        const mutated = mutations.reduce(
          (before, { at, removed, inserted }) => before.slice(0, at) + inserted + before.slice(at + removed),
          text,
        );
        return inText(mutated, readParallel(mutated));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('reads valid JSON the same with and without a comment before it', () => {
    const value = fc.oneof(
      fc.json(),
      fixture,
      fc
        .record({ achievements: fc.array(fc.dictionary(fc.string(), fc.jsonValue())) })
        .map((each) => JSON.stringify(each, null, 1)),
      fc
        .array(fc.record({ id: fc.string(), title: fc.string(), priority: fc.double() }))
        .map((achievements) => JSON.stringify({ achievements }, null, '\t')),
      written,
    );
    fc.assert(
      fc.property(value, (text) => {
        // as long as the blank space it stands for, and enough to leave the way of valid text
        deepEqual(plainFacts(readParallel(`    ${text}`)), plainFacts(readParallel(`/**/${text}`)));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('reports a problem exactly where JSON.parse refuses, comments, commas and equal keys aside', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const isMalformed = readParallel(text).problems.some(({ kind }) => kind === 'malformed');
        try {
          JSON.parse(text);
          return !isMalformed;
        } catch {
          return isMalformed || /\/[/*]|,\s*[\]}]/.test(text);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
