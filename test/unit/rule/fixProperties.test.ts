import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { removeElements } from '../../../src/engine/edit/json/removeElements';
import { removeFromPlan } from '../../../src/engine/edit/plan/planEdits';
import type { Finding, Fix } from '../../../src/engine/rule/finding';
import { applyEdits } from '../../support/applyEdits';
import type { PlanTexts } from '../../support/planBuilder';
import { planText } from '../../support/planBuilder';
import { blank, list } from '../edit/json/jsonLists';
import { applied, findings } from './findings';

const OPTIONS = { seed: 20_261_121, numRuns: 200 };

const id = fc.constantFrom('1.1', '1.2', '1.3', '2.1', '9.9');

const ids = fc.array(id, { maxLength: 4 }).chain((all) => list(all.map((each) => JSON.stringify(each))));

const achievement = (own: string): fc.Arbitrary<string> =>
  fc
    .tuple(ids, fc.option(ids), blank)
    .map(
      ([dependencies, blocks, gap]) =>
        `{${gap}"id": "${own}", "dependencies": ${dependencies}${blocks === null ? '' : `, "blocks": ${blocks}`}${gap}}`,
    );

const crossing = fc.tuple(id, id).map(([from, to]) => `{"from": "${from}", "to": "${to}"}`);

const parallel: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(...['1.1', '1.2', '1.3', '2.1', '2.1'].map(achievement)).chain(list),
    fc.array(crossing, { maxLength: 2 }).chain(list),
  )
  .map(
    ([achievements, crossings]) =>
      `{"achievements": ${achievements}, "cross_priority_dependencies": ${crossings}}`,
  );

const assertResolves = (
  texts: PlanTexts,
  before: readonly Finding[],
  { code, message }: Finding,
  fix: Fix,
): void => {
  const after = applied(texts, fix);
  deepEqual(readParallel(after.parallel ?? '').problems, [], `${fix.title}: ${after.parallel}`);
  const left = findings(after);
  const count = (all: readonly Finding[]): number => all.filter((each) => each.message === message).length;
  ok(count(left) < count(before), `${code}: ${fix.title}`);
  // another id may well close a cycle
  if (fix.title.startsWith('Replace')) return;
  const codes = new Set(before.map((each) => each.code));
  for (const each of left) {
    ok(each.severity !== 'error' || codes.has(each.code), `${fix.title} causes ${each.message}`);
  }
};

describe('fixes of parallel.json', () => {
  it('resolve their finding, leave valid JSON and cause no other kind of error', () => {
    fc.assert(
      fc.property(parallel, (text) => {
        const texts: PlanTexts = { parallel: text };
        const before = findings(texts);
        for (const finding of before)
          for (const fix of finding.fixes) assertResolves(texts, before, finding, fix);
      }),
      { ...OPTIONS, numRuns: 25 },
    );
  });

  it('remove any elements of any list, and nothing else', () => {
    const values = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 6 });
    const input = values.chain((all) =>
      fc.record({ all: fc.constant(all), text: list(all.map(String)), gone: fc.subarray(all) }),
    );
    fc.assert(
      fc.property(input, ({ all, text, gone }) => {
        const whole = `{"achievements": [{"id": "1.1", "dependencies": ${text}}]}`;
        const references = readParallel(whole).achievements[0]?.dependencies ?? [];
        const spans = references.filter(({ value }) => gone.includes(Number(value))).map(({ span }) => span);
        const after = applyEdits(whole, removeElements(whole, spans));
        const facts = readParallel(after);
        deepEqual(facts.problems, [], after);
        deepEqual(
          facts.achievements[0]?.dependencies.map(({ value }) => Number(value)),
          all.filter((each) => !gone.includes(each)),
        );
        const comments = (of: string): number => of.match(/\/[/*] c/g)?.length ?? 0;
        equal(comments(after), comments(whole), after);
        if (!/,\s*(?:\/[/*].*\s*)*\]/.test(whole)) equal(/,\s*\]/.test(after), false, after);
      }),
      OPTIONS,
    );
  });

  it('add every missing achievement to a list in any layout', () => {
    const plan = planText({ '1.1': undefined, '1.2': undefined, '1.4': undefined, '3.1': undefined });
    const listed = fc
      .subarray(['1.1', '1.2', '3.1'])
      .chain((some) => list(some.map((each) => `{"id": "${each}"}`)));
    const groups = fc
      .tuple(listed, blank)
      .map(([text, gap]) => `{"levels": [${gap}{"achievements": ${text}}]}`);
    const flat = listed.map((text) => `{"achievements": ${text}}`);
    fc.assert(
      fc.property(fc.oneof(flat, groups), (text) => {
        const texts: PlanTexts = { plan, parallel: text };
        for (const { message, fixes } of findings(texts, 'missing-from-parallel')) {
          const [fix] = fixes;
          ok(fix);
          const after = applied(texts, fix);
          deepEqual(readParallel(after.parallel ?? '').problems, [], after.parallel);
          equal(
            findings(after).some((each) => each.message === message),
            false,
            after.parallel,
          );
        }
      }),
      OPTIONS,
    );
  });
});

describe('fixes of a PLAN', () => {
  const join = fc.constantFrom(', ', ' and ', ',', ' & ', '; ', ', and ');
  const remark = fc.constantFrom('', ' (the basket)', ' (x, y)');
  const field = fc
    .uniqueArray(fc.constantFrom('1.1', '1.2', '1.3', '2.1'), { minLength: 1 })
    .chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.tuple(join, remark), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
      ),
    )
    .map(([all, around, named]) => ({
      all,
      value: all
        .map((each, at) => {
          const [joined, remarked] = around[at] ?? ['', ''];
          return `${at > 0 ? joined : ''}${named && at === 0 ? 'Achievement ' : ''}${each}${remarked}`;
        })
        .join(''),
    }));

  it('take out one id and leave the others, wherever it stands', () => {
    fc.assert(
      fc.property(field, fc.nat(3), ({ all, value }, at) => {
        const plan = planText({
          '1.1': undefined,
          '1.2': undefined,
          '1.3': undefined,
          '2.1': undefined,
          '3.1': value,
        });
        const stated = (text: string): readonly string[] =>
          readPlan(text)
            .achievements.find((each) => each.id === '3.1')
            ?.dependencies.map((each) => each.id) ?? [];
        if (stated(plan).length !== all.length) return;
        const gone = all[at % all.length] ?? '';
        const after = applyEdits(plan, removeFromPlan(plan, { dependent: '3.1', dependency: gone }));
        deepEqual(
          stated(after),
          all.filter((each) => each !== gone),
          after,
        );
      }),
      OPTIONS,
    );
  });

  const bulleted = (...lines: readonly string[]): string =>
    [
      planText({ '1.1': undefined, '1.2': undefined, '1.3': undefined }),
      '**Achievement 2.1**: Title',
      '',
      '**Dependencies**:',
      ...lines,
      '',
      '**Effort**: 2 hours',
      '',
    ].join('\n');

  it('take out the bullet that names nothing else', () => {
    const plan = bulleted('- Achievement 1.1 (Cart) - for the basket', '- Achievement 1.2 - for the till');
    const after = applyEdits(plan, removeFromPlan(plan, { dependent: '2.1', dependency: '1.1' }));
    equal(after, bulleted('- Achievement 1.2 - for the till'));
  });

  it('write a range out', () => {
    const plan = planText({ '1.1': undefined, '1.2': undefined, '1.3': undefined, '2.1': '1.1-1.3' });
    const after = applyEdits(plan, removeFromPlan(plan, { dependent: '2.1', dependency: '1.2' }));
    equal(after, planText({ '1.1': undefined, '1.2': undefined, '1.3': undefined, '2.1': '1.1, 1.3' }));
  });
});
