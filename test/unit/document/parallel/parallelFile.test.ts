import { deepEqual, equal, ok } from 'node:assert/strict';
import { readParallel } from '../../../../src/engine/document/parallel/parallelFile';
import type { ParallelFacts } from '../../../../src/engine/facts/parallelFacts';

const values = (
  references: readonly { readonly value: string }[] | undefined,
): readonly string[] | undefined => references?.map(({ value }) => value);

const one = (text: string): ParallelFacts['achievements'][number] | undefined =>
  readParallel(`{"achievements": [${text}]}`).achievements[0];

describe('readParallel', () => {
  it('reads the flat dialect', () => {
    const text =
      '{"plan_name": "SHOP", "parallelization_level": "level_2", "achievements": [{"achievement_id": "1.2", "title": "Cart", "priority": 1, "estimated_hours": "4-6", "status": "complete", "executor": "Ann", "dependencies": ["1.1"], "blocks": ["2.1"]}]}';
    const { dialect, planName, parallelizationLevel, achievements, listSpan, problems } = readParallel(text);
    deepEqual([dialect, planName?.value, parallelizationLevel?.value], ['achievements', 'SHOP', 'level_2']);
    const [cart] = achievements;
    ok(cart && listSpan && planName);
    deepEqual(
      [cart.id, cart.title, cart.priority, cart.effort, cart.claimedStatus?.value, cart.executor],
      ['1.2', 'Cart', '1', { min: 4, max: 6 }, 'complete', 'Ann'],
    );
    deepEqual([values(cart.dependencies), values(cart.blocks)], [['1.1'], ['2.1']]);
    const at = (span: { readonly start: number; readonly end: number }): string =>
      text.slice(span.start, span.end);
    deepEqual(
      [at(cart.idSpan), at(planName.span), cart.dependencies.map(({ span }) => at(span))],
      ['"1.2"', '"SHOP"', ['"1.1"']],
    );
    equal(at(cart.span).startsWith('{"achievement_id"') && at(cart.span).endsWith('}'), true);
    equal(text.slice(listSpan.start), ']}');
    deepEqual(problems, []);
  });

  it('reads the levels dialect across its groups, to the end of the last list', () => {
    const text =
      '{"plan": "SHOP", "levels": [{"level": 1, "achievements": [{"id": "1.1"}]}, {"level": 2, "achievements": [{"id": "2.1"}, {"id": "2.2"}]}]}';
    const { dialect, planName, achievements, listSpan } = readParallel(text);
    deepEqual(
      [dialect, planName?.value, achievements.map(({ id }) => id)],
      ['levels', 'SHOP', ['1.1', '2.1', '2.2']],
    );
    equal(text.slice(listSpan?.start), ']}]}');
  });

  it('reads achievements out of priority groups only where there is no other list of them', () => {
    const groups = '"priority_groups": [{"priority": 1, "achievements": [{"id": "1.1"}]}]';
    deepEqual(
      readParallel(`{${groups}}`).achievements.map(({ id }) => id),
      ['1.1'],
    );
    deepEqual(
      readParallel(`{${groups}, "achievements": [{"id": "2.1"}]}`).achievements.map(({ id }) => id),
      ['2.1'],
    );
    equal(readParallel('{"priority_groups": [{"achievements": ["1.1"]}]}').listSpan, undefined);
  });

  it('keeps the digits of ids written as numbers', () => {
    const achievement = one('{"id": 1.10, "dependencies": [1.20, "1.3"], "priority": 3.50}');
    deepEqual([achievement?.id, achievement?.priority], ['1.10', '3.50']);
    deepEqual(
      achievement?.dependencies.map(({ value, wasString }) => [value, wasString]),
      [
        ['1.20', false],
        ['1.3', true],
      ],
    );
  });

  it('reads null as no dependencies and a string as one', () => {
    deepEqual(values(one('{"id": "1.1", "dependencies": null}')?.dependencies), []);
    deepEqual(values(one('{"id": "1.2", "dependencies": "1.1"}')?.dependencies), ['1.1']);
    deepEqual(values(one('{"id": "1.2", "dependencies": ["1.1", null, {}, [], true]}')?.dependencies), [
      '1.1',
    ]);
  });

  it('prefers achievement_id and plan_name whatever stands first', () => {
    equal(one('{"achievement_id": "1.1", "id": "x"}')?.id, '1.1');
    equal(one('{"id": "x", "achievement_id": "1.1"}')?.id, '1.1');
    equal(readParallel('{"plan_name": "A", "plan": "B"}').planName?.value, 'A');
    equal(readParallel('{"plan": "B", "plan_name": "A"}').planName?.value, 'A');
  });

  it('reads hours in every spelling', () => {
    const effort = (hours: string): unknown => one(`{"id": "1.1", "estimated_hours": ${hours}}`)?.effort;
    deepEqual(effort('2.5'), { min: 2.5, max: 2.5 });
    deepEqual(effort('"4-6h"'), { min: 4, max: 6 });
    deepEqual(effort('"30 minutes"'), { min: 0.5, max: 0.5 });
    deepEqual([effort('null'), effort('"soon"'), effort('[1]')], [undefined, undefined, undefined]);
  });

  it('reads cross-priority dependencies in both spellings', () => {
    const { crossPriority } = readParallel(
      '{"cross_priority_dependencies": [{"from_achievement": "2.1", "to_achievement": "1.1"}, {"from": "3.1", "to": "2.1"}, {"from": "3.1"}]}',
    );
    deepEqual(
      crossPriority.map(({ from, to }) => [from.value, to.value]),
      [
        ['2.1', '1.1'],
        ['3.1', '2.1'],
      ],
    );
  });

  it('reads sub-executions', () => {
    const achievement = one(
      `{"id": "2.1", "sub_executions": [{"execution_id": "2.1.1", "title": "A"}, {},
        {"execution_id": "2.1.2", "dependencies": ["2.1.1"], "estimated_hours": "1-2", "executor": "Ann", "status": "complete"}]}`,
    );
    deepEqual(
      achievement?.subExecutions.map(({ id, title, dependencies, effort, executor, claimedStatus }) => [
        id,
        title,
        dependencies,
        effort,
        executor,
        claimedStatus,
      ]),
      [
        ['2.1.1', 'A', [], undefined, undefined, undefined],
        ['2.1.2', undefined, ['2.1.1'], { min: 1, max: 2 }, 'Ann', 'complete'],
      ],
    );
  });

  it('leaves out an achievement without an id and keeps the others', () => {
    deepEqual(
      readParallel('{"achievements": [{"title": "?"}, {"id": "1.2"}, 7, null]}').achievements.map(
        ({ id }) => id,
      ),
      ['1.2'],
    );
  });

  it('counts offsets in the given text, with BOM, CRLF and comments', () => {
    const text =
      '\ufeff// a comment\r\n{\r\n  "achievements": [\r\n    /* one */ { "id": "1.1", },\r\n  ],\r\n}\r\n';
    const { achievements, problems, lines } = readParallel(text);
    deepEqual(problems, []);
    const [first] = achievements;
    ok(first);
    equal(text.slice(first.idSpan.start, first.idSpan.end), '"1.1"');
    deepEqual(lines.positionAt(first.idSpan.start), { line: 3, character: 22 });
  });

  it('lets the last of two equal keys count and reports it', () => {
    const text = '{"achievements": [{"id": "1.1", "dependencies": ["1.2"], "dependencies": ["1.3"]}]}';
    const { achievements, problems } = readParallel(text);
    deepEqual(values(achievements[0]?.dependencies), ['1.3']);
    deepEqual(
      problems.map(({ kind, span }) => [kind, span.start]),
      [['duplicate-key', text.lastIndexOf('"dependencies"')]],
    );
  });

  it('finds equal keys among very many', () => {
    const keys = Array.from({ length: 60 }, (_, at) => `"k${at}": 1`).join(', ');
    equal(readParallel(`{${keys}}`).problems.length, 0);
    equal(readParallel(`{${keys}, "k3": 2, "k50": 2}`).problems.length, 2);
  });

  it('finds an equal key that a colon in a string could stand for', () => {
    for (const [text, count] of [
      ['{"plan": "a:b", "achievements": []}', 0],
      ['{"plan": "a", "plan": "\\u003a"}', 1],
      ['{"a:b": {"x": 1, "x": "::"}}', 1],
      ['{"plan": "a\\\\", "plan": "b"}', 1],
      ['{"__proto__": 1, "__proto__": 2}', 1],
    ] as const) {
      equal(readParallel(text).problems.length, count, text);
    }
  });

  it('reads what it can of a file that ends too early', () => {
    const text = '{"plan_name": "A", "achievements": [{"id": "1.1"}, {"id": "1.2", "dependencies": ["1.1"';
    const { achievements, problems } = readParallel(text);
    deepEqual(
      achievements.map(({ id, dependencies }) => [id, values(dependencies)]),
      [
        ['1.1', []],
        ['1.2', ['1.1']],
      ],
    );
    equal(problems[0]?.span.start, text.length);
  });

  it('marks the place of a syntax error', () => {
    const text = '{"achievements": [{"id": oops}]}';
    const { problems } = readParallel(text);
    deepEqual(
      problems.slice(0, 1).map(({ message, span }) => [message, text.slice(span.start, span.end)]),
      [['This is not JSON: found oops', 'oops']],
    );
  });

  it('says that an empty file is empty', () => {
    for (const text of ['', ' \n', '\ufeff']) {
      deepEqual(
        readParallel(text).problems.map(({ message }) => message),
        ['The file is empty.'],
      );
    }
  });

  it('does not run out of stack on deep nesting', () => {
    for (const text of [
      '['.repeat(10_000),
      '{"a":'.repeat(10_000),
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    ]) {
      equal(readParallel(text).problems.at(-1)?.message, 'Nested more than 200 deep.');
    }
    const text = `{"achievements": [{"id": "1.1"}], "x": ${'['.repeat(500)}`;
    equal(readParallel(text).achievements[0]?.id, '1.1');
  });

  it('finds no list in other JSON', () => {
    for (const text of ['[]', '7', 'null', '"x"', '{"achievements": {}}', '{"achievements": null}']) {
      const { dialect, listSpan, achievements } = readParallel(text);
      deepEqual([dialect, listSpan, achievements], ['unknown', undefined, []], text);
    }
  });
});
