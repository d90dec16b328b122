import assert from 'node:assert/strict';
import { chooseItems, type RunSelection } from '../../../src/engine/run/chooseItems';
import { foreseenConflicts } from '../../../src/engine/run/foreseen';
import { startOrder } from '../../../src/engine/run/order';
import { planRun, type RunRequest } from '../../../src/engine/run/planRun';
import { analysedPlan } from '../../support/analysedPlan';
import { buildPlan, parallelText, planText } from '../../support/planBuilder';
import { itemOf } from './runs';

const SHOP = { '1.1': [], '1.2': [], '2.1': ['1.1', '1.2'], '3.1': ['2.1'] };

const shop = (achievements: Readonly<Record<string, readonly string[]>> = SHOP) =>
  buildPlan({
    plan: planText(Object.fromEntries(Object.keys(achievements).map((id) => [id, undefined]))),
    parallel: parallelText(achievements),
  });

const planned = (request: Partial<RunRequest> = {}, plan = shop()) =>
  planRun(plan, {
    chosen: new Set(plan.achievements.map(({ id }) => id)),
    redo: false,
    landed: new Map(),
    jobs: 3,
    ...request,
  });

describe('run: what a run is about', () => {
  it('is every achievement with what it waits for and how long it takes', () => {
    const { items, done, refusals, notes } = planned();
    assert.deepEqual(
      items.map(({ id, level, after, seconds }) => ({ id, level, after, seconds })),
      [
        { id: '1.1', level: 0, after: [], seconds: 7200 },
        { id: '1.2', level: 0, after: [], seconds: 7200 },
        { id: '2.1', level: 1, after: ['1.1', '1.2'], seconds: 7200 },
        { id: '3.1', level: 2, after: ['2.1'], seconds: 7200 },
      ],
    );
    assert.deepEqual([done, refusals, notes], [[], [], []]);
  });

  it('leaves what the integration branch holds to it, unless that is to be done again', () => {
    const landed = new Map([['1.1', 'abc']]);
    assert.deepEqual(planned({ landed }).done, [{ id: '1.1', evidence: ['commit:abc'] }]);
    assert.deepEqual(planned({ landed, redo: true }).done, []);
  });

  it('knows dependencies outside of it that are done, and those that are not', () => {
    const chosen = new Set(['2.1', '3.1']);
    const { items, notes, refusals } = planned({ chosen, landed: new Map([['1.1', 'abc']]) });
    assert.deepEqual(
      items.map(({ id, after, missing }) => ({ id, after, missing })),
      [
        { id: '2.1', after: [], missing: ['1.2'] },
        { id: '3.1', after: ['2.1'], missing: [] },
      ],
    );
    assert.deepEqual(notes, ['2.1 is blocked: 1.2 is neither done nor part of this run.']);
    assert.deepEqual(refusals, []);
  });

  it('is refused where nothing of it can start', () => {
    const { refusals } = planned({ chosen: new Set(['2.1']) });
    assert.deepEqual(refusals, ['2.1 depends on 1.1, 1.2, which is not done and not part of this run.']);
  });

  it('is refused with a cycle, which is named', () => {
    const { refusals } = planned({}, shop({ '1.1': ['1.2'], '1.2': ['1.1'], '2.1': ['1.1'], '3.1': [] }));
    assert.match(
      refusals[0] ?? '',
      /^1\.1, 1\.2, 2\.1 can never start: SHOP has 1 cycle \(1\.1 → 1\.2 → 1\.1\)\.$/,
    );
  });

  it('says that a cycle leads through finished work, which holds nobody up', () => {
    const plan = analysedPlan({
      name: 'SHOP',
      achievements: [
        { id: '1.1', needs: ['1.2'], status: 'complete' },
        { id: '1.2', needs: ['1.1'] },
      ],
    });
    const { notes, refusals } = planned({}, plan);
    assert.deepEqual(refusals, []);
    assert.deepEqual(notes, [
      'SHOP has a cycle through finished work: 1.1 → 1.2 → 1.1. The run does not wait for it.',
    ]);
  });

  it('is refused where something depends on what nobody defines', () => {
    const { refusals } = planned({}, shop({ '1.1': [], '1.2': ['9.9'] }));
    assert.deepEqual(refusals, ['1.2 depends on 9.9, which nothing in SHOP defines.']);
  });

  it('goes one after the other where nobody stated an order, and is refused side by side', () => {
    const plan = buildPlan({ plan: planText({ '1.1': undefined, '1.2': undefined, '1.3': undefined }) });
    assert.match(
      planned({}, plan).refusals[0] ?? '',
      /^SHOP states too few dependencies to run anything in parallel/,
    );
    const { items, refusals } = planned({ jobs: 1 }, plan);
    assert.deepEqual(refusals, []);
    assert.deepEqual(
      items.map(({ after }) => after),
      [[], ['1.1'], ['1.2']],
    );
  });

  it('knows the files that achievements deliver', () => {
    const text = planText({ '1.1': undefined }).replace(
      '- **Effort**',
      '- **Deliverables**: `src/a.ts`, `notes.md`, `npm test`\n- **Effort**',
    );
    const plan = buildPlan({ plan: text, parallel: parallelText({ '1.1': [] }) });
    assert.deepEqual(planned({}, plan).items[0]?.files, ['src/a.ts', 'notes.md']);
  });
});

describe('run: what is chosen', () => {
  const choose = (selection: RunSelection) => {
    const chosen = chooseItems({ name: 'SHOP', items: shop().achievements }, selection);
    return chosen.ok ? [...chosen.value].join() : chosen.error.message;
  };

  it('is all, some, everything from one on, or a level', () => {
    assert.equal(choose({ by: 'all' }), '1.1,1.2,2.1,3.1');
    assert.equal(choose({ by: 'only', ids: ['3.1', '1.2'] }), '1.2,3.1');
    assert.equal(choose({ by: 'from', id: '2.1' }), '2.1,3.1');
    assert.equal(choose({ by: 'level', level: 0 }), '1.1,1.2');
  });

  it('must be there', () => {
    assert.equal(choose({ by: 'only', ids: ['1.1', '9.9'] }), 'SHOP has no achievement 9.9.');
    assert.equal(choose({ by: 'from', id: '9.9' }), 'SHOP has no achievement 9.9.');
    assert.equal(choose({ by: 'level', level: 7 }), 'There is no level 7: SHOP has levels 0 to 2.');
  });
});

describe('run: what a dry run foresees', () => {
  it('is the order of starts: dependencies, then the longest path, then the plan; or level by level', () => {
    const items = [
      itemOf({ id: '1.1', seconds: 1 }),
      itemOf({ id: '1.2', seconds: 1 }),
      itemOf({ id: '1.3', seconds: 5 }),
      itemOf({ id: '2.1', after: ['1.2'], level: 1, seconds: 50 }),
    ];
    const order = (jobs: number, barrier = false) => startOrder(items, { jobs, barrier }).map(({ id }) => id);
    assert.deepEqual(order(1), ['1.2', '2.1', '1.3', '1.1']);
    assert.deepEqual(order(2), ['1.2', '1.3', '2.1', '1.1']);
    assert.deepEqual(order(3), ['1.2', '1.3', '1.1', '2.1']);
    assert.deepEqual(order(1, true), ['1.2', '1.3', '1.1', '2.1']);
  });

  it('is which files two may change at the same time, not those that are changed one after the other', () => {
    const items = [
      itemOf({ id: '1.1', files: ['src/a.ts', 'src/b.ts'] }),
      itemOf({ id: '1.2', files: ['src/a.ts'] }),
      itemOf({ id: '2.1', after: ['1.1'], files: ['src/b.ts', 'src/a.ts'] }),
    ];
    assert.deepEqual(foreseenConflicts(items), [{ path: 'src/a.ts', ids: ['1.1', '1.2', '2.1'] }]);
  });
});
