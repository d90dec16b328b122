import { deepEqual, equal } from 'node:assert/strict';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { readEvidence } from '../../../src/engine/document/work/evidence';
import { analysePlan } from '../../../src/engine/graph/analyse';
import { joinPlan } from '../../../src/engine/join/joinPlan';
import { aloneAs } from '../../../src/engine/join/matchEvidence';
import type { Finding } from '../../../src/engine/rule/finding';
import { findingsOfPlan } from '../../../src/engine/rule/rules';
import { applyEdits } from '../../support/applyEdits';
import { PARALLEL_URI, PLAN_URI, planText } from '../../support/planBuilder';
import { fixed, shown } from './findings';

const plan = planText({ '1.1': undefined, '1.2': undefined });

describe('rule title-differs', () => {
  const titled = (title: string, id = '1.1'): string =>
    JSON.stringify({ achievements: [{ id, title }, { id: id === '1.1' ? '1.2' : '1.1' }] });
  const messages = (parallel: string): readonly string[] =>
    shown({ plan, parallel }, 'title-differs').map(({ message }) => message);

  it('marks the title in parallel.json, leads to the definition and takes the title of the PLAN', () => {
    const texts = { plan, parallel: titled('Another "title"') };
    deepEqual(shown(texts, 'title-differs'), [
      {
        code: 'title-differs',
        message: 'The PLAN calls 1.1 "Title of 1.1".',
        at: 'parallel.json: "Another \\"title\\""',
        related: ['PLAN_SHOP.md: 1.1 | The definition of 1.1'],
        fixes: ['Use the title of the PLAN: "Title of 1.1"', 'Change the definition: "Another "title""'],
      },
    ]);
    const after = fixed(texts, 'title-differs', 'Use the title of the PLAN: "Title of 1.1"');
    equal(after.parallel, titled('Title of 1.1'));
  });

  it('minds neither case, marks, white space nor what stands behind a title', () => {
    for (const title of [
      'title  OF 1.1',
      '**Title** of `1.1` ✅',
      'Title of 1.1 (4-6h)',
      'Title of 1.1.',
      '—',
    ]) {
      deepEqual(messages(titled(title)), [], title);
    }
    deepEqual(messages('{"achievements": [{"id": "1.1"}, {"id": "1.2", "title": null}]}'), []);
  });

  it('leaves entries without a definition, and files without a PLAN, to others', () => {
    deepEqual(messages(titled('X', '9.9')), []);
    deepEqual(shown({ parallel: titled('X') }, 'title-differs'), []);
  });
});

describe('rule unreadable-hours', () => {
  const places = (hours: unknown): readonly string[] =>
    shown(
      { parallel: JSON.stringify({ achievements: [{ id: '1.1', estimated_hours: hours }] }) },
      'unreadable-hours',
    ).map(({ at }) => at);

  it('marks what is meant as an estimate and is none', () => {
    deepEqual(places('a while'), ['parallel.json: "a while"']);
    deepEqual(places(-3), ['parallel.json: -3']);
    deepEqual(places('Actual: 3 hours'), ['parallel.json: "Actual: 3 hours"']);
  });

  it('is quiet about every way to say an estimate, or that there is none', () => {
    for (const hours of [
      4,
      0,
      1.5,
      '4',
      '4-6',
      '4-6 hours',
      '30 minutes',
      '~2h',
      '2 days',
      'Small (2-3 hours)',
    ]) {
      deepEqual(places(hours), [], String(hours));
    }
    for (const hours of [null, undefined, '', ' ', '-', '?', 'TBD', 'n/a', 'unknown', true, ['4']]) {
      deepEqual(places(hours), [], String(hours));
    }
  });
});

describe('rule claimed-status', () => {
  const root = 'file:///w/plans/SHOP';
  const folders = { root, subplans: root, executions: root, feedbacks: root };
  const readApproval = {
    kind: 'approved',
    instead: undefined,
    number: undefined,
    suffix: undefined,
    attempt: 1,
    isCopy: false,
  } as const;
  const found = (parallel: string, evidence: readonly string[]): readonly Finding[] => {
    const joined = joinPlan({
      layout: { uri: PLAN_URI, name: 'SHOP', folders, roots: [root] },
      facts: readPlan(plan),
      parallel: { uri: PARALLEL_URI, facts: readParallel(parallel) },
      evidence: evidence.map((digits) => ({
        file: {
          uri: `${root}/APPROVED_${digits}.md`,
          name: `APPROVED_${digits}.md`,
          reads: { ...readApproval, digits },
          root,
          isNamed: false,
        },
        facts: readEvidence(''),
      })),
      strays: [],
      sharing: aloneAs('SHOP'),
      archive: undefined,
    });
    return findingsOfPlan(analysePlan(joined)).filter(({ code }) => code === 'claimed-status');
  };
  const claims = (first: string, second: string): string =>
    `{"achievements": [{"id": "1.1", "status": "${first}"}, {"id": "1.2", "status": "${second}"}]}`;

  it('marks a claim that the files contradict, either way, and writes what they say', () => {
    const text = claims('in_progress', 'complete');
    const all = found(text, ['11']);
    deepEqual(
      all.map(({ span, message }) => [text.slice(span.start, span.end), message]),
      [
        ['"in_progress"', 'The files say that 1.1 is complete, not in progress.'],
        ['"complete"', 'The files say that 1.2 is not started, not complete.'],
      ],
    );
    deepEqual(
      all.map(({ related }) => related.map(({ uri }) => uri)),
      [[`${root}/APPROVED_11.md`], []],
    );
    const edits = all.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits(text)));
    const after = applyEdits(text, edits);
    equal(after, claims('complete', 'not_started'));
    deepEqual(found(after, ['11']), []);
  });

  it('is quiet about true claims, words that are no status, and plans without files', () => {
    deepEqual(found(claims('complete', 'not_started'), ['11']), []);
    deepEqual(found(claims('Complete', 'Not started'), ['11']), []);
    deepEqual(found(claims('shipped', ''), ['11']), []);
    deepEqual(found('{"achievements": [{"id": "1.1"}, {"id": "1.2"}]}', ['11']), []);
    deepEqual(found(claims('complete', 'in_progress'), []), []);
  });

  it('offers no edit of text that is malformed by then', () => {
    const [finding] = found(claims('in_progress', 'not_started'), ['11']);
    deepEqual(finding?.fixes[0]?.edits('{"achievements": [{"id": "1.1", "status": "x"'), []);
  });
});
