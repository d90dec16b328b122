import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { exchangeDependencies } from '../../../src/engine/edit/json/listEdits';
import { exchangeInPlan, writePlanTitle } from '../../../src/engine/edit/plan/planFieldEdits';
import { applyEdits } from '../../support/applyEdits';
import { planText } from '../../support/planBuilder';
import { blank, list } from '../edit/json/jsonLists';

const OPTIONS = { seed: 20_261_121, numRuns: 200 };

const ids = ['1.1', '1.2', '1.10', '2.1', '3.5.1'];
const some = fc.subarray(ids);
const commentsIn = (text: string): number => text.match(/\/[/*] c/g)?.length ?? 0;

/** What is stated, what of it goes and what comes. */
const change = fc
  .tuple(some, fc.shuffledSubarray(ids), fc.shuffledSubarray(ids))
  .map(([stated, out, more]) => ({
    stated,
    removed: out.filter((id) => stated.includes(id)),
    added: more.filter((id) => !stated.includes(id)),
  }));

describe('taking over dependencies', () => {
  it('changes a list in any layout to what is wanted, and nothing else', () => {
    const input = change.chain((wanted) =>
      fc.record({
        wanted: fc.constant(wanted),
        text: fc.oneof(list(wanted.stated.map((id) => JSON.stringify(id)))),
        gap: blank,
      }),
    );
    fc.assert(
      fc.property(input, ({ wanted: { stated, removed, added }, text, gap }) => {
        const whole = `{"achievements": [{${gap}"id": "9.1", "dependencies": ${text}, "note": "1.1"}]}`;
        const after = applyEdits(whole, exchangeDependencies(whole, '9.1', removed, added));
        const facts = readParallel(after);
        deepEqual(facts.problems, [], after);
        deepEqual(
          new Set(facts.achievements[0]?.dependencies.map(({ value }) => value)),
          new Set([...stated.filter((id) => !removed.includes(id)), ...added]),
          after,
        );
        equal(commentsIn(after), commentsIn(whole), after);
        ok(after.includes('"note": "1.1"'));
      }),
      OPTIONS,
    );
  });

  it('writes a list where there is none, or one id in its place', () => {
    for (const entry of [
      '{ "id": "9.1" }',
      '{ "id": "9.1", "title": "X" }',
      '{\r\n  "id": "9.1" // own\r\n}',
      '{ "id": "9.1", "dependencies": null }',
      '{ "id": "9.1", "dependencies": "" }',
      '{ "id": "9.1", "dependencies": "1.2" }',
      '{ "id": "9.1", "dependencies": 1.2, }',
    ]) {
      const whole = `{ "achievements": [${entry}] }`;
      const after = applyEdits(whole, exchangeDependencies(whole, '9.1', [], ['1.1']));
      const [found] = readParallel(after).achievements;
      deepEqual(readParallel(after).problems, [], after);
      deepEqual(
        found?.dependencies.map(({ value }) => value),
        entry.includes('1.2') ? ['1.2', '1.1'] : ['1.1'],
        after,
      );
    }
  });

  const written: fc.Arbitrary<(stated: readonly string[]) => string> = fc.constantFrom(
    (stated) => (stated.length === 0 ? 'None' : stated.join(', ')),
    (stated) =>
      stated.length === 0 ? 'None (starts at once)' : stated.map((id) => `${id} (why)`).join(' and '),
    (stated) => (stated.length === 0 ? '-' : `Achievement ${stated.join(', ')}`),
    (stated) =>
      stated.length === 0 ? 'None' : `\n${stated.map((id) => `  - Achievement ${id} (why)`).join('\n')}`,
  );

  it('changes a field of a PLAN in any shape to what is wanted, and no other achievement', () => {
    fc.assert(
      fc.property(change, written, ({ stated, removed, added }, write) => {
        const plan = planText({
          ...Object.fromEntries(ids.map((id) => [id, undefined])),
          '9.1': write(stated),
          '9.2': '1.1',
        });
        const after = applyEdits(plan, exchangeInPlan(plan, '9.1', removed, added));
        const dependenciesOf = (id: string): ReadonlySet<string> | undefined => {
          const found = readPlan(after).achievements.find((each) => each.id === id);
          return found && new Set(found.dependencies.map((each) => each.id));
        };
        const wanted = [...stated.filter((id) => !removed.includes(id)), ...added];
        deepEqual(dependenciesOf('9.1'), new Set(wanted), after);
        deepEqual(dependenciesOf('9.2'), new Set(['1.1']));
        equal(readPlan(after).achievements.length, ids.length + 2);
      }),
      OPTIONS,
    );
  });
});

describe('taking over a title', () => {
  it('changes the title and nothing around it', () => {
    const definition = fc.constantFrom(
      (title: string) => `**Achievement 1.1**: ${title}`,
      (title: string) => `**Achievement 1.1: ${title}** ⏱️ 4-6 hours`,
      (title: string) => `### Achievement 1.1: ${title} ✅ **COMPLETE**`,
    );
    fc.assert(
      fc.property(definition, fc.constantFrom('\n', '\r\n'), (write, newline) => {
        const plan = (title: string): string =>
          `# PLAN: X\n\n## Achievements\n\n${write(title)}\n\n- **Effort**: 2h\n`.replaceAll('\n', newline);
        const text = plan('Old title');
        equal(applyEdits(text, writePlanTitle(text, '1.1', 'New, better')), plan('New, better'));
      }),
      OPTIONS,
    );
  });
});
