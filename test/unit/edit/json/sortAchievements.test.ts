import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { readParallel } from '../../../../src/engine/document/parallel/parallelFile';
import { jsonTreeOf } from '../../../../src/engine/edit/json/jsonTree';
import { readListLayout } from '../../../../src/engine/edit/json/listSpacing';
import { sortAchievements } from '../../../../src/engine/edit/json/sortAchievements';
import { applyEdits } from '../../../support/applyEdits';

const ORDER = ['1.1', '1.2', '2.1'];
const sorted = (text: string, ids: readonly string[] = ORDER): string =>
  applyEdits(text, sortAchievements(text, ids));

/** Lines without the indentation the test's own text has. */
const lines = (...all: readonly string[]): string => all.join('\n');

describe('sorting parallel.json', () => {
  it('brings the achievements into the order of the PLAN, others last as they stand', () => {
    const text = lines(
      '{',
      '  "plan_name": "X",',
      '  "achievements": [',
      '    { "achievement_id": "9.9" },',
      '    { "achievement_id": "2.1", "mine": [1,  2] },',
      '    { "achievement_id": "3.3" },',
      '',
      '    { "achievement_id": "1.1" }',
      '  ],',
      '  "notes": "kept"',
      '}',
    );
    equal(
      sorted(text),
      lines(
        '{',
        '  "plan_name": "X",',
        '  "achievements": [',
        '    { "achievement_id": "1.1" },',
        '    { "achievement_id": "2.1", "mine": [1,  2] },',
        '    { "achievement_id": "9.9" },',
        '',
        '    { "achievement_id": "3.3" }',
        '  ],',
        '  "notes": "kept"',
        '}',
      ),
    );
  });

  it('takes comments along with the achievement they stand above or behind', () => {
    const text = lines(
      '{ "achievements": [ // all of them',
      '  // the second',
      '  /* really */ { "id": "1.2" }, // behind the second',
      '  { "id": "1.1" } // behind the first',
      '  // at the end',
      '] }',
    );
    equal(
      sorted(text),
      lines(
        '{ "achievements": [ // all of them',
        '  { "id": "1.1" }, // behind the first',
        '  // the second',
        '  /* really */ { "id": "1.2" } // behind the second',
        '  // at the end',
        '] }',
      ),
    );
  });

  it('never lets a comment swallow what follows', () => {
    const text = lines('{"achievements": [{"id": "1.2"}, // two', '{"id": "2.1"}, {"id": "1.1"}]}');
    equal(
      sorted(text),
      lines('{"achievements": [{"id": "1.1"},', '{"id": "1.2"}, // two', ' {"id": "2.1"}]}'),
    );
  });

  it('keeps every layout: one line, commas in front, a trailing comma, Windows line ends', () => {
    equal(
      sorted('{"achievements":[{"id":"1.2"}, {"id":"1.1"}]}'),
      '{"achievements":[{"id":"1.1"}, {"id":"1.2"}]}',
    );
    equal(
      sorted(lines('{"achievements": [', '  {"id": "2.1"}', ', {"id": "1.1"}', ', {"id": "1.2"}', ']}')),
      lines('{"achievements": [', '  {"id": "1.1"}', ', {"id": "1.2"}', ', {"id": "2.1"}', ']}'),
    );
    equal(
      sorted('{"achievements": [\r\n\t{"id": "1.2"},\r\n\t{"id": "1.1"},\r\n]}'),
      '{"achievements": [\r\n\t{"id": "1.1"},\r\n\t{"id": "1.2"},\r\n]}',
    );
  });

  it('sorts each group by itself', () => {
    const group = (...ids: readonly string[]): string =>
      `{"level": 1, "achievements": [${ids.map((id) => `{"id": "${id}"}`).join(', ')}]}`;
    equal(
      sorted(`{"plan": "X", "levels": [${group('2.1', '1.2')}, ${group('1.1')}]}`),
      `{"plan": "X", "levels": [${group('1.2', '2.1')}, ${group('1.1')}]}`,
    );
  });

  it('leaves malformed text and what has no achievements alone', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{"achievements": [{"id": "1.2"}, {"id": "1.1"}',
      '{"achievements": []}',
    ]) {
      deepEqual(sortAchievements(text, ORDER), [], text);
    }
  });
});

const OPTIONS = { seed: 20_261_121, numRuns: 300 };

const blank = fc.constantFrom('', ' ', '\n    ', '\r\n\t', '\n\n');
const remark = fc
  .tuple(blank, fc.option(fc.tuple(fc.boolean(), fc.nat(9)), { freq: 2 }), blank)
  .map(([before, comment, after]) => {
    if (!comment) return before;
    const [isLine, number] = comment;
    return isLine ? `${before}// r${number} "]\n${after}` : `${before}/* r${number} , ] */${after}`;
  });

const element = (id: string): fc.Arbitrary<string> =>
  fc
    .tuple(remark, fc.constantFrom('"id"', '"achievement_id"'), fc.nat(99))
    .map(([gap, key, mine]) => `{${gap}${key}: "${id}", "mine": ${mine}, "dependencies": ["1.1"]}`);

/** Achievements of these ids, and now and then a stranger, in any layout. */
const list = (ids: readonly string[], trailing: fc.Arbitrary<boolean>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(
        ...ids.map((id) =>
          fc.tuple(remark, fc.oneof({ weight: 9, arbitrary: element(id) }, fc.constant('7')), remark),
        ),
      ),
      trailing,
      remark,
    )
    .map(([elements, hasTrailing, end]) => {
      const all = elements.map(([before, value, after]) => before + value + after).join(',');
      return `[${all}${hasTrailing && elements.length > 0 ? ',' : ''}${end}]`;
    });

const someIds = fc.array(fc.constantFrom('1.1', '1.2', '1.10', '2.1', '9.9'), { maxLength: 6 });
const anyList = someIds.chain((ids) => list(ids, fc.boolean()));
const parallel = fc.oneof(
  fc.tuple(anyList, remark).map(([text, gap]) => `{${gap}"achievements": ${text}${gap}}`),
  fc
    .array(anyList, { maxLength: 3 })
    .map((all) => `{"levels": [${all.map((text) => `{"level": 1, "achievements": ${text}}`).join(', ')}]}`),
);
const order = fc.shuffledSubarray(['1.1', '1.2', '1.10', '2.1']);

interface Lists {
  readonly achievements?: readonly unknown[];
  readonly levels?: readonly Lists[];
}

const listsOf = (text: string): readonly (readonly unknown[])[] => {
  const { achievements = [], levels = [] } = parse(text, [], { allowTrailingComma: true }) as Lists;
  return [achievements, ...levels.map((level) => level.achievements ?? [])];
};

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Object.values(value)[0]) : '';

describe('sorting parallel.json in any layout', () => {
  it('changes the order and nothing else, comments included', () => {
    fc.assert(
      fc.property(parallel, order, (text, ids) => {
        const after = sorted(text, ids);
        deepEqual(readParallel(after).problems, readParallel(text).problems, after);
        const rank = (value: unknown): number => {
          const at = ids.indexOf(idOf(value));
          return at === -1 ? ids.length : at;
        };
        const expected = listsOf(text).map((all) => {
          const achievements = all
            .filter((value) => idOf(value) !== '')
            .map((value, at) => ({ value, at }))
            .sort((one, other) => rank(one.value) - rank(other.value) || one.at - other.at)
            .map(({ value }) => value);
          return all.map((value) => (idOf(value) === '' ? value : achievements.shift()));
        });
        deepEqual(listsOf(after), expected, after);
        const remarks = (of: string): readonly string[] => (of.match(/\/[/*] r\d/g) ?? []).sort();
        deepEqual(remarks(after), remarks(text), after);
      }),
      OPTIONS,
    );
  });

  it('leaves every comment with its achievement', () => {
    /** The comments around each value, by value. */
    const owners = (text: string): readonly string[] => {
      const list = jsonTreeOf(text)?.children?.[0]?.children?.[1];
      ok(list, text);
      return readListLayout(text, list)
        .elements.map(({ value, before, after, behind }) =>
          [value, ...`${before} ${after} ${behind}`.split(/[\r\n]|(?<=\*\/)/).map((each) => each.trim())]
            .filter((each) => each !== '')
            .join(' '),
        )
        .sort();
    };
    // without a trailing comma, what stands below the last element belongs to the end of the list
    const withCommas = someIds.chain((ids) => list(ids, fc.constant(true)));
    const text = withCommas.map((each) => `{"achievements": ${each}}`);
    fc.assert(
      fc.property(text, order, (before, ids) => {
        const after = sorted(before, ids);
        deepEqual(owners(after), owners(before), after);
      }),
      OPTIONS,
    );
  });

  it('has nothing to do a second time', () => {
    fc.assert(
      fc.property(parallel, order, (text, ids) => {
        const once = sorted(text, ids);
        deepEqual(sortAchievements(once, ids), [], once);
      }),
      OPTIONS,
    );
  });

  it('survives any text', () => {
    const broken = fc
      .tuple(parallel, fc.nat(400))
      .map(([text, at]) => text.slice(0, at) + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string()), (text) => {
        for (const { span } of sortAchievements(text, ORDER)) ok(span.end <= text.length);
      }),
      OPTIONS,
    );
  });
});
